// A screen shown large is shown one step at a time: no step is higher or wider than the screen. A step is a section, or
// as much of one as there is room for. Without this the screen is one long page. Streamlit draws the page anew whenever
// its data changes: what a step leaves out is marked in the page, and worked out again for what is drawn.
(() => {
  const LARGER = [1.45, 1.3, 1.15, 1, 0.85, 0.7, 0.55, 0.4];
  // Letters are to be read from the back of the room: below this only where a single thing is larger than the screen.
  const SMALLEST_LETTERS = 1.15;
  const LEAST_WIDTH = 900;
  const KEYS = {
    ArrowDown: 1, PageDown: 1, ArrowRight: 1, " ": 1, ArrowUp: -1, PageUp: -1, ArrowLeft: -1, Escape: 0,
  };
  const WAYS = { "-1": "previous", 0: "leave", 1: "next" };
  const WHOLE = "[data-testid=stMetric], [data-testid=stAlert], [data-testid=stVegaLiteChart], [data-testid=stSelectbox], "
    + "[data-testid=stButton], [data-testid=stDownloadButton], [data-testid=stPageLink], [data-testid=stTextInput], "
    + "[data-testid=stForm], [data-testid=stCode], figure, p, h1, h2, h3, h4, li, tr, summary, img, svg";
  const page = document.documentElement;
  const find = (selector) => document.querySelector(selector);
  let place = Number(location.hash.slice(1)) || 1, asked = place, shown = "", steps = [], bar, drawing;

  const displayed = (one) => getComputedStyle(one).display;
  const height = (one) => displayed(one) === "contents"
    ? Math.max(0, ...[...one.children].map(height)) : one.getBoundingClientRect().height;
  const inAColumn = (one) => {
    const { display, flexDirection } = getComputedStyle(one);
    return display.endsWith("flex") ? flexDirection.startsWith("column") : display !== "grid";
  };
  const forTheRoom = (one) => !one.matches("details:not([open])") || /^Vis \d/.test(one.innerText.trim());

  // What a step is made of: a tree of the page's elements, down to those that stand on one step or another as a whole.
  const parted = (one, room) => {
    if (one.matches(".st-key-presented")) return { one, always: true };
    if (!height(one) || !forTheRoom(one)) return { one, parts: [] };
    let inner = [...one.children];
    if (one.matches("table")) inner = [...one.querySelectorAll("tbody > tr")];
    else if (one.matches("details:not([open])") || one.matches(WHOLE)) inner = [];
    else if (inner.length > 1 && !inAColumn(one) && !one.matches("ul, ol") && height(one) <= room) inner = [];
    return inner.length ? { one, parts: inner.map((part) => parted(part, room)) } : { one, piece: true };
  };
  const pieces = (tree) => tree.piece ? [tree.one] : (tree.parts ?? []).flatMap(pieces);
  const leaveOutBut = (chosen) => function mark(tree) {
    const stays = tree.always || (tree.piece ? chosen.has(tree.one) : tree.parts.map(mark).some((any) => any));
    tree.one.toggleAttribute("data-elsewhere", !stays);
    return stays;
  };

  const heads = (piece) => piece.matches("h2") || piece.querySelector("h2");
  const introduces = (piece) => piece.matches("h1, h2, h3, p");
  const sections = (all) => all.reduce((found, piece) => {
    if (heads(piece) || !found.length) found.push([]);
    found.at(-1).push(piece);
    return found;
  }, []);

  const stepsOf = (content) => {
    content.querySelectorAll("[data-elsewhere]").forEach((one) => one.removeAttribute("data-elsewhere"));
    const scale = (larger) => page.style.setProperty("--larger", larger);
    scale(SMALLEST_LETTERS);
    const bottom = innerHeight - bar.offsetHeight;
    const tree = parted(content, bottom - content.getBoundingClientRect().top);
    const show = leaveOutBut;
    const fits = (chosen, larger) => {
      scale(larger);
      show(new Set(chosen))(tree);
      const within = ({ right, bottom: end }) => end <= bottom && right <= innerWidth + 1;
      const wide = [...content.querySelectorAll("table, img, h1, h2, [data-testid=stMetricValue]")];
      return chosen.every((piece) => within(piece.getBoundingClientRect()))
        && wide.every((one) => one.getBoundingClientRect().right <= innerWidth + 1)
        && [...content.querySelectorAll("[data-testid=stTable] > div")].every((one) => one.scrollWidth <= one.clientWidth + 1);
    };
    const readable = LARGER.filter((larger) => larger >= SMALLEST_LETTERS);
    const found = [];
    for (const section of sections(pieces(tree))) {
      let rest = section;
      while (rest.length) {
        let taken = rest.length;
        let larger = readable.find((one) => fits(rest, one));
        if (!larger) {
          let least = 1;
          while (taken - least > 0) {
            const middle = Math.ceil((least + taken) / 2);
            if (fits(rest.slice(0, middle), SMALLEST_LETTERS)) least = middle;
            else taken = middle - 1;
          }
          // What introduces something stands with it, and so does what is said below it.
          if (rest.slice(taken).every(introduces)) taken--;
          let together = taken;
          while (together > 0 && introduces(rest[together - 1]) && !introduces(rest[together])) together--;
          taken = together || Math.max(taken, 1);
          const first = rest.slice(0, taken);
          larger = LARGER.find((one) => fits(first, one)) ?? LARGER.at(-1);
        }
        found.push({ pieces: rest.slice(0, taken), larger, heading: headingOf(section) });
        rest = rest.slice(taken);
      }
    }
    return { tree, found };
  };
  const headingOf = (section) => {
    const heading = heads(section[0]) && section[0].matches("h2") ? section[0] : null;
    return heading ? heading.innerText.trim() : "";
  };

  const ordinary = () => {
    document.querySelectorAll("[data-elsewhere]").forEach((one) => one.removeAttribute("data-elsewhere"));
    page.style.removeProperty("--larger");
    delete page.dataset.steps;
    bar?.remove();
    [bar, steps, shown] = [undefined, [], ""];
  };
  const draw = () => {
    drawing = undefined;
    const content = find("[data-testid=stMainBlockContainer]:has(.st-key-presented)");
    if (!content || innerWidth < LEAST_WIDTH) {
      if (bar) ordinary();
      return;
    }
    if (!bar) addBar();
    page.dataset.steps = "";
    const title = find(".st-key-presented strong")?.innerText ?? "";
    const screen = title + location.search.replace(/[?&](sorter|dato)=[^&]*/g, "");
    if (shown && shown !== screen) [place, asked] = [asked, 1];
    shown = screen;
    const { tree, found } = stepsOf(content);
    steps = found;
    const at = Math.min(Math.max(place, 1), steps.length);
    const step = steps[at - 1];
    page.style.setProperty("--larger", step?.larger ?? LARGER[0]);
    leaveOutBut(new Set(step?.pieces))(tree);
    find("[data-testid=stMain]").scrollTop = 0;
    if (place !== Infinity) place = at;
    tell(at, step);
  };
  const soon = () => { drawing ??= requestAnimationFrame(draw); };

  const addBar = () => {
    bar = document.createElement("nav");
    bar.id = "steps";
    bar.ariaLabel = "Skærmens dele";
    bar.innerHTML = '<button type="button" aria-label="Tilbage">←</button><span role="status"></span>'
      + '<button type="button" aria-label="Næste">→</button>';
    const [back, next] = bar.querySelectorAll("button");
    back.onclick = () => go(-1);
    next.onclick = () => go(1);
    document.body.append(bar);
  };
  const tell = (at, step) => {
    const continued = step?.heading && !step.pieces.some(heads);
    const told = `${continued ? `${step.heading}, fortsat · ` : ""}${at} af ${steps.length}`;
    const status = bar.querySelector("span");
    if (status.textContent !== told) status.textContent = told;
    const [back, next] = bar.querySelectorAll("button");
    back.disabled = at <= 1 && !wayOut(-1);
    next.disabled = at >= steps.length && !wayOut(1);
    const address = at > 1 ? `#${at}` : "";
    if (location.hash !== address) history.replaceState(history.state, "", location.pathname + location.search + address);
  };

  const wayOut = (way) => find(`.st-key-presented .st-key-${WAYS[way]} :is(a, button)`);
  const go = (way) => {
    const at = Math.min(place, steps.length);
    if (way && at + way >= 1 && at + way <= steps.length) {
      place = at + way;
      soon();
      return;
    }
    asked = way < 0 ? Infinity : 1;
    wayOut(way)?.click();
  };
  document.addEventListener("keydown", (event) => {
    if (!(event.key in KEYS) || !find(".st-key-presented")) return;
    const typing = event.target.closest?.("input, textarea, select, [contenteditable], [role=dialog]");
    const pressing = event.key === " " && event.target.closest?.("a, button, summary");
    if (typing || pressing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const scrolls = !bar && [" ", "ArrowUp", "ArrowDown"].includes(event.key);
    if (scrolls) return;
    event.preventDefault();
    go(KEYS[event.key]);
  });
  addEventListener("hashchange", () => { place = Number(location.hash.slice(1)) || 1; soon(); });
  addEventListener("resize", soon);
  document.fonts.addEventListener("loadingdone", soon);
  document.addEventListener("load", soon, true);
  document.addEventListener("toggle", soon, true);
  document.addEventListener("DOMContentLoaded", () => new MutationObserver((changes) => {
    if (changes.some(({ target }) => !target.closest?.("#steps"))) soon();
  }).observe(document.body, { childList: true, subtree: true, characterData: true }));
})();
