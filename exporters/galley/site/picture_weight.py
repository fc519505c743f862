"""What an article's pictures weigh on a phone: some readers pay for each megabyte."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from galley.findings import Finding, Place, Severity

RULE = "pictures-heavy"
MOST_ON_PHONE_BYTES = 500_000
"""Four times what the rest of a page may weigh."""

_NAMED = 3


def heavy_pictures(file: str, weights: Mapping[str, int]) -> Iterator[Finding]:
    """Advise where all pictures together are heavy; the heaviest are named.

    Parameters
    ----------
    file
        The article's notebook.
    weights
        Each picture's name → what a phone loads of it, in bytes.
    """
    total = sum(weights.values())
    if total <= MOST_ON_PHONE_BYTES:
        return
    heaviest = sorted(weights, key=lambda name: (-weights[name], name))[:_NAMED]
    listed = ", ".join(f"'{name}' ({_kilobytes(weights[name])} kB)" for name in heaviest)
    yield Finding(
        RULE,
        Severity.ADVICE,
        Place(file),
        f"the pictures of this article weigh {_kilobytes(total)} kB on a phone, which readers on "
        "a slow network wait and pay for",
        f"leave out or crop what they can do without; the heaviest are {listed}.",
    )


def _kilobytes(count: int) -> int:
    return round(count / 1000)
