// Draws the map on a canvas with vis-network; places come from the server, physics stays off.
// What is shown stands in the address, so that back and forward work. Without this script the page's SVG says the same.
// Text reaches the page through textContent only.
const holder = document.getElementById("map");
const picture = document.getElementById("picture");
const panel = document.getElementById("panel");
const told = document.getElementById("told");
const style = getComputedStyle(document.documentElement);
const token = (name) => style.getPropertyValue(name).trim();
const DASHES = { options: [2, 3], compared: [7, 4], kind: [1, 4], links: [3, 6] };
const ARROWLESS = new Set(["compared", "works with"]);
const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const FACTS = 6;

// The address of this map with lists of concepts changed: focus, open, pin.
function changed(change) {
  const query = new URLSearchParams(location.search);
  query.delete("path");
  for (const [name, ids] of Object.entries(change)) {
    query.delete(name);
    for (const id of ids) query.append(name, id);
  }
  return `/map?${query}`;
}

function toggled(name, id) {
  const ids = new URLSearchParams(location.search).getAll(name);
  return changed({ [name]: ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id] });
}

const alone = (id) => (id.startsWith("+") ? `/map?group=${id.slice(1)}` : changed({ focus: [id], open: [], pin: [] }));

function nodeOf(raw, data) {
  const service = raw.kind === "service";
  const group = raw.kind === "group";
  return {
    id: raw.id, label: data.pinned.includes(raw.id) ? `⚲ ${raw.label}` : raw.label, x: raw.x, y: raw.y, shape: "box", margin: service ? 10 : 8,
    borderWidth: data.focus.includes(raw.id) ? 3 : 1.6,
    shapeProperties: { borderRadius: service ? 7 : 16, borderDashes: group ? [5, 4] : false },
    color: { background: token(group ? "--card" : service ? "--service-fill" : "--concept-fill"),
      border: token(group ? "--quiet" : service ? "--service" : "--concept"),
      highlight: { background: token("--page"), border: token("--accent") } },
    font: { color: token("--text"), face: "system-ui, sans-serif", size: data.focus.length ? 14 + Math.min(7, 1.7 * Math.sqrt(raw.degree)) : 14 },
  };
}

// Left of the way to the target is clockwise on the screen. Every relation between two concepts has a bend of its own.
const curve = (bend) => ({ enabled: true, type: bend < 0 ? "curvedCCW" : "curvedCW", roundness: Math.abs(bend) });

function edgeOf(raw, labelled) {
  const color = token(`--edge-${raw.family.replace(" ", "-")}`) || token("--edge-named");
  return {
    id: raw.key, from: raw.from, to: raw.to, family: raw.family, phrase: raw.phrase,
    label: labelled ? raw.phrase : " ", width: 1.6, dashes: DASHES[raw.family] || false,
    arrows: ARROWLESS.has(raw.family) ? "" : { to: { enabled: true, scaleFactor: 0.5 } },
    color: { color, highlight: color, opacity: 0.85 }, smooth: curve(raw.bend),
    font: { size: 11, align: "middle", color: token("--quiet"), strokeWidth: 4, strokeColor: token("--page") },
  };
}

function drawRegions(canvas, regions) {
  canvas.font = "600 14px system-ui, sans-serif";
  for (const region of regions) {
    canvas.beginPath();
    canvas.roundRect(region.left, region.top, region.width, region.height, 12);
    canvas.fillStyle = token("--page");
    canvas.fill();
    canvas.strokeStyle = token("--line");
    canvas.stroke();
    canvas.fillStyle = token("--quiet");
    canvas.fillText(region.caption, region.left + 12, region.top + 22);
  }
}

function element(name, text, parent) {
  const made = document.createElement(name);
  made.textContent = text;
  parent.append(made);
  return made;
}

function link(text, address, parent) {
  const made = element("a", text, parent);
  made.href = address;
  return made;
}

function cite(evidence, parent) {
  const place = evidence.path.split("/").map(encodeURIComponent).join("/");
  link(`${evidence.path}:${evidence.line_start}`, `/notes/${place}#L${evidence.line_start}`, parent).className = "cite";
}

function tellActions(id, parent) {
  const query = new URLSearchParams(location.search);
  const focuses = query.getAll("focus");
  const actions = element("p", "", parent);
  actions.className = "tools";
  if (focuses.length !== 1 || focuses[0] !== id) link("Show in the middle", alone(id), actions).className = "tool";
  if (focuses.length && !focuses.includes(id)) link("Add to the middle", toggled("focus", id), actions).className = "tool";
  if (focuses.length > 1 && focuses.includes(id)) link("Take from the middle", toggled("focus", id), actions).className = "tool";
  if (!focuses.length || focuses.includes(id)) return;
  link(query.getAll("open").includes(id) ? "Close" : "Open", toggled("open", id), actions).className = "tool";
  link(query.getAll("pin").includes(id) ? "Unpin" : "Pin", toggled("pin", id), actions).className = "tool";
}

function tellRelations(concept, parent) {
  const strong = concept.relations.filter((relation) => relation.type !== "mentions");
  element("h3", `${strong.length} relations`, parent);
  const list = element("ul", "", parent);
  for (const relation of strong) {
    const outward = relation.source === concept.id;
    const other = outward ? relation.target : relation.source;
    const item = element("li", `${outward ? "→" : "←"} ${relation.phrase} `, list);
    link(concept.labels[other], alone(other), item);
    cite(relation.evidence[0], item);
  }
}

function tellFacts(concept, parent) {
  if (!concept.facts.length) return;
  element("h3", `${concept.facts.length} facts`, parent);
  const list = element("ul", "", parent);
  for (const fact of concept.facts.slice(0, FACTS)) cite(fact.evidence, element("li", `${fact.text} `, list));
  if (concept.facts.length > FACTS) element("li", `and ${concept.facts.length - FACTS} more`, list);
}

let asked = 0;

async function tell(raw) {
  const number = ++asked;
  if (raw.kind === "group") {
    panel.replaceChildren();
    element("h2", raw.label, panel);
    link("Open this group", alone(raw.id), element("p", "", panel));
    told.textContent = `${raw.label} in this group. Enter opens it.`;
    return;
  }
  told.textContent = `${raw.label}, ${raw.kind}, ${raw.degree} relations`;
  const answer = await fetch(`/api/v1/concepts/${encodeURIComponent(raw.id)}`);
  const concept = answer.ok ? await answer.json() : undefined;
  if (!concept || number !== asked) return; // another was chosen meanwhile
  panel.replaceChildren();
  element("h2", concept.label, panel);
  element("p", concept.kind, panel).className = "quiet-text";
  if (concept.definition) cite(concept.definition.evidence, element("p", `${concept.definition.text} `, panel));
  tellActions(concept.id, panel);
  link("Everything about it", `/concepts/${encodeURIComponent(concept.id)}`, element("p", "", panel));
  tellRelations(concept, panel);
  tellFacts(concept, panel);
}

// The nearest concept in a direction; what lies off that direction counts as farther.
function nextOf(nodes, from, [right, down]) {
  let best;
  let least = Infinity;
  for (const raw of nodes) {
    const along = (raw.x - from.x) * right + (raw.y - from.y) * down;
    const aside = Math.abs((raw.x - from.x) * down) + Math.abs((raw.y - from.y) * right);
    if (along > 1 && along + 2 * aside < least) { best = raw; least = along + 2 * aside; }
  }
  return best;
}

function byKeys(network, nodes, still) {
  let chosen;
  const choose = (raw) => {
    chosen = raw;
    network.selectNodes([raw.id]);
    network.moveTo({ position: { x: raw.x, y: raw.y }, animation: still ? false : { duration: 150 } });
    tell(raw);
  };
  holder.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (STEPS[event.key]) {
      event.preventDefault();
      const raw = chosen ? nextOf(nodes, chosen, STEPS[event.key]) : nodes[0];
      if (raw) choose(raw);
    } else if (event.key === "Enter" && chosen) {
      location.assign(alone(chosen.id));
    } else if (event.key === "+" || event.key === "-") {
      network.moveTo({ scale: network.getScale() * (event.key === "+" ? 1.25 : 0.8) });
    }
  });
  return (raw) => { chosen = raw; };
}

function byLegend(view, shown) {
  for (const input of document.querySelectorAll(".legend input")) {
    input.addEventListener("change", () => {
      if (input.checked) shown.delete(input.value); else shown.add(input.value);
      const query = new URLSearchParams(location.search);
      if (shown.size) query.set("hide", [...shown].join(",")); else query.delete("hide");
      history.replaceState(null, "", query.size ? `?${query}` : location.pathname);
      view.refresh();
    });
  }
}

// Everything is fetched, so that the legend can bring back what the address hides.
async function fetchMap() {
  const query = new URLSearchParams(location.search);
  query.delete("hide");
  const answer = await fetch(`${holder.dataset.source}?${query}`);
  return answer.ok ? answer.json() : undefined;
}

async function start() {
  const data = await fetchMap();
  if (!data || !window.vis) return;
  const known = new Map(data.nodes.map((raw) => [raw.id, raw]));
  const nodes = new vis.DataSet(data.nodes.map((raw) => nodeOf(raw, data)));
  const edges = new vis.DataSet(data.edges.map((raw) => edgeOf(raw, data.focus.length > 0)));
  const away = new Set((new URLSearchParams(location.search).get("hide") ?? "").split(",").filter(Boolean));
  const view = new vis.DataView(edges, { filter: (edge) => !away.has(edge.family) });
  holder.hidden = false;
  picture.classList.add("replaced");
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const network = new vis.Network(holder, { nodes, edges: view }, {
    physics: false, layout: { improvedLayout: false }, interaction: { hover: true, tooltipDelay: 250 },
  });
  network.on("beforeDrawing", (canvas) => drawRegions(canvas, data.regions));
  network.fit({ maxZoomLevel: 1.25 });
  const take = byKeys(network, data.nodes, still);
  network.on("click", ({ nodes: [id] }) => { if (id) { take(known.get(id)); tell(known.get(id)); } });
  network.on("doubleClick", ({ nodes: [id] }) => { if (id) location.assign(alone(id)); });
  document.getElementById("fit").addEventListener("click", () => network.fit({ maxZoomLevel: 1.25, animation: still ? false : { duration: 200 } }));
  byLegend(view, away);
  holder.dataset.drawn = String(data.nodes.length);
}

// The canvas has the colours it was drawn with.
document.addEventListener("themechange", () => location.reload());
start();
