// « Présents maintenant »: who is there, printed from what the sheet shows. Nothing is asked of the network: an
// evacuation does not wait for it.

import { day, hour, spelled } from "./french.js";

const SPACE = "\u00a0";
const paper = document.querySelector("[data-present]");
const button = document.querySelector("[data-print-present]");

const isHere = ({ dataset }) => dataset.status === "present" && !dataset.left;
const textOf = (element, selector) => element.querySelector(selector).textContent.trim();

function fill() {
  const now = new Date();
  const here = [...document.querySelectorAll("[data-rows] > [data-row]")].filter(isHere);
  const heads = [...document.querySelectorAll("[data-head]")].map(head).filter(Boolean);
  paper.querySelector("[data-present-moment]").textContent = `${day(now)}, ${hour(now)}`;
  paper.querySelector("[data-present-count]").textContent = counted(here.length);
  paper.querySelector("[data-present-rows]").replaceChildren(...here.map(line));
  paper.querySelector("[data-present-table]").hidden = !here.length;
  paper.querySelector("[data-present-heads]").replaceChildren(...heads);
  paper.querySelector("[data-present-counted]").hidden = !heads.length;
}

function line(row, index) {
  const shown = paper.querySelector("[data-present-row]").content.firstElementChild.cloneNode(true);
  shown.querySelector("[data-number]").textContent = index + 1;
  shown.querySelector("[data-who]").textContent = textOf(row, "[data-name]");
  shown.querySelector("[data-how-old]").textContent = textOf(row, "[data-age]");
  shown.querySelector("[data-since]").textContent = row.dataset.arrived ? hour(new Date(row.dataset.arrived)) : "–";
  return shown;
}

function head(item) {
  const count = Number(textOf(item, "[data-count]"));
  if (!count) return null;
  const said = document.createElement("li");
  const estimated = item.dataset.head.endsWith(":1") ? " (estimation)" : "";
  said.textContent = `${textOf(item, ".heads-label")}${SPACE}: ${count}${estimated}`;
  return said;
}

// « Douze présents (12) »
function counted(count) {
  if (!count) return "Personne n’est noté présent (0)";
  const words = count < 1_000 ? spelled(count) : String(count);
  return `${words[0].toUpperCase()}${words.slice(1)} présent${count > 1 ? "s" : ""} (${count})`;
}

document.querySelector("[data-present-link]").hidden = true;
button.hidden = false;
button.addEventListener("click", () => {
  fill();
  document.documentElement.dataset.print = "present";
  print();
});
// Some browsers print after print() has returned.
addEventListener("afterprint", () => { delete document.documentElement.dataset.print; });
