// What was tapped on this device, in its own database: it outlives the page, the browser and the battery.
//
// A record: { key, owner, order, address, body, answer, at, refusal? }. `body` is what is sent, word for word: ids, statuses,
// counts, hours, and of somebody whom nobody knew a first name, an age band and a sex. `answer` is null until the
// server has acknowledged it, `at` is when it did; `refusal` is why it did not, until somebody has read it.

const NAME = "trame";
const VERSION = 1;
const STORE = "operations";
const PATIENCE = 5_000;

function opened() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "key" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("blocked"));
  });
}

// A page of a newer version waits for this one to let go; some browsers let go of a page that sleeps.
async function connected() {
  const database = await opened();
  database.onversionchange = () => database.close();
  return database;
}

class DeviceStore {
  isLasting = true;
  #database;

  constructor(database) {
    this.#database = database;
  }

  all() {
    return this.#do("readonly", (store) => store.getAll());
  }

  put(record) {
    return this.#do("readwrite", (store) => store.put(record));
  }

  remove(key) {
    return this.#do("readwrite", (store) => store.delete(key));
  }

  async #do(mode, ask) {
    try {
      return await this.#once(mode, ask);
    } catch (error) {
      if (error?.name !== "InvalidStateError") throw error;
      this.#database = await connected();
      return this.#once(mode, ask);
    }
  }

  // Resolves once it is written, not once it is asked.
  #once(mode, ask) {
    return new Promise((resolve, reject) => {
      const transaction = this.#database.transaction(STORE, mode, { durability: "strict" });
      const request = ask(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
  }
}

// A browser that keeps nothing (a private window, a full disk): the page must stay open, and says so.
class PageStore {
  isLasting = false;
  #records = new Map();

  async all() {
    return [...this.#records.values()];
  }

  async put(record) {
    this.#records.set(record.key, record);
  }

  async remove(key) {
    this.#records.delete(key);
  }
}

// A database that does not open in time is worth none: nobody waits for it with a tap in hand.
export async function openStore() {
  try {
    const late = new Promise((_, reject) => setTimeout(reject, PATIENCE, new Error("late")));
    const store = new DeviceStore(await Promise.race([connected(), late]));
    await Promise.race([store.all(), late]);
    return store;
  } catch {
    return new PageStore();
  }
}
