// Concepts side by side: the authors' rows first, then definitions, each way of relating, and facts. Nothing is guessed:
// a side that says nothing stays empty, and only an author's row or a single side is judged.
import { comparisons, concepts, isLink, lines, otherEnd, relationsOf, waysOf } from "./contents.js";
import { fold } from "./finding.js";

const cell = ([text, line]) => ({ text, lines: [lines[line]] });

function verdict(sides, origin) {
  const spoken = sides.filter((side) => side.length);
  if (spoken.length < 2) return "only";
  const said = new Set(spoken.map((side) => side.map(({ text }) => fold(text)).sort().join("\n")));
  if (said.size === 1) return "same";
  return origin === "author" ? "different" : "both";
}

function row(dimension, sides, origin) {
  return sides.some((side) => side.length) ? [{ dimension, sides, origin, verdict: verdict(sides, origin) }] : [];
}

function authored(numbers) {
  return comparisons.filter(({ subjects }) => subjects.filter((n) => numbers.includes(n)).length > 1).flatMap(({ rows }) =>
    rows.flatMap(([name, said, line]) => row(name, numbers.map((n) => (n in said ? [cell([said[n], line])] : [])), "author")));
}

function related(numbers) {
  const ways = numbers.map((n) => new Map(waysOf(n)));
  const names = [...new Set(ways.flatMap((way) => [...way.keys()]))].sort();
  return names.flatMap((name) => row(name, ways.map((way, side) => (way.get(name) || [])
    .filter((relation) => !isLink(relation) && !numbers.includes(otherEnd(relation, numbers[side])))
    .map((relation) => ({ text: concepts[otherEnd(relation, numbers[side])].label, lines: relation.lines }))), "aligned"));
}

export function compare(numbers) {
  const all = numbers.map((n) => concepts[n]);
  return [
    ...authored(numbers),
    ...row("definition", all.map(({ definition }) => (definition ? [cell(definition)] : [])), "aligned"),
    ...related(numbers),
    ...row("facts", all.map(({ facts }) => facts.map(cell)), "aligned"),
  ];
}

// The shortest chain of relations between two, breadth first; null where there is none.
export function chain(from, to) {
  const before = new Map([[from, null]]);
  for (const at of before.keys()) {
    if (at === to) break;
    for (const relation of relationsOf(at)) {
      const next = otherEnd(relation, at);
      if (!isLink(relation) && !before.has(next)) before.set(next, { at, relation });
    }
  }
  if (!before.has(to)) return null;
  const steps = [];
  for (let step = before.get(to); step; step = before.get(step.at)) steps.unshift(step);
  return steps;
}
