// What has been tapped and not yet acknowledged, sent one after the other in the order of the taps.
// An operation leaves the queue only when an answer of ours names its key: a page of sign-in, a captive
// portal, a redirection or a silence leave it there, to be sent again, word for word.

const PATIENCE = 20_000;
const PAUSES = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];

export class RollQueue {
  #operations = [];
  #failures = 0;
  #isSending = false;
  #timer;

  // `acknowledged(operation, answer)`, `refused(operation, message)`, `changed(queue)`.
  constructor({ address, token, acknowledged, refused, changed }) {
    Object.assign(this, { address, token, acknowledged, refused, changed });
    addEventListener("online", () => this.send());
  }

  get length() {
    return this.#operations.length;
  }

  get isFailing() {
    return this.#failures > 0;
  }

  has(key) {
    return this.#operations.some((operation) => operation.key === key);
  }

  add(operation) {
    this.#operations.push({ made_at: new Date().toISOString(), ...operation });
    this.changed(this);
    this.send();
  }

  async send() {
    if (this.#isSending) return;
    clearTimeout(this.#timer);
    this.#isSending = true;
    while (this.#operations.length) {
      const operation = this.#operations[0];
      const answer = await this.#ask(operation);
      if (answer?.acknowledged === operation.key) {
        this.#settle();
        this.acknowledged(operation, answer);
      } else if (answer?.refused === operation.key) {
        this.#settle();
        this.refused(operation, answer.message);
      } else {
        this.#failures += 1;
        this.#timer = setTimeout(() => this.send(), PAUSES[Math.min(this.#failures, PAUSES.length) - 1]);
        break;
      }
    }
    this.#isSending = false;
    this.changed(this);
  }

  #settle() {
    this.#operations.shift();
    this.#failures = 0;
    this.changed(this);
  }

  async #ask(operation) {
    try {
      const response = await fetch(this.address, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-CSRFToken": this.token },
        body: JSON.stringify(operation),
        redirect: "error",
        signal: AbortSignal.timeout(PATIENCE),
      });
      return await response.json();
    } catch {
      return null; // no network, no answer in time, or not an answer of ours
    }
  }
}
