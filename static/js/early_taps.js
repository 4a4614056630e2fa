// A tap that comes before the script of the sheet waits for it: as a form it would leave the page, and without network
// the house. Should that script never come, the tap is the form's after all.
if ("noModule" in HTMLScriptElement.prototype) {
  const PATIENCE = 5_000;
  const held = [];

  function hold(event) {
    const button = event.target.closest?.("#roll [data-sheet] button[type=submit], #month button[type=submit]");
    if (!button) return;
    event.preventDefault();
    event.stopPropagation();
    if (!held.length) setTimeout(() => letGo().slice(0, 1).forEach(press), PATIENCE);
    held.push(button);
  }

  function letGo() {
    document.removeEventListener("click", hold, true);
    return held.splice(0);
  }

  const press = (button) => button.click();

  document.addEventListener("click", hold, true);
  addEventListener("sheet-ready", () => letGo().forEach(press), { once: true });
}
