"""What writing programs mean with their HTML, put into marks that every importer understands."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

from bs4.element import Tag

from galley.importing.callout_words import callout_of_style
from galley.importing.html_tags import attribute, new_tag
from galley.importing.remarks import Remarks

_STYLE_RULE = re.compile(r"\.([\w-]+)\s*\{([^{}]*)\}")
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_ITALIC = re.compile(r"font-style\s*:\s*italic", re.IGNORECASE)
_LONGEST_CALLOUT = 4000


def mark_up(article: Tag, html: str, remarks: Remarks) -> None:
    """Change a tree in place; `html` is the page as it was, with its styles."""
    _mark_styled_spans(article, html)
    _mark_formulas(article)
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
            [
                attribute(span, "style"),
                *(classes.get(n, "") for n in attribute(span, "class").split()),
            ]
        )
        is_plain = span.find_parent(["h1", "h2", "h3", "h4", "h5", "h6", "a"]) is not None
        if is_plain or not span.get_text().strip():
            continue
        for name, pattern in (("strong", _BOLD), ("em", _ITALIC)):
            if pattern.search(rules):
                span.wrap(new_tag(name))


def _mark_formulas(article: Tag) -> None:
    """Take the TeX that KaTeX and MathJax keep beside what they drew."""
    for note in article.find_all("annotation"):
        drawn = note.find_parent(class_=re.compile(r"^katex$|^MathJax")) or note.find_parent("math")
        if drawn is None or "tex" not in attribute(note, "encoding"):
            continue
        is_display = drawn.find_parent(class_="katex-display") is not None or (
            drawn.find("math", display="block") is not None
            or attribute(drawn, "display") == "block"
        )
        opening, closing = (r"\[", r"\]") if is_display else (r"\(", r"\)")
        span = new_tag("span")
        span.string = f"{opening}{note.get_text().strip()}{closing}"
        drawn.replace_with(span)


def _mark_callouts(article: Tag) -> None:
    for tag in article.find_all(["div", "aside", "section", "blockquote", "p"]):
        if tag.decomposed or "galley-note-text" in attribute(tag, "class"):
            continue
        name = callout_of_style(attribute(tag, "class"))
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
        source = attribute(tag, "src") or next(
            (attribute(each, "src") for each in tag.find_all("source")), ""
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
        link = new_tag("a", {"href": source})
        link.string = attribute(tag, "title") or source
        paragraph = new_tag("p")
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
            head = new_tag("thead")
            table.insert(0, head)
            head.append(row.extract())


def _mend_links(article: Tag) -> None:
    for link in article.find_all("a", href=True):
        href = attribute(link, "href")
        if re.match(r"https?://(?:www\.)?google\.[a-z.]+/url\?", href):
            real = parse_qs(urlsplit(href).query)
            link["href"] = next(iter(real.get("q", real.get("url", []))), href)


def _mend_pictures(article: Tag) -> None:
    """Name the real file of pictures that are loaded late or in several sizes."""
    for image in article.find_all("img"):
        late = next(
            (
                attribute(image, n)
                for n in ("data-src", "data-lazy-src", "data-original")
                if attribute(image, n)
            ),
            "",
        )
        source = late or attribute(image, "src")
        if not source or source.startswith("data:image/gif"):
            sizes = [
                each.split()[0] for each in attribute(image, "srcset").split(",") if each.split()
            ]
            source = sizes[-1] if sizes else source
        if "/_next/image?" in source:
            source = next(iter(parse_qs(urlsplit(source).query).get("url", [])), source)
        image["src"] = source
        if attribute(image, "aria-hidden") == "true":
            image["alt"] = ""
