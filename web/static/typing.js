// What is asked while one types: once the typing pauses, and only the answer to the latest words counts.
// Answers come in any order, and some when nobody waits any more, so whoever stops waiting calls what this returns.
export function askWhileTyping(box, waitMs, ask) {
  let waiting = 0;
  let asked = new AbortController();

  function forget() {
    clearTimeout(waiting);
    asked.abort();
  }

  async function askOnce() {
    const { signal } = asked = new AbortController();
    try {
      await ask(signal);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  box.addEventListener("input", () => { forget(); waiting = setTimeout(askOnce, waitMs); });
  return forget;
}
