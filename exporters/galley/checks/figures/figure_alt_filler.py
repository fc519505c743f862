"""Alternative text that is there, and says nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from galley.checks.figures.drawn import Drawn, read_drawn
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Severity

_FEWEST_WORDS = 3
_WORDS = re.compile(r"[^\W_]+", re.UNICODE)
_FILLER_TEXT = """
    alt bagan berikut caption chart citra diagram fig figure figur flowchart foto gambar gbr
    grafik graph ilustrasi illustration image img infografik infographic infografis kurva my
    no number our pic picture photo photograph plot schema screenshot skema slide tabel table
    text the this a an of in ini itu sebuah kami saya untitled layar tangkapan
"""
_FILLERS = frozenset(_FILLER_TEXT.split())
_FILE_NAME = re.compile(
    r"[^/\\\n]+\.(?:png|jpe?g|gif|svg|webp|avif|tiff?|bmp|heic|pdf)"
    r"|(?:IMG|DSC[NF]?|PXL|MVIMG)[-_]?\d+\S*"
    r"|(?:WhatsApp Image|Screen ?shot|Tangkapan Layar) \d.*",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(
    r"(?:to-?do|tbd|fixme|xxx+|isi|lengkapi)\b\s*[:.(\[-]|(?:to-?do|tbd|fixme|xxx+)$"
    r"|(?:add |write |insert )?(?:alt(?:ernative)? ?text|teks alternatif)(?: here| di ?sini)?\W*$"
    r"|(?:isi|tulis|fill in|describe)\b.{0,20}\b(?:di ?sini|here)\b"
    r"|no description has been provided|lorem ipsum",
    re.IGNORECASE,
)
_TWICE = "the alternative text is the caption once more, so a screen reader says it twice"


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find figures and Markdown images whose alternative text tells nothing."""
    for drawn in read_drawn(manuscript):
        message = _what_is_wrong(drawn, manuscript.article.title) if drawn.alt else ""
        if message:
            yield Remark(
                drawn.place,
                message,
                "say in one sentence what a reader would see: what is compared, "
                "and what rises, falls or differs.",
            )


def _what_is_wrong(drawn: Drawn, title: str) -> str:
    alt = drawn.alt
    words = [word.casefold() for word in _WORDS.findall(alt)]
    quoted = f"the alternative text '{alt}'"
    faults = (
        (_PLACEHOLDER.match(alt), f"{quoted} is still to be written"),
        (_FILE_NAME.fullmatch(alt), f"{quoted} is the name of a file"),
        (_is_filler(words), f"{quoted} does not say what is shown"),
        (_is_same(alt, drawn.caption), _TWICE),
        (_is_same(alt, title), "the alternative text is the article's title, not what is shown"),
        (
            drawn.is_figure and len(words) < _FEWEST_WORDS,
            f"{quoted} is too short to say what the figure shows",
        ),
    )
    return next((message for is_so, message in faults if is_so), "")


def _is_filler(words: list[str]) -> bool:
    return all(word in _FILLERS or word.isdigit() for word in words)


def _is_same(alt: str, other: str) -> bool:
    mine, theirs = (_WORDS.findall(text.casefold()) for text in (alt, other))
    return bool(theirs) and mine == theirs


RULE = Rule(
    id="figure-alt-filler",
    severity=Severity.WARNING,
    group=Group.FIGURES,
    what="alternative text that does not say what is shown",
    why="Readers who cannot see the figure hear that there is one, and nothing else.",
    harm=3,
    cost=Cost.SENTENCE,
    find=find,
)
