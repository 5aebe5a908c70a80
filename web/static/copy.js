// Buttons that copy: the address of the page, or the text that an address gives. Without this script they stay hidden.
const SHOWN_MS = 1600;

async function textOf(button) {
  if (!button.dataset.copies) return location.href;
  const answer = await fetch(button.dataset.copies);
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return answer.text();
}

for (const button of document.querySelectorAll("button[data-copy]")) {
  const name = button.textContent;
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    let outcome = "Copied";
    try {
      await navigator.clipboard.writeText(await textOf(button));
    } catch {
      outcome = "Could not copy";
    }
    button.textContent = outcome;
    setTimeout(() => { button.textContent = name; }, SHOWN_MS);
  });
}
