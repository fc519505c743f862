"""What a figure directive says of its picture besides the caption.

    :::{figure} mirror-box.jpg
    :alt: A hand on a table, and its image in a mirror beside it.
    :evidence: data [@key] Taken in our gym.
    :credit: Ayu Lestari
    :shows-person:
    :consent: written consent, 2026
    :description: The longer form.
    :::

becomes one ``picture_words`` token behind the image; its children are the citations of the sources.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from galley.article.evidence import evidence_findings, parse_evidence
from galley.article.markdown.state import ProseState, prose_state
from galley.article.model import Citation, CitationCluster, Evidence
from galley.findings import Place

_OPTIONS = ("evidence", "credit", "consent", "description", "shows-person")
_NO = frozenset({"no", "false", "0"})


@dataclass(frozen=True)
class PictureWords:
    """The options of one picture; ``meta["words"]`` of the token."""

    evidence: Evidence | None = None
    credit: str = ""
    consent: str = ""
    description: str = ""
    shows_person: bool = False


def push_picture_words(state: StateBlock, options: Mapping[str, str], place: Place) -> None:
    """Add the token, if the directive has any of the options."""
    if not any(name in options for name in _OPTIONS):
        return
    prose = prose_state(state.env)
    prose.findings.extend(evidence_findings(options.get("evidence", ""), place))
    words = _read(options)
    token = state.push("picture_words", "", 0)
    token.block, token.meta = True, {"words": words, "place": place}
    token.children = list(_sources(words.evidence, place, prose)) if words.evidence else []


def _read(options: Mapping[str, str]) -> PictureWords:
    person = options.get("shows-person")
    return PictureWords(
        evidence=parse_evidence(options.get("evidence", "")),
        credit=options.get("credit", ""),
        consent=options.get("consent", ""),
        description=options.get("description", ""),
        shows_person=person is not None and person.lower() not in _NO,
    )


def _sources(evidence: Evidence, place: Place, prose: ProseState) -> Iterator[Token]:
    """Yield a citation for each source, so that it is looked up and listed like any other."""
    for number, key in enumerate(evidence.sources):
        if number:
            yield Token("text", "", 0, content="; ")
        cluster = CitationCluster((Citation(key, mode="narrative"),), place)
        meta = {"cluster": cluster, "id": prose.next_citation_id(), "place": place}
        yield Token("citation", "", 0, meta=meta)
