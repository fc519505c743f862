// The page of the search. Pagefind, which searches in the browser, is loaded with the first word.
// The query stands behind a # in the address, so that it is sent nowhere and Back brings it again.
(() => {
  // From a disk no browser loads modules; the page then says so.
  if (location.protocol === "file:") return;
  document.documentElement.classList.add("can-search");

  const SHOWN = 10;
  const PAUSE_MS = 180;
  const SHORTEST = 2;
  const OPTIONS = {
    // The worker would be a second copy of the same script.
    noWorker: true,
    excerptLength: 26,
    ranking: {metaWeights: {title: 6, standfirst: 3, tags: 2, topic: 1, authors: 2, edition: 0.1}},
  };

  document.addEventListener("DOMContentLoaded", () => {
    const find = name => document.querySelector(name);
    const page = find(".search"), form = find(".search__form"), field = find(".search__query");
    const topic = find("#search-topic"), status = find(".search__status");
    const list = find(".search__results"), more = find(".search__more");
    const elsewhere = [...document.querySelectorAll(".search-instead__language a")];
    const root = new URL(page.dataset.root || "./", location.href);
    let engine, topics, timer, turn = 0, waiting = [];

    const load = () => {
      engine = engine || import(new URL(page.dataset.index + "pagefind.js", location.href))
        .then(async pagefind => { await pagefind.options(OPTIONS); return pagefind; });
      return engine;
    };

    // Pagefind's name of a page → its topic.
    const loadTopics = () => {
      topics = topics || fetch(new URL(page.dataset.index + "topics.json", location.href))
        .then(answer => { if (!answer.ok) throw new Error(answer.status); return answer.json(); });
      return topics;
    };

    // It remembers what it could not load, too; a new one tries again.
    const unload = () => {
      if (engine) engine.then(pagefind => pagefind.destroy(), () => {});
      engine = topics = undefined;
    };

    const say = (word, query, count) => {
      const text = word ? page.dataset[word] : "";
      status.textContent = text.replace("{count}", count).replace("{query}", () => query);
    };

    const make = (parent, name, kind, text) => {
      const node = parent.appendChild(document.createElement(name));
      if (kind) node.className = kind;
      node.textContent = text;
      return node;
    };

    // Pagefind marks the words it found in text whose < and > it has made harmless.
    const plain = text => text.replace(/&lt;/g, "<").replace(/&gt;/g, ">");
    const showExcerpt = (parent, found) => {
      if (!found.content.startsWith(found.plain_excerpt)) parent.append("… ");
      found.excerpt.split(/<\/?mark>/).forEach((part, place) => {
        if (place % 2) make(parent, "mark", "", plain(part)); else parent.append(plain(part));
      });
      if (!/[.?!]$/.test(found.plain_excerpt)) parent.append(" …");
    };

    // Where no word fits, pagefind takes one that the query begins with: "me" for "memulihkan".
    const wordsOf = text => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) || [];
    const isGuess = (query, result, {excerpt, meta}) => {
      const marks = (excerpt.match(/<mark>.*?<\/mark>/g) || []).map(mark => mark.slice(6, -7));
      const fields = (result.matchedMetaFields || []).map(name => meta[name] || "");
      return wordsOf(query).some(part => {
        const isShort = word => part.startsWith(word) && 2 * word.length <= part.length;
        return marks.every(mark => wordsOf(mark).every(isShort))
          && fields.every(text => wordsOf(text).some(isShort));
      });
    };

    const show = found => {
      const {meta} = found, entry = make(list, "li", "entry", "");
      const kind = [meta.topic, meta.edition].filter(Boolean).join(" · ");
      if (kind) make(entry, "p", "entry__category", kind);
      const link = make(make(entry, "h2", "entry__title", ""), "a", "", meta.title);
      link.href = new URL(found.raw_url.replace(/^\//, ""), root);
      // Another edition has the standfirst of the first one, which is among the results too.
      if (meta.standfirst && !meta.edition) make(entry, "p", "entry__standfirst", meta.standfirst);
      if (found.locations.length) showExcerpt(make(entry, "p", "search__excerpt", ""), found);
      return link;
    };

    const clear = () => { list.textContent = ""; more.hidden = true; };

    // Returns the link of the first result that is new; nothing where the query is another by now.
    const showNext = async (results, mine) => {
      const next = await Promise.all(results.slice(0, SHOWN).map(result => result.data()));
      if (mine !== turn) return undefined;
      if (results !== waiting) clear();
      waiting = results.slice(SHOWN);
      more.hidden = !waiting.length;
      return next.map(show)[0];
    };

    const remember = query => {
      const hash = query ? "#q=" + encodeURIComponent(query) : "";
      history.replaceState(null, "", location.pathname + hash);
      elsewhere.forEach(link => { link.hash = hash; });
    };

    const search = async () => {
      clearTimeout(timer);
      const query = field.value.trim(), mine = ++turn;
      remember(query);
      if (query.length < SHORTEST) {
        clear();
        say("");
        return;
      }
      const late = setTimeout(() => { if (mine === turn) say("loading"); }, 400);
      try {
        let {results} = await (await load()).search(query);
        if (topic && topic.value) {
          const known = await loadTopics();
          results = results.filter(({id}) => known[id] === topic.value);
        }
        if (results.length && isGuess(query, results[0], await results[0].data())) results = [];
        if (mine !== turn) return;
        // Offline, what is not loaded yet looks like nothing found.
        if (!results.length && !navigator.onLine) throw new Error("offline");
        await showNext(results, mine);
        if (mine !== turn) return;
        const word = results.length === 1 ? "one" : results.length ? "many" : "none";
        say(word, query, results.length);
      } catch (error) {
        if (mine !== turn) return;
        unload();
        clear();
        say("failed");
      } finally {
        clearTimeout(late);
      }
    };

    const queryOfAddress = () => {
      const query = new URLSearchParams(location.hash.slice(1)).get("q");
      return query || new URLSearchParams(location.search).get("q") || "";
    };

    // From the field down through the results, and up again.
    const walk = event => {
      const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
      const stops = [field, ...list.querySelectorAll("a")];
      const next = stops[stops.indexOf(event.target) + step];
      if (!step || !stops.includes(event.target) || !next) return;
      event.preventDefault();
      next.focus();
    };

    form.addEventListener("submit", event => { event.preventDefault(); search(); });
    form.addEventListener("change", event => { if (event.target === topic) search(); });
    field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(search, PAUSE_MS);
    });
    page.addEventListener("keydown", walk);
    more.addEventListener("click", async () => {
      const first = await showNext(waiting, turn).catch(() => say("failed"));
      if (first) first.focus();
    });
    addEventListener("hashchange", () => {
      const query = queryOfAddress();
      if (query && query !== field.value.trim()) { field.value = query; search(); }
    });

    field.value = queryOfAddress();
    // With a query the results matter, and on a phone a keyboard would cover them.
    if (field.value) search(); else field.focus();
  });
})();
