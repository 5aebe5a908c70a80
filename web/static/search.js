// Results while one types, and arrows through them; Escape goes back to the box. Without this script the form searches.
import { askWhileTyping } from "./typing.js";

const box = document.getElementById("q");
const WAIT_MS = 180;

async function search(signal) {
  const query = new URLSearchParams(location.search);
  for (const name of ["offset", "exact"]) query.delete(name);
  query.set("q", box.value);
  const answer = await fetch(`/search?${query}`, { signal });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  document.getElementById("main").replaceChildren(...page.getElementById("main").childNodes);
  document.title = page.title;
  history.replaceState(null, "", `?${query}`);
  document.dispatchEvent(new CustomEvent("resultschange"));
}

function move(step) {
  const links = [...document.querySelectorAll(".results h2 a")];
  const at = links.indexOf(document.activeElement);
  const next = links[at + step];
  if (next) next.focus();
  else if (at + step < 0) box.focus();
}

askWhileTyping(box, WAIT_MS, search);
document.addEventListener("keydown", (event) => {
  const among = event.target === box || event.target.closest(".results");
  if (!among || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "ArrowDown") { event.preventDefault(); move(1); }
  if (event.key === "ArrowUp" && event.target !== box) { event.preventDefault(); move(-1); }
  if (event.key === "Escape" && event.target !== box) { event.preventDefault(); box.focus(); }
});
