"""What a published page tells, read from its HTML: also what is folded, and what no eye sees."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

_SAID_BY = ("alt", "title", "aria-label", "content", "value", "placeholder")
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta"})
_IN_LINE = frozenset(
    {"a", "abbr", "b", "bdi", "cite", "code", "em", "i", "mark", "q", "s", "small"}
)
_IN_LINE |= {"span", "strong", "sub", "sup", "time", "tspan", "u", "wbr"}
_SILENT = frozenset({"style"})
_PRINTED = "printed"
_TABLE = "output-block"
_FOLD = "code-fold"
_DETAILS = "figure__details"


@dataclass
class PageFacts(HTMLParser):
    """The facts of one page; `feed` it once.

    Attributes
    ----------
    words, said
        All its text, also what is folded, hidden or meant for machines; what attributes say.
    """

    title: str = ""
    is_listed: bool = True
    folded: int = 0
    tables: int = 0
    figures: int = 0
    is_scripted: bool = False
    printed: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    _open: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Count what an element is, and take what its attributes say."""
        values = {name: value or "" for name, value in attrs}
        classes = values.get("class", "").split()
        self.folded += _FOLD in classes
        self.tables += _TABLE in classes
        self.figures += _DETAILS in classes
        self.is_scripted |= self._is_script(tag, values)
        if _PRINTED in classes:
            self.printed.append("")
        if tag == "meta":
            self._take_meta(values)
        if tag == "a":
            self.links.append(values.get("href", ""))
        self.said += [values[name] for name in _SAID_BY if values.get(name)]
        self._divide(tag)
        if tag not in _VOID:
            self._open.append((tag, _PRINTED if _PRINTED in classes else ""))

    def handle_endtag(self, tag: str) -> None:
        """Close an element, with what was left open inside it."""
        self._divide(tag)
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place][0] == tag:
                del self._open[place:]
                return

    def handle_data(self, data: str) -> None:
        """Take text."""
        inside = {tag for tag, _ in self._open}
        if inside & _SILENT:
            return
        if "title" in inside and "svg" not in inside and not self.title:
            self.title = data.strip()
        if any(mark for _, mark in self._open):
            self.printed[-1] += data
        self.words.append(data)

    def _is_script(self, tag: str, values: dict[str, str]) -> bool:
        """Tell whether it runs something of an author's own: Galley's own script is in the head."""
        is_own = any(opened == "article" for opened, _ in self._open)
        return is_own and (
            tag in {"iframe", "script"} or any(name.startswith("on") for name in values)
        )

    def _divide(self, tag: str) -> None:
        if tag not in _IN_LINE:
            self.words.append("\n")

    def _take_meta(self, values: dict[str, str]) -> None:
        if values.get("name", "").lower() == "robots" and "noindex" in values.get("content", ""):
            self.is_listed = False

    def text(self) -> str:
        """Return all words, what stands apart on lines of its own."""
        lines = ("".join(self.words) + "\n" + "\n".join(self.said)).splitlines()
        return "\n".join(filter(None, (" ".join(line.split()) for line in lines)))

    def mails(self) -> tuple[str, ...]:
        """Return the mail addresses that links lead to."""
        found = {
            unquote(link[len("mailto:") :].partition("?")[0]).strip()
            for link in self.links
            if link.lower().startswith("mailto:")
        }
        return tuple(sorted(found - {""}))

    def hosts(self) -> tuple[str, ...]:
        """Return the other hosts that links lead to."""
        named = {_host(link) for link in self.links if link.lower().startswith(("http:", "https:"))}
        return tuple(sorted(named - {""}))


def _host(link: str) -> str:
    try:
        return urlsplit(link).hostname or ""
    except ValueError:
        return ""


def read_page(html: str) -> PageFacts:
    """Return the facts of a page; broken HTML gives what can be read of it."""
    facts = PageFacts()
    facts.feed(html)
    facts.close()
    return facts
