from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from galley.console.today import read_zone, settle_today
from galley.findings import UsageError

GIVEN = date(2026, 11, 20)


def test_the_option_is_stronger_than_the_environment() -> None:
    assert settle_today(GIVEN, {"SOURCE_DATE_EPOCH": "0"}, UTC) == GIVEN


def test_the_environment_is_stronger_than_the_clock() -> None:
    assert settle_today(None, {"SOURCE_DATE_EPOCH": "1795132800"}, UTC) == date(2026, 11, 20)


def test_the_clock_is_read_in_the_sites_zone() -> None:
    east, west = timezone(timedelta(hours=14)), timezone(timedelta(hours=-12))
    days = settle_today(None, {}, east) - settle_today(None, {}, west)
    assert days >= timedelta(days=1)


@pytest.mark.parametrize("epoch", ["yesterday", "1e9", "9" * 30])
def test_a_wrong_epoch_is_a_usage_error(epoch: str) -> None:
    with pytest.raises(UsageError) as raised:
        settle_today(None, {"SOURCE_DATE_EPOCH": epoch}, UTC)
    assert str(raised.value) == (
        f"SOURCE_DATE_EPOCH is '{epoch}', which is not a number of seconds since 1970\n"
        "  Fix: unset it, or say the day with --today 2026-11-20"
    )


def test_the_zone_is_the_one_of_site_toml(tmp_path: Path) -> None:
    (tmp_path / "site.toml").write_text('timezone = "Asia/Jakarta"', encoding="utf-8")
    zone = read_zone(tmp_path)
    assert datetime(2026, 1, 1, tzinfo=zone).utcoffset() == timedelta(hours=7)


def test_without_a_site_toml_the_zone_is_utc(tmp_path: Path) -> None:
    assert read_zone(tmp_path) is UTC


@pytest.mark.parametrize(
    "text", ["", "timezone = 7", 'timezone = "Mars/Olympus"', "not toml", 'timezone = "../x"']
)
def test_a_wrong_zone_is_left_for_reading_the_content_to_report(tmp_path: Path, text: str) -> None:
    (tmp_path / "site.toml").write_text(text, encoding="utf-8")
    assert read_zone(tmp_path) is UTC
