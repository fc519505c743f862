"""What a service says about a work, whichever service it was."""

from __future__ import annotations

from dataclasses import dataclass

from galley.article.bibliography import NoticeKind


@dataclass(frozen=True)
class OnlineNotice:
    """A notice on a work, or that the work itself is one.

    Attributes
    ----------
    kind
        Which of the kinds of `retractions.csv` it is.
    label
        What the service calls it: ``Retraction``, ``Corrigendum`` …
    doi
        Of the notice; for a work that is a notice, of the work that it is about.
    date
        The day it came out, ``2019-07-26``; empty where the service does not say.
    source
        Who told the service: ``publisher`` or ``retraction-watch``; empty where it does not say.
    """

    kind: NoticeKind
    label: str
    doi: str = ""
    date: str = ""
    source: str = ""


@dataclass(frozen=True)
class WorkRecord:
    """A work as a service knows it.

    Attributes
    ----------
    service
        Who says so: ``Crossref``, ``DataCite``.
    titles
        In every form that the service has: with subtitle, in other languages.
    years
        Of all its dates: online, in print.
    first_author
        The family name, or the name of an organisation.
    notices
        On this work.
    notice_of
        What this work is a notice of.
    """

    service: str
    doi: str
    titles: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    first_author: str = ""
    notices: tuple[OnlineNotice, ...] = ()
    notice_of: tuple[OnlineNotice, ...] = ()
