// Says in Danish that the screen has lost its server, and follows the server back. Streamlit tries again by itself too,
// but says nothing at first, and then opens a dialog in English. It does not notice a network that is gone without a
// word. A server that comes back with another page than this one, as a new version does, is met with that page.
(() => {
  const NOTICED = 1500, FIRST = 15000, BETWEEN = 20000, BETWEEN_WHILE_AWAY = 3000, TO_ANSWER = 10000; // milliseconds
  const STATE = "data-test-connection-state";
  const LOST = "Forbindelsen til serveren er afbrudt. Skærmen viser det, den sidst fik, og kommer selv igen, når "
    + "serveren svarer.";
  const NEVER = "Skærmen kan ikke få forbindelse til serveren. Den prøver selv igen. Hjælper det ikke, så giv besked "
    + "til den, der passer programmet.";
  const ENDED = "Forbindelsen til serveren er afbrudt. Genindlæs siden for at komme videre.";
  const version = () => document.querySelector("meta[name=version]").content;
  let answers = true, connectedBefore = false, away = 0, timer = 0;

  const bar = document.createElement("div");
  bar.id = "connection";
  bar.role = "status";
  bar.style.cssText = "position: fixed; inset: 0 0 auto; z-index: 1000000; padding: 0.6rem 1rem; text-align: center; "
    + "font: 600 1rem/1.3 sans-serif; color: #fff; background: #1d1d1d";
  bar.hidden = true;

  const say = (words) => {
    bar.hidden = !words;
    if (bar.textContent !== words) bar.textContent = words; // else it would be read aloud again
  };

  const closeEnglish = () => document.querySelectorAll("[role=dialog]").forEach((dialog) => {
    if (dialog.innerText.trim().startsWith("Connection error")) dialog.querySelector("button[aria-label=Close]")?.click();
  });
  const english = new MutationObserver(closeEnglish);

  const followVersion = async () => {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" }, cache: "no-store" });
    const sent = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("meta[name=version]");
    if (sent && sent.content !== version()) location.reload();
  };

  const look = () => {
    const state = document.querySelector(`[${STATE}]`)?.getAttribute(STATE);
    const connected = state === "CONNECTED";
    if (connected && answers) {
      if (away && connectedBefore) followVersion().catch(() => {}); // it has gone again: that is seen the next time
      connectedBefore = true;
      away = 0;
      english.disconnect();
      say("");
      return;
    }
    if (!away) {
      away = Date.now();
      setTimeout(look, NOTICED);
      setTimeout(look, FIRST);
      english.observe(document.documentElement, { childList: true, subtree: true });
    }
    if (state === "DISCONNECTED_FOREVER") say(ENDED);
    else if (Date.now() - away >= (connectedBefore ? NOTICED : FIRST)) say(connectedBefore ? LOST : NEVER);
  };

  const ask = async () => {
    clearTimeout(timer);
    const health = location.pathname.replace(/[^/]*$/, "_stcore/health");
    try {
      answers = (await fetch(health, { cache: "no-store", signal: AbortSignal.timeout(TO_ANSWER) })).status < 500;
    } catch (fault) {
      answers = false;
    }
    look();
    clearTimeout(timer);
    timer = setTimeout(() => document.hidden || ask(), answers ? BETWEEN : BETWEEN_WHILE_AWAY);
  };

  new MutationObserver(look).observe(document, { attributes: true, subtree: true, attributeFilter: [STATE] });
  for (const event of ["online", "offline"]) addEventListener(event, ask);
  document.addEventListener("visibilitychange", () => document.hidden || ask());
  addEventListener("DOMContentLoaded", () => {
    document.body.append(bar);
    look();
    timer = setTimeout(() => document.hidden || ask(), BETWEEN);
  });
})();
