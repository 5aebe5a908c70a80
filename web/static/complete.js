// Names and headings below the search box while one types; arrows choose, Enter goes there, Escape closes.
// The list follows the combobox pattern of the ARIA practices. Without this script the form searches as ever.
const box = document.getElementById("q");
const list = document.createElement("ul");
list.id = "completions";
list.role = "listbox";
list.ariaLabel = "Names and headings";
list.hidden = true;
box.after(list);
for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) {
  box.setAttribute(name, value);
}

const WAIT_MS = 90;
let waiting = 0;
let asked = 0;
let chosen = -1;

function close() {
  list.hidden = true;
  chosen = -1;
  box.setAttribute("aria-expanded", "false");
  box.removeAttribute("aria-activedescendant");
}

function choose(number) {
  const options = [...list.children];
  chosen = (number + options.length) % options.length;
  options.forEach((option, place) => option.setAttribute("aria-selected", String(place === chosen)));
  box.setAttribute("aria-activedescendant", options[chosen].id);
  options[chosen].scrollIntoView({ block: "nearest" });
}

function addressOf(entry) {
  if (entry.type === "concept") return `/concepts/${encodeURIComponent(entry.id)}`;
  const { path, line_start: line } = entry.source;
  return `/notes/${path.split("/").map(encodeURIComponent).join("/")}#L${line}`;
}

function show(entries) {
  list.replaceChildren(...entries.map((entry, place) => {
    const option = document.createElement("li");
    option.id = `completion-${place}`;
    option.role = "option";
    option.dataset.address = addressOf(entry);
    option.textContent = entry.name;
    const what = document.createElement("span");
    what.className = "quiet-text";
    what.textContent = entry.type === "concept" ? " concept" : ` ${entry.source.path}:${entry.source.line_start}`;
    option.append(what);
    option.addEventListener("mousedown", (event) => { event.preventDefault(); location.assign(option.dataset.address); });
    return option;
  }));
  chosen = -1;
  list.hidden = !entries.length;
  box.setAttribute("aria-expanded", String(entries.length > 0));
}

async function complete() {
  const words = box.value.trim();
  if (!words) return close();
  const number = ++asked;
  const answer = await fetch(`/api/v1/complete?limit=8&q=${encodeURIComponent(words)}`);
  if (!answer.ok || number !== asked) return;
  show((await answer.json()).completions);
}

box.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(complete, WAIT_MS); });
box.addEventListener("blur", close);
box.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !list.hidden) { event.preventDefault(); close(); }
  if (list.hidden) return;
  if (event.key === "ArrowDown") { event.preventDefault(); choose(chosen + 1); }
  if (event.key === "ArrowUp") { event.preventDefault(); choose(chosen < 0 ? -1 : chosen - 1); }
  if (event.key === "Enter" && chosen >= 0) { event.preventDefault(); location.assign(list.children[chosen].dataset.address); }
});
