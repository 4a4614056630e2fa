{% load static django_htmx %}// Served at the root of the house: « Aujourd’hui » and the sheets of the day open without network.
//
// A copy is kept of what the server lets be kept (X-Trame-Keep: a day, in Paris), for the account that read it
// (X-Trame-User), until the end of that day, for 24 hours at most, and no longer than that account is signed in.

const FILES = "trame-files";
const PAGES = "trame-pages";
const WHOSE = "/whose";
const A_DAY = 24 * 3_600_000;
const PATIENCE = 4_000;
const HOME = "{% url 'home' %}";
const TODAY = "{% url 'today' %}";
const OFFLINE = "{% url 'offline' %}";
const IS_HASHED = /\.[0-9a-f]{12}\.\w+$/;
const KEPT_FILES = [
  "{% static 'bootstrap/css/bootstrap.min.css' %}",
  "{% static 'css/trame.css' %}",
  "{% static 'css/roll.css' %}",
  "{% url 'sectors_css' %}",
  "{% static 'django_htmx/htmx-2.min.js' %}",
  "{% static 'fonts/Figtree[wght].ttf' %}",
  "{% static 'fonts/BricolageGrotesque[opsz,wdth,wght].ttf' %}",
  "{% static 'img/mark.svg' %}",
  "{% static 'img/weave.svg' %}",
  "{% static 'img/weave-quiet.svg' %}",
  "{% static 'css/roll_paper.css' %}",
  "{% static 'js/device.js' %}",
  "{% static 'js/early_taps.js' %}",
  "{% static 'js/french.js' %}",
  "{% static 'js/kept_pages.js' %}",
  "{% static 'js/operations_store.js' %}",
  "{% static 'js/roll.js' %}",
  "{% static 'js/roll_heads.js' %}",
  "{% static 'js/roll_present.js' %}",
  "{% static 'js/roll_queue.js' %}",
  "{% static 'js/roll_refresh.js' %}",
  "{% static 'js/roll_rows.js' %}",
  "{% static 'js/roll_sent.js' %}",
  "{% static 'js/roll_states.js' %}",
  "{% static 'js/roll_sums.js' %}",
];

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("message", (event) => event.waitUntil(forgetOld()));
addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (KEPT_FILES.includes(pathname)) event.respondWith(file(request));
  else if (request.mode === "navigate") respond(event, page(event));
  else if (request.headers.has("X-Trame-Refresh")) respond(event, fetched(request));
});

// What is kept on the way is written after the answer has left.
function respond(event, response) {
  event.respondWith(response);
  event.waitUntil(response.then(() => keeping, () => null));
}

async function install() {
  const files = await caches.open(FILES);
  // Nobody's page: without the cookie of who happens to be there.
  await Promise.all([files.addAll(KEPT_FILES), files.add(new Request(OFFLINE, { credentials: "omit" }))]);
  await skipWaiting();
}

// A new version: the kept pages name the files of the old one until they are read again.
async function activate() {
  await clients.claim();
  await forgetOld();
  const pages = await caches.open(PAGES);
  const kept = (await pages.keys()).filter(({ url }) => new URL(url).pathname !== WHOSE);
  const read = await Promise.all(kept.map(({ url }) => fetched(new Request(url, { signal: AbortSignal.timeout?.(20_000) })).then((response) => response.ok, () => false)));
  await keeping;
  if (!read.every(Boolean)) return;
  const files = await caches.open(FILES);
  const wanted = new Set([...KEPT_FILES, OFFLINE]);
  for (const { url } of await files.keys()) if (!wanted.has(new URL(url).pathname)) await files.delete(url);
}

async function file(request) {
  const files = await caches.open(FILES);
  const kept = await files.match(request);
  if (kept && IS_HASHED.test(request.url)) return kept;
  const answer = fetch(request).then(async (response) => {
    if (response.ok) await files.put(request, response.clone());
    return response;
  });
  return kept ? soonest(answer, kept) : answer;
}

async function page(event) {
  await forgetOld();
  const answer = fetched(event.request);
  event.waitUntil(answer.catch(() => null));
  const { pathname, search } = new URL(event.request.url);
  const kept = search ? undefined : await copyOf(pathname); // another day is another page
  if (!kept) return answer.catch(offline);
  const heard = answer.then((response) => (isOurs(response) ? response : kept));
  // What a form of the page has just done is worth waiting for: the copy knows nothing of it.
  return event.request.referrer === event.request.url ? heard.catch(() => kept) : soonest(heard, kept);
}

async function offline() {
  const files = await caches.open(FILES);
  return files.match(OFFLINE);
}

// A slow network is worth no more than none.
async function soonest(answer, kept) {
  const late = new Promise((resolve) => setTimeout(() => resolve(kept), PATIENCE));
  return Promise.race([answer.catch(() => kept), late]);
}

// A redirection is the server's, to sign in for one; a page without our header is a captive portal's.
const isOurs = (response) =>
  response.type === "opaqueredirect" || (response.headers.has("X-Trame-User") && response.status < 500);

async function fetched(request) {
  const asked = Date.now();
  const response = await fetch(request);
  const user = response.headers.get("X-Trame-User");
  const { pathname, search } = new URL(request.url);
  const isKept = response.ok && response.headers.has("X-Trame-Keep") && !search;
  if (user !== null) keep({ user, asked, pathname, isGone: !response.ok && response.status < 500, copy: isKept ? response.clone() : null });
  return response;
}

// One after the other: two pages read at once would each find the other's account.
let keeping = Promise.resolve();
function keep(page) {
  keeping = keeping.then(() => put(page)).catch(() => null); // a full device keeps what it has
}

async function put({ user, asked, pathname, isGone, copy }) {
  let pages = await caches.open(PAGES);
  const whose = await pages.match(WHOSE);
  if (await whose?.text() !== user) {
    // Asked before the device changed hands, and slow to come.
    if (asked < Number(whose?.headers.get("X-Trame-Since"))) return;
    await caches.delete(PAGES);
    pages = await caches.open(PAGES);
    await pages.put(WHOSE, new Response(user, { headers: { "X-Trame-Since": Date.now() } }));
  }
  if (isGone) await pages.delete(pathname);
  if (!copy) return;
  const headers = new Headers(copy.headers);
  headers.set("X-Trame-Kept-At", Date.now());
  await pages.put(pathname, new Response(await copy.blob(), { headers }));
}

async function copyOf(pathname) {
  const pages = await caches.open(PAGES);
  return pages.match(pathname === HOME ? TODAY : pathname);
}

async function forgetOld() {
  const pages = await caches.open(PAGES);
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris" }).format(new Date());
  for (const request of await pages.keys()) {
    if (new URL(request.url).pathname === WHOSE) continue;
    const { headers } = await pages.match(request);
    const isOld = Date.now() - Number(headers.get("X-Trame-Kept-At")) > A_DAY;
    if (isOld || headers.get("X-Trame-Keep") !== today) await pages.delete(request);
  }
}
