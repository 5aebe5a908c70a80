// Concepts and relations as vis-network draws them, in the colours of the style sheet at hand.
import { concepts } from "./contents.js";

const DASHES = { options: [2, 3], compared: [7, 4], kind: [1, 4], links: [3, 6] };
const ARROWLESS = new Set(["compared", "works with"]);
const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

export function nodeOf([number, x, y], centre) {
  const { label, kind, degree } = concepts[number];
  const service = kind === "service";
  return {
    id: number, label, x, y, kind, shape: "box", margin: service ? 10 : 8,
    borderWidth: number === centre ? 3 : 1.6, shapeProperties: { borderRadius: service ? 7 : 16 },
    color: { background: token(service ? "--service-fill" : "--concept-fill"), border: token(service ? "--service" : "--concept"),
      highlight: { background: token("--page"), border: token("--accent") } },
    font: { color: token("--text"), face: "system-ui, sans-serif", size: centre === null ? 14 : 14 + Math.min(7, 1.7 * Math.sqrt(degree)) },
  };
}

// Left of the way to the target is clockwise on the screen. Every relation between two concepts has a bend of its own.
const curve = (bend) => ({ enabled: true, type: bend < 0 ? "curvedCCW" : "curvedCW", roundness: Math.abs(bend) });

export function edgeOf(relation, labelled) {
  const color = token(`--edge-${relation.family.replace(" ", "-")}`) || token("--edge-named");
  return {
    id: relation.number, from: relation.source, to: relation.target, family: relation.family,
    label: labelled ? relation.phrase : " ", width: 1.6, dashes: DASHES[relation.family] || false,
    arrows: ARROWLESS.has(relation.family) ? "" : { to: { enabled: true, scaleFactor: 0.5 } },
    color: { color, highlight: color, opacity: 0.85 }, smooth: curve(relation.bend),
    font: { size: 11, align: "middle", color: token("--quiet"), strokeWidth: 4, strokeColor: token("--card") },
  };
}

export function drawRegions(canvas, regions) {
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

// The nearest concept in the direction of an arrow key: straight ahead counts more than aside.
export function nextTowards(key, from, places) {
  const [dx, dy] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
  const away = ({ x, y }) => {
    const ahead = (x - from.x) * dx + (y - from.y) * dy;
    return ahead > 1 ? ahead + 2.5 * Math.abs((x - from.x) * dy + (y - from.y) * dx) : Infinity;
  };
  const nearest = places.reduce((best, place) => (away(place) < away(best) ? place : best), from);
  return away(nearest) === Infinity ? null : nearest.id;
}
