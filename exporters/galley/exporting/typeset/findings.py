"""What a document for paper could not show, said to its author."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from galley.findings import Finding, Place, Severity

TABLE_RULE = "document-table-too-wide"
SIGN_RULE = "document-sign-missing"
SHORTENED_RULE = "handout-shortened"
NOT_MADE_RULE = "handout-not-made"

NotMade = Literal["withdrawn", "pointless", "long"]

_MOST_SHOWN = 10


def crowded_findings(file: str, tables: Iterable[str]) -> Iterator[Finding]:
    """Tell of tables that no page is wide enough for."""
    for table in tables:
        yield Finding(
            TABLE_RULE,
            Severity.WARNING,
            Place(file),
            f"the table '{table}' is too wide for paper, so words in it run into each other",
            "split it into two tables, or shorten its longest words.",
        )


def sign_findings(
    file: str, borrowed: tuple[str, ...], missing: tuple[str, ...]
) -> Iterator[Finding]:
    """Tell of signs for which the documents' typefaces have no shape."""
    if borrowed:
        yield Finding(
            SIGN_RULE,
            Severity.ADVICE,
            Place(file),
            f"a typeface of this computer shows {_listed(borrowed)}, "
            "which Galley's own do not have",
            "look at these signs in the document; another computer may show them differently.",
        )
    if missing:
        yield Finding(
            SIGN_RULE,
            Severity.WARNING,
            Place(file),
            f"no typeface on this computer can show {_listed(missing)}, so the document has gaps, "
            "and does not follow PDF/UA",
            "install a typeface that has these signs, for example one of the Noto family, or write "
            "them in other words.",
        )


def shortened_findings(file: str, left_out: tuple[str, ...]) -> Iterator[Finding]:
    """Tell what a hand-out had to leave out to be one page."""
    for part in left_out:
        yield Finding(
            SHORTENED_RULE,
            Severity.WARNING,
            Place(file),
            f"the hand-out is without {part}, because it would be longer than a page",
            "shorten the key points or the words on help, if it should be there.",
        )


def not_made(file: str, why: NotMade) -> Finding:
    """Tell why there is no hand-out."""
    message, fix = _NOT_MADE[why]
    return Finding(NOT_MADE_RULE, Severity.WARNING, Place(file), message, fix)


_NOT_MADE: Mapping[NotMade, tuple[str, str]] = {
    "withdrawn": (
        "the article is withdrawn, so there is no hand-out of it",
        "take back the hand-outs that were given away.",
    ),
    "pointless": (
        "the article has no key points, and a hand-out is made of them",
        "add key_points to its front matter: two or three sentences.",
    ),
    "long": (
        "title, three key points and the words on help are longer than a page",
        "cut the key points to one sentence each, and the words on help to one paragraph.",
    ),
}


def _listed(signs: tuple[str, ...]) -> str:
    shown = ", ".join(f"'{sign}'" for sign in signs[:_MOST_SHOWN])
    return f"{shown} …" if len(signs) > _MOST_SHOWN else shown
