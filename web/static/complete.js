// Names and headings below a box while one types; arrows choose, Enter takes, Escape closes.
// The list follows the combobox pattern of the ARIA practices. Without this script the forms work as ever.
import { askWhileTyping } from "./typing.js";

const WAIT_MS = 90;

function addressOf(entry) {
  if (entry.type === "concept") return `/concepts/${encodeURIComponent(entry.id)}`;
  const { path, line_start: line } = entry.source;
  return `/notes/${path.split("/").map(encodeURIComponent).join("/")}#L${line}`;
}

function completeOn(box, { only, take }) {
  const list = document.createElement("ul");
  list.id = `completions-of-${box.id}`;
  list.className = "completions";
  list.role = "listbox";
  list.ariaLabel = "Names and headings";
  list.hidden = true;
  box.after(list);
  const states = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id };
  for (const [name, value] of Object.entries(states)) box.setAttribute(name, value);

  let chosen = -1;
  let entries = [];

  function close() {
    forget();
    list.hidden = true;
    chosen = -1;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  }

  function choose(number) {
    forget(); // names for more letters would change the list under the choice
    const options = [...list.children];
    chosen = (number + options.length) % options.length;
    options.forEach((option, place) => option.setAttribute("aria-selected", String(place === chosen)));
    box.setAttribute("aria-activedescendant", options[chosen].id);
    options[chosen].scrollIntoView({ block: "nearest" });
  }

  function optionFor(entry, place) {
    const option = document.createElement("li");
    option.id = `${list.id}-${place}`;
    option.role = "option";
    option.textContent = entry.name;
    const what = document.createElement("span");
    what.className = "quiet-text";
    what.textContent = entry.type === "concept" ? " concept" : ` ${entry.source.path}:${entry.source.line_start}`;
    option.append(what);
    option.addEventListener("mousedown", (event) => { event.preventDefault(); close(); take(entry); });
    return option;
  }

  async function complete(signal) {
    const words = box.value.trim();
    if (!words) return close();
    const answer = await fetch(`/api/v1/complete?limit=8&q=${encodeURIComponent(words)}`, { signal });
    if (!answer.ok) return close();
    entries = (await answer.json()).completions.filter((entry) => !only || entry.type === only);
    list.replaceChildren(...entries.map(optionFor));
    chosen = -1;
    list.hidden = !entries.length;
    return box.setAttribute("aria-expanded", String(entries.length > 0));
  }

  const forget = askWhileTyping(box, WAIT_MS, complete);
  box.addEventListener("blur", close);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      if (!list.hidden) event.preventDefault();
      close();
    }
    if (list.hidden) return;
    if (event.key === "ArrowDown") { event.preventDefault(); choose(chosen + 1); }
    if (event.key === "ArrowUp") { event.preventDefault(); choose(chosen < 0 ? -1 : chosen - 1); }
    if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      const entry = entries[chosen];
      close();
      take(entry);
    }
  });
}

// The search page shows results in place of names (search.js).
if (location.pathname !== "/search") completeOn(document.getElementById("q"), { take: (entry) => location.assign(addressOf(entry)) });
for (const box of document.querySelectorAll("input[data-completes=concept]")) {
  completeOn(box, { only: "concept", take: (entry) => { box.value = entry.id; box.form.submit(); } });
}
