// Concepts set aside on any page to be compared; they stay in this browser until they are taken out.
const KEY = "knotwork-basket";
const MOST = 6;
const bar = document.getElementById("basket");

function kept() {
  try {
    const entries = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(entries) ? entries.filter(({ id, label }) => id && label).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

function keep(entries) {
  localStorage.setItem(KEY, JSON.stringify(entries));
  show();
}

function chip({ id, label }) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = `${label} ×`;
  button.ariaLabel = `Take ${label} out of the comparison`;
  button.addEventListener("click", () => keep(kept().filter((entry) => entry.id !== id)));
  return button;
}

function show() {
  const entries = kept();
  const link = bar.querySelector("a");
  bar.hidden = !entries.length;
  bar.querySelector("span").replaceChildren(...entries.map(chip));
  link.hidden = entries.length < 2;
  link.href = `/compare/${entries.map((entry) => encodeURIComponent(entry.id)).join("/")}`;
  for (const button of document.querySelectorAll("button[data-basket]")) {
    const inside = entries.some((entry) => entry.id === button.dataset.basket);
    button.hidden = !inside && entries.length >= MOST;
    button.setAttribute("aria-pressed", String(inside));
  }
}

document.addEventListener("click", ({ target }) => {
  const button = target.closest("button[data-basket]");
  if (!button) return;
  const { basket: id, label } = button.dataset;
  const others = kept().filter((entry) => entry.id !== id);
  keep(button.getAttribute("aria-pressed") === "true" ? others : [...others, { id, label }]);
});
addEventListener("storage", show);
document.addEventListener("resultschange", show);
show();
