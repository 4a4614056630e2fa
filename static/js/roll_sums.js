// What the sheet says as a whole: who came, what closing it does.

import { roll, rows } from "./roll_rows.js";
import { COUNTED, SPACE } from "./roll_states.js";

const allPresent = roll.querySelector("[data-all-present]");

export function tellSums() {
  const all = [...rows.querySelectorAll("[data-row]")];
  roll.querySelector("[data-said]").textContent = Object.entries(COUNTED)
    .filter(([status]) => status || allPresent) // regulars are not waited for
    .map(([status, word]) => [all.filter((row) => row.dataset.status === status).length, word])
    .filter(([count]) => count)
    .map(([count, word]) => `${count}${SPACE}${word}${count > 1 ? "s" : ""}`)
    .join(", ") || "Personne n’est encore pointé";
  const unmarked = all.filter((row) => !row.dataset.status).length;
  if (allPresent) allPresent.hidden = !unmarked;
  tellClosing();
  roll.querySelector("[data-empty]").hidden = all.length > 0;
}

export function tellClosing() {
  const all = [...roll.querySelectorAll("[data-rows] > [data-row]")];
  const unmarked = all.filter((row) => !row.dataset.status).length;
  const words = roll.querySelector("[data-unmarked]");
  if (!words) return;
  if (allPresent) {
    words.textContent =
      unmarked === 0 ? "Close, la feuille ne change plus sans être rouverte."
      : unmarked === 1 ? `Une personne n’est pas pointée${SPACE}: elle sera notée absente.`
      : `${unmarked}${SPACE}personnes ne sont pas pointées${SPACE}: elles seront notées absentes.`;
  }
  const heads = [...roll.querySelectorAll("[data-count]")].some((count) => Number(count.textContent));
  roll.querySelector("[data-nobody]").hidden = heads || all.some((row) => row.dataset.status === "present");
}

export const announce = (words) => { roll.querySelector("[data-live]").textContent = words; };
