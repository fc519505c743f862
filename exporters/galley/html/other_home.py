"""The way home in another language, for who meets a page in a language they do not read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class OtherHome:
    """What happened, in another language, and the home page there; `href` works at any depth."""

    lang: str
    title: str
    text: str
    href: str
