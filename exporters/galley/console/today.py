"""The one place that reads the clock: today is an input of everything else."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from galley.findings import UsageError


def settle_today(given: date | None, environ: Mapping[str, str], zone: tzinfo) -> date:
    """Return `--today`, else the day of SOURCE_DATE_EPOCH, else the day it is in `zone`.

    Raises
    ------
    UsageError
        If SOURCE_DATE_EPOCH is not a number of seconds.
    """
    if given is not None:
        return given
    epoch = environ.get("SOURCE_DATE_EPOCH", "").strip()
    return _day_of_epoch(epoch) if epoch else datetime.now(zone).date()


def settle_now(environ: Mapping[str, str], zone: tzinfo) -> datetime:
    """Return the time of SOURCE_DATE_EPOCH, else the time it is in `zone`.

    Raises
    ------
    UsageError
        If SOURCE_DATE_EPOCH is not a number of seconds.
    """
    epoch = environ.get("SOURCE_DATE_EPOCH", "").strip()
    return _time_of_epoch(epoch) if epoch else datetime.now(zone)


def _day_of_epoch(epoch: str) -> date:
    return _time_of_epoch(epoch).date()


def _time_of_epoch(epoch: str) -> datetime:
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError):
        raise UsageError(
            f"SOURCE_DATE_EPOCH is '{epoch}', which is not a number of seconds since 1970",
            "unset it, or say the day with --today 2026-11-20",
        ) from None


def read_zone(folder: Path) -> tzinfo:
    """Return the time zone in the folder's `site.toml`; UTC without one.

    A `site.toml` that is wrong is not this function's to report: reading the content does that.
    """
    path = folder / "site.toml"
    try:
        # A pipe or a device would never end.
        text = path.read_text(encoding="utf-8-sig") if path.is_file() else ""
        return ZoneInfo(tomllib.loads(text)["timezone"])
    except (OSError, ValueError, KeyError, TypeError, ZoneInfoNotFoundError):
        return UTC
