// An open sheet learns what colleagues do at the same door, and its copy for hours without network stays fresh.

import { fetchFresh } from "./kept_pages.js";
import { queue } from "./roll_queue.js";

const EVERY = 30_000;
const AFTER_A_TAP = 3_000;

// `isBusy()`: something is still to be sent; `take(page)`: a Document, served just now.
export function keepUpToDate({ isBusy, take }) {
  let timer;
  let taps = 0; // a page that was asked before the last tap knows nothing of it
  let pause = EVERY;

  async function refresh() {
    pause = EVERY;
    try {
      if (document.hidden || !navigator.onLine || isBusy()) return;
      const before = taps;
      const text = await fetchFresh(location.pathname);
      if (text && before === taps && !isBusy()) take(new DOMParser().parseFromString(text, "text/html"));
    } finally {
      wait(pause);
    }
  }

  function wait(time) {
    clearTimeout(timer);
    timer = setTimeout(refresh, time);
  }

  function tapped() {
    taps += 1;
    pause = AFTER_A_TAP;
    wait(pause);
  }

  queue.listen({ acknowledged: tapped, refused: tapped });
  document.addEventListener("visibilitychange", () => document.hidden || wait(0));
  wait(EVERY);
}
