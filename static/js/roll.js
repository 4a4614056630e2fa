// The roll call: a tap shows at once, and is sent on its own. Without this file the sheet is a form.

import { queue } from "./roll_queue.js";
import { keepUpToDate } from "./roll_refresh.js";
import { countOf, headOf, heads, idOf, letType, showCount, subjectOf, takeCount } from "./roll_heads.js";
import { WORDS, addRow, clock, folded, isNursery, nameOf, place, roll, rowOf, rows, showRow, stateOf, tag } from "./roll_rows.js";
import { tellUnsent } from "./roll_sent.js";
import { CYCLE, KEYS, SPACE, split } from "./roll_states.js";
import { announce, tellClosing, tellSums } from "./roll_sums.js";

const UNDO_SECONDS = 10;

const undoAll = roll.querySelector("[data-undo-all]");
const known = new WeakMap(); // row → its state as the server last told it
const undone = new Map(); // row → how to undo its last change, while that is offered
let lastUndo = null;

const address = roll.dataset.operations;

function show(row, state) {
  showRow(row, state);
  tellSums();
}

// Operations

const ask = (operation) => queue.add(operation, address);

function mark(row, values, { canUndo = true } = {}) {
  const [subject, key] = split(row.dataset.row);
  const before = stateOf(row);
  const base = row.dataset.base || null;
  const operation = { kind: "mark", [subject]: key, base, ...values };
  const asked = ask(operation);
  enactMark({ ...operation, key: asked });
  announce(`${nameOf(row)}${SPACE}: ${WORDS[stateOf(row).status].toLowerCase()}`);
  if (canUndo) offerUndo(row, () => mark(row, taken(before, values), { canUndo: false }));
}

// What an operation shows before its answer: as it is tapped, and when a page is opened over what was not sent.

const ENACTED = {
  mark: enactMark,
  all_present: enactAllPresent,
  add_person: enactAddition,
  add_alias: enactAddition,
  count: enactCount,
};

function enactMark({ key, by, made_at, kind, base, person, alias, ...values }) {
  const id = person ? `person:${person}` : `alias:${alias}`;
  // The device keeps no name: that of a walk-in comes back with the network.
  const row = rowOf(id) ?? addRow(id, alias ?? "Personne ajoutée", "son nom revient avec le réseau", "");
  wait(row, key);
  show(row, { ...stateOf(row), ...shown(values, made_at) });
}

function enactAllPresent({ key, people }) {
  for (const person of people) {
    const row = rowOf(`person:${person}`);
    if (!row) continue;
    wait(row, key);
    show(row, { ...stateOf(row), status: "present" });
  }
}

function enactAddition({ key, kind, first_name, age_band, code, group }) {
  const [form, id, name] =
    kind === "add_person" ? ["[data-new-person]", `person:${key}`, first_name] : ["[data-new-alias]", `alias:${code}`, code];
  const choices = roll.querySelector(form)?.elements;
  const words = kind === "add_person" ? wordOf(choices?.age_band, age_band) || "–" : wordOf(choices?.group, group).replace(/s$/, "").toLowerCase();
  const row = addRow(id, name, words, folded(name));
  if (kind === "add_person") tag(row, "à compléter");
  wait(row, key);
  show(row, { ...stateOf(row), status: "present" });
  return row;
}

const wordOf = (select, value) => (value && [...select?.options ?? []].find((option) => option.value === value)?.textContent) || "";

function enactCount({ key, step: by, number, ...subject }) {
  const head = headOf(idOf(subject));
  if (!head) return;
  showCount(head, number ?? Math.max(0, countOf(head) + by));
  head.dataset.base = key;
}

function wait(row, key) {
  row.dataset.base = key;
  row.classList.add("is-waiting");
}

// What the screen shows of values to be sent, and how they are sent back.
const shown = (values, made_at) => Object.fromEntries(
  Object.entries(values).map(([name, value]) => [name, value === "now" ? made_at ?? new Date().toISOString() : value || (name.endsWith("_at") ? null : value)]),
);
const taken = (before, values) => Object.fromEntries(
  Object.keys(values).map((name) => [name, name.endsWith("_at") ? clock(before[name]) : before[name]]),
);
function next(row) {
  const status = CYCLE[row.dataset.status];
  return set(row, status);
}

function set(row, status) {
  mark(row, isNursery && status === "present" && !row.dataset.arrived ? { status, arrived_at: "now" } : { status });
}

function everyone() {
  const unmarked = [...rows.querySelectorAll("[data-row]")].filter((row) => !row.dataset.status);
  const people = unmarked.map((row) => split(row.dataset.row)[1]);
  const key = ask({ kind: "all_present", people });
  enactAllPresent({ key, people });
  announce(`${unmarked.length} présents`);
  const untouched = () => unmarked.filter((row) => row.dataset.base === key);
  const undo = () => {
    withdraw();
    for (const row of untouched()) mark(row, { status: "" }, { canUndo: false });
  };
  const withdraw = () => {
    if (lastUndo === undo) lastUndo = null;
    if (undoAll.onclick === undo) undoAll.hidden = true;
  };
  undoAll.hidden = false;
  lastUndo = undoAll.onclick = undo;
  setTimeout(withdraw, UNDO_SECONDS * 1_000);
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

// What was not done is not undone: that would undo what somebody else did.
function forgetUndo(row) {
  if (lastUndo === undone.get(row)) lastUndo = null;
  undone.delete(row);
  row.querySelector("[data-undo]").hidden = true;
}

function count(head, values) {
  const operation = { ...subjectOf(head), ...values };
  if (values.step && countOf(head) + values.step < 0) return;
  enactCount({ ...operation, key: ask(operation) });
  announce(`${head.querySelector("[role=group]").ariaLabel}${SPACE}: ${countOf(head)}`);
  tellClosing();
}

function typeCount(head, typed) {
  const number = Number(typed.value);
  if (typed.value === "" || !typed.checkValidity()) {
    tell(`${head.querySelector(".heads-label").textContent}${SPACE}: écrivez un nombre, de 0 à 100${SPACE}000.`);
    showCount(head, countOf(head));
  } else if (number !== countOf(head)) count(head, { number, base: head.dataset.base || null });
}

// Answers

function acknowledged(operation, { outcome, messages, rows: states, at }, of) {
  if (of !== address) return;
  // What another page has sent for this one comes without its words: a device keeps no name.
  const told = messages.length ? messages : ["Quelqu’un d’autre a noté cette ligne entre-temps."];
  for (const state of states) {
    // Of a file matched to another meanwhile, the answer gives the real one.
    const row = rowOf(state.row) ?? (states.length === 1 ? rowOf(targetOf(operation).join(":")) : null);
    if (row) settle(row, { ...state, at }, operation, outcome === "conflict" ? told : []);
    const head = headOf(state.row);
    if (head && !queue.waitingAt(address).length) takeCount(head, state);
  }
  // On a sheet that is shut, a row that nobody had marked stays so.
  for (const row of waitingFor(operation)) goBack(row);
  if (outcome === "conflict") tell(told.join(" "));
}

function settle(row, state, operation, messages) {
  const isLast = row.dataset.base === operation.key;
  known.set(row, { ...state, base: state.base ?? "" });
  if (messages.length) {
    forgetUndo(row);
    row.querySelector("[data-message]").textContent = `${messages[0]} Touchez la ligne pour trancher.`;
    row.querySelector("[data-conflict]").hidden = false;
  } else if (isLast) {
    row.querySelector("[data-conflict]").hidden = true;
  }
  if (isLast) takeState(row, state); // or tapped again since: the next answer settles it
}

function takeState(row, state) {
  row.classList.remove("is-waiting");
  row.dataset.base = state.base ?? "";
  row.dataset.noted = state.at ?? "";
  show(row, state);
}

// What makes no sense is not sent again: the row goes back to what the server last said of it.
function refused(operation, message, of) {
  if (of !== address) return;
  const [subject, id] = targetOf(operation);
  const row = subject && rowOf(`${subject}:${id}`);
  tell(row ? `${nameOf(row)}${SPACE}: ${message}` : message);
  if (operation.kind === "count") uncount(headOf(idOf(operation)));
  if (row) forgetUndo(row);
  for (const each of waitingFor(operation)) goBack(each);
  queue.understood([operation.key]);
}

const waitingFor = ({ key }) => roll.querySelectorAll(`[data-row][data-base="${CSS.escape(key)}"].is-waiting`);

function goBack(row) {
  const state = known.get(row);
  if (state) takeState(row, state);
  else row.remove();
}

function targetOf({ kind, key, person, alias, code }) {
  if (kind === "add_person") return ["person", key];
  return person ? ["person", person] : ["alias", alias ?? code];
}

// To what the server last told, and what was tapped since.
function uncount(head) {
  takeCount(head, { count: head.dataset.counted, base: head.dataset.base });
  for (const { body } of queue.waitingAt(address)) if (body.kind === "count" && headOf(idOf(body)) === head) enactCount(body);
}

function tell(message) {
  const note = roll.querySelector("[data-refused]");
  note.querySelector("p").textContent = message;
  note.hidden = false;
}

// A page opened again: over what this device has done since it was served, sent or not. Without network it may be the
// copy of an hour ago.

async function restore() {
  await queue.ready;
  for (const { body, answer, at, refusal } of queue.recordsAt(address)) {
    if (refusal) continue;
    if (answer) retake(body, answer.rows, at);
    else ENACTED[body.kind]?.(body);
  }
}

function retake(body, states, at) {
  const isSince = Date.parse(at) > Date.parse(roll.dataset.servedAt);
  if (isSince && body.kind !== "count") ENACTED[body.kind]?.(body);
  for (const state of states) {
    const row = rowOf(state.row);
    const head = isSince && headOf(state.row);
    if (head) takeCount(head, state);
    if (row && (row.dataset.base === body.key || Date.parse(at) > (Date.parse(row.dataset.noted) || 0))) {
      known.set(row, { ...state, base: state.base ?? "", at });
      takeState(row, { ...state, at });
    }
  }
}

// What colleagues have done meanwhile on their own devices.

function take(page) {
  const fresh = page.getElementById("roll");
  if (fresh.dataset.shut !== roll.dataset.shut) return tell("La feuille vient d’être close ou rouverte. Rechargez la page.");
  const listed = [...fresh.querySelectorAll("[data-rows] > [data-row]")];
  for (const row of listed) takeRow(row);
  const names = new Set(listed.map((row) => row.dataset.row));
  for (const row of [...rows?.children ?? []]) {
    if (!names.has(row.dataset.row) && !isBusy(row)) row.remove();
  }
  for (const head of fresh.querySelectorAll("[data-head]")) {
    takeCount(headOf(head.dataset.head), { count: countOf(head), base: head.dataset.base });
  }
  if (rows) tellSums();
}

function takeRow(fresh) {
  const row = rowOf(fresh.dataset.row);
  if (row && (isBusy(row) || row.dataset.base === fresh.dataset.base)) return;
  const isFocused = row?.contains(document.activeElement);
  const taken = document.importNode(fresh, true);
  known.set(taken, { ...stateOf(taken), base: taken.dataset.base });
  if (row) row.replaceWith(taken);
  else place(taken);
  if (isFocused) taken.querySelector(".roll-tap").focus();
}

const isBusy = (row) => row.classList.contains("is-waiting") || undone.has(row);

// Who was not on the list

function addFound(button) {
  const row = addRow(button.dataset.add, button.dataset.name, button.dataset.age, folded(button.dataset.name));
  set(row, "present");
  document.getElementById("venus").replaceChildren();
  document.getElementById("recherche").value = "";
  row.querySelector(".roll-tap").focus();
}

function addNew(form) {
  const { key: _, csrfmiddlewaretoken: __, ...fields } = Object.fromEntries(new FormData(form));
  const row = enactAddition({ ...fields, key: ask(fields) });
  announce(`${nameOf(row)}${SPACE}: présent`);
  form.reset();
  row.querySelector(".roll-tap").focus();
}

// Hands

// Once what was tapped before is on the page again: a tap builds on it.
roll.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  const act = actOf(button, button?.closest("[data-row]"));
  if (!act) return;
  event.preventDefault();
  restored.then(act);
});

function actOf(button, row) {
  if (!button) return null;
  if (button.matches(".roll-tap")) return () => next(row);
  if (button.matches("[data-undo]")) return () => undone.get(row)?.();
  if (button.matches("[data-leave]")) return () => mark(row, { left_at: "now" });
  if (button.matches("[data-mode]")) return () => mark(row, { mode: button.ariaPressed === "true" ? "" : button.dataset.mode });
  if (button.matches("[data-case]")) return () => mark(row, { case_count: Math.max(0, Number(row.dataset.cases) + Number(button.dataset.case)) });
  if (button.matches("[data-side]")) return () => decide(row, button);
  if (button.matches("[data-step]")) return () => count(button.closest("[data-head]"), { step: Number(button.dataset.step) });
  if (button.matches("[data-add]")) return () => addFound(button);
  if (button.matches("[data-all-present]")) return everyone;
  return null;
}

function decide(row, button) {
  const { kind, person, alias, base, ...values } = JSON.parse(button.value);
  mark(row, values);
}

for (const head of heads()) letType(head);

roll.addEventListener("change", ({ target }) => {
  if (target.matches("[data-typed]")) restored.then(() => typeCount(target.closest("[data-head]"), target));
});

// Enter writes the number down; it presses no button of the form.
roll.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !event.target.matches("[data-typed]")) return;
  event.preventDefault();
  event.target.blur();
});

for (const form of roll.querySelectorAll("[data-new-person], [data-new-alias]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    restored.then(() => addNew(form));
  });
}

for (const form of roll.querySelectorAll("[data-closing]")) {
  form.addEventListener("submit", (event) => {
    if (!queue.waitingAt(address).length) return;
    event.preventDefault();
    tell("Des changements ne sont pas encore envoyés. Attendez qu’ils le soient, puis recommencez.");
  });
}

roll.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.target.matches("input, select, textarea")) return;
  const key = event.key.toLowerCase();
  const row = event.target.closest("[data-row]");
  if (key === "z" && lastUndo) lastUndo();
  else if (row && key in KEYS && !row.querySelector(".roll-tap").disabled) restored.then(() => set(row, KEYS[key]));
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
  if (queue.length && !queue.isLasting) event.preventDefault();
});

for (const row of rows?.children ?? []) known.set(row, { ...stateOf(row), base: row.dataset.base });

const restored = restore().catch((error) => console.error(error));
restored.then(() => { roll.dataset.restored = ""; });
queue.listen({ acknowledged, refused, changed: () => tellUnsent(roll, queue.waitingAt(address)) });
keepUpToDate({ isBusy: () => queue.waitingAt(address).length > 0, take });
dispatchEvent(new Event("sheet-ready")); // see early_taps.js
