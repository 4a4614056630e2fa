// An open sheet learns what colleagues do at the same door, and its copy for hours without network stays fresh.

import { fetchFresh } from "./kept_pages.js";
import { queue } from "./roll_queue.js";

const EVERY = 30_000;
const AFTER_A_TAP = 3_000;

// `isBusy()`: something is still to be sent; `take(page)`: a Document, served just now.
export function keepUpToDate({ isBusy, take }) {
  let timer;

  async function refresh() {
    if (!document.hidden && navigator.onLine && !isBusy()) {
      const text = await fetchFresh(location.pathname);
      if (text && !isBusy()) take(new DOMParser().parseFromString(text, "text/html"));
    }
    wait(EVERY);
  }

  function wait(pause) {
    clearTimeout(timer);
    timer = setTimeout(refresh, pause);
  }

  queue.listen({ acknowledged: () => wait(AFTER_A_TAP) });
  document.addEventListener("visibilitychange", () => document.hidden || wait(0));
  wait(EVERY);
}
