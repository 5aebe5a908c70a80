// What the notes say of a concept, as elements. Text reaches the page through textContent only.
import { concepts, isLink, lines, otherEnd, waysOf } from "./contents.js";

export function element(name, text, parent, className = "") {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  if (parent) parent.append(made);
  return made;
}

export const conceptAddress = (number) => `#/concepts/${concepts[number].id}`;
export const compareAddress = (numbers) => ["#/compare", ...numbers.map((number) => concepts[number].id)].join("/");

export function linkTo(number, parent) {
  const link = element("a", concepts[number].label, parent);
  link.href = conceptAddress(number);
  return link;
}

// Where it stands, and on request the line itself.
export function cite(line, parent) {
  const place = element("details", "", parent, "line");
  element("summary", `${line.path}:${line.first}`, place, "cite");
  element("q", line.text, place);
}

function tellRelations(number, panel) {
  for (const [name, ways] of waysOf(number)) {
    element("h3", name, panel);
    const list = element("ul", "", panel);
    for (const relation of ways) {
      const item = element("li", "", list);
      linkTo(otherEnd(relation, number), item);
      if (relation.source === number && relation.phrase !== name && !isLink(relation)) element("span", ` (${relation.phrase})`, item, "quiet-text");
      for (const line of relation.lines) cite(line, item);
    }
  }
}

export function tell(number, panel, compareButton) {
  const concept = concepts[number];
  panel.replaceChildren();
  element("h2", concept.label, panel);
  const what = element("p", "", panel);
  element("span", concept.kind, what, `chip ${concept.kind}`);
  what.append(" ", compareButton);
  if (concept.aliases.length) {
    const also = element("div", "Also ", panel, "quiet-text");
    for (const [alias, line] of concept.aliases) {
      element("strong", alias, also);
      cite(lines[line], also);
    }
  }
  if (concept.definition) {
    element("p", concept.definition[0], panel);
    cite(lines[concept.definition[1]], panel);
  }
  tellRelations(number, panel);
  element("h3", concept.facts.length ? "Facts" : "No facts stated", panel);
  const facts = element("ul", "", panel);
  for (const [text, line] of concept.facts) cite(lines[line], element("li", text, facts));
  if (concept.more) element("p", `${concept.more} more facts are not in this file.`, panel, "quiet-text");
  panel.scrollTop = 0;
}
