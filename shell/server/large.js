// A screen shown large is shown one step at a time: no step is higher or wider than the screen. A step is a section, or
// as much of one as there is room for. Without this the screen is one long page. Streamlit draws the page anew whenever
// its data changes: what a step leaves out is marked in the page, and worked out again for what is drawn.
(() => {
  const LARGER = [1.45, 1.3, 1.2, 1, 0.85, 0.7, 0.55, 0.4];
  // Letters are to be read from the back of the room: below this only where a single thing is larger than the screen.
  const SMALLEST_LETTERS = 1.2;
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

  const headingOf = ([first]) => first.matches("h2") ? first.innerText.trim() : "";
  // A row that is folded to two lines, as on a phone, is smaller than it could be.
  const folded = (table) => displayed(table.tBodies[0].rows[0]) !== "table-row";

  const stepsOf = (content) => {
    content.querySelectorAll("[data-elsewhere]").forEach((one) => one.removeAttribute("data-elsewhere"));
    page.style.setProperty("--larger", SMALLEST_LETTERS);
    const bottom = innerHeight - bar.offsetHeight;
    const tree = parted(content, bottom - content.getBoundingClientRect().top);
    const fits = (chosen, larger) => {
      page.style.setProperty("--larger", larger);
      leaveOutBut(new Set(chosen))(tree);
      const all = (selector, holds) => [...content.querySelectorAll(selector)].every(holds);
      return chosen.every((piece) => piece.getBoundingClientRect().bottom <= bottom)
        && all(":is(table, img, h1, h2, p, li):not(.st-key-presented *)", (one) => {
          const { right, bottom: end } = one.getBoundingClientRect();
          return right <= innerWidth + 1 && end <= bottom;
        })
        && all("[data-testid=stTable] > div", (one) => one.scrollWidth <= one.clientWidth + 1)
        && (larger <= SMALLEST_LETTERS || all("table", (one) => !one.checkVisibility() || !folded(one)));
    };
    const readable = (chosen) => LARGER.find((larger) => larger >= SMALLEST_LETTERS && fits(chosen, larger));
    const most = (rest) => {
      let [least, taken] = [1, rest.length];
      while (least < taken) {
        const middle = Math.ceil((least + taken) / 2);
        if (fits(rest.slice(0, middle), SMALLEST_LETTERS)) least = middle;
        else taken = middle - 1;
      }
      return taken;
    };
    // What introduces something stands with it.
    const together = (rest, taken) => {
      let kept = taken;
      while (kept > 0 && kept < rest.length && introduces(rest[kept - 1]) && !introduces(rest[kept])) kept--;
      return kept || taken;
    };
    const divided = (section, share) => {
      const parts = [];
      for (let rest = section; rest.length; rest = rest.slice(parts.at(-1).length))
        parts.push(rest.slice(0, together(rest, Math.min(share, most(rest)))));
      return parts;
    };
    const found = [];
    const [first, second, ...others] = sections(pieces(tree));
    const opening = second && first.every(introduces) && readable([...first, ...second]);
    for (const section of [...(opening ? [[...first, ...second]] : [first, second]), ...others]) {
      if (!section?.length) continue;
      const whole = readable(section);
      // As many on each step as on the others: no row is left over for a step of its own.
      const least = whole ? [section] : divided(section, Infinity);
      const even = least.length > 1 ? divided(section, Math.ceil(section.length / least.length)) : least;
      for (const chosen of even.length > least.length ? least : even) {
        const larger = whole ?? LARGER.find((one) => one <= SMALLEST_LETTERS && fits(chosen, one)) ?? LARGER.at(-1);
        found.push({ pieces: chosen, larger, heading: headingOf(section) });
      }
    }
    return { tree, found };
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
    const screen = title && title + location.search.replace(/[?&](sorter|dato)=[^&]*/g, "");
    if (shown && screen && shown !== screen) [place, asked] = [asked, 1];
    shown = screen || shown;
    const { tree, found } = stepsOf(content);
    steps = found;
    if (!steps.length) {
      soon();  // nothing of the page has come yet, or nothing of it has a size
      return;
    }
    // While the page is still being drawn there are fewer steps: the place that was asked for is not forgotten.
    const at = Math.min(Math.max(place, 1), steps.length);
    const step = steps[at - 1];
    page.style.setProperty("--larger", step?.larger ?? LARGER[0]);
    leaveOutBut(new Set(step?.pieces))(tree);
    find("[data-testid=stMain]").scrollTop = 0;
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
    const told = `${continued ? `${step.heading}, fortsat · ` : ""}${at} af ${steps.length}${at >= steps.length && !wayOut(1) ? " · slut" : ""}`;
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
