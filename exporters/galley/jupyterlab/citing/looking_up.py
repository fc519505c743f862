"""Asking the network about one work, and only when the author pressed the button for it."""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib.metadata import version
from typing import TYPE_CHECKING

from galley.citing.pasted import Number, PastedWork, work_of_csl
from galley.config import CheckSettings
from galley.findings import Finding, UsageError
from galley.user_cache import user_cache_folder

if TYPE_CHECKING:
    from galley.online.client import OnlineClient
    from galley.online.works import FoundWork

MakeClient = Callable[[CheckSettings], "OnlineClient"]

# Beside what `check --online` keeps, which is less of each work.
_FOLDER = "works"
_BY_HAND = "paste the reference as BibTeX or RIS instead, or try again later"
_A_SLIP = "look for a slip in the number, or paste the reference as BibTeX or RIS instead"


def make_client(settings: CheckSettings) -> OnlineClient:
    """Return a client for the real services, which keeps answers in the user's cache."""
    # Late: what could ask the network is loaded when somebody wants it to be asked.
    from galley.online.cache import Cache
    from galley.online.client import Clock, OnlineClient

    folder = user_cache_folder(os.environ)
    cache = Cache(folder / _FOLDER if folder else None)
    cache.clear_old(Clock().now_s())
    return OnlineClient(cache=cache, contact=settings.contact, version=version("galley-articles"))


def look_up(number: Number, client: OnlineClient) -> tuple[PastedWork, tuple[Finding, ...]]:
    """Return the work of a number, and what the service remarks on it.

    Raises
    ------
    UsageError
        If nobody knows it, or nobody answers.
    """
    from galley.online import crossref
    from galley.online.transport import NoAnswerError
    from galley.online.works import PUBMED, work_by_doi, work_by_pmid

    is_doi = number.kind == "doi"
    try:
        found = (work_by_doi if is_doi else work_by_pmid)(client, number.value)
    except NoAnswerError as failure:
        if client.is_offline():
            raise UsageError("this computer seems to be offline", _BY_HAND) from None
        service = crossref.NAME if is_doi else PUBMED
        raise UsageError(f"{service} gave no answer: {failure.words}", _BY_HAND) from None
    if found is None and is_doi:
        raise UsageError(f"neither Crossref nor DataCite knows the DOI {number.value}", _A_SLIP)
    if found is None:
        raise UsageError(f"PubMed has no work of the number {number.value}", _A_SLIP)
    return work_of_csl(found.item), _remarks(found)


def _remarks(found: FoundWork) -> tuple[Finding, ...]:
    """Return that the work is the notice of another one; the rest its own entry tells."""
    from galley.checks import online_rules as rules
    from galley.online.telling import CitedWork, tell_of_work

    if found.record is None:
        return ()
    work = work_of_csl({**found.item, "id": str(found.item.get("DOI", ""))}).entry
    told = tell_of_work(CitedWork(work, ""), found.record, "")
    return tuple(
        Finding(each.rule.id, each.rule.severity, each.place, each.message, each.fix)
        for each in told
        if each.rule is rules.IS_NOTICE
    )
