// Keeps each tick and note on the phone until the server has said that it has it.
(function () {
  "use strict";
  const DEBOUNCE = 400, POLL = 10000, TIMEOUT = 15000, FIRST_PAUSE = 2000, LONGEST_PAUSE = 30000;
  const MOST_FIELDS_AT_ONCE = 10; // ten of the longest notes keep within the 64 KB that the server takes
  const WORDS = { done: "V", wished: "X" };
  const key = location.pathname.replace(/\/+$/, "").split("/").pop();
  const address = location.pathname.replace(/\/+$/, "") + "/svar";
  const prefix = "bord/" + key + "/", known = "kendt/" + key, own = "telefon/" + key;
  const places = JSON.parse(document.getElementById("places").textContent);
  const controls = new Map(); // name of a field -> its checkbox or textarea
  const unsent = new Map(); // name of a field -> what it was set to, and the number of that change
  const held = new Set(); // names of fields that there was no room for; sent again when something is changed
  let server = new Map(); // name of a field -> what the server has
  let refused = 0, stored = true, open = true, gone = false, deleted = false, heard = false, reached = true, turnedAway = false;
  let phone = "", highest = 0; // who sends, to the server a mere number; and the number of the newest change
  let busy = false, failures = 0, timer = 0;

  const name = (theme, item, field) => JSON.stringify([theme, item, field]);

  function load() {
    try {
      [phone, highest] = JSON.parse(localStorage.getItem(own) || '["", 0]');
      const found = [];
      for (let index = 0; index < localStorage.length; index++) {
        const kept = localStorage.key(index);
        if (kept.indexOf(prefix) === 0) found.push([kept.slice(prefix.length), JSON.parse(localStorage.getItem(kept))]);
      }
      // A former page kept the value alone.
      for (const [field, kept] of found) unsent.set(field, kept.number ? kept : { value: kept, number: next() });
      server = new Map(JSON.parse(localStorage.getItem(known) || "[]"));
    } catch (fault) {
      stored = false;
    }
  }

  // Higher than all before it, also those of another window on this phone and those from before a reload, so that the
  // server can tell an old change that comes late from a newer one.
  function next() {
    try {
      [phone, highest] = JSON.parse(localStorage.getItem(own) || JSON.stringify([phone, highest]));
    } catch (fault) { /* then what this window knows */ }
    if (!phone) phone = Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("-");
    highest = Math.max(Date.now(), highest + 1);
    keep(own, [phone, highest]);
    return highest;
  }

  function keep(kept, value) {
    try {
      localStorage.setItem(kept, JSON.stringify(value));
    } catch (fault) {
      stored = false;
    }
  }

  function set(field, value) {
    const change = { value: value, number: next() };
    held.clear();
    unsent.set(field, change);
    keep(prefix + field, change);
    tell();
    if (!busy && reached) soon(DEBOUNCE);
  }

  function isNow(field, number) {
    return unsent.has(field) && unsent.get(field).number === number;
  }

  // Only what was sent: another value may have been set since, here or in another window.
  function settled(field, number) {
    if (!isNow(field, number)) return false;
    unsent.delete(field);
    try {
      const kept = JSON.parse(localStorage.getItem(prefix + field) || "{}");
      if (kept.number === number) localStorage.removeItem(prefix + field);
    } catch (fault) {
      stored = false;
    }
    return true;
  }

  function toSend() {
    return Array.from(unsent).filter(([field]) => !held.has(field));
  }

  function soon(pause) {
    clearTimeout(timer);
    timer = setTimeout(talk, pause);
  }

  // One request at a time, so that an old answer never follows a newer one.
  function talk() {
    clearTimeout(timer);
    if (busy) return;
    busy = true;
    const sent = open ? toSend().slice(0, MOST_FIELDS_AT_ONCE) : [];
    const changes = sent.map(([field, change]) => {
      const [theme, item, what] = JSON.parse(field);
      return { theme: theme, item: item, [what]: change.value, number: change.number };
    });
    const request = new XMLHttpRequest();
    request.open(sent.length ? "POST" : "GET", address);
    request.timeout = TIMEOUT;
    request.setRequestHeader("Accept", "application/json");
    if (sent.length) request.setRequestHeader("Content-Type", "application/json");
    request.onloadend = () => {
      busy = false;
      let answer = null;
      try {
        answer = JSON.parse(request.responseText);
      } catch (fault) { /* no answer of ours */ }
      answered(request.status, answer, sent);
    };
    request.send(sent.length ? JSON.stringify({ phone: phone, changes: changes }) : null);
  }

  function answered(status, answer, sent) {
    const stateOf = answer && Array.isArray(answer.marks) && (status === 200 || status === 409) ? answer : null;
    const turnedDown = answer && status === 400 && Array.isArray(answer.refused) ? answer.refused : [];
    deleted = status === 410 && answer !== null;
    gone = deleted || (status === 404 && answer !== null);
    reached = Boolean(stateOf) || turnedDown.length > 0 || gone;
    turnedAway = (status === 503 || status === 429) && answer !== null && "error" in answer;
    failures = reached ? 0 : failures + 1;
    if (stateOf) {
      heard = true;
      open = stateOf.open;
      if (status === 200) for (const [field, change] of sent) settled(field, change.number);
      server = new Map();
      for (const mark of stateOf.marks)
        for (const what of ["done", "wished", "note"]) server.set(name(mark.theme, mark.item, what), mark[what]);
      keep(known, Array.from(server));
    }
    const numbers = new Map(sent.map(([field, change]) => [field, change.number]));
    for (const change of turnedDown)
      for (const what of ["done", "wished", "note"]) {
        const field = name(change.theme, change.item, what);
        if (!(what in change)) continue;
        if (!answer.full) refused += settled(field, numbers.get(field));
        else if (isNow(field, numbers.get(field))) held.add(field);
      }
    show();
    if (!reached) soon(Math.min(LONGEST_PAUSE, FIRST_PAUSE * Math.pow(2, failures - 1)) * (0.75 + Math.random() / 2));
    else if (open && !gone && toSend().length) soon(0);
    else if (!document.hidden) soon(POLL);
  }

  function show() {
    const writable = open && !gone;
    document.body.classList.toggle("closed", !writable);
    controls.forEach((control, field) => {
      const value = unsent.has(field) ? unsent.get(field).value : server.get(field);
      if (control.type === "checkbox") {
        control.checked = Boolean(value);
        control.disabled = !writable;
        control.parentNode.classList.toggle("set", control.checked);
      } else {
        control.readOnly = !writable;
        // Never under the fingers of somebody who writes.
        if (document.activeElement !== control && control.value !== (value || "")) {
          control.value = value || "";
          if (control.value && control.closest("details")) control.closest("details").open = true;
        }
        fit(control);
      }
    });
    showLate(writable);
    tell();
  }

  function fit(textarea) {
    if (!textarea.offsetParent || textarea.scrollHeight <= textarea.clientHeight) return;
    textarea.style.height = textarea.scrollHeight + 6 + "px";
  }

  // What was set too late is neither sent nor lost.
  function showLate(writable) {
    const late = document.getElementById("late");
    const list = late.querySelector("ul");
    late.hidden = writable || !unsent.size;
    list.textContent = "";
    if (late.hidden) return;
    controls.forEach((_, field) => {
      if (!unsent.has(field)) return;
      const value = unsent.get(field).value;
      const [, item, what] = JSON.parse(field);
      const line = document.createElement("li");
      const text = what === "note" ? "»" + value + "«" : WORDS[what] + (value ? " sat" : " taget væk");
      line.textContent = item + ": " + text;
      list.appendChild(line);
    });
  }

  function sentence() {
    const waiting = unsent.size > 0;
    if (deleted) return "Planchen er slettet. Sig det til formanden, hvis den skal bringes tilbage.";
    if (gone) return "Linket kendes ikke længere. Spørg formanden om et nyt.";
    if (!open)
      return waiting
        ? "Arket er lukket: det, I har sendt, er gemt. Noget nåede ikke frem: se øverst."
        : "Arket er lukket: det, I har sendt, er gemt.";
    if (turnedAway)
      return stored
        ? "Serveren kan ikke svare lige nu. Det, I sætter, er gemt på telefonen og bliver sendt om lidt."
        : "Serveren kan ikke svare lige nu. Lad siden stå åben, så bliver det sendt om lidt.";
    if (!reached && waiting)
      return stored
        ? "Ikke sendt endnu. Det er gemt på telefonen og bliver sendt, når der er net igen."
        : "Ikke sendt endnu. Lad siden stå åben, så bliver det sendt, når der er net igen.";
    if (!reached)
      return stored
        ? "Ingen forbindelse lige nu. I kan fortsætte: det bliver gemt på telefonen."
        : "Ingen forbindelse lige nu. Lad siden stå åben.";
    if (refused) return "Noget af det kunne ikke gemmes. Se arket igennem, og sæt det igen.";
    if (waiting && !toSend().length)
      return "Der er ikke plads til flere ord fra bordet. Gør en note kortere, så bliver resten gemt.";
    if (waiting) return "Gemmer …";
    if (!heard) return "Henter …";
    return server.size ? "✓ Gemt" : "Klar. Tryk for at sætte V eller X.";
  }

  function tell() {
    const state = document.getElementById("state");
    const words = sentence();
    if (state.textContent !== words) state.textContent = words; // else it would be read aloud again
    state.className = gone || !reached || refused || held.size || (!open && unsent.size) ? "trouble" : "";
  }

  function wake() {
    failures = 0;
    held.clear();
    talk();
  }

  document.querySelectorAll("[data-place]").forEach((control) => {
    const [theme, item] = places[Number(control.getAttribute("data-place"))];
    const field = name(theme, item, control.getAttribute("data-field"));
    controls.set(field, control);
    if (control.type === "checkbox") {
      control.addEventListener("change", () => {
        control.parentNode.classList.toggle("set", control.checked);
        refused = 0;
        set(field, control.checked);
      });
    } else {
      control.addEventListener("input", () => {
        fit(control);
        refused = 0;
        set(field, control.value);
      });
      control.addEventListener("blur", show);
    }
  });
  window.addEventListener("online", wake);
  window.addEventListener("pageshow", (event) => event.persisted && wake());
  document.addEventListener("visibilitychange", () => (!document.hidden || unsent.size) && wake());
  load();
  show();
  talk();
  // Only where the connection is encrypted; elsewhere browsers do not allow it.
  if (navigator.serviceWorker && window.isSecureContext)
    navigator.serviceWorker.register(location.pathname.replace(/[^/]*\/*$/, "") + "uden-net.js").catch(() => {});
})();
