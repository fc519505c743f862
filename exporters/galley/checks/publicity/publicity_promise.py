"""A promise of cure or of safety."""

from __future__ import annotations

from collections.abc import Iterator

from galley.checks.publicity.basis import Basis, with_basis
from galley.checks.publicity.wording import phrases, said
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Severity

_WORDING = phrases(
    r"""
    (pasti|dijamin|terjamin|bergaransi)( akan| bisa| dapat)? <baik>
    sembuh (total|sempurna|permanen|selamanya|100 ?%)
    menyembuhkan (total|tuntas|secara (total|permanen|tuntas))
    100 ?(%|persen) (sembuh|aman|berhasil|efektif|pulih|alami)
    (jaminan|garansi) (sembuh|kesembuhan|hasil|pulih|uang kembali)
    tanpa (efek samping|ris[ie]ko)( apa ?pun| sama sekali)?
    guaranteed? (to |you )?(recover\w*|cure|results?|success|safe\w*|work)
    (results?|recovery|success) (is|are) guaranteed
    (will|can) (completely |fully |permanently )?cure (you|your|stroke|parkinson\w*)
    (complete|permanent|total|miracle) cure
    100 ?(%|per ?cent) (safe|effective|successful|cured|recovery|natural)
    (has|have|with|there are) no (side effects|risks?)( at all| whatsoever)?
    (completely|absolutely|totally|entirely) (safe|risk-free)
    """,
    baik="sembuh pulih berhasil aman manjur ampuh kembali_normal",
)


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find promises in either language; who denies or quotes one does not make it."""
    for sentence, words in said(manuscript, _WORDING):
        yield Remark(
            sentence.place,
            f'"{words}" promises what no treatment can',
            with_basis(
                "say how many people were helped, by how much, and what harm was seen.",
                Basis.NO_PROMISE,
                Basis.ADVERTISING,
            ),
        )


RULE = Rule(
    id="publicity-promise",
    severity=Severity.ADVICE,
    group=Group.PUBLICITY,
    what="a promise of cure or safety",
    why="A reader may choose a treatment, or leave another, because of it.",
    harm=4,
    cost=Cost.SENTENCE,
    find=find,
    is_asked=True,
)
