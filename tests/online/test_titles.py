"""Two ways to write a title are one title; two works are two."""

import pytest

from galley.online.titles import is_same_name, is_same_title


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("The Effects of Exercise on BDNF", "The effects of exercise on BDNF."),
        ("Motor recovery after stroke", "Motor Recovery After Stroke: A Systematic Review"),
        ("Motor recovery after stroke: a review", "Motor recovery after stroke"),
        ("Neuroplasticité après un AVC", "Neuroplasticite apres un AVC"),
        ("Amyloid β and memory", "Amyloid beta and memory"),
        ("Rest & exercise in stroke", "Rest and exercise in stroke"),
        ("BDNF and TrkB in <i>Mus musculus</i>", "BDNF and TrkB in Mus musculus"),
        ("Use of H<sub>2</sub>O", "Use of H2O"),
        ("Hand therapy &amp; games", "Hand therapy & games"),
        ("Ileal hyperplasia in children", "RETRACTED: Ileal hyperplasia in children"),
        ("Ileal hyperplasia in children", "RETRACTED ARTICLE: Ileal hyperplasia in children"),
        ("Brain-computer interfaces for the hand", "Brain computer interfaces for the hand"),
        ("Rehabilitaton of the upper limb", "Rehabilitation of the upper limb"),
        ("Pemulihan tangan setelah strok", "Pemulihan Tangan Setelah Stroke"),
        ("Stroke", "Stroke: a review"),
        ("Stroke rehabilitation—what works?", "Stroke rehabilitation - what works"),
    ],
)
def test_the_same_title(mine, theirs):
    assert is_same_title(mine, [theirs])
    assert is_same_title(theirs, ["Something else", mine])


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("Motor recovery after stroke", "Language recovery after stroke"),
        ("Recovery after stroke, part 1", "Recovery after stroke, part 2"),
        ("Stroke: a review", "Stroke: a trial of rest"),
        ("Pemulihan bahasa setelah stroke", "Pemulihan tangan setelah stroke"),
        ("A paper", ""),
        ("", "A paper"),
        ("?", "!"),
    ],
)
def test_another_title(mine, theirs):
    assert not is_same_title(mine, [theirs])


@pytest.mark.parametrize(
    ("mine", "theirs", "is_same"),
    [
        ("de Vries, Ann", "De Vries", True),
        ("Vries, Ann", "de Vries", True),
        ("Møller, N. C.", "Møller", True),
        ("Frisén, Jonas", "Frisen", True),
        ("World Health Organization", "World Health Organization", True),
        ("Lee, Ann", "Leeds", False),
        ("Lee, Ann", "", False),
    ],
)
def test_family_names(mine, theirs, is_same):
    assert is_same_name(mine, theirs) is is_same
