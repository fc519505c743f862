"""AVERT in bars: the published counts, what was calculated, and what is held back."""

from itertools import product
from types import ModuleType

import pytest
from matplotlib.figure import Figure

from galley_figures.gallery.avert_numbers import SHARES, USUAL_OUT_OF_BED, shares
from galley_figures.gallery.avert_outcomes import (
    avert_outcomes,
    compute,
    describe,
    draw,
    evidence,
    table,
)
from galley_figures.locale import AUDIENCES, LANGS, Audience, Lang
from galley_figures.locale.avert_outcomes import Outcome
from galley_figures.style.canvas import LAYOUTS, WIDE, Layout, drawn

OUTCOMES: tuple[Outcome, ...] = ("good_outcome", "death")
ALL = list(product(OUTCOMES, LANGS, AUDIENCES))

every_outcome = pytest.mark.parametrize("outcome", OUTCOMES)
every_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
every_version = pytest.mark.parametrize(("outcome", "lang", "audience"), ALL)

# Events and people as in the evidence file, 2a; the early group's own count was not read.
COUNTED = {
    ("usual", "good_outcome"): (525, 1050),
    ("early", "death"): (48, 1054),
    ("usual", "death"): (32, 1050),
}


def everything_said(outcome: Outcome, lang: Lang, audience: Audience) -> str:
    figure = avert_outcomes(outcome=outcome, lang=lang, audience=audience)
    return " ".join(
        [
            figure.wide_svg,
            figure.narrow_svg,
            figure.alt,
            figure.description,
            str(figure.caption),
            figure.evidence.note,
            repr(figure.data.rows),
        ]
    )


def ends_of_bars(figure: Figure, artist_checks: ModuleType) -> list[float]:
    """Return how far each bar reaches, in px."""
    return [bar.get_width() for bar in artist_checks.with_gid(figure, "bar")]


def test_the_counts_are_the_published_ones() -> None:
    found = {
        (share.arm, share.outcome): (share.counts.events, share.counts.total)
        for share in SHARES
        if share.counts
    }
    assert found == COUNTED
    assert (USUAL_OUT_OF_BED.events, USUAL_OUT_OF_BED.total) == (623, 1050)


def test_shares_of_100_follow_from_the_counts_or_from_4_fewer() -> None:
    assert {(s.arm, s.outcome): round(s.of_100, 1) for s in SHARES} == {
        ("early", "good_outcome"): 46,
        ("usual", "good_outcome"): 50,
        ("early", "death"): 4.6,
        ("usual", "death"): 3.0,
    }
    early, usual = shares("good_outcome")
    assert early.of_100 == usual.of_100 - 4


def test_the_table_says_that_46_was_calculated_and_from_what() -> None:
    early, usual, bed, ratio = avert_outcomes().data.rows
    assert early[2] == 46
    assert early[5] is None
    assert early[-1] == "checked in a secondary source; calculated from 50 minus 4"
    assert usual[2:] == (50, None, None, 525, 1050, "avert2015", "checked")
    assert bed[2:] == (59.33, None, None, 623, 1050, "avert2015", "checked in a secondary source")
    assert ratio[1:] == (
        "Adjusted odds ratio, good outcome",
        None,
        None,
        None,
        None,
        None,
        "avert2015",
        "not checked",
    )


def test_the_table_of_deaths_has_the_published_odds_ratio_and_the_crude_difference() -> None:
    early, usual, _bed, difference, ratio = table(compute(outcome="death")).rows
    assert early[2:] == (4.55, None, None, 48, 1054, "bernhardt2021", "checked")
    assert usual[2:] == (3.05, None, None, 32, 1050, "bernhardt2021", "checked")
    assert difference[2:] == (
        1.51,
        -0.13,
        3.14,
        None,
        None,
        "bernhardt2021",
        "calculated here from the counts",
    )
    assert ratio[2:] == (1.76, 1.06, 2.92, None, None, "bernhardt2021", "checked")


@every_version
def test_what_is_known_from_memory_only_is_printed_nowhere(
    outcome: Outcome, lang: Lang, audience: Audience
) -> None:
    said = everything_said(outcome, lang, audience)
    for number in ("480", "0.73", "0,73", "0.59", "0,59", "0.90", "0,90", "0.84", "0,84"):
        assert number not in said.replace(".480", "")


@every_version
def test_it_says_that_usual_care_was_no_bed_rest(
    outcome: Outcome, lang: Lang, audience: Audience
) -> None:
    note = evidence(compute(outcome=outcome, lang=lang, audience=audience)).note
    expected = {
        "en": "Usual care was not bed rest: 623 of 1,050 people (59 of 100) were out of bed",
        "id": "Perawatan biasa bukan tirah baring: 623 dari 1.050 orang (59 dari 100) juga turun",
    }
    assert expected[lang] in note


@every_layout
@every_outcome
def test_bars_start_at_0_and_are_as_long_as_their_numbers(
    outcome: Outcome, layout: Layout, artist_checks: ModuleType
) -> None:
    data = compute(outcome=outcome)
    early, usual = ends_of_bars(drawn(draw, data, layout), artist_checks)
    assert early / usual == pytest.approx(data.early.of_100 / data.usual.of_100)
    assert data.bars.start == 0


def test_good_outcomes_are_drawn_on_an_axis_of_all_100_people() -> None:
    assert compute().bars.limit == 100
    assert compute(outcome="death").bars.limit == 10


def test_numbers_stand_beside_their_bars(artist_checks: ModuleType) -> None:
    def written(outcome: Outcome, lang: Lang) -> list[str]:
        figure = drawn(draw, compute(outcome=outcome, lang=lang), WIDE)
        return [text.get_text() for text in artist_checks.with_gid(figure, "value")]

    assert written("good_outcome", "en") == ["46 (4 of 100 fewer)", "50 (525 of 1,050)"]
    assert written("death", "en") == ["4.6 (48 of 1,054)", "3.0 (32 of 1,050)"]
    assert written("death", "id") == ["4,6 (48 dari 1.054)", "3,0 (32 dari 1.050)"]


@every_version
def test_the_alternative_gives_both_numbers_in_one_breath(
    outcome: Outcome, lang: Lang, audience: Audience
) -> None:
    alt, description = describe(compute(outcome=outcome, lang=lang, audience=audience))
    assert len(alt) <= 125
    assert "{" not in alt + description
    numbers = {"good_outcome": ("46", "50"), "death": ("4.6", "3.0")}[outcome]
    for number in numbers:
        assert (number if lang == "en" else number.replace(".", ",")) in alt


def test_the_clinician_reads_the_adjusted_comparison_and_the_crude_one() -> None:
    note = avert_outcomes(outcome="death", audience="clinician").evidence.note
    assert "Published adjusted odds ratio 1.76 (95% interval 1.06–2.92)." in note
    assert "1.5 of 100 (−0.1 to 3.1), an interval that includes 0." in note
    note = avert_outcomes(audience="clinician").evidence.note
    assert "have not been checked and are held back" in note


@every_version
def test_chance_is_named_where_it_is_known_and_its_absence_where_not(
    outcome: Outcome, lang: Lang, audience: Audience
) -> None:
    note = evidence(compute(outcome=outcome, lang=lang, audience=audience)).note
    ends = {
        ("en", "patient"): "anything from about 0 to 3.",
        ("id", "patient"): "berkisar dari kira-kira 0 sampai 3.",
        ("en", "clinician"): "(−0.1 to 3.1)",
        ("id", "clinician"): "(−0,1 sampai 3,1)",
    }[lang, audience]
    assert (ends in note) == (outcome == "death")
    missing = {"en": ("is shown", "no interval is shown"), "id": ("tidak ditampilkan",) * 2}[lang]
    assert any(words in note for words in missing) == (outcome == "good_outcome")


def test_an_unknown_outcome_is_refused_with_the_legal_ones() -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - the whole message is compared
        avert_outcomes(outcome="deaths")  # type: ignore[arg-type]
    assert str(caught.value) == (
        "outcome must be one of good_outcome, death, not 'deaths'. Did you mean 'death'?"
    )


@every_outcome
def test_sources_are_the_trial_and_for_deaths_its_later_report(outcome: Outcome) -> None:
    sources = avert_outcomes(outcome=outcome).evidence.sources
    expected = {"good_outcome": ("avert2015",), "death": ("bernhardt2021", "avert2015")}
    assert sources == expected[outcome]
