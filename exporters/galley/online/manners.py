"""How Galley behaves towards those it asks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


@dataclass(frozen=True)
class Manners:
    """How often, how long and how much is asked.

    Crossref allows strangers one search a second, and three to those who give a mail address
    (its limits since December 2025); everybody else is treated the same.

    Attributes
    ----------
    longest_wait_s
        A host that wants to be left alone for longer is left alone.
    total_s
        For a whole answer, however slowly it trickles.
    """

    pause_s: float = 0.35
    stranger_pause_s: float = 1.0
    retries: int = 2
    backoff_s: float = 1.0
    longest_wait_s: float = 30.0
    connect_s: float = 5.0
    total_s: float = 20.0
    largest_bytes: int = 5_000_000
    redirects: int = 5

    def wait_s(self, attempt: int, headers: Mapping[str, str], now_s: float) -> float | None:
        """Return how long to wait before asking again; None if it is better not to."""
        if attempt >= self.retries:
            return None
        wanted = _retry_after_s(headers.get("Retry-After", ""), now_s)
        if wanted is None:
            return self.backoff_s * float(2**attempt)
        return max(wanted, self.pause_s) if wanted <= self.longest_wait_s else None


def _retry_after_s(text: str, now_s: float) -> float | None:
    """Read seconds, or a day and time, as HTTP allows both."""
    if text.strip().isdigit():
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.fromtimestamp(now_s, UTC)).total_seconds())
