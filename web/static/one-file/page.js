// The one file's page: the address after # says what is shown, so back, forward and bookmarks work from disk.
import { byId, concepts, focus } from "./contents.js";
import { basketButton, hideComparison, showComparison, startComparison } from "./compare-view.js";
import { find } from "./finding.js";
import { drawMap, startMap } from "./map-view.js";
import { conceptAddress, element, tell } from "./telling.js";

const mapView = document.getElementById("map-view");
const panel = document.getElementById("panel");
const title = document.getElementById("title");
const name = document.title;

const show = (number) => tell(number, panel, basketButton(number));
const open = (number) => { location.hash = conceptAddress(number); };

function showMap(number) {
  hideComparison();
  mapView.hidden = false;
  title.textContent = number === null ? name : `Map around ${concepts[number].label}`;
  drawMap(number);
  if ((number ?? focus) !== null) show(number ?? focus);
}

function route() {
  const [, view, ...rest] = location.hash.split("/");
  if (view === "compare") {
    mapView.hidden = true;
    title.textContent = "Compare";
    showComparison(rest);
  } else if (view === "concepts" && byId.has(rest[0])) {
    showMap(byId.get(rest[0]));
  } else {
    showMap(null);
  }
  document.title = title.textContent === name ? name : `${title.textContent} – ${name}`;
}

// The list below the search box follows the combobox pattern of the ARIA practices.
const form = document.querySelector("form[role=search]");
const box = document.getElementById("q");
const list = document.getElementById("completions");
let chosen = -1;

function close() {
  list.hidden = true;
  chosen = -1;
  box.setAttribute("aria-expanded", "false");
  box.removeAttribute("aria-activedescendant");
}

function choose(place) {
  const options = [...list.querySelectorAll("[role=option]")];
  chosen = (place + options.length) % options.length;
  options.forEach((option, at) => option.setAttribute("aria-selected", String(at === chosen)));
  box.setAttribute("aria-activedescendant", options[chosen].id);
  options[chosen].scrollIntoView({ block: "nearest" });
}

function take(number) {
  box.value = "";
  close();
  if (location.hash === conceptAddress(number)) route();
  else open(number);
}

function option({ number, statement }, place) {
  const made = element("li", concepts[number].label, null);
  made.id = `completion-${place}`;
  made.role = "option";
  made.ariaSelected = "false";
  if (statement) element("span", ` ${statement.text.slice(0, 140)} ${statement.line.path}:${statement.line.first}`, made, "quiet-text");
  made.addEventListener("mousedown", (event) => { event.preventDefault(); take(number); });
  return made;
}

function search() {
  const { shown, total } = find(box.value);
  list.replaceChildren(...shown.map(option));
  list.hidden = !shown.length;
  chosen = -1;
  box.removeAttribute("aria-activedescendant");
  box.setAttribute("aria-expanded", String(shown.length > 0));
  document.getElementById("found").textContent = box.value.trim() ? `${total} found${total > shown.length ? `, the best ${shown.length} shown` : ""}` : "";
  return shown;
}

box.addEventListener("input", search);
box.addEventListener("blur", close);
box.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !list.hidden) { event.preventDefault(); close(); }
  if (list.hidden) return;
  if (event.key === "ArrowDown") { event.preventDefault(); choose(chosen + 1); }
  if (event.key === "ArrowUp") { event.preventDefault(); choose(chosen < 0 ? -1 : chosen - 1); }
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const best = search()[Math.max(0, chosen)];
  if (best) take(best.number);
});

form.hidden = false;
document.getElementById("app").hidden = false;
startMap(show, open);
startComparison();
route();
addEventListener("hashchange", () => { if (!location.hash || location.hash.startsWith("#/")) route(); });
// The canvas has the colours it was drawn with.
document.addEventListener("themechange", route);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", route);
