"""What writing programs mean with their HTML, put into marks that every importer understands."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, unquote, urlsplit

from bs4 import BeautifulSoup
from bs4.element import Tag

from galley.importing.callout_words import callout_of_style
from galley.importing.remarks import Remarks

_STYLE_RULE = re.compile(r"\.([\w-]+)\s*\{([^{}]*)\}")
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_ITALIC = re.compile(r"font-style\s*:\s*italic", re.IGNORECASE)
_LONGEST_CALLOUT = 4000
_MARK = re.compile(r"\[?\(?(?:\d{1,3}|[*†‡§]|[ivx]{1,5}|[a-z])\)?\]?", re.IGNORECASE)
_BACK = re.compile(r"^[\s\[\](.)^↩︎⏎↑ \d*†‡§]*$")


def mark_up(article: Tag, html: str, remarks: Remarks) -> None:
    """Change a tree in place; `html` is the page as it was, with its styles."""
    _mark_styled_spans(article, html)
    _mark_formulas(article)
    _mark_notes(article)
    _mark_callouts(article)
    _mark_embeds(article, remarks)
    _mark_head_rows(article)
    _mend_links(article)
    _mend_pictures(article)


def _mark_styled_spans(article: Tag, html: str) -> None:
    """Make bold and italics of Google Docs' classes and of styles elements again."""
    classes = dict(_STYLE_RULE.findall(html[:2_000_000]))
    for span in article.find_all("span"):
        rules = " ".join(
            [_get(span, "style"), *(classes.get(n, "") for n in _get(span, "class").split())]
        )
        is_plain = span.find_parent(["h1", "h2", "h3", "h4", "h5", "h6", "a"]) is not None
        if is_plain or not span.get_text().strip():
            continue
        for name, pattern in (("strong", _BOLD), ("em", _ITALIC)):
            if pattern.search(rules):
                span.wrap(_new(name))


def _mark_formulas(article: Tag) -> None:
    """Take the TeX that KaTeX and MathJax keep beside what they drew."""
    for note in article.find_all("annotation"):
        drawn = note.find_parent(class_=re.compile(r"^katex$|^MathJax")) or note.find_parent("math")
        if drawn is None or "tex" not in _get(note, "encoding"):
            continue
        is_display = drawn.find_parent(class_="katex-display") is not None or (
            drawn.find("math", display="block") is not None or _get(drawn, "display") == "block"
        )
        opening, closing = (r"\[", r"\]") if is_display else (r"\(", r"\)")
        span = _new("span")
        span.string = f"{opening}{note.get_text().strip()}{closing}"
        drawn.replace_with(span)


def _mark_notes(article: Tag) -> None:
    """Find footnotes as every program writes them: a link there, and another one back."""
    ids = {
        _get(tag, "id") or _get(tag, "name"): tag for tag in article.find_all(True) if _has_id(tag)
    }
    count = 0
    for link in article.find_all("a", href=re.compile(r"^#.")):
        target = None if link.decomposed else ids.get(unquote(_get(link, "href")[1:]))
        if target is None or target.decomposed or not _MARK.fullmatch(link.get_text().strip()):
            continue
        note = _note_of(target, link, article)
        if note is None:
            continue
        count += 1
        _write_note(article, link, note, str(count))


def _note_of(target: Tag, link: Tag, article: Tag) -> Tag | None:
    """Return the element with a note's text, if it leads back to the link."""
    home = link.find_parent("sup") or link
    names = {
        _get(tag, name) for tag in (link, home, *home.find_all(True)) for name in ("id", "name")
    }
    names |= {_get(parent, "id") for parent in list(link.parents)[:2] if isinstance(parent, Tag)}
    names.discard("")
    note: Tag | None = target
    for _ in range(4):
        if note is None or note is article or link in note.descendants:
            return None
        backs = {_get(back, "href").removeprefix("#") for back in note.find_all("a")}
        backs |= {_get(note, "href").removeprefix("#")} if note.name == "a" else set()
        is_block = note.name in {"li", "p", "div", "aside", "dd", "section", "td"}
        if is_block and ({unquote(back) for back in backs} & names):
            return note
        note = note.parent
    return None


def _write_note(article: Tag, link: Tag, note: Tag, key: str) -> None:
    place = link.find_parent("sup") or link
    _remove_marks(note)
    mark = _new("span", {"class": "galley-note", "data-key": key})
    mark.string = key
    place.replace_with(mark)
    text = _new("div", {"class": "galley-note-text", "data-key": key})
    container = note.parent
    text.extend(list(note.contents) if note.name != "p" else [note.extract()])
    if note.name != "p":
        note.decompose()
    while (
        isinstance(container, Tag) and container is not article and not container.get_text().strip()
    ):
        above = container.parent
        container.decompose()
        container = above
    article.append(text)


def _remove_marks(note: Tag) -> None:
    """Take the number and the arrow back out of a note."""
    for back in note.find_all("a", href=re.compile(r"^#")):
        if not back.decomposed and _BACK.match(back.get_text()):
            place = back.find_parent("sup")
            (place if place is not None and place in note.descendants else back).decompose()


def _mark_callouts(article: Tag) -> None:
    for tag in article.find_all(["div", "aside", "section", "blockquote", "p"]):
        if tag.decomposed or "galley-note-text" in _get(tag, "class"):
            continue
        name = callout_of_style(_get(tag, "class"))
        if not name and tag.name == "aside":
            name = "aside"
        text = tag.get_text().strip()
        if (
            not name
            or not text
            or len(text) > _LONGEST_CALLOUT
            or tag.find(class_="galley-callout")
        ):
            continue
        title = tag.find(class_=re.compile("title|heading|header"))
        words = " ".join(title.get_text().split()) if title else ""
        if title is not None and words != text:
            title.decompose()
        tag.name = "div"
        title_words = "" if words.lower() in {name, "catatan", "peringatan", "penting"} else words
        tag.attrs = {"class": "galley-callout", "data-name": name, "data-title": title_words}
    for details in article.find_all("details"):
        summary = details.find("summary")
        words = " ".join(summary.extract().get_text().split()) if summary else ""
        details.name = "div"
        details.attrs = {"class": "galley-callout", "data-name": "dropdown", "data-title": words}


def _mark_embeds(article: Tag, remarks: Remarks) -> None:
    """Leave a link where a page of another host, a film or a sound was shown."""
    for tag in article.find_all(["iframe", "video", "audio"]):
        source = _get(tag, "src") or next(
            (_get(each, "src") for each in tag.find_all("source")), ""
        )
        if source.startswith("//"):
            source = f"https:{source}"
        if not re.match(r"https?://", source):
            remarks.left_out(
                f"what was shown inside is left out: {source or tag.name}",
                "Link to it instead.",
            )
            tag.decompose()
            continue
        remarks.simplified(
            f"what was shown inside from another site is a link now: {source}",
            "Say in its words what readers find there.",
        )
        link = _new("a", {"href": source})
        link.string = _get(tag, "title") or source
        paragraph = _new("p")
        paragraph.append(link)
        tag.replace_with(paragraph)


def _mark_head_rows(article: Tag) -> None:
    """Say of a first row of headings that it is the table's head, as most programs leave out."""
    for table in article.find_all("table"):
        row = table.find("tr")
        if row is None or table.find("thead") or row.find_parent("table") is not table:
            continue
        cells = row.find_all(["td", "th"], recursive=False)
        if cells and all(cell.name == "th" for cell in cells):
            head = _new("thead")
            table.insert(0, head)
            head.append(row.extract())


def _mend_links(article: Tag) -> None:
    for link in article.find_all("a", href=True):
        href = _get(link, "href")
        if re.match(r"https?://(?:www\.)?google\.[a-z.]+/url\?", href):
            real = parse_qs(urlsplit(href).query)
            link["href"] = next(iter(real.get("q", real.get("url", []))), href)


def _mend_pictures(article: Tag) -> None:
    """Name the real file of pictures that are loaded late or in several sizes."""
    for image in article.find_all("img"):
        late = next(
            (
                _get(image, n)
                for n in ("data-src", "data-lazy-src", "data-original")
                if _get(image, n)
            ),
            "",
        )
        source = late or _get(image, "src")
        if not source or source.startswith("data:image/gif"):
            sizes = [each.split()[0] for each in _get(image, "srcset").split(",") if each.split()]
            source = sizes[-1] if sizes else source
        if "/_next/image?" in source:
            source = next(iter(parse_qs(urlsplit(source).query).get("url", [])), source)
        image["src"] = source
        if _get(image, "aria-hidden") == "true":
            image["alt"] = ""


_MAKER = BeautifulSoup("", "html.parser")


def _new(name: str, attributes: dict[str, str] | None = None) -> Tag:
    return _MAKER.new_tag(name, attrs=attributes or {})


def _has_id(tag: Tag) -> bool:
    return bool(tag.get("id") or tag.get("name"))


def _get(tag: Tag, name: str) -> str:
    value = tag.get(name)
    return " ".join(value) if isinstance(value, list) else str(value or "")
