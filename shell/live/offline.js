// Hands out the phone's page as last seen where there is no network.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim().then(keepWhatIsOpen)));
self.addEventListener("fetch", (event) => {
  if (event.request.mode !== "navigate") return;
  event.respondWith(
    fetch(event.request)
      .then((answer) => {
        if (answer.ok) {
          const copy = answer.clone();
          event.waitUntil(caches.open("bord").then((cache) => cache.put(event.request, copy)));
        }
        return answer;
      })
      .catch(() =>
        caches.open("bord").then((cache) => cache.match(event.request).then((kept) => kept || Response.error()))
      )
  );
});

function keepWhatIsOpen() {
  return Promise.all([self.clients.matchAll({ includeUncontrolled: true }), caches.open("bord")]).then(
    ([pages, cache]) => Promise.all(pages.map((page) => cache.add(page.url)))
  );
}
