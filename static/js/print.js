// One button that prints the page; without this file, the browser's own command does.

const button = document.querySelector("[data-print]");
button.hidden = false;
button.addEventListener("click", () => print());
