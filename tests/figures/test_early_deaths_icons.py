"""AVERT's early deaths as people: rounded from the published counts, and said so."""

from types import ModuleType

import numpy as np
import pytest

from galley_figures.gallery.early_deaths_icons import (
    compute,
    describe,
    draw,
    early_deaths_icons,
    evidence,
)
from galley_figures.locale import AUDIENCES, LANGS, Audience, Lang
from galley_figures.models.trial_statistics import Counts, natural_frequency
from galley_figures.style.canvas import LAYOUTS, Layout, drawn

every_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
every_lang = pytest.mark.parametrize("lang", LANGS)
every_audience = pytest.mark.parametrize("audience", AUDIENCES)


@every_layout
def test_5_and_3_of_100_people_are_filled_and_the_others_outlined(
    layout: Layout, artist_checks: ModuleType
) -> None:
    figure = drawn(draw, compute(), layout)

    def people(gid: str) -> list[int]:
        patches = artist_checks.with_gid(figure, gid)
        return [len(np.asarray(patch.get_path().vertices)) // 2 for patch in patches]

    assert people("happened") == [5, 3]
    assert people("otherwise") == [95, 97]


def test_people_drawn_are_the_natural_frequencies_of_the_published_counts() -> None:
    drawn_people = [group.filled for group in compute().array.groups]
    assert drawn_people == [
        natural_frequency(Counts(48, 1054)),
        natural_frequency(Counts(32, 1050)),
    ]


@every_layout
@every_lang
def test_rounded_numbers_say_about_and_stand_beside_the_counts(
    lang: Lang, layout: Layout, artist_checks: ModuleType
) -> None:
    figure = drawn(draw, compute(lang=lang), layout)
    words = [text.get_text() for text in artist_checks.visible_texts(figure)]
    about, details = {
        "en": ("about", ["48 of 1,054", "32 of 1,050"]),
        "id": ("kira-kira", ["48 dari 1.054", "32 dari 1.050"]),
    }[lang]
    assert words.count(about) == 2
    assert [word for word in words if word in details] == details


def test_the_alternative_reads_the_rounded_numbers() -> None:
    assert early_deaths_icons().alt == (
        "Deaths within 14 days: about 5 of 100 people with very early, higher-dose activity, about "
        "3 of 100 with usual care."
    )
    assert early_deaths_icons(lang="id").alt == (
        "Kematian dalam 14 hari: kira-kira 5 dari 100 orang dengan aktivitas sangat dini, 3 dari "
        "100 dengan perawatan biasa."
    )


@every_lang
@every_audience
def test_the_description_tells_filled_from_outlined(lang: Lang, audience: Audience) -> None:
    _alt, description = describe(compute(lang=lang, audience=audience))
    for part in {
        "en": ["Filled: died within 14 days of the stroke. Outlined: alive after 14 days."],
        "id": ["Berwarna penuh: meninggal dalam 14 hari setelah stroke."],
    }[lang]:
        assert part in description


def test_the_table_keeps_the_exact_numbers_with_their_source() -> None:
    assert early_deaths_icons().data.rows == (
        (
            "Very early, frequent, higher-dose activity",
            48,
            1054,
            4.55,
            5,
            "bernhardt2021",
            "checked; calculated from the counts",
        ),
        (
            "Usual care",
            32,
            1050,
            3.05,
            3,
            "bernhardt2021",
            "checked; calculated from the counts",
        ),
    )


def test_the_note_says_what_the_numbers_were_before_rounding_and_what_usual_care_was() -> None:
    patient, clinician = (
        evidence(compute(audience=audience)).note for audience in ("patient", "clinician")
    )
    assert "rounded to whole people of 100: 4.6 and 3.0 of 100" in patient
    assert "Usual care was not bed rest: 59 of 100 people were out of bed" in patient
    assert "Published adjusted odds ratio 1.76 (95% interval 1.06–2.92)." in clinician
    assert "623 of 1,050 were out of bed within 24 hours" in clinician
