// What has been tapped and not yet acknowledged: kept on the device, sent in the order of the taps, by whichever page
// of Trame is open, and only as the one who tapped. An operation leaves the queue only when an answer of ours names
// its key: a page of sign-in, a captive portal, a redirection or a silence leave it there, to be sent again, word for
// word.

import { openStore } from "./operations_store.js";

const PATIENCE = 20_000;
const PAUSES = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];
const A_DAY = 24 * 3_600_000;
const MOST_AT_ONCE = 50;
const TOO_OFTEN = 5;

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
  #unanswered = new Map(); // key → how often the server has answered it with a page that is not an answer
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
    const given = [...this.#hopeless].map((key) => this.#records.get(key)).filter(Boolean);
    this.#hopeless.clear();
    this.#reason = "";
    for (const record of given) await this.#forget(record);
    this.send();
  }

  // What the server has refused, until somebody has read why: { key, body, refusal }.
  refusals() {
    return this.#mine().filter((record) => record.refusal);
  }

  async understood(keys) {
    for (const key of keys) {
      this.#records.delete(key);
      await this.#store.remove(key).catch(() => null);
    }
    this.#tell();
  }

  // At sign-out: what is sent already stays on no device.
  async forgetAnswered() {
    await this.understood(this.#mine().filter((record) => record.answer).map((record) => record.key));
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
    } catch (error) {
      this.#failures += 1;
      console.error(error);
    } finally {
      this.#isSending = false;
    }
    if (this.#failures) this.#timer = setTimeout(() => this.send(), PAUSES[Math.min(this.#failures, PAUSES.length) - 1]);
    else if (this.length) this.send(); // tapped while the last answer was read
    this.#tell();
  }

  async #drain() {
    await this.#read();
    const silent = new Set(); // keys that got no answer of ours this time
    this.#reason = "";
    for (;;) {
      const left = this.waiting().filter((record) => !silent.has(record.key));
      if (!left.length) break;
      // What a whole batch got no answer to is asked one by one: none hinders the others.
      const isAlone = this.#unanswered.has(left[0].key);
      const batch = left.filter((record) => record.address === left[0].address).slice(0, isAlone ? 1 : MOST_AT_ONCE);
      await Promise.all(batch.map((record) => this.#keeping.get(record.key)));
      const { answers, status } = await this.#ask(batch);
      const isOurs = answers.some((answer) => answer?.acknowledged || answer?.refused || answer?.held);
      if (!isOurs && status !== 403 && !(status >= 500)) {
        this.#failures += 1; // no network, or somebody else's
        return;
      }
      if (!isOurs && batch.length > 1) {
        for (const { key } of batch) this.#unanswered.set(key, 0);
        continue;
      }
      for (const [rank, record] of batch.entries()) {
        if (!await this.#settle(record, answers[rank], status)) silent.add(record.key);
      }
    }
    this.#failures = silent.size ? this.#failures + 1 : 0;
  }

  async #settle(record, answer, status) {
    const { key, body, address } = record;
    if (answer?.acknowledged === key) {
      // Kept a while: a page from before, opened without network, does not know it yet.
      await this.#keep({ ...record, answer: { rows: answer.rows, outcome: answer.outcome }, at: answer.at });
      this.#each("acknowledged", body, answer, address);
    } else if (answer?.refused === key) {
      await this.#keep({ ...record, answer: { rows: [] }, refusal: answer.message, at: new Date().toISOString() });
      this.#each("refused", body, answer.message, address);
    } else {
      this.#hold(key, answer, status);
      return false;
    }
    this.#unanswered.delete(key);
    this.#channel.postMessage(key);
    this.#tell();
    return true;
  }

  #hold(key, answer, status) {
    if (answer?.held === key) {
      this.#reason = answer.message;
      if (answer.is_hopeless) this.#hopeless.add(key);
      return;
    }
    const times = (this.#unanswered.get(key) ?? 0) + 1;
    this.#unanswered.set(key, times);
    if (times < TOO_OFTEN || (status !== 403 && status < 500)) return;
    this.#reason = "Le serveur ne les prend pas. Reconnectez-vous, puis parlez-en à la direction.";
    this.#hopeless.add(key);
  }

  // Somebody gave it up, here or on another page.
  async #forget(record) {
    this.#records.delete(record.key);
    await this.#store.remove(record.key).catch(() => null);
    this.#channel.postMessage(record.key);
    this.#each("refused", record.body, "Ce changement n’a pas été enregistré.", record.address);
    this.#tell();
  }

  // A device that cannot write it down asks again after a reload, and gets the same answer.
  async #keep(record) {
    this.#records.set(record.key, record);
    await this.#store.put(record).catch(() => { this.#isFull = true; });
  }

  // Without status: no network, no answer in time. Otherwise an answer an operation, or nothing that is ours.
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
      // A redirection, to sign in for one, has no status that a page may read.
      return { answers: answer.answers ?? [answer], status: response.status || 302 };
    } catch {
      return { answers: [] };
    }
  }

  // The database of the device says what other pages have added or sent. Nothing waits between what it says and what
  // is made of it: a tap in between would be neither in the one nor in the other.
  async #read() {
    const asked = new Set([...this.#records.values()].filter((record) => !record.answer && !this.#keeping.has(record.key)));
    const found = await this.#store.all().catch(() => { this.#isFull = true; return []; });
    const records = found.sort((a, b) => a.order - b.order);
    const old = records.filter(isOver);
    const kept = new Map(records.filter((record) => !isOver(record)).map((record) => [record.key, record]));
    const known = this.#records;
    const beingKept = [...known.values()].filter((record) => !kept.has(record.key) && (this.#isFull ? !record.answer : this.#keeping.has(record.key)));
    this.#records = new Map([...kept.values(), ...beingKept].map((record) => [record.key, record]));
    this.#order = Math.max(this.#order, ...records.map((record) => record.order));
    for (const record of asked) {
      const now = this.#records.get(record.key);
      if (now?.refusal) this.#each("refused", record.body, now.refusal, record.address);
      else if (now?.answer) this.#each("acknowledged", record.body, { messages: [], ...now.answer, at: now.at }, record.address);
      else if (!now) this.#each("refused", record.body, "Ce changement n’a pas été enregistré.", record.address);
    }
    this.#tell();
    await Promise.all(old.map((record) => this.#store.remove(record.key).catch(() => null)));
  }

  #mine() {
    return [...this.#records.values()].filter((record) => record.owner === owner);
  }

  // What one listener cannot do hinders neither the others nor the sending.
  #each(word, ...told) {
    for (const listener of this.#listeners) {
      try {
        listener[word]?.(...told);
      } catch (error) {
        console.error(error);
      }
    }
  }

  #tell() {
    this.#each("changed", this);
  }
}

// A day after its answer; and at once on a page of somebody else, unless why it was refused is still to be read.
function isOver(record) {
  if (!record.answer) return false;
  if (owner && record.owner !== owner && !record.refusal) return true;
  return Date.now() - Date.parse(record.at) > A_DAY && !record.refusal;
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
