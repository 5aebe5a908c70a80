// Draws the map on a canvas with vis-network; places come from the server, physics stays off.
// Without this script the page's SVG says the same. Text reaches the page through textContent only.
const holder = document.getElementById("map");
const picture = document.getElementById("picture");
const panel = document.getElementById("panel");
const style = getComputedStyle(document.documentElement);
const token = (name) => style.getPropertyValue(name).trim();
const DASHES = { options: [2, 3], compared: [7, 4], kind: [1, 4], links: [3, 6] };
const ARROWLESS = new Set(["compared", "works with"]);

function nodeOf(raw, focus) {
  const service = raw.kind === "service";
  return {
    id: raw.id, label: raw.label, x: raw.x, y: raw.y, shape: "box", margin: service ? 10 : 8,
    borderWidth: focus.includes(raw.id) ? 3 : 1.6, shapeProperties: { borderRadius: service ? 7 : 16 },
    color: { background: token(service ? "--service-fill" : "--concept-fill"), border: token(service ? "--service" : "--concept"),
      highlight: { background: token("--page"), border: token("--accent") } },
    font: { color: token("--text"), face: "system-ui, sans-serif", size: focus.length ? 14 + Math.min(7, 1.7 * Math.sqrt(raw.degree)) : 14 },
  };
}

function edgeOf(raw, labelled) {
  const color = token(`--edge-${raw.family.replace(" ", "-")}`) || token("--edge-named");
  return {
    id: raw.key, from: raw.from, to: raw.to, family: raw.family, phrase: raw.phrase,
    label: labelled ? raw.phrase : " ", width: 1.6, dashes: DASHES[raw.family] || false,
    arrows: ARROWLESS.has(raw.family) ? "" : { to: { enabled: true, scaleFactor: 0.5 } },
    color: { color, highlight: color, opacity: 0.85 }, smooth: { enabled: true, type: "curvedCW", roundness: 0.08 },
    font: { size: 11, color: token("--quiet"), strokeWidth: 4, strokeColor: token("--page") },
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

async function tell(id) {
  const answer = await fetch(`/api/v1/concepts/${encodeURIComponent(id)}`);
  if (!answer.ok) return;
  const concept = await answer.json();
  panel.replaceChildren();
  element("h2", concept.label, panel);
  element("p", concept.kind, panel).className = "quiet-text";
  if (concept.definition) element("p", concept.definition.text, panel);
  const more = element("a", "Everything about it", element("p", "", panel));
  more.href = `/concepts/${encodeURIComponent(id)}`;
  const strong = concept.relations.filter((relation) => relation.type !== "mentions");
  element("h3", `${strong.length} relations`, panel);
  const list = element("ul", "", panel);
  for (const relation of strong) {
    const outward = relation.source === id;
    const other = outward ? relation.target : relation.source;
    const item = element("li", `${outward ? "→" : "←"} ${relation.phrase} `, list);
    const link = element("a", concept.labels[other], item);
    link.href = `/map?focus=${encodeURIComponent(other)}`;
    const place = relation.evidence[0];
    const cite = element("a", `${place.path}:${place.line_start}`, item);
    cite.className = "cite";
    cite.href = `/notes/${place.path.split("/").map(encodeURIComponent).join("/")}#L${place.line_start}`;
  }
}

async function start() {
  const answer = await fetch(`${holder.dataset.source}${location.search}`);
  if (!answer.ok || !window.vis) return;
  const data = await answer.json();
  const nodes = new vis.DataSet(data.nodes.map((raw) => nodeOf(raw, data.focus)));
  const edges = new vis.DataSet(data.edges.map((raw) => edgeOf(raw, data.focus.length > 0)));
  const shown = new Set(data.edges.map((edge) => edge.family));
  const view = new vis.DataView(edges, { filter: (edge) => shown.has(edge.family) });
  holder.hidden = false;
  picture.classList.add("replaced");
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const network = new vis.Network(holder, { nodes, edges: view }, {
    physics: false, layout: { improvedLayout: false }, interaction: { hover: true, tooltipDelay: 250 },
  });
  const fit = () => network.fit({ maxZoomLevel: 1.25, animation: still ? false : { duration: 200 } });
  network.on("beforeDrawing", (canvas) => drawRegions(canvas, data.regions));
  network.fit({ maxZoomLevel: 1.25 });
  network.on("click", ({ nodes: [id] }) => { if (id) tell(id); });
  network.on("doubleClick", ({ nodes: [id] }) => { if (id) location.assign(`/map?focus=${encodeURIComponent(id)}`); });
  document.getElementById("fit").addEventListener("click", fit);
  for (const input of document.querySelectorAll(".legend input")) {
    input.addEventListener("change", () => {
      if (input.checked) shown.add(input.value); else shown.delete(input.value);
      view.refresh();
    });
  }
  holder.dataset.drawn = String(data.nodes.length);
}

// The canvas has the colours it was drawn with.
document.addEventListener("themechange", () => location.reload());
start();
