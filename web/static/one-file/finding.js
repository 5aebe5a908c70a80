// Search over names, definitions and facts: a name that is the words, begins with them or holds them, then what is said.
import { concepts, lines } from "./contents.js";

const MOST = 12;
export const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
const joined = (folded) => folded.replaceAll(" ", "");

let folded = null;

// Folding takes a moment for thousands of concepts, so it waits for the first search.
function index() {
  folded ||= concepts.map((concept) => ({
    names: [concept.label, ...concept.aliases.map(([alias]) => alias), concept.id].map(fold),
    said: [concept.definition, ...concept.facts].filter(Boolean).map(([text, line]) => ({ text, line: lines[line], folded: ` ${fold(text)}` })),
  }));
  return folded;
}

// 0: the name itself; 1: begins so; 2: a word of it begins so; 3: holds it; 9: none.
function nameRank(name, wanted) {
  if (name === wanted || joined(name) === joined(wanted)) return 0;
  if (name.startsWith(wanted) || joined(name).startsWith(joined(wanted))) return 1;
  if (wanted.split(" ").every((word) => ` ${name}`.includes(` ${word}`))) return 2;
  return joined(name).includes(joined(wanted)) ? 3 : 9;
}

// 4: every word begins a word of the statement; 5: every word stands somewhere in it; 9: not.
function saidRank(statement, words) {
  if (words.every((word) => statement.folded.includes(` ${word}`))) return 4;
  return words.every((word) => statement.folded.includes(word)) ? 5 : 9;
}

export function find(query) {
  const wanted = fold(query);
  if (!wanted) return { shown: [], total: 0 };
  const words = wanted.split(" ");
  const found = [];
  index().forEach((entry, number) => {
    const rank = Math.min(...entry.names.map((name) => nameRank(name, wanted)));
    if (rank < 9) return found.push({ number, rank, statement: entry.said[0] });
    const ranks = entry.said.map((statement) => saidRank(statement, words));
    const best = Math.min(9, ...ranks);
    if (best < 9) found.push({ number, rank: best, statement: entry.said[ranks.indexOf(best)] });
  });
  found.sort((a, b) => a.rank - b.rank || concepts[b.number].degree - concepts[a.number].degree || a.number - b.number);
  return { shown: found.slice(0, MOST), total: found.length };
}
