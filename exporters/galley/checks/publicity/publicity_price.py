"""A price, a discount or something free."""

from __future__ import annotations

from collections.abc import Iterator

from galley.checks.publicity.basis import Basis, with_basis
from galley.checks.publicity.wording import phrases, said
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Severity

_WORDING = phrases(
    r"""
    promo|diskon|potongan harga|paket hemat|cashback|voucher|cicilan 0 ?%
    harga (spesial|khusus|promo|paket|hemat)
    <layanan>( \w+)? gratis
    gratis <layanan>
    (hanya|mulai|cuma)( dari)? Rp\.? ?\d[\d.]*
    discount(s|ed)?|special offer|limited offer|money[- ]back|best price
    free (consultation|session|check-?up|screening|trial session)s?
    (only|from just|just) (\$|US\$|£|€|Rp) ?\d[\d.,]*
    """,
    layanan="konsultasi pemeriksaan skrining terapi sesi",
)


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find what is meant to sell."""
    for sentence, words in said(manuscript, _WORDING):
        yield Remark(
            sentence.place,
            f'"{words}" advertises a price',
            with_basis(
                "leave what sells out of an article that informs.",
                Basis.ADVERTISING,
            ),
        )


RULE = Rule(
    id="publicity-price",
    severity=Severity.ADVICE,
    group=Group.PUBLICITY,
    what="a price or a discount",
    why="Who is ill and hopes is easily sold something.",
    harm=2,
    cost=Cost.WORD,
    find=find,
    is_asked=True,
)
