// What the file holds, read once: concepts, relations and lines, joined by number.
const held = JSON.parse(document.getElementById("contents").textContent);

export const concepts = held.concepts;
export const comparisons = held.comparisons;
export const start = held.start; // the places and regions of the view it opens with
export const focus = held.focus; // the concept that the file is about, or null

export const lines = held.lines.map(([note, first, last, text]) => ({ path: held.notes[note], first, last, text }));

export const relations = held.relations.map(([source, type, phrase, target, bend, cited], number) => ({
  number, source, target, phrase, bend, ...held.types[type], lines: cited.map((line) => lines[line]),
}));

export const byId = new Map(concepts.map((concept, number) => [concept.id, number]));

const touching = concepts.map(() => []);
for (const relation of relations) {
  touching[relation.source].push(relation);
  if (relation.target !== relation.source) touching[relation.target].push(relation);
}

export const relationsOf = (number) => touching[number];
export const otherEnd = (relation, number) => (relation.source === number ? relation.target : relation.source);
export const isLink = (relation) => relation.family === "links";

// How a relation reads from one of its ends: the author's own words outward, the type's the other way.
export function waysOf(number) {
  const ways = new Map();
  for (const relation of touching[number]) {
    const name = relation.source === number ? relation.forward : relation.backward;
    ways.set(name, [...(ways.get(name) || []), relation]);
  }
  return [...ways].sort(([a, [x]], [b, [y]]) => isLink(x) - isLink(y) || (a < b ? -1 : 1));
}
