"""What lets a reader trust an article, and put right what is wrong in it: the words at its end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from galley.html.licences import licence_address

if TYPE_CHECKING:
    from galley.html.context import FigureContext, RenderedBlock


@dataclass(frozen=True)
class Way:
    """A text and where it leads; `href` is empty where that is not known."""

    text: str
    href: str = ""


@dataclass(frozen=True)
class Trust:
    """What stands at an article's end besides its people and dates.

    Attributes
    ----------
    corrections
        Whom to tell of a mistake.
    address
        The page's own address, for readers to pass on, and as it is printed.
    has_made_figures
        Whether figures say below them how they were made.
    """

    licence: Way | None = None
    corrections: Way | None = None
    address: Way | None = None
    has_made_figures: bool = False


NO_TRUST = Trust()
"""Nothing is known."""


def trust_of(
    title: str, address: str, licence: str, corrections: str, blocks: Iterable[RenderedBlock]
) -> Trust:
    """Return it for an article at an address; each may be empty."""
    return Trust(
        licence=Way(licence, licence_address(licence)) if licence else None,
        corrections=_corrections(corrections, title, address) if corrections else None,
        address=Way(_shown(address), address) if address else None,
        has_made_figures=any(_is_made(block.figure) for block in blocks if block.figure),
    )


def _corrections(contact: str, title: str, address: str) -> Way:
    if "://" in contact:
        return Way(_shown(contact), contact)
    # With the address, whoever answers knows which edition and language was read.
    subject, body = quote(title), quote(f"\n\n{address}") if address else ""
    return Way(contact, f"mailto:{contact}?subject={subject}" + (f"&body={body}" if body else ""))


def _shown(address: str) -> str:
    """Return an address as it is read and typed: without what every browser adds."""
    return address.removeprefix("https://").removeprefix("http://").rstrip("/")


def _is_made(figure: FigureContext) -> bool:
    return bool(figure.made_by_html) or any(_is_made(state.figure) for state in figure.states)
