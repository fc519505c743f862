// Runs inside the preview: tells which cell was clicked, shows the cell that is being written,
// changes what has changed on the page, and wears the colours and the paper that are asked for.
(() => {
  const DARK = "(prefers-color-scheme: dark)";
  let body, parts, firstPart, owners;

  // Which part of the body each cell made.
  function read() {
    const cells = JSON.parse(document.querySelector("script[type='application/json']").textContent);
    body = document.querySelector("article .body");
    parts = body ? Array.from(body.children) : [];
    firstPart = new Map();
    owners = [];
    for (const [cell, count] of cells) {
      firstPart.set(cell, owners.length);
      for (let part = 0; part < count; part += 1) owners.push(cell);
    }
  }
  read();

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

  // What the style sheet keeps for dark screens and for paper, wherever it stands.
  function mediaRules(rules) {
    return Array.from(rules).flatMap((rule) => {
      const own = rule.media && /print|screen|prefers-color-scheme/.test(rule.media.mediaText) ? [rule] : [];
      return rule.cssRules ? own.concat(mediaRules(rule.cssRules)) : own;
    });
  }
  const media = Array.from(document.styleSheets)
    .flatMap((sheet) => mediaRules(sheet.cssRules))
    .map((rule) => [rule.media, rule.media.mediaText]);

  function wear({ scheme, paper }) {
    const isDark = scheme === "dark" && !paper;
    const applies = isDark ? "(min-width: 0px)" : "(max-width: 0px)";
    const other = { print: "screen", screen: "print" };
    for (const [list, text] of media) {
      const coloured = text.replaceAll(DARK, applies);
      list.mediaText = paper ? coloured.replace(/\b(print|screen)\b/g, (name) => other[name]) : coloured;
    }
    const { style } = document.documentElement;
    style.colorScheme = isDark ? "dark" : "light";
    // The margins that `@page` gives a sheet, and a line where about the next one begins.
    style.padding = paper ? "20mm 22mm" : "";
    style.background = paper
      ? "#fff repeating-linear-gradient(transparent 0 calc(257mm - 1px), #bbb 0 257mm) 0 20mm no-repeat"
      : "";
  }

  // A new version of the page begins where the last one was left.
  function place(top) {
    window.scrollTo({ top, behavior: "instant" });
    tell({ galley: "placed" });
  }

  // Put new blocks in the place of old ones, and make all around the body as it is in `around`.
  function change({ head, around, edits }) {
    if (!body || owners.length !== body.children.length) return false;
    const newHead = head && parsed(head);
    if (newHead && policy(newHead) !== policy(document)) return false;
    if (!edits.every(edit)) return false;
    if (newHead) {
      takeAttributes(document.documentElement, newHead.documentElement);
      agree(document.head, newHead.head);
    }
    if (around) agree(document.body, parsed(around).body);
    const isWhole = document.querySelector("article .body") === body;
    if (isWhole) read();
    return isWhole && owners.length === body.children.length;
  }

  function edit({ from, removed, added, html }) {
    const made = body.cloneNode(false);
    made.innerHTML = html;
    if (made.children.length !== added || from + removed > body.children.length) return false;
    const after = body.children[from + removed] || null;
    if (removed) {
      const gone = document.createRange();
      gone.setStartBefore(body.children[from]);
      if (after) gone.setEndBefore(after);
      else gone.setEndAfter(body.lastChild);
      gone.deleteContents();
    }
    while (made.firstChild) body.insertBefore(made.firstChild, after);
    return true;
  }

  function parsed(html) {
    return new DOMParser().parseFromString(html, "text/html");
  }

  // A page with other letters has other faces, and with them another policy.
  function policy(page) {
    const found = page.querySelector("meta[http-equiv]");
    return found && found.content;
  }

  function agree(old, fresh) {
    if (old === body) return space(fresh.firstChild ? fresh.firstChild.nodeValue : "");
    if (old.isEqualNode(fresh)) return;
    if (!alike(old, fresh)) return old.replaceWith(fresh);
    if (old.nodeType !== Node.ELEMENT_NODE) return void (old.nodeValue = fresh.nodeValue);
    takeAttributes(old, fresh);
    let next = old.firstChild;
    for (const each of Array.from(fresh.childNodes)) {
      let same = next;
      while (same && !alike(same, each)) same = same.nextSibling;
      if (!same) {
        old.insertBefore(each, next);
        continue;
      }
      next = without(next, same).nextSibling;
      agree(same, each);
    }
    without(next, null);
  }

  // What stands before the first block.
  function space(text) {
    const first = body.firstChild;
    if (first && first.nodeType === Node.TEXT_NODE) first.nodeValue = text;
    else body.insertBefore(document.createTextNode(text), first);
  }

  function takeAttributes(old, fresh) {
    for (const { name } of Array.from(old.attributes)) {
      // What `wear` has set is ours.
      if (!fresh.hasAttribute(name) && name !== "style") old.removeAttribute(name);
    }
    for (const { name, value } of fresh.attributes) {
      if (old.getAttribute(name) !== value) old.setAttribute(name, value);
    }
  }

  function alike(one, other) {
    return one.nodeName === other.nodeName && one.className === other.className && one.id === other.id;
  }

  function without(first, end) {
    for (let each = first; each !== end; ) {
      const gone = each;
      each = each.nextSibling;
      gone.remove();
    }
    return end;
  }

  function tell(message) {
    window.parent.postMessage(message, "*");
  }

  window.addEventListener("message", ({ source, data }) => {
    if (source !== window.parent || !data) return;
    if (data.galley === "show") show(String(data.cell));
    if (data.galley === "wear") wear(data);
    if (data.galley === "place") place(Number(data.top) || 0);
    if (data.galley === "change") tell({ galley: "changed", number: data.number, isDone: change(data) });
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
