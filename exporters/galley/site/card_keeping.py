"""Cards that were drawn before: drawn again only where title, figure or drawing code changed."""

from __future__ import annotations

import hashlib
import posixpath
from dataclasses import dataclass, fields, replace

from galley.html.sharing import SharedImage
from galley.look import Look
from galley.site.files import BlobStore
from galley.site.memo import Memo, key_of_parts
from galley.site.social_card import HEIGHT, WIDTH, CardFace, draw_card

FOLDER = "assets/cards"


@dataclass(frozen=True)
class KeptCard:
    """A card in its place on the site; `digest` is that of its bytes."""

    path: str
    digest: str

    def as_shared(self, url: str, alt: str) -> SharedImage:
        """Return the card as pages name it."""
        return SharedImage(url, WIDTH, HEIGHT, alt)


@dataclass(frozen=True)
class CardKeeper:
    """Draws cards, and recalls those that would be the same.

    Attributes
    ----------
    memo
        What was drawn before; without it every card is drawn.
    program
        A digest of everything that draws.
    """

    blobs: BlobStore
    memo: Memo | None = None
    program: str = ""

    def card(self, page: str, face: CardFace) -> KeptCard:
        """Return the card of a page."""
        digest = self._recalled(page, face) or self._drawn(page, face)
        stem = posixpath.basename(page.removesuffix("/index.html")).removesuffix(".html")
        return KeptCard(f"{FOLDER}/{stem}-{digest[:8]}.png", digest)

    def still_used(self, page: str) -> None:
        """Keep the card of a page that was itself recalled."""
        if self.memo is not None:
            self.memo.note_use(_name(page))

    def _recalled(self, page: str, face: CardFace) -> str:
        record = self.memo.recall(_name(page), self._key(face)) if self.memo else None
        digest = record.get("card") if record else ""
        is_there = isinstance(digest, str) and self.blobs.get(digest) is not None
        return str(digest) if is_there else ""

    def _drawn(self, page: str, face: CardFace) -> str:
        digest = self.blobs.put(draw_card(face))
        if self.memo is not None:
            self.memo.keep(_name(page), self._key(face), {"card": digest})
        return digest

    def _key(self, face: CardFace) -> str:
        texts = [getattr(face, each.name) for each in fields(face) if each.name != "drawing"]
        return key_of_parts([self.program, texts, hashlib.sha256(face.drawing).hexdigest()])


def in_look(face: CardFace, look: Look) -> CardFace:
    """Return a face in a site's own type and accent.

    Figures are drawn on Galley's paper, so the card has that; an accent that was chosen for another
    paper could be too faint on it.
    """
    accent = "" if look.colours.paper else look.page_variables("light").get("--accent", "")
    return replace(face, accent=accent, is_sans=look.type == "sans")


def _name(page: str) -> str:
    return f"card of {page}"
