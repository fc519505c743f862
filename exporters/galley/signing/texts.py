"""Who has signed the text of an article as a whole, and whether readers still see that text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from galley.article.bibliography_entry import BibliographyEntry
from galley.article.front_matter import Person
from galley.signing.fingerprint import Fingerprint, changed_parts, work_digests

TEXT = "TEXT"
"""Stands where a signature names a line of the editor's sheet, and is of the whole text."""
FOLDER = "sheets"
UNKNOWN = ("?",)


@dataclass(frozen=True)
class TextSignature:
    """One person's signature of a text.

    Attributes
    ----------
    person
        Their id in ``site.toml``; empty for somebody who is not there.
    seen
        What they had before them; None where the file has lost it.
    """

    by: str
    person: str
    day: date
    seen: Fingerprint | None

    def is_of(self, person: Person) -> bool:
        """Tell whether a person signed."""
        return bool(person.id and person.id == self.person) or self.by in names_of(person)

    def changed(self, now: Fingerprint) -> tuple[str, ...]:
        """Return what readers see differently now; nothing where the signature stands."""
        return changed_parts(self.seen, now) if self.seen else UNKNOWN


@dataclass(frozen=True)
class SignedText:
    """The signatures of one text.

    Attributes
    ----------
    signatures
        The newest of each person, the newest first.
    works
        What cited works say now, as far as a signature rests on them.
    """

    signatures: tuple[TextSignature, ...] = ()
    works: Mapping[str, str] = field(default_factory=dict)


UNSIGNED = SignedText()


def names_of(person: Person) -> frozenset[str]:
    """Return how a person's name may stand in a sheet."""
    return frozenset({person.name, ", ".join(filter(None, (person.name, person.credentials)))})


def sheet_path(root: Path, slug: str, lang: str, edition: str) -> Path:
    """Return where the sheet of a text lies, whether it is there or not."""
    return root / FOLDER / ".".join(filter(None, (slug, lang, edition, "yml")))


def read_signed_text(
    path: Path, work: Callable[[str], BibliographyEntry | None], file: str = ""
) -> SignedText:
    """Read who signed a text; of a sheet that is broken, nobody.

    Parameters
    ----------
    work
        Finds a work by its citation key.
    """
    try:
        data = path.read_bytes()
    except OSError:
        return UNSIGNED
    if TEXT.encode() not in data:
        return UNSIGNED
    # Late: most articles have no such sheet, and YAML takes its time.
    from galley.findings import ContentError
    from galley.signing.signatures import parse_signed

    try:
        signed = parse_signed(data.decode("utf-8-sig", "replace"), file)
    except ContentError:
        # `galley status` and `galley sheet` say what is wrong with it.
        return UNSIGNED
    signatures = tuple(
        TextSignature(each.by, each.person, each.day, signed.texts.get(each.text))
        for each in signed.of(TEXT)
    )
    keys = {key for each in signatures if each.seen for key in each.seen.works or ()}
    return SignedText(signatures, work_digests(keys, work))
