"""Names of columns are read as words with units; what is no tidy name stays as it is."""

import pytest

from galley.html.column_headings import column_heading


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("start_days", "start (days)"),
        ("mulai_hari", "mulai (hari)"),
        ("lag_ms", "lag (ms)"),
        ("pulse_us", "pulse (µs)"),
        ("interval_percent", "interval (%)"),
        ("width_mm", "width (mm)"),
        ("voltage_mV", "voltage (mV)"),
        ("level_ng_ml", "level (ng/mL)"),
        ("time_constant_weeks", "time constant (weeks)"),
        ("gain_low_points", "gain low (points)"),
    ],
)
def test_a_unit_at_the_end_goes_into_brackets(name: str, heading: str) -> None:
    assert column_heading(name) == heading


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("drawn_of_100_people", "drawn (of 100 people)"),
        ("kematian_dari_100_orang", "kematian (dari 100 orang)"),
        ("gain_per_weeks", "gain (per weeks)"),
    ],
)
def test_what_a_number_is_counted_in_stays_with_its_unit(name: str, heading: str) -> None:
    assert column_heading(name) == heading


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("interval_low", "interval low"),
        ("what_the_source_says", "what the source says"),
        ("sessions_per_day", "sessions per day"),
        ("value", "value"),
        ("days", "days"),
        ("Alter", "Alter"),
        ("kelompok umur", "kelompok umur"),
        ("", ""),
    ],
)
def test_other_underscores_become_spaces(name: str, heading: str) -> None:
    assert column_heading(name) == heading


@pytest.mark.parametrize(
    "name", ["value (of 100 people)", "value_low (points)", "dose [mg_per_day]", "t (s)"]
)
def test_a_name_that_already_holds_brackets_stays(name: str) -> None:
    assert column_heading(name) == name


def test_limits_of_a_band_are_spelled_with_their_unit() -> None:
    assert column_heading("delta_1_to_4_hz_uv2") == "delta 1 to 4 Hz (µV²)"


@pytest.mark.parametrize("name", ["programs", "problems", "forms", "hours"])
def test_letters_that_only_look_like_a_unit_are_none(name: str) -> None:
    assert column_heading(name) == name
