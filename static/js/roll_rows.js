// What a row of the sheet says, and where it stands.

import { SPACE, split } from "./roll_states.js";

export const WORDS = { "": "Non pointé", present: "Présent", absent: "Absent", excused: "Excusé" };

export const roll = document.getElementById("roll");
export const rows = roll.querySelector("[data-rows]");
export const isNursery = "nursery" in roll.dataset;

export const rowOf = (id) => roll.querySelector(`[data-row="${CSS.escape(id)}"]`);
export const nameOf = (row) => row.querySelector("[data-name]").textContent;
export const stateOf = (row) => ({
  status: row.dataset.status,
  mode: row.querySelector("[data-mode][aria-pressed=true]")?.dataset.mode ?? "",
  case_count: Number(row.dataset.cases),
  arrived_at: row.dataset.arrived || null,
  left_at: row.dataset.left || null,
});

export function showRow(row, state) {
  const { status } = state;
  row.dataset.status = status;
  row.querySelector("[data-sign]").className = status ? `state state--${status}` : "state";
  row.querySelector("[data-word]").textContent = WORDS[status];
  const extra = row.querySelector("[data-extra]");
  if (extra) extra.hidden = status !== "present";
  if (isNursery) showHours(row, state);
  else showDesk(row, state);
}

function showHours(row, { arrived_at, left_at }) {
  row.dataset.arrived = arrived_at ?? "";
  row.dataset.left = left_at ?? "";
  row.querySelector("[data-arrived]").textContent = hour(arrived_at);
  row.querySelector("[data-left]").textContent = hour(left_at);
  row.querySelector("[data-leave]").hidden = Boolean(left_at);
  row.querySelector("[data-gone]").hidden = !left_at;
}

function showDesk(row, { mode, case_count }) {
  row.dataset.cases = case_count;
  for (const button of row.querySelectorAll("[data-mode]")) button.ariaPressed = String(button.dataset.mode === mode);
  const count = row.querySelector("[data-case-count]");
  if (count) count.textContent = case_count;
}

function hour(instant) {
  if (!instant) return "–";
  const [hours, minutes] = new Intl.DateTimeFormat("fr-FR", { hour: "numeric", minute: "2-digit", timeZone: "Europe/Paris" })
    .format(new Date(instant)).split(":");
  return `${Number(hours)}${SPACE}h` + (minutes === "00" ? "" : `${SPACE}${minutes}`);
}

// As the server reads it: « 08:05 ».
export const clock = (instant) => instant
  ? new Intl.DateTimeFormat("fr-FR", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Paris" }).format(new Date(instant))
  : "";

export function addRow(id, name, age, searched) {
  const known = rowOf(id);
  if (known) return known;
  const row = document.getElementById("nouvelle-ligne").content.firstElementChild.cloneNode(true);
  Object.assign(row.dataset, { row: id, base: "", status: "", searched });
  row.querySelector("[data-name]").textContent = name;
  row.querySelector("[data-age]").textContent = age;
  const more = row.querySelector("[data-more]");
  if (more) more.href = roll.dataset.personPage.replace("PERSONNE", split(id)[1]);
  for (const words of row.querySelectorAll(".visually-hidden")) words.textContent = words.textContent.replace(/( de| pour) $/, `$1 ${name}`);
  place(row);
  return row;
}

export function place(row) {
  const after = [...rows.children].find((other) => other.dataset.searched > row.dataset.searched);
  rows.insertBefore(row, after ?? null);
}

export const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, " ").trim();

export function tag(row, words) {
  if (row.querySelector(".tag")) return;
  row.querySelector("[data-age]").after(Object.assign(document.createElement("span"), { className: "tag", textContent: words }));
}
