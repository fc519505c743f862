"""Other doctors or clinics made small."""

from __future__ import annotations

from collections.abc import Iterator

from galley.checks.publicity.basis import Basis, with_basis
from galley.checks.publicity.wording import phrases, said
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Severity

_WORDING = phrases(
    r"""
    (unlike|better than|superior to|ahead of|more than) (most |all |any )?other <people>
    (most |many )?other <people> (\w+ )?(fail|ignore|only|don['’]t|do not|cannot|can['’]t|miss|lack)
    (tidak seperti|berbeda dengan|beda dengan) (kebanyakan |para )?<tempat>( \w+)? lain(nya)?
    lebih <unggul> (daripada|dari|dibanding(kan)?) (kebanyakan |para )?<tempat>( \w+)? lain(nya)?
    (kebanyakan )?<tempat> lain(nya)? (tidak|gagal|hanya|belum|mengabaikan|kurang)
    """,
    people="doctors clinics hospitals therapists specialists neurologists cent(re|er)s practices",
    tempat="dokter klinik rumah_sakit terapis tempat ahli spesialis",
    unggul="baik unggul hebat ahli canggih murah",
)


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find comparisons with colleagues; comparisons of treatments are none."""
    for sentence, words in said(manuscript, _WORDING):
        yield Remark(
            sentence.place,
            f'"{words}" makes colleagues small',
            with_basis(
                "compare treatments, with their evidence, and not those who give them.",
                Basis.SELF_PRAISE,
                Basis.ADVERTISING,
            ),
        )


RULE = Rule(
    id="publicity-comparison",
    severity=Severity.ADVICE,
    group=Group.PUBLICITY,
    what="a comparison with colleagues",
    why="A reader may distrust those who treat them well.",
    harm=2,
    cost=Cost.SENTENCE,
    find=find,
    is_asked=True,
)
