// What Streamlit calls its own parts, for those who hear the page: it has no setting for that language.
{
  const MONTHS = "januar februar marts april maj juni juli august september oktober november december".split(" ");
  const NAMES = {
    "Skip to main content": "Gå til indholdet",
    "Sidebar": "Menu",
    "Collapse sidebar": "Luk menuen",
    "Expand sidebar": "Åbn menuen",
    "Choose date": "Vælg dato",
    "Choose an option": "Vælg",
    "Open": "Åbn",
    "Clear all": "Ryd",
    "Clear value": "Ryd",
    "Link to heading": "Link til overskriften",
    "Empty": "tom",
    "visualization": "billede",
    "group mark container": "del af billedet",
    "Previous month": "Forrige måned",
    "Next month": "Næste måned",
    "Selected values": "Valgt",
  };
  const BEGINNINGS = { "day, ": "dag, ", "month, ": "måned, ", "year, ": "år, ", "Choose date, ": "Vælg dato, ", "Remove ": "Fjern " };
  const HEARD = ["aria-label", "aria-roledescription", "aria-valuetext", "placeholder"];
  const WITH_A_NAME = [...HEARD.map((attribute) => `[${attribute}]`), "[data-testid=stSkipToContent]"].join();

  const inDanish = (name) => {
    if (Object.hasOwn(NAMES, name)) return NAMES[name];
    const [, month] = name.match(/^(\d+) – [A-Z][a-z]+$/) ?? [];
    if (MONTHS[month - 1]) return `${month} – ${MONTHS[month - 1]}`;
    const beginning = Object.keys(BEGINNINGS).find((one) => name.startsWith(one));
    return beginning ? BEGINNINGS[beginning] + name.slice(beginning.length) : name;
  };

  const translate = (element) => {
    for (const attribute of HEARD) {
      const name = element.getAttribute(attribute);
      const danish = name && inDanish(name);
      if (danish !== name) element.setAttribute(attribute, danish);
    }
    if (element.dataset.testid === "stSkipToContent") element.firstChild.data = inDanish(element.textContent);
  };

  new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === "attributes") translate(target);
      for (const added of addedNodes) {
        if (added.nodeType !== Node.ELEMENT_NODE) continue;
        translate(added);
        added.querySelectorAll(WITH_A_NAME).forEach(translate);
      }
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: HEARD });
}
