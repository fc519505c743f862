// What a page does besides being read: it wears the theme that a reader chose, shows in the
// contents where one is, copies its address, and opens notes where a browser has no popovers.
// Without this script every page is complete. It runs in the head, before anything is painted.
(() => {
  const root = document.documentElement;
  const all = (selector) => [...document.querySelectorAll(selector)];
  root.dataset.js = "";

  // ---- Words first, faces after: on the first page of a visit, until anything is painted

  const FACES = "galley-faces";
  function wearFaces() {
    delete root.dataset.faces;
    try {
      sessionStorage.setItem(FACES, "1");
    } catch {
      // Forbidden: each page then begins anew.
    }
  }
  try {
    if (location.protocol.startsWith("http") && !sessionStorage.getItem(FACES)) {
      new PerformanceObserver(wearFaces).observe({ type: "paint", buffered: true });
      root.dataset.faces = "later";
      addEventListener("beforeprint", wearFaces);
    }
  } catch {
    // A browser that tells nothing of painting asks for the faces at once.
  }

  // ---- Light, dark, or as the system has it

  const THEME = "galley-theme";
  const metas = all("meta[name=theme-color]");
  const papers = metas.map((meta) => meta.content);
  let theme = "";

  function wear(chosen) {
    theme = chosen === "light" || chosen === "dark" ? chosen : "";
    if (theme) root.dataset.theme = theme;
    else delete root.dataset.theme;
    metas.forEach((meta, own) => {
      meta.content = papers[theme ? Number(theme === "dark") : own] || papers[own];
    });
    all("[data-wear]").forEach((button) => {
      button.setAttribute("aria-pressed", button.dataset.wear === theme);
    });
  }

  // A browser may forbid a page to remember anything; then the choice holds for this page.
  function remembered() {
    try {
      return localStorage.getItem(THEME);
    } catch {
      return theme;
    }
  }

  function choose(chosen) {
    wear(chosen);
    try {
      if (theme) localStorage.setItem(THEME, theme);
      else localStorage.removeItem(THEME);
    } catch {}
  }

  wear(remembered());
  // A page that comes back from the history may have been left before the choice.
  addEventListener("pageshow", () => wear(remembered()));
  addEventListener("storage", () => wear(remembered()));
  addEventListener("click", ({ target }) => {
    const button = target.closest("[data-wear]");
    if (button) choose(button.dataset.wear);
  });

  // ---- Where one is

  // A heading has been reached when it is above this part of the window, however far above.
  const REACHED = { rootMargin: "1000000px 0px -66% 0px" };

  function follow() {
    const links = new Map();
    all(".toc a").forEach((link) => {
      const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (heading) links.set(heading, link);
    });
    const reached = new Set();
    const watcher = new IntersectionObserver((changes) => {
      changes.forEach(({ target, isIntersecting }) => {
        if (isIntersecting) reached.add(target);
        else reached.delete(target);
      });
      const current = [...links.keys()].filter((heading) => reached.has(heading)).pop();
      links.forEach((link, heading) => {
        if (heading !== current) return link.removeAttribute("aria-current");
        link.setAttribute("aria-current", "location");
        // A list longer than the window has its own place to scroll.
        const list = link.closest(".toc");
        list.scrollTop = link.offsetTop - list.clientHeight / 2;
      });
    }, REACHED);
    links.forEach((_, heading) => watcher.observe(heading));
  }

  // ---- Copying an address

  function offerCopying() {
    all("[data-copy]").forEach((place) => {
      const button = place.querySelector("button") || place;
      const said = document.createElement("span");
      said.className = "copied";
      said.setAttribute("role", "status");
      button.after(said);
      button.hidden = false;
      button.addEventListener("click", async () => {
        said.textContent = "";
        await navigator.clipboard.writeText(place.dataset.copy);
        said.textContent = place.dataset.copied;
      });
    });
  }

  // ---- Notes that open in place, where a browser has no popovers of its own

  function openNotes() {
    let note = null;
    let opener = null;

    function close() {
      if (note) delete note.dataset.open;
      note = null;
    }

    function open(button) {
      opener = button;
      note = document.getElementById(button.getAttribute("popovertarget"));
      note.dataset.open = "";
      note.querySelector("[autofocus]").focus();
    }

    addEventListener("click", (event) => {
      const place = event.target.closest(".cite");
      const button = place ? place.querySelector("button") : event.target.closest("[popovertarget]");
      // A label hands its click on to its button, which then is where the click comes from.
      if (place && event.target !== button && !event.target.closest("a")) return;
      const isSame = note && button && opener === button;
      if (button) event.preventDefault();
      if (note && !note.contains(event.target)) close();
      if (place && !isSame) open(button);
      else if (button && note) {
        close();
        opener.focus();
      }
    });
    addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !note) return;
      close();
      opener.focus();
    });
  }

  addEventListener("DOMContentLoaded", () => {
    wear(theme);
    follow();
    if (navigator.clipboard) offerCopying();
    if (!("popover" in HTMLElement.prototype)) openNotes();
  });
})();
