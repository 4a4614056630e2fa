// The pages that the service worker keeps for hours without network: « Aujourd’hui » and the sheets of the day.

const PATIENCE = 20_000;
const PAGES = "trame-pages"; // as in templates/centre/service_worker.js
const FRESH_ENOUGH = 10 * 60_000;
const EVERY = 10 * 60_000;

// The text of a page as the server has it now, kept on the way; null without network, or for another account.
export async function fetchFresh(address) {
  try {
    const response = await fetch(address, {
      headers: { "X-Trame-Refresh": "1" },
      redirect: "manual",
      signal: AbortSignal.timeout?.(PATIENCE),
    });
    const user = response.headers.get("X-Trame-User");
    // Signed out on another page, or somebody else by now: this one shows no name any longer.
    if (response.type === "opaqueredirect" || (user !== null && user !== document.body.dataset.user)) location.reload();
    return response.ok && user === document.body.dataset.user ? await response.text() : null;
  } catch {
    return null;
  }
}

// The page itself, read before there was a service worker, and the sheets that it leads to: they open without network,
// even those that nobody has opened yet.
export async function keepAhead(addresses) {
  await governed();
  const pages = await caches.open(PAGES);
  for (const address of addresses) {
    const kept = await pages.match(address);
    const age = Date.now() - Number(kept?.headers.get("X-Trame-Kept-At"));
    if (!kept || age > FRESH_ENOUGH) await fetchFresh(address);
  }
}

// « Ready » is too early: a service worker governs a page once it has claimed it.
function governed() {
  const { serviceWorker } = navigator;
  return serviceWorker.controller ?? new Promise((resolve) => {
    serviceWorker.addEventListener("controllerchange", resolve, { once: true });
  });
}

// As templates/centre/service_worker.js does when it hears that nobody is signed in.
export async function forgetAll() {
  if (!globalThis.caches) return;
  await caches.delete(PAGES);
  const pages = await caches.open(PAGES);
  await pages.put("/whose", new Response("none", { headers: { "X-Trame-Since": Date.now() } }));
}

export function forgetInTime() {
  const forget = () => navigator.serviceWorker.controller?.postMessage("forget");
  setInterval(forget, EVERY);
  forget();
}
