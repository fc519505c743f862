"""Studies of animals that are cited for people."""

from __future__ import annotations

import pytest

from galley.checks.citations.reference_animal import RULE

WORKS = """@article{a, author={Bliss, T.}, year=1973, keywords={rabbit, hippocampus}}
@article{b, author={Bliss, T.}, year=1973, annote={mouse slices; not shown in patients}}
@article{c, author={Bliss, T.}, year=1973, keywords={hewan}}
@article{h, author={Ward, N.}, year=2019, keywords={animal, human}}
@article{n, author={Ward, N.}, year=2019, annote={rats, then tried in patients}}
"""


@pytest.mark.parametrize(
    ("lang", "text", "key"),
    [
        ("en", "Stimulation speeds up recovery [@a].", "a"),
        ("en", "Patients keep what they learn [@b].", "b"),
        ("id", "Terapi ini mempercepat pemulihan [@a].", "a"),
        ("id", "Pasien mengingat apa yang dipelajari [@c].", "c"),
    ],
)
def test_animals_for_people(say, lang, text, key):
    assert say(RULE, text, lang, works=WORKS) == [
        f"x.ipynb#text:1: '{key}' (Bliss 1973) studied animals or cells, "
        "and the sentence speaks of people\n"
        "  Fix: say that it was seen in animals or cells, or cite a study of people as well."
    ]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "In rabbits, recovery was faster [@a]."),
        ("en", "Rats were trained for weeks. Their recovery was better with therapy [@b]."),
        ("en", "Synapses grow stronger [@a]."),
        ("en", "Patients recover [@h; @n]."),
        ("id", "Pada kelinci, pemulihannya lebih cepat [@a]."),
        ("id", "Tikus dilatih berminggu-minggu. Pemulihannya lebih baik dengan terapi [@b]."),
        ("id", "Sambungan menguat [@c]."),
        ("id", "Pasien pulih [@h]."),
    ],
)
def test_animals_for_animals_and_people_for_people(say, lang, text):
    assert say(RULE, text, lang, works=WORKS) == []
