// The month grid: a paper sheet is typed down its column, each cell is sent on its own. Without this file it is a form.

import { queue } from "./roll_queue.js";
import { tellUnsent } from "./roll_sent.js";
import { COUNTED, CYCLE, KEYS, SPACE, split } from "./roll_states.js";

const ERASING = ["delete", "backspace", " ", "0"];
const MOVES = { arrowup: [-1, 0], arrowdown: [1, 0], arrowleft: [0, -1], arrowright: [0, 1] };

const month = document.getElementById("month");
const grid = month.querySelector("table");
const body = grid.tBodies[0];
const heads = [...grid.tHead.rows[0].cells];
const conflicts = month.querySelector("[data-conflicts]");
const known = new WeakMap(); // cell → its state as the server last told it
let undos = []; // the last mark last

// What a cell says

const at = (cell) => [cell.closest("tr").rowIndex, cell.closest("th, td").cellIndex];
const cellAt = (row, column) => grid.rows[row]?.cells[column]?.querySelector("a, button");
const isOpen = (cell) => cell.matches("button:not([aria-disabled])");
const rowOf = (cell) => cell.closest("tr").dataset.row;
const sessionOf = (cell) => heads[at(cell)[1]].dataset.session;
const askedBy = (button) => Object.fromEntries(new URLSearchParams(button.value));
const baseOf = (cell) => cell.dataset.base ?? askedBy(cell).base;
const nameOf = (cell) => cell.ariaLabel.slice(0, cell.ariaLabel.lastIndexOf(`${SPACE}: `));

function cellOf(session, row) {
  const column = heads.findIndex((head) => head.dataset.session === session);
  const line = body.querySelector(`[data-row="${CSS.escape(row)}"]`);
  return column > 0 && line ? line.cells[column].firstElementChild : null;
}

function show(cell, status) {
  const [, ...notes] = cell.ariaLabel.slice(nameOf(cell).length + 3).split(", ");
  cell.ariaLabel = `${nameOf(cell)}${SPACE}: ${[COUNTED[status], ...notes].join(", ")}`;
  if (cell.dataset.status) cell.classList.remove(`state--${cell.dataset.status}`);
  if (status) cell.classList.add(`state--${status}`);
  cell.dataset.status = status;
  tellSums(...at(cell));
}

const present = (cells) => cells.filter((cell) => cell?.dataset.status === "present").length;

function tellSums(row, column) {
  const line = grid.rows[row];
  line.querySelector("[data-sum]").textContent = present([...line.querySelectorAll("button")]);
  const sums = grid.tFoot.rows[0].cells;
  sums[column].textContent = present([...body.rows].map((each) => each.cells[column].firstElementChild));
  month.querySelector("[data-total]").textContent =
    [...sums].slice(1, -1).reduce((total, sum) => total + Number(sum.textContent), 0);
}

const announce = (words) => { month.querySelector("[data-live]").textContent = words; };

function tell(message) {
  const note = month.querySelector("[data-refused]");
  note.querySelector("p").textContent = message;
  note.hidden = false;
}

// Operations

function mark(cell, values, { canUndo = true } = {}) {
  const [subject, key] = split(rowOf(cell));
  const session = sessionOf(cell);
  const before = cell.dataset.status;
  const base = baseOf(cell);
  if (!known.has(cell)) known.set(cell, { status: before, base });
  const operation = { kind: "mark", session, [subject]: key, base: base || null, ...values };
  wait(cell, queue.add(operation, month.dataset.operations.replace("SEANCE", encodeURIComponent(session))));
  show(cell, values.status ?? before);
  announce(cell.ariaLabel);
  if (canUndo && "status" in values) undos.push([cell, before]);
}

function wait(cell, key) {
  cell.dataset.base = key;
  cell.classList.add("is-waiting");
}

// What a page from before has typed here and not sent yet.
async function restore() {
  await queue.ready;
  for (const { key, body } of queue.waiting()) {
    const cell = targetOf(body);
    if (!cell || cell.dataset.base === key) continue;
    if (!known.has(cell)) known.set(cell, { status: cell.dataset.status, base: baseOf(cell) });
    wait(cell, key);
    show(cell, body.status ?? cell.dataset.status);
  }
}

function undo() {
  const last = undos.pop();
  if (!last) return;
  const [cell, status] = last;
  mark(cell, { status }, { canUndo: false });
  go(cell);
}

// Answers

function acknowledged(operation, { outcome, messages, rows, session }) {
  for (const state of rows) {
    const cell = cellOf(operation.session, state.row);
    if (cell) settle(cell, state, operation, outcome === "conflict");
  }
  const cell = targetOf(operation);
  if (outcome !== "conflict" || !cell) return;
  forgetUndo(cell);
  if (!rows.length) goBack(cell, operation);
  showConflict(cell, operation, messages, session.is_roll_shut);
}

function settle(cell, { status, base }, operation, isConflict) {
  known.set(cell, { status, base: base ?? "" });
  const isLast = cell.dataset.base === operation.key;
  if (!isLast && cell.matches(".is-waiting")) return; // marked again since: the next answer settles it
  cell.classList.remove("is-waiting");
  cell.dataset.base = base ?? "";
  show(cell, status);
  if (!isConflict) forgetConflict(cell);
}

// What makes no sense is not sent again.
function refused(operation, message) {
  const cell = targetOf(operation);
  tell(cell ? `${nameOf(cell)}${SPACE}: ${message}` : message);
  if (!cell) return;
  forgetUndo(cell);
  goBack(cell, operation);
  queue.understood([operation.key]);
}

// What was not done is not undone: that would undo what somebody else did.
function forgetUndo(cell) {
  undos = undos.filter(([other]) => other !== cell);
}

function goBack(cell, operation) {
  const state = known.get(cell);
  if (cell.dataset.base !== operation.key || !state) return;
  cell.classList.remove("is-waiting");
  cell.dataset.base = state.base;
  show(cell, state.status);
}

function targetOf({ session, person, alias }) {
  return cellOf(session, person ? `person:${person}` : `alias:${alias}`);
}

// Conflicts

const conflictOf = (cell) => conflicts.querySelector(
  `[data-session="${CSS.escape(sessionOf(cell))}"][data-of="${CSS.escape(rowOf(cell))}"]`,
);

function showConflict(cell, operation, messages, isShut) {
  conflictOf(cell)?.remove();
  const line = document.getElementById("nouveau-conflit").content.firstElementChild.cloneNode(true);
  Object.assign(line.dataset, { session: sessionOf(cell), of: rowOf(cell) });
  line.querySelector("[data-label]").textContent = nameOf(cell);
  line.querySelector("[data-message]").textContent = messages.join(" ");
  const actions = line.querySelector(".actions");
  if (isShut) actions.append(sheetLink(cell));
  else actions.append(side("Garder", cell.dataset.status), side("Noter", operation.status));
  conflicts.querySelector("ul").append(line);
  conflicts.hidden = false;
  cell.classList.add("cell--conflict");
  announce(`${nameOf(cell)}${SPACE}: à trancher. ${messages.join(" ")}`);
}

function side(verb, status) {
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "btn btn-quiet", value: new URLSearchParams({ status }) });
  button.dataset.side = "";
  button.textContent = `${verb} «${SPACE}${COUNTED[status]}${SPACE}»`;
  return button;
}

function sheetLink(cell) {
  const link = document.createElement("a");
  link.href = heads[at(cell)[1]].querySelector("a").href;
  link.textContent = "Ouvrir la feuille";
  return link;
}

function decide(button) {
  const line = button.closest("[data-conflict]");
  const cell = cellOf(line.dataset.session, line.dataset.of);
  const { session, kind, person, alias, base, ...values } = askedBy(button);
  mark(cell, values);
  go(cell);
}

function forgetConflict(cell) {
  cell.classList.remove("cell--conflict");
  cell.ariaLabel = cell.ariaLabel.replace(", à trancher", "");
  conflictOf(cell)?.remove();
  conflicts.hidden = !conflicts.querySelector("[data-conflict]");
}

// Hands

let current = null; // the one cell that Tab reaches

function go(cell) {
  hold(cell);
  cell.focus({ preventScroll: true });
  cell.scrollIntoView({ block: "nearest", inline: "nearest" }); // clear of the heads, which focus alone forgets
}

function hold(cell) {
  if (current) current.tabIndex = -1;
  current = cell;
  cell.tabIndex = 0;
}

function move(cell, [down, across]) {
  const [row, column] = at(cell);
  const next = cellAt(row + down, column + across);
  if (next) go(next);
}

// As the paper reads: the next one who is expected that day.
function goDown(cell) {
  let [row, column] = at(cell);
  let next = cellAt(++row, column);
  while (next && !isExpected(next)) next = cellAt(++row, column);
  if (next) go(next);
}

const isExpected = (cell) => !cell.matches(".cell--out") || cell.dataset.status !== "";

function whyShut(cell) {
  announce(cell.ariaLabel);
}

month.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  event.preventDefault();
  if (button.matches("[data-side]")) return decide(button);
  hold(button);
  if (!isOpen(button)) return whyShut(button);
  mark(button, { status: CYCLE[button.dataset.status] });
});

grid.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const cell = event.target.closest("a, button");
  const key = event.key.toLowerCase();
  if (!cell) return;
  if (key in MOVES) move(cell, MOVES[key]);
  else if (key === "home" || key === "end") go(cellAt(at(cell)[0], key === "home" ? 1 : heads.length - 2));
  else if (key === "z") undo();
  else if (key in KEYS || ERASING.includes(key)) type(cell, key);
  else return;
  event.preventDefault();
});

// In Firefox a button answers to Space when it is released.
grid.addEventListener("keyup", (event) => {
  if (event.key === " ") event.preventDefault();
});

function type(cell, key) {
  if (!isOpen(cell)) return whyShut(cell);
  const status = KEYS[key] ?? "";
  if (status !== cell.dataset.status) mark(cell, { status });
  if (status) goDown(cell);
}

grid.addEventListener("focusin", (event) => {
  if (event.target.matches("a, button")) hold(event.target);
});

addEventListener("beforeunload", (event) => {
  if (queue.length && !queue.isLasting) event.preventDefault();
});

grid.setAttribute("role", "grid");
grid.setAttribute("aria-label", grid.caption.textContent);
for (const cell of grid.querySelectorAll("a, button")) cell.tabIndex = -1;
hold([...body.querySelectorAll("button")].find(isOpen) ?? body.querySelector("button"));
month.querySelector("[data-help]").hidden = false;
restore();
queue.listen({ acknowledged, refused, changed: () => tellUnsent(month, queue) });
dispatchEvent(new Event("sheet-ready")); // see early_taps.js
