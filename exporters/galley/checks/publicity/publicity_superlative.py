"""Praise of the author, the clinic or the team."""

from __future__ import annotations

from collections.abc import Iterator

from galley.checks.publicity.basis import Basis, with_basis
from galley.checks.publicity.wording import phrases, said
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Severity

_WORDING = phrases(
    r"""
    (the|our) (very )?<best>( [\w-]+){0,2} <people>
    (award-winning|world-class|unrival+ed|state-of-the-art)( [\w-]+){0,2} <people>
    (we|i) (are|am) (proud to be )?the (best|first|only|leading|most)
    second to none
    <tempat>( (?!me|ber|di|ter|akan|dapat|tidak)[\w-]+){0,2}? (yang )?<unggul>
    satu-satunya( [\w-]+){0,2}? <tempat>
    <tempat>( [\w-]+){0,2}? satu-satunya
    (kami|saya) (adalah |merupakan )?(yang )?(terbaik|nomor satu|satu-satunya|pertama di)
    """,
    best="best leading foremost top finest greatest number_one only most_(experienced|advanced)",
    people="doctors? neurologists? specialists? surgeons? physicians? clinics? hospitals? teams? "
    "cent(re|er)s? therapists? experts? practices? services?",
    tempat="dokter spesialis klinik rumah_sakit tim pusat layanan ahli terapis praktik",
    unggul="terbaik nomor_satu terkemuka terdepan ternama terhebat terpercaya terlengkap "
    "tercanggih paling_(berpengalaman|ahli|hebat|maju|lengkap|canggih)",
)


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find superlatives about people and places of care; those about doses or evidence are none."""
    for sentence, words in said(manuscript, _WORDING):
        yield Remark(
            sentence.place,
            f'"{words}" reads as praise of oneself',
            with_basis(
                "say what can be checked instead: training, years, number of patients.",
                Basis.SELF_PRAISE,
            ),
        )


RULE = Rule(
    id="publicity-superlative",
    severity=Severity.ADVICE,
    group=Group.PUBLICITY,
    what="praise of oneself",
    why="A reader cannot check it, and doctors may not say it.",
    harm=2,
    cost=Cost.SENTENCE,
    find=find,
    is_asked=True,
)
