"""A patient's praise."""

from __future__ import annotations

from collections.abc import Iterator

from galley.checks.publicity.basis import Basis, with_basis
from galley.checks.publicity.wording import phrases, said
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Severity

_WORDING = phrases(
    r"""
    testimonials?|testimoni
    our patients? (says?|tells? us|reports?|loves?|recommends?)
    (patients?['’]s? )?success stor(y|ies)
    (five|5)-star reviews?
    (kata|cerita|ulasan|pengakuan|kesaksian) (para )?pasien (kami|saya)
    (apa )?kata (para )?pasien
    pasien (kami|saya)( \w+)? (mengatakan|bercerita|mengaku|merekomendasikan|bersaksi)
    kisah (sukses|kesembuhan|sembuh)
    """
)


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find testimonials and stories of success."""
    for sentence, words in said(manuscript, _WORDING):
        yield Remark(
            sentence.place,
            f'"{words}" brings in a patient as a witness',
            with_basis(
                "leave it out, and tell what studies of many people found.",
                Basis.TESTIMONIALS,
            ),
        )


RULE = Rule(
    id="publicity-testimonial",
    severity=Severity.ADVICE,
    group=Group.PUBLICITY,
    what="a patient's praise",
    why="One story of success hides all those who were not helped.",
    harm=3,
    cost=Cost.SENTENCE,
    find=find,
    is_asked=True,
)
