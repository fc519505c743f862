"""A way to book in the middle of an article that informs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from galley.checks.publicity.basis import Basis, with_basis
from galley.checks.publicity.wording import phrases, said
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Severity

_ADDRESS = re.compile(
    r"(?:tel|sms|whatsapp):|(?:https?://)?(?:www\.)?(?:wa\.me|api\.whatsapp\.com|wa\.link"
    r"|calendly\.com|halodoc\.com)\b",
    re.IGNORECASE,
)
_WORDING = phrases(
    r"""
    (\+62|0)[ -]?8\d{2}[ -]?\d{3,4}[ -]?\d{3,5}
    (book|make|schedule) (an|your) (appointment|visit|consultation) <soon>
    (call|contact|message|whatsapp) us
    book (now|online)
    (hubungi|kontak|whatsapp|wa) (kami|klinik kami|nomor (kami|berikut))
    (daftar|pesan|booking|reservasi) (sekarang|online|di sini|segera)
    buat janji( temu)? (dengan (kami|saya)|sekarang|di sini|online)
    """,
    soon="with_(us|me) now today here online",
)


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find links, numbers and words that lead to an appointment, but on a page of their own."""
    if manuscript.article.front_matter.kind == "page":
        return
    for passage in manuscript.passages:
        for sentence in passage.sentences:
            for address in filter(_ADDRESS.match, sentence.links):
                yield Remark(sentence.place, f"the link '{address}' leads to an appointment", _FIX)
    for sentence, words in said(manuscript, _WORDING):
        yield Remark(sentence.place, f'"{words}" leads to an appointment', _FIX)


_FIX = with_basis(
    'put it on a page of its own (kind: page), such as "About" or "Contact".',
    Basis.SELF_PRAISE,
    Basis.ADVERTISING,
)

RULE = Rule(
    id="publicity-booking",
    severity=Severity.ADVICE,
    group=Group.PUBLICITY,
    what="a way to book inside an article",
    why="What informs and sells at once is read as advertising, and may be one.",
    harm=2,
    cost=Cost.WORD,
    find=find,
    is_asked=True,
)
