// Light, dark, or as the system has it; the choice stays in this browser.
const button = document.getElementById("theme");
const THEMES = ["", "light", "dark"];
const NAMES = { "": "as the system", light: "light", dark: "dark" };

function show(theme) {
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  button.textContent = `Colours: ${NAMES[theme]}`;
}

let theme = localStorage.getItem("knotwork-theme") || "";
show(theme);
button.hidden = false;
button.addEventListener("click", () => {
  theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
  localStorage.setItem("knotwork-theme", theme);
  show(theme);
  document.dispatchEvent(new CustomEvent("themechange"));
});
