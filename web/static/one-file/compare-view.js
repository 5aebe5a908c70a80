// The comparison: two to six concepts picked on the map, in the search list or by name.
import { byId, concepts } from "./contents.js";
import { chain, compare } from "./comparing.js";
import { fold } from "./finding.js";
import { cite, compareAddress, element, linkTo } from "./telling.js";

const MOST = 6;
const view = document.getElementById("compare");
const chips = document.getElementById("chosen");
const table = document.getElementById("comparison");
const tie = document.getElementById("tie");
const link = document.getElementById("to-compare");
const form = document.getElementById("add");
const named = new Map();

let basket = [];

function keep(numbers) {
  basket = numbers;
  link.href = compareAddress(basket);
  link.textContent = basket.length ? `Compare (${basket.length})` : "Compare";
}

// Takes a concept in or out; the map stays where it is.
export function basketButton(number) {
  const button = element("button", "", null);
  button.type = "button";
  const show = () => { button.textContent = basket.includes(number) ? "Remove from comparison" : "Add to comparison"; };
  button.addEventListener("click", () => {
    if (basket.includes(number)) keep(basket.filter((other) => other !== number));
    else if (basket.length < MOST) keep([...basket, number]);
    show();
  });
  show();
  return button;
}

function fillChips() {
  chips.replaceChildren(...basket.map((number) => {
    const item = element("li", "", null, `chip ${concepts[number].kind}`);
    linkTo(number, item);
    const out = element("button", "×", item, "out");
    out.type = "button";
    out.setAttribute("aria-label", `Remove ${concepts[number].label}`);
    out.addEventListener("click", () => { location.hash = compareAddress(basket.filter((other) => other !== number)); });
    return item;
  }));
}

function fillTable() {
  table.replaceChildren();
  tie.textContent = basket.length < 2 ? "Pick two to six concepts." : "";
  if (basket.length < 2) return;
  element("caption", `${basket.map((n) => concepts[n].label).join(" and ")} side by side`, table, "quiet");
  const head = element("tr", "", element("thead", "", table));
  for (const name of ["What", ...basket.map((n) => concepts[n].label), "Verdict"]) element("th", name, head).scope = "col";
  const body = element("tbody", "", table);
  for (const { dimension, sides, origin, verdict } of compare(basket)) {
    const row = element("tr", "", body, origin);
    element("th", dimension, row).scope = "row";
    for (const side of sides) {
      const place = element("td", "", row);
      if (!side.length) element("span", "not stated", place, "silent");
      for (const { text, lines: cited } of side) {
        const said = element("div", text, place);
        for (const line of cited) cite(line, said);
      }
    }
    element("span", verdict, element("td", "", row), `verdict ${verdict}`);
  }
}

// How two of them are connected, with the line behind each step.
function fillTie() {
  const steps = basket.length === 2 ? chain(...basket) : null;
  if (!steps) return;
  element("h2", "How they are connected", tie);
  const list = element("ol", "", tie);
  for (const { at, relation } of steps) {
    const outward = relation.source === at;
    const item = element("li", "", list);
    linkTo(at, item);
    item.append(` ${outward ? relation.phrase : relation.backward} `);
    linkTo(outward ? relation.target : relation.source, item);
    for (const line of relation.lines) cite(line, item);
  }
}

export function showComparison(ids) {
  keep([...new Set(ids.map((id) => byId.get(id)).filter((number) => number !== undefined))].slice(0, MOST));
  fillChips();
  fillTable();
  fillTie();
  form.hidden = basket.length >= MOST;
  view.hidden = false;
}

export function hideComparison() {
  view.hidden = true;
}

export function startComparison() {
  const names = document.getElementById("names");
  concepts.forEach(({ label }, number) => {
    element("option", "", names).value = label;
    if (!named.has(fold(label))) named.set(fold(label), number);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const number = named.get(fold(form.elements.name.value));
    if (number !== undefined && !basket.includes(number)) location.hash = compareAddress([...basket, number]);
    form.reset();
  });
}
