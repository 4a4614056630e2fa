// On every page: what this device has not sent yet is said and sent, the pages of the day are kept, and nobody signs
// out over changes that are still here.

import { forgetAll, forgetInTime, keepAhead } from "./kept_pages.js";
import { queue } from "./roll_queue.js";

const { serviceWorker } = document.body.dataset;
const { user } = document.body.dataset;
const unsent = document.querySelector("[data-unsent]");
const giveUp = unsent?.querySelector("[data-give-up]");
const understand = unsent?.querySelector("[data-understand]");
const SPACE = "\u00a0";
const SOON = 2_000;
let soon;

const changes = (count) => (count === 1 ? "1 changement" : `${count}${SPACE}changements`);

// Refused while another page than its sheet was open.
function refused() {
  const reasons = new Set(queue.refusals().map((record) => record.refusal));
  return reasons.size ? `Un changement noté plus tôt n’a pas été pris${SPACE}: ${[...reasons].join(" ")}` : "";
}

function words({ length, othersLength, isFailing, isLasting, reason }) {
  const waits = length === 1 ? "attend" : "attendent";
  if (length && reason) return `${changes(length)} ${waits} sur cet appareil. ${reason}`;
  if (length && !isLasting) return `${changes(length)} ${waits}. Gardez cette page ouverte${SPACE}: cet appareil ne peut rien garder.`;
  if (length && isFailing) return `${changes(length)} ${waits} le réseau, et ${length === 1 ? "partira de lui-même" : "partiront d’eux-mêmes"}. S’il est revenu, rechargez la page.`;
  if (length) return `${changes(length)} ${length === 1 ? "part" : "partent"}…`;
  if (othersLength && user) return `${changes(othersLength)} d’un autre compte ${othersLength === 1 ? "attend" : "attendent"} ici que cette personne se reconnecte.`;
  if (othersLength) return `${changes(othersLength)} ${othersLength === 1 ? "attend" : "attendent"} sur cet appareil et ${othersLength === 1 ? "partira" : "partiront"} avec le compte qui ${othersLength === 1 ? "l’a noté" : "les a notés"}.`;
  return "";
}

// What leaves at once is not worth a line.
function tell() {
  clearTimeout(soon);
  const text = refused() || words(queue);
  if (!text || queue.isFailing || !queue.length || queue.refusals().length) say(text);
  else soon = setTimeout(() => say(words(queue)), SOON);
}

function say(text) {
  if (!unsent) return;
  const line = unsent.querySelector("[data-unsent-words]");
  unsent.hidden = !text;
  if (line.textContent !== text) line.textContent = text;
  giveUp.hidden = !queue.hopelessLength;
  understand.hidden = !queue.refusals().length;
}

// What the server will never take is the person's own to drop, on purpose: twice.
giveUp?.addEventListener("click", ({ target }) => {
  const sure = `Oui, renoncer à ${changes(queue.hopelessLength)}`;
  if (target.textContent === sure) queue.giveUp();
  else target.textContent = sure;
});

understand?.addEventListener("click", () => queue.understood(queue.refusals().map((record) => record.key)));

async function signOut(form) {
  await queue.send();
  if (!queue.length) {
    await Promise.all([forgetAll(), queue.forgetAnswered()]);
    form.submit();
    return;
  }
  say(`Vous ne pouvez pas encore vous déconnecter${SPACE}: ${changes(queue.length)} ${queue.length === 1 ? "n’est pas envoyé" : "ne sont pas envoyés"}. Retrouvez le réseau, puis recommencez.`);
  unsent.scrollIntoView({ block: "nearest" });
}

for (const form of document.querySelectorAll("[data-sign-out]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    signOut(form);
  });
}

queue.listen({ changed: tell });

if (navigator.serviceWorker && serviceWorker) {
  navigator.serviceWorker.register(serviceWorker);
  forgetInTime();
  const ahead = [...document.querySelectorAll("a[data-keep]")].map((link) => link.pathname);
  const isNew = !navigator.serviceWorker.controller;
  keepAhead(isNew ? [location.pathname, ...ahead] : ahead);
}
