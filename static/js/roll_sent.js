// How much of what was tapped is still on the device: always there, so that nothing moves under the thumb.

import { SPACE } from "./roll_states.js";

export function tellUnsent(page, { length }) {
  const words = page.querySelector("[data-sent]");
  words.hidden = false;
  words.textContent = length ? `${length}${SPACE}à envoyer` : words.dataset.sent;
  words.classList.toggle("is-waiting", length > 0);
}
