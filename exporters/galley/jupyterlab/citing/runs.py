"""A formatted reference as words that are upright or slanted, for a page that takes no HTML."""

from __future__ import annotations

from html.parser import HTMLParser

Run = tuple[str, bool]
"""Words, and whether they are slanted."""

_SLANTED = frozenset({"em", "i"})


def runs_of(html: str) -> list[Run]:
    """Return what a reference says; all marks but slanted letters are left out."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.runs


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.runs: list[Run] = []
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - as the parser calls it
        self._depth += tag in _SLANTED

    def handle_endtag(self, tag: str) -> None:
        self._depth -= tag in _SLANTED

    def handle_data(self, data: str) -> None:
        is_slanted = self._depth > 0
        if self.runs and self.runs[-1][1] == is_slanted:
            self.runs[-1] = (self.runs[-1][0] + data, is_slanted)
        else:
            self.runs.append((data, is_slanted))
