"""Which service is asked what, in which order, and which of them have failed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from galley.article.bibliography import BibliographyEntry
from galley.checks import online_rules as rules
from galley.findings import Place
from galley.online import crossref, registries
from galley.online.cache import DAY_S, Answer
from galley.online.client import Keep, OnlineClient
from galley.online.records import WorkRecord
from galley.online.telling import Noticed, matching_doi
from galley.online.transport import NoAnswerError, Reason

_AT_ONCE = frozenset({Reason.REFUSED, Reason.NO_SERVER, Reason.NO_NAME, Reason.NO_NETWORK})
_FAILURES_IN_A_ROW = 2


class OfflineError(Exception):
    """The machine has no network, so asking on is of no use."""


@dataclass(frozen=True)
class LookedUp:
    """What is known of a DOI.

    Attributes
    ----------
    record
        None where no service describes it.
    is_registered
        None where no service could say.
    as_of
        How old the answer is, in words; empty for one of today.
    """

    record: WorkRecord | None = None
    is_registered: bool | None = None
    as_of: str = ""


@dataclass
class _Service:
    """How it went with one service so far."""

    name: str
    in_a_row: int = 0
    unasked: int = 0
    words: str = ""
    is_down: bool = False


@dataclass
class Lookups:
    """Asks the services about works; one that fails is asked no more, and told of once."""

    client: OnlineClient
    now_s: float
    _services: dict[str, _Service] = field(default_factory=dict)

    def work(self, doi: str) -> LookedUp:
        """Look a DOI up: at Crossref, then at DataCite, then whether it is registered at all.

        Raises
        ------
        OfflineError
            If nothing can be reached from this machine.
        """
        bases = self.client.services
        answer = self._ask(
            crossref.NAME, crossref.work_url(bases.crossref, doi), crossref.keep_work
        )
        if answer and answer.is_found:
            record = crossref.parse_work(answer.content)
            return LookedUp(record, is_registered=True, as_of=self.as_of(answer))
        if answer:
            url = registries.datacite_url(bases.datacite, doi)
            other = self._ask(registries.DATACITE, url, registries.keep_datacite)
            if other and other.is_found:
                record = registries.parse_datacite(other.content)
                return LookedUp(record, is_registered=True, as_of=self.as_of(other))
        return self.registration(doi)

    def registration(self, doi: str) -> LookedUp:
        """Ask doi.org alone: it knows the DOIs of all registries, and nothing else of them."""
        url = registries.handle_url(self.client.services.doi, doi)
        answer = self._ask(registries.DOI_ORG, url, registries.keep_handle)
        if answer is None:
            return LookedUp()
        return LookedUp(
            is_registered=bool(answer.is_found and answer.content), as_of=self.as_of(answer)
        )

    def search(self, entry: BibliographyEntry) -> tuple[str, str]:
        """Return the DOI that Crossref has for a work, and how old its answer is."""
        url = crossref.search_url(self.client.services.crossref, entry)
        answer = self._ask(crossref.NAME, url, crossref.keep_search)
        if answer is None or not answer.is_found:
            return "", ""
        records = [crossref.parse_work(kept) for kept in answer.content]
        return matching_doi(entry, records), self.as_of(answer)

    def as_of(self, answer: Answer) -> str:
        """Say of which day an answer is, unless it is of today."""
        if self.now_s - answer.asked_s < DAY_S:
            return ""
        return f" (asked on {datetime.fromtimestamp(answer.asked_s, UTC).date()})"

    def failures(self, file: str) -> Iterator[Noticed]:
        """Tell of each service that failed, once."""
        for service in self._services.values():
            if service.unasked:
                works = "1 question" if service.unasked == 1 else f"{service.unasked} questions"
                yield Noticed(
                    rules.SERVICE_FAILED,
                    Place(file),
                    f"{service.name} left {works} about references open: {service.words}",
                    "Check again later; nothing is known to be wrong with these references.",
                )

    def _ask(self, name: str, url: str, keep: Keep) -> Answer | None:
        service = self._services.setdefault(name, _Service(name))
        if service.is_down:
            service.unasked += 1
            return None
        try:
            answer = self.client.ask(url, keep)
        except NoAnswerError as failure:
            if failure.reason in NO_WAY and self.client.is_offline():
                raise OfflineError from None
            service.unasked += 1
            service.in_a_row += 1
            service.words = failure.words
            slow = failure.reason is Reason.SLOW
            service.is_down = (
                slow or failure.reason in _AT_ONCE or service.in_a_row >= _FAILURES_IN_A_ROW
            )
            return None
        service.in_a_row = 0
        return answer


NO_WAY = frozenset({Reason.NO_NAME, Reason.NO_NETWORK})
"""What may mean that the machine is offline."""
