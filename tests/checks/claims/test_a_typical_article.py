"""A short article with the faults that an editor met in a real one, in words of its own."""

from __future__ import annotations

from galley.checks.claims import RULES

ARTICLE = """\
Usual rehabilitation is enormously valuable and has changed the lives of millions.

Driven by advances over the past three decades, another approach asks: can the brain repair itself?
Its basis is plasticity, the now well-established ability of the brain to change.

In long-term potentiation, repeated firing permanently strengthens a synapse. It can be amplified by
transcranial electrical stimulation.

Research shows that several methods significantly raise a growth factor (Huang et al., 2014).

Doing both is the most comprehensive approach.

One of the most significant implications is timing.

Yet research also shows that plasticity is never fully lost.
"""

ARTIKEL = """\
Rehabilitasi biasa telah mengubah hidup jutaan orang.

Dasarnya ialah plastisitas, yang sudah terbukti ada di otak.

Stimulasi listrik transkranial memberi efek permanen pada sinaps, dan dapat membantu pemulihan.

Penelitian menunjukkan bahwa beberapa metode secara signifikan menaikkan faktor
tumbuh (Huang dkk., 2014).

Menggabungkan keduanya adalah pendekatan paling komprehensif.
"""


def found(manuscript, article, lang):
    return [
        (rule.id, remark.place.line, remark.message.split("'")[1])
        for rule in RULES
        for remark in rule.find(manuscript(article, lang))
    ]


def test_an_english_article(manuscript):
    assert found(manuscript, ARTICLE, "en") == [
        ("claim-absolute", 6, "permanently"),
        ("risks-unsaid", 6, "transcranial electrical stimulation"),
        ("claim-uncited", 4, "now well-established"),
        ("claim-uncited", 15, "research also shows"),
        ("number-uncited", 1, "millions"),
        ("number-uncited", 3, "three decades"),
        ("claim-superlative", 1, "enormously valuable"),
        ("claim-superlative", 11, "most comprehensive"),
        ("claim-superlative", 13, "most significant"),
        ("claim-significant", 9, "significantly"),
        ("alternatives-unsaid", 6, "transcranial electrical stimulation"),
    ]


def test_an_indonesian_article(manuscript):
    assert found(manuscript, ARTIKEL, "id") == [
        ("claim-absolute", 5, "permanen"),
        ("risks-unsaid", 5, "Stimulasi listrik transkranial"),
        ("claim-uncited", 3, "terbukti"),
        ("number-uncited", 1, "jutaan orang"),
        ("claim-superlative", 10, "paling komprehensif"),
        ("claim-significant", 7, "signifikan"),
        ("alternatives-unsaid", 5, "Stimulasi listrik transkranial"),
    ]
