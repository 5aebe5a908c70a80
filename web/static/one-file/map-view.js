// The map: places were worked out when the file was written, physics stays off. The legend filters; the table says the same.
import { concepts, focus, isLink, relations, relationsOf, start } from "./contents.js";
import { drawRegions, edgeOf, nextTowards, nodeOf } from "./drawing.js";
import { cite, element, linkTo } from "./telling.js";

const holder = document.getElementById("map");
const status = document.getElementById("shown");
const rows = document.querySelector("table.relations tbody");
const inputs = [...document.querySelectorAll(".legend input")];
const nodes = new vis.DataSet();
const edges = new vis.DataSet();
const off = new Set();
const nodeView = new vis.DataView(nodes, { filter: (node) => !off.has(node.kind) });
const edgeView = new vis.DataView(edges, { filter: (edge) => !off.has(edge.family) });

let network = null;
let centre = null;
let regions = [];

// The start view joins all that it shows; around a concept only what touches it is drawn.
function relationsIn(view, places) {
  const shown = new Set(places.map(([number]) => number));
  const among = view === null ? relations : relationsOf(view);
  return among.filter(({ source, target }) => shown.has(source) && shown.has(target));
}

function fillTable() {
  const shown = new Set(edgeView.getIds());
  rows.replaceChildren(...relations.filter(({ number }) => shown.has(number)).map((relation) => {
    const row = document.createElement("tr");
    linkTo(relation.source, element("td", "", row));
    element("td", relation.phrase, row);
    linkTo(relation.target, element("td", "", row));
    const place = element("td", "", row);
    for (const line of relation.lines) cite(line, place);
    return row;
  }));
}

function report() {
  const about = centre === null ? "" : ` around ${concepts[centre].label}`;
  status.textContent = `${nodeView.length} of ${concepts.length} concepts${about}, ${edgeView.length} relations. Mentions are left out.`;
  fillTable();
}

export function fit() {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  network.fit({ maxZoomLevel: 1.25, animation: still ? false : { duration: 200 } });
}

export function drawMap(view) {
  centre = view;
  const places = view === null ? start.places : concepts[view].around;
  regions = view === null ? start.regions : [];
  const drawn = places.length ? places : [[view, 0, 0]];
  const labelled = view !== null || focus !== null;
  nodes.clear();
  edges.clear();
  nodes.add(drawn.map((place) => nodeOf(place, view ?? focus)));
  edges.add(relationsIn(view, drawn).map((relation) => edgeOf(relation, labelled)));
  network.redraw();
  network.fit({ maxZoomLevel: 1.25 });
  if (view !== null) network.selectNodes([view]);
  report();
  holder.dataset.drawn = String(drawn.length);
}

function onKey(event, choose, open) {
  const selected = network.getSelectedNodes()[0] ?? nodeView.getIds()[0];
  if (event.key.startsWith("Arrow")) {
    event.preventDefault();
    const places = nodeView.getIds().map((id) => ({ id, ...network.getPosition(id) }));
    const next = nextTowards(event.key, network.getPosition(selected), places);
    if (next === null) return;
    network.selectNodes([next]);
    choose(next);
  } else if (event.key === "Enter") {
    event.preventDefault();
    open(selected);
  }
}

export function startMap(choose, open) {
  holder.hidden = false;
  document.getElementById("picture").classList.add("replaced");
  network = new vis.Network(holder, { nodes: nodeView, edges: edgeView }, {
    physics: false, layout: { improvedLayout: false }, interaction: { hover: true, tooltipDelay: 250 },
  });
  network.canvas.frame.tabIndex = -1; // the holder is the one stop for the tab key
  network.on("beforeDrawing", (canvas) => drawRegions(canvas, regions));
  network.on("click", ({ nodes: [id] }) => { if (id !== undefined) choose(id); });
  network.on("doubleClick", ({ nodes: [id] }) => { if (id !== undefined) open(id); });
  holder.addEventListener("keydown", (event) => onKey(event, choose, open));
  document.getElementById("fit").addEventListener("click", fit);
  const strong = relations.some((relation) => !isLink(relation));
  for (const input of inputs) {
    if (strong && input.value === "links") input.checked = false;
    if (!input.checked) off.add(input.value);
    input.addEventListener("change", () => {
      if (input.checked) off.delete(input.value); else off.add(input.value);
      nodeView.refresh();
      edgeView.refresh();
      report();
    });
  }
}
