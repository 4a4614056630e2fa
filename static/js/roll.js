// The roll call: a tap shows at once, and is sent on its own. Without this file the sheet is a form.

import { RollQueue } from "./roll_queue.js";

const UNDO_SECONDS = 10;
const CYCLE = { "": "present", present: "absent", absent: "excused", excused: "" };
const WORDS = { "": "Non pointé", present: "Présent", absent: "Absent", excused: "Excusé" };
const COUNTED = { present: "présent", absent: "absent", excused: "excusé", "": "pas encore pointé" };
const KEYS = { p: "present", a: "absent", e: "excused" };
const SPACE = "\u00a0";

const roll = document.getElementById("roll");
const rows = roll.querySelector("[data-rows]");
const allPresent = roll.querySelector("[data-all-present]");
const undoAll = roll.querySelector("[data-undo-all]");
const isNursery = "nursery" in roll.dataset;
const known = new WeakMap(); // row → its state as the server last told it
const undone = new Map(); // row → how to undo its last change, while that is offered
let lastUndo = null;

const queue = new RollQueue({
  address: roll.dataset.operations,
  token: roll.querySelector("[name=csrfmiddlewaretoken]").value,
  acknowledged,
  refused,
  changed: tellUnsent,
});

// What a row says

const rowOf = (id) => roll.querySelector(`[data-row="${CSS.escape(id)}"]`);
const nameOf = (row) => row.querySelector("[data-name]").textContent;
const stateOf = (row) => ({
  status: row.dataset.status,
  mode: row.querySelector("[data-mode][aria-pressed=true]")?.dataset.mode ?? "",
  case_count: Number(row.dataset.cases),
  arrived_at: row.dataset.arrived || null,
  left_at: row.dataset.left || null,
});

function show(row, state) {
  const { status } = state;
  row.dataset.status = status;
  row.querySelector("[data-sign]").className = status ? `state state--${status}` : "state";
  row.querySelector("[data-word]").textContent = WORDS[status];
  const extra = row.querySelector("[data-extra]");
  if (extra) extra.hidden = status !== "present";
  if (isNursery) showHours(row, state);
  else showDesk(row, state);
  tellSums();
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

function tellSums() {
  const all = [...rows.querySelectorAll("[data-row]")];
  roll.querySelector("[data-said]").textContent = Object.entries(COUNTED)
    .filter(([status]) => status || allPresent) // regulars are not waited for
    .map(([status, word]) => [all.filter((row) => row.dataset.status === status).length, word])
    .filter(([count]) => count)
    .map(([count, word]) => `${count}${SPACE}${word}${count > 1 ? "s" : ""}`)
    .join(", ") || "Personne n’est encore pointé";
  const unmarked = all.filter((row) => !row.dataset.status).length;
  if (allPresent) allPresent.hidden = !unmarked;
  tellClosing(all, unmarked);
  roll.querySelector("[data-empty]").hidden = all.length > 0;
}

function tellClosing(all, unmarked) {
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

const announce = (words) => { roll.querySelector("[data-live]").textContent = words; };

function tellUnsent({ length, isFailing }) {
  const words = roll.querySelector("[data-unsent]");
  words.hidden = !length || !isFailing;
  words.textContent =
    length === 1 ? "1 changement attend le réseau. Gardez cette page ouverte."
    : `${length} changements attendent le réseau. Gardez cette page ouverte.`;
  if (!length) for (const waiting of roll.querySelectorAll(".is-waiting")) waiting.classList.remove("is-waiting");
}

// Operations

function ask(operation) {
  const key = crypto.randomUUID();
  queue.add({ key, ...operation });
  return key;
}

function mark(row, values, { canUndo = true } = {}) {
  const [subject, key] = split(row.dataset.row);
  const before = stateOf(row);
  const after = { ...before, ...shown(values) };
  const base = row.dataset.base || null;
  row.dataset.base = ask({ kind: "mark", [subject]: key, base, ...values });
  row.classList.add("is-waiting");
  show(row, after);
  announce(`${nameOf(row)}${SPACE}: ${WORDS[after.status].toLowerCase()}`);
  if (canUndo) offerUndo(row, () => mark(row, taken(before, values), { canUndo: false }));
}

// What the screen shows of values to be sent, and how they are sent back.
const shown = (values) => Object.fromEntries(
  Object.entries(values).map(([name, value]) => [name, value === "now" ? new Date().toISOString() : value || (name.endsWith("_at") ? null : value)]),
);
const taken = (before, values) => Object.fromEntries(
  Object.keys(values).map((name) => [name, name.endsWith("_at") ? clock(before[name]) : before[name]]),
);
const clock = (instant) => instant
  ? new Intl.DateTimeFormat("fr-FR", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Paris" }).format(new Date(instant))
  : "";

function split(id) {
  const at = id.indexOf(":");
  return [id.slice(0, at), id.slice(at + 1)];
}

function next(row) {
  const status = CYCLE[row.dataset.status];
  return set(row, status);
}

function set(row, status) {
  mark(row, isNursery && status === "present" && !row.dataset.arrived ? { status, arrived_at: "now" } : { status });
}

function everyone() {
  const unmarked = [...rows.querySelectorAll("[data-row]")].filter((row) => !row.dataset.status);
  const key = ask({ kind: "all_present", people: unmarked.map((row) => split(row.dataset.row)[1]) });
  for (const row of unmarked) {
    row.dataset.base = key;
    row.classList.add("is-waiting");
    show(row, { ...stateOf(row), status: "present" });
  }
  announce(`${unmarked.length} présents`);
  const untouched = () => unmarked.filter((row) => row.dataset.base === key);
  undoAll.hidden = false;
  lastUndo = () => {
    undoAll.hidden = true;
    for (const row of untouched()) mark(row, { status: "" }, { canUndo: false });
  };
  undoAll.onclick = lastUndo;
  setTimeout(() => { undoAll.hidden = true; }, UNDO_SECONDS * 1_000);
}

function offerUndo(row, undo) {
  const button = row.querySelector("[data-undo]");
  const offered = () => {
    if (undone.get(row) !== offered) return;
    withdraw();
    undo();
    row.querySelector(".roll-tap").focus();
  };
  const withdraw = () => {
    if (undone.get(row) !== offered) return;
    undone.delete(row);
    button.hidden = true;
    if (lastUndo === offered) lastUndo = null;
  };
  undone.set(row, offered);
  lastUndo = offered;
  button.hidden = false;
  setTimeout(withdraw, UNDO_SECONDS * 1_000);
}

function count(item, button) {
  const shownCount = item.querySelector("[data-count]");
  const wanted = Number(shownCount.textContent) + Number(button.dataset.step);
  if (wanted < 0) return;
  shownCount.textContent = wanted;
  announce(`${button.closest("[role=group]").ariaLabel}${SPACE}: ${wanted}`);
  ask(JSON.parse(button.value));
  tellClosing([...rows?.querySelectorAll("[data-row]") ?? []], 0);
}

// Answers

function acknowledged(operation, { outcome, messages, rows: states }) {
  for (const state of states) {
    const row = rowOf(state.row);
    if (row) settle(row, state, operation, outcome === "conflict" ? messages : []);
    const head = roll.querySelector(`[data-head="${CSS.escape(state.row)}"] [data-count]`);
    if (head && !queue.length) head.textContent = state.count;
  }
  if (outcome === "conflict") tell(messages.join(" "));
}

function settle(row, state, operation, messages) {
  const isLast = row.dataset.base === operation.key;
  known.set(row, { ...state, base: state.base ?? "" });
  if (messages.length) {
    row.querySelector("[data-message]").textContent = `${messages[0]} Touchez la ligne pour trancher.`;
    row.querySelector("[data-conflict]").hidden = false;
  } else if (isLast) {
    row.querySelector("[data-conflict]").hidden = true;
  }
  if (!isLast) return; // tapped again since: the next answer settles it
  row.classList.remove("is-waiting");
  row.dataset.base = state.base ?? "";
  show(row, state);
}

// What makes no sense is not sent again: the row goes back to what the server last said of it.
function refused(operation, message) {
  const [subject, id] = targetOf(operation);
  const row = subject && rowOf(`${subject}:${id}`);
  tell(row ? `${nameOf(row)}${SPACE}: ${message}` : message);
  if (operation.kind === "count") uncount(operation);
  if (row?.dataset.base !== operation.key) return;
  const state = known.get(row);
  if (!state) return row.remove();
  row.classList.remove("is-waiting");
  row.dataset.base = state.base;
  show(row, state);
}

function targetOf({ kind, key, person, alias, code }) {
  if (kind === "add_person") return ["person", key];
  return person ? ["person", person] : ["alias", alias ?? code];
}

function uncount({ group, sex, is_estimate, step: by }) {
  const shownCount = roll.querySelector(`[data-head="tally:${group}:${sex}:${Number(is_estimate)}"] [data-count]`);
  shownCount.textContent = Number(shownCount.textContent) - by;
}

function tell(message) {
  const note = roll.querySelector("[data-refused]");
  note.querySelector("p").textContent = message;
  note.hidden = false;
}

// Who was not on the list

function addRow(id, name, age, searched) {
  const known = rowOf(id);
  if (known) return known;
  const row = document.getElementById("nouvelle-ligne").content.firstElementChild.cloneNode(true);
  Object.assign(row.dataset, { row: id, base: "", status: "", searched });
  row.querySelector("[data-name]").textContent = name;
  row.querySelector("[data-age]").textContent = age;
  const more = row.querySelector("[data-more]");
  if (more) more.href = roll.dataset.personPage.replace("PERSONNE", split(id)[1]);
  for (const words of row.querySelectorAll(".visually-hidden")) words.textContent = words.textContent.replace(/( de| pour) $/, `$1 ${name}`);
  const after = [...rows.children].find((other) => other.dataset.searched > searched);
  rows.insertBefore(row, after ?? null);
  return row;
}

const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, " ").trim();

function addFound(button) {
  const row = addRow(button.dataset.add, button.dataset.name, button.dataset.age, folded(button.dataset.name));
  set(row, "present");
  document.getElementById("venus").replaceChildren();
  document.getElementById("recherche").value = "";
  row.querySelector(".roll-tap").focus();
}

function addNew(form, prefix, name, age) {
  const { key: _, csrfmiddlewaretoken: __, ...fields } = Object.fromEntries(new FormData(form));
  const key = ask(fields);
  const row = addRow(prefix === "person" ? `person:${key}` : `alias:${fields.code}`, name(fields), age(form), folded(name(fields)));
  row.dataset.base = key;
  row.classList.add("is-waiting");
  show(row, { ...stateOf(row), status: "present" });
  announce(`${name(fields)}${SPACE}: présent`);
  form.reset();
  row.querySelector(".roll-tap").focus();
}

const chosen = (form, name) => form.elements[name].selectedOptions[0].textContent;

// Hands

roll.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  const row = button?.closest("[data-row]");
  const handled =
    button?.matches(".roll-tap") ? next(row)
    : button?.matches("[data-undo]") ? undone.get(row)?.()
    : button?.matches("[data-leave]") ? mark(row, { left_at: "now" })
    : button?.matches("[data-mode]") ? mark(row, { mode: button.ariaPressed === "true" ? "" : button.dataset.mode })
    : button?.matches("[data-case]") ? mark(row, { case_count: Math.max(0, Number(row.dataset.cases) + Number(button.dataset.case)) })
    : button?.matches("[data-side]") ? decide(row, button)
    : button?.matches("[data-step]") ? count(button.closest("[data-head]"), button)
    : button?.matches("[data-add]") ? addFound(button)
    : button?.matches("[data-all-present]") ? everyone()
    : "not ours";
  if (handled !== "not ours") event.preventDefault();
});

function decide(row, button) {
  const { kind, person, alias, base, ...values } = JSON.parse(button.value);
  mark(row, values);
}

roll.querySelector("[data-new-person]")?.addEventListener("submit", (event) => {
  event.preventDefault();
  addNew(event.target, "person", (fields) => fields.first_name, (form) => form.elements.age_band.value ? chosen(form, "age_band") : "–");
});

roll.querySelector("[data-new-alias]")?.addEventListener("submit", (event) => {
  event.preventDefault();
  addNew(event.target, "alias", (fields) => fields.code, (form) => chosen(form, "group").replace(/s$/, "").toLowerCase());
});

for (const form of roll.querySelectorAll("[data-closing]")) {
  form.addEventListener("submit", (event) => {
    if (!queue.length) return;
    event.preventDefault();
    tell("Des changements ne sont pas encore envoyés. Attendez qu’ils le soient, puis recommencez.");
  });
}

roll.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.target.matches("input, select, textarea")) return;
  const key = event.key.toLowerCase();
  const row = event.target.closest("[data-row]");
  if (key === "z" && lastUndo) lastUndo();
  else if (row && key in KEYS) set(row, KEYS[key]);
  else if (row && (key === "arrowdown" || key === "arrowup")) step(row, key === "arrowdown" ? 1 : -1);
  else return;
  event.preventDefault();
});

function step(row, by) {
  const seen = [...rows.querySelectorAll("[data-row]:not([hidden])")];
  seen[seen.indexOf(row) + by]?.querySelector(".roll-tap").focus();
}

const filter = roll.querySelector("[data-filter]");
if (filter) {
  filter.hidden = false;
  filter.addEventListener("input", () => {
    const words = folded(filter.querySelector("input").value).split(" ");
    for (const row of rows.children) row.hidden = !words.every((word) => row.dataset.searched.includes(word));
  });
}

addEventListener("beforeunload", (event) => {
  if (queue.length) event.preventDefault();
});

for (const row of rows?.children ?? []) known.set(row, { ...stateOf(row), base: row.dataset.base });
