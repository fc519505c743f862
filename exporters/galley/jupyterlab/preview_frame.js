// Runs inside the preview: tells which cell was clicked, and shows the cell that is being written.
(() => {
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

  window.addEventListener("message", (event) => {
    if (event.source !== window.parent || !event.data || event.data.galley !== "show") return;
    show(String(event.data.cell));
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (link) {
      // The preview shows this page and no other.
      event.preventDefault();
      follow(link);
    }
    const part = parts.findIndex((each) => each.contains(event.target));
    if (owners[part]) window.parent.postMessage({ galley: "clicked", cell: owners[part] }, "*");
  });
})();
