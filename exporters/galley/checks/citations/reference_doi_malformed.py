"""A DOI that cannot lead anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from galley.checks.citations.works import entry_place, named, used_works
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Severity

_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/[!-~]*[!-+\--:<-~]")
_INSIDE = re.compile(r"10\.\d{4,9}(?:\.\d+)*/[!-~]+")


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find DOIs of cited works that are not written as DOIs are."""
    for entry in used_works(manuscript):
        if entry.doi and not is_doi(entry.doi):
            right = tidy_doi(entry.doi)
            yield Remark(
                entry_place(manuscript, entry),
                f"the DOI of {named(entry)} leads nowhere: '{entry.doi}'",
                f"write {right}." if right else "copy it again from the article's first page.",
            )


def is_doi(text: str) -> bool:
    """Tell whether a text is a DOI: ``10.``, a registrant, a slash and what he calls the work."""
    is_whole = bool(_DOI.fullmatch(text)) and not text.endswith(".")
    return is_whole and "doi.org" not in text.lower() and text.count("(") == text.count(")")


def tidy_doi(text: str) -> str:
    """Return the DOI inside a text; empty where there is none that is whole."""
    joined = re.sub(r"[\u2010-\u2015\u2212]", "-", "".join(text.split()))
    last = (
        joined[joined.lower().rfind("doi.org/") + 1 :] if "doi.org/" in joined.lower() else joined
    )
    match = _INSIDE.search(last)
    found = match[0].rstrip(".,;") if match else ""
    while found.endswith(")") and found.count(")") > found.count("("):
        found = found[:-1].rstrip(".,;")
    return found if is_doi(found) else ""


RULE = Rule(
    id="reference-doi-malformed",
    severity=Severity.ERROR,
    group=Group.CITATIONS,
    what="a DOI that is not written as DOIs are",
    why="The link of the reference leads a reader nowhere.",
    harm=3,
    cost=Cost.WORD,
    find=find,
)
