// Runs inside the preview: tells which cell was clicked, shows the cell that is being written,
// begins where the last version of the page was left, and wears the colours that are asked for.
(() => {
  const DARK = "(prefers-color-scheme: dark)";
  const cells = JSON.parse(document.currentScript.previousElementSibling.textContent);
  const body = document.querySelector("article .body");
  const parts = body ? Array.from(body.children) : [];
  const firstPart = new Map();
  const owners = [];
  for (const [cell, count] of cells) {
    firstPart.set(cell, owners.length);
    for (let part = 0; part < count; part += 1) owners.push(cell);
  }

  function show(cell) {
    if (!firstPart.has(cell)) return;
    const place = firstPart.get(cell);
    // Before the first part of the body stands what the front matter says.
    if (place === 0 && owners[0] !== cell) return window.scrollTo({ top: 0, behavior: "instant" });
    const part = parts[Math.min(place, parts.length - 1)];
    if (!part) return;
    const { top, bottom } = part.getBoundingClientRect();
    if (top < 0 || bottom > window.innerHeight) part.scrollIntoView({ block: "start", behavior: "instant" });
  }

  function follow(link) {
    const href = link.getAttribute("href");
    if (!href.startsWith("#")) return;
    const target = document.getElementById(decodeURIComponent(href.slice(1)));
    if (target) target.scrollIntoView({ block: "start", behavior: "instant" });
  }

  // What the style sheet keeps for dark screens, wherever it stands.
  function darkRules(rules) {
    return Array.from(rules).flatMap((rule) => {
      const own = rule.media && rule.media.mediaText.includes(DARK) ? [rule] : [];
      return rule.cssRules ? own.concat(darkRules(rule.cssRules)) : own;
    });
  }
  const dark = Array.from(document.styleSheets)
    .flatMap((sheet) => darkRules(sheet.cssRules))
    .map((rule) => [rule.media, rule.media.mediaText]);

  function colour(scheme) {
    const applies = scheme === "dark" ? "(min-width: 0px)" : "(max-width: 0px)";
    for (const [media, text] of dark) media.mediaText = text.replaceAll(DARK, applies);
    document.documentElement.style.colorScheme = scheme;
  }

  // A new version of the page begins where the last one was left.
  function place(top) {
    window.scrollTo({ top, behavior: "instant" });
    tell({ galley: "placed" });
  }

  function tell(message) {
    window.parent.postMessage(message, "*");
  }

  window.addEventListener("message", ({ source, data }) => {
    if (source !== window.parent || !data) return;
    if (data.galley === "show") show(String(data.cell));
    if (data.galley === "scheme") colour(data.scheme === "dark" ? "dark" : "light");
    if (data.galley === "place") place(Number(data.top) || 0);
  });
  window.addEventListener("scroll", () => tell({ galley: "scrolled", top: window.scrollY }));
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (link) {
      // The preview shows this page and no other.
      event.preventDefault();
      follow(link);
    }
    const part = parts.findIndex((each) => each.contains(event.target));
    if (owners[part]) tell({ galley: "clicked", cell: owners[part] });
  });
})();
