// What has been tapped and not yet acknowledged: kept on the device, sent in the order of the taps, by whichever page
// of Trame is open, and only as the one who tapped. An operation leaves the queue only when an answer of ours names
// its key: a page of sign-in, a captive portal, a redirection or a silence leave it there, to be sent again, word for
// word.

import { openStore } from "./operations_store.js";

const PATIENCE = 20_000;
const PAUSES = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];
const A_DAY = 24 * 3_600_000;
const MOST_AT_ONCE = 50;

const owner = document.body.dataset.user ?? "";

export function newKey() {
  if (crypto.randomUUID) return crypto.randomUUID();
  // Without https there is no randomUUID.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

class RollQueue {
  ready;
  #store;
  #channel = globalThis.BroadcastChannel ? new BroadcastChannel("trame-operations") : { postMessage() {} };
  #records = new Map(); // key → record, whoever tapped it, in the order of the taps
  #keeping = new Map(); // key → promise, while the device writes it down
  #listeners = [];
  #order = 0;
  #failures = 0;
  #isSending = false;
  #timer;
  #reason = "";
  #hopeless = new Set(); // keys that the server holds for good
  #isFull = false;

  constructor() {
    this.ready = this.#open();
  }

  async #open() {
    this.#store = await openStore();
    await this.#read();
    this.#channel.onmessage = () => this.#read();
    addEventListener("online", () => this.send());
    document.addEventListener("visibilitychange", () => document.hidden || this.send());
    this.send();
  }

  // `acknowledged(body, answer, address)`, `refused(body, message, address)`, `changed(queue)`: all optional.
  listen(listener) {
    this.#listeners.push(listener);
    listener.changed?.(this);
  }

  get length() {
    return this.waiting().length;
  }

  // Of somebody else who uses this device: they wait for that person.
  get othersLength() {
    return [...this.#records.values()].filter((record) => record.owner !== owner && !record.answer).length;
  }

  get isFailing() {
    return this.#failures > 0;
  }

  // Why nothing leaves, in French, when the server has said it.
  get reason() {
    return this.#reason;
  }

  get hopelessLength() {
    return this.#hopeless.size;
  }

  async giveUp() {
    for (const key of this.#hopeless) {
      this.#records.delete(key);
      await this.#store.remove(key);
      this.#channel.postMessage(key);
    }
    this.#hopeless.clear();
    this.#reason = "";
    this.#tell();
    this.send();
  }

  get isLasting() {
    return !this.#isFull && (this.#store?.isLasting ?? true);
  }

  has(key) {
    const record = this.#records.get(key);
    return Boolean(record && !record.answer);
  }

  // Of this account, in the order of the taps.
  waiting() {
    return this.#mine().filter((record) => !record.answer);
  }

  waitingAt(address) {
    return this.waiting().filter((record) => record.address === address);
  }

  // What this device did there: sent already, with its answer, or not yet.
  recordsAt(address) {
    return this.#mine().filter((record) => record.address === address);
  }

  // The key under which it is known.
  add(operation, address) {
    const key = newKey();
    this.#order = Math.max(this.#order + 1, Date.now() * 1_000);
    const body = { key, by: owner, made_at: new Date().toISOString(), ...operation };
    const record = { key, owner, order: this.#order, address, body, answer: null, at: null };
    this.#records.set(key, record);
    this.#keeping.set(key, this.#write(record));
    this.#tell();
    return key;
  }

  // Nothing is sent before it is kept, unless the device cannot keep any more.
  async #write(record) {
    await this.ready;
    await this.#store.put(record).catch(() => { this.#isFull = true; });
    this.#keeping.delete(record.key);
    this.#channel.postMessage(record.key);
    this.send();
  }

  // Until nothing is left, or until something does not answer.
  async send() {
    await this.ready;
    if (this.#isSending || !this.length) return;
    this.#isSending = true;
    clearTimeout(this.#timer);
    try {
      await alone(() => this.#drain());
    } finally {
      this.#isSending = false;
    }
    if (this.#failures) this.#timer = setTimeout(() => this.send(), PAUSES[Math.min(this.#failures, PAUSES.length) - 1]);
    else if (this.length) this.send(); // tapped while the last answer was read
    this.#tell();
  }

  async #drain() {
    await this.#read();
    const silent = new Set();
    this.#reason = "";
    for (;;) {
      const next = this.waiting().find((record) => !silent.has(record.address));
      if (!next) break;
      const batch = this.waitingAt(next.address).slice(0, MOST_AT_ONCE);
      await Promise.all(batch.map((record) => this.#keeping.get(record.key)));
      const answers = await this.#ask(batch);
      if (!answers) {
        this.#failures += 1;
        return;
      }
      for (const [rank, record] of batch.entries()) {
        if (!await this.#settle(record, answers[rank])) silent.add(record.address);
      }
    }
    this.#failures = silent.size ? this.#failures + 1 : 0;
  }

  async #settle(record, answer) {
    const { key, body } = record;
    if (answer?.acknowledged === key) {
      // Kept a while: a page from before, opened without network, does not know it yet.
      await this.#keep({ ...record, answer: { rows: answer.rows }, at: answer.at });
      this.#each("acknowledged", body, answer, record.address);
    } else if (answer?.refused === key) {
      this.#records.delete(key);
      await this.#store.remove(key);
      this.#each("refused", body, answer.message, record.address);
    } else {
      if (answer?.held === key) this.#reason = answer.message;
      if (answer?.held === key && answer.is_hopeless) this.#hopeless.add(key);
      return false;
    }
    this.#channel.postMessage(key);
    this.#tell();
    return true;
  }

  // A device that cannot write it down asks again after a reload, and gets the same answer.
  async #keep(record) {
    this.#records.set(record.key, record);
    await this.#store.put(record).catch(() => { this.#isFull = true; });
  }

  // null: no network, no answer in time. Otherwise an answer an operation, or nothing that is ours.
  async #ask(batch) {
    const bodies = batch.map((record) => record.body);
    try {
      const response = await fetch(batch[0].address, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-CSRFToken": token() },
        body: JSON.stringify(bodies.length === 1 ? bodies[0] : { operations: bodies }),
        redirect: "manual",
        signal: AbortSignal.timeout?.(PATIENCE), // browsers of before 2022 wait longer
      });
      const answer = await response.json().catch(() => ({}));
      return answer.answers ?? [answer];
    } catch {
      return null;
    }
  }

  // The database of the device says what other pages have added or sent.
  async #read() {
    const records = (await this.#store.all()).sort((a, b) => a.order - b.order);
    const kept = new Map(records.map((record) => [record.key, record]));
    for (const record of records) {
      const known = this.#records.get(record.key);
      if (known && !known.answer && record.answer) {
        this.#each("acknowledged", record.body, { ...record.answer, at: record.at, messages: [] }, record.address);
      }
      if (record.answer && Date.now() - Date.parse(record.at) > A_DAY) {
        kept.delete(record.key);
        await this.#store.remove(record.key);
      }
    }
    const beingKept = [...this.#records.values()].filter((record) => this.#isFull ? !record.answer : this.#keeping.has(record.key));
    this.#records = new Map([...kept.values(), ...beingKept].map((record) => [record.key, record]));
    this.#order = Math.max(this.#order, ...records.map((record) => record.order));
    this.#tell();
  }

  #mine() {
    return [...this.#records.values()].filter((record) => record.owner === owner);
  }

  #each(word, ...told) {
    for (const listener of this.#listeners) listener[word]?.(...told);
  }

  #tell() {
    this.#each("changed", this);
  }
}

// One page at a time: two would send the same operations twice, in any order.
function alone(work) {
  return navigator.locks ? navigator.locks.request("trame-operations", work) : work();
}

// As the browser holds it now: the page may be older than the session.
function token() {
  const cookie = document.cookie.split("; ").find((pair) => pair.startsWith("csrftoken="));
  return cookie?.slice("csrftoken=".length) ?? document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";
}

export const queue = new RollQueue();
