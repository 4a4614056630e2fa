// Head counts: one more, one less, or the number that was counted, typed.

import { roll } from "./roll_rows.js";

export const heads = () => [...roll.querySelectorAll("[data-head]")];
export const headOf = (id) => roll.querySelector(`[data-head="${CSS.escape(id)}"]`);
export const idOf = ({ group, sex, is_estimate }) => `tally:${group}:${sex}:${Number(is_estimate)}`;
export const countOf = (head) => Number(head.querySelector("[data-count]").textContent);
// What the buttons of a head ask, but for the step.
export const subjectOf = (head) => {
  const { step, ...subject } = JSON.parse(head.querySelector("[data-step]").value);
  return subject;
};

export function showCount(head, count) {
  head.querySelector("[data-count]").textContent = count;
  const typed = head.querySelector("[data-typed]");
  if (typed && typed !== document.activeElement) typed.value = count; // not under the fingers
}

// As the server last told it. What is being typed builds on what was seen: the server tells who came between.
export function takeCount(head, { count, base }) {
  if (head.querySelector("[data-typed]:focus")) return;
  head.dataset.counted = count;
  head.dataset.base = base ?? "";
  showCount(head, count);
}

// Made here: in a form without script, to type a number and Enter would press its first button.
export function letType(head) {
  const shown = head.querySelector("[data-count]");
  if (head.querySelector("[data-step]").disabled) return;
  const label = head.querySelector(".heads-label").textContent;
  const typed = Object.assign(document.createElement("input"), {
    type: "number", className: "form-control", min: 0, max: 100_000, value: shown.textContent, ariaLabel: label,
  });
  typed.dataset.typed = "";
  typed.inputMode = "numeric";
  shown.hidden = true;
  shown.after(typed);
}
