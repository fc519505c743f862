"""Links to other sites: which there are, and whether something is at their end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from galley.checks import online_rules as rules
from galley.checks.rule import Manuscript
from galley.checks.structure.pictures_and_links import tokens_with_places
from galley.findings import Place
from galley.online.cache import Answer
from galley.online.lookups import NO_WAY, Lookups, OfflineError
from galley.online.telling import CitedWork, Noticed
from galley.online.transport import NoAnswerError, Reason

_DOI_LINK = re.compile(r"https?://(?:dx\.|www\.)?doi\.org/(10\.[^?#]+)", re.IGNORECASE)
_DEAD = {0: "", 404: "the page is not there (error 404)", 410: "the page was removed (error 410)"}
_MOST_NAMED = 5

Links = Mapping[str, Sequence[Place]]
"""Address → where it is linked to."""


def collect_links(manuscripts: Iterable[Manuscript], works: Iterable[CitedWork] = ()) -> Links:
    """Return the web addresses that articles link to, and those of cited works without DOI."""
    found: dict[str, dict[Place, None]] = {}
    for manuscript in manuscripts:
        for token, place in tokens_with_places(manuscript):
            href = str(token.attrs.get("href", "")) if token.type == "link_open" else ""
            if href.lower().startswith(("http://", "https://")):
                found.setdefault(href, {})[place] = None
    for work in works:
        if not work.entry.doi and work.entry.url.startswith(("http://", "https://")):
            found.setdefault(work.entry.url, {})[work.place] = None
    return {href: tuple(places) for href, places in found.items()}


@dataclass
class LinkTrial:
    """Tries links one after another; a host that is silent once is not asked again."""

    lookups: Lookups
    _silent: dict[str, str] = field(default_factory=dict)
    _untried: dict[str, str] = field(default_factory=dict)

    def tell(self, href: str, places: Sequence[Place]) -> Iterator[Noticed]:
        """Say that a link is dead; one that cannot be tried is kept for `tell_untried`.

        Raises
        ------
        OfflineError
            If nothing can be reached from this machine.
        """
        why = self._why_dead(href)
        for place in places if why else ():
            yield Noticed(
                rules.LINK_DEAD,
                place,
                f"the link '{href}' leads to nothing: {why}",
                "Find the page's new address, link to a copy in web.archive.org, "
                "or remove the link.",
            )

    def tell_untried(self, links: Links) -> Iterator[Noticed]:
        """Say in one line which links nobody could try."""
        if not self._untried:
            return
        named = [f"{href} ({why})" for href, why in self._untried.items()]
        more = len(named) - _MOST_NAMED
        listed = ", ".join(named[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
        count = "one link" if len(named) == 1 else f"{len(named)} links"
        first = next(iter(self._untried))
        yield Noticed(
            rules.LINK_UNCHECKED,
            links[first][0],
            f"{count} could not be tried: {listed}",
            "Open it in a browser." if len(named) == 1 else "Open them in a browser.",
        )

    def _why_dead(self, href: str) -> str:
        doi = _DOI_LINK.match(href)
        if doi:
            return self._why_doi_dead(href, unquote(doi[1]))
        address = self.lookups.client.secure(href)
        # An old address that is not there by https may be there without.
        by_https = ", by https" if address != href else ""
        try:
            answer = self._try(address)
        except NoAnswerError as failure:
            self._untried[href] = f"{failure.words}{by_https}"
            return ""
        why = self._why(answer)
        if why and (by_https or answer.status not in _DEAD):
            self._untried[href] = f"{why}{by_https}"
            return ""
        return f"{why}{self.lookups.as_of(answer)}" if why else ""

    def _try(self, address: str) -> Answer:
        host = _host(address)
        if host in self._silent:
            raise NoAnswerError(Reason.SLOW, self._silent[host])
        try:
            return self.lookups.client.try_link(address)
        except NoAnswerError as failure:
            if failure.reason in NO_WAY and self.lookups.client.is_offline():
                raise OfflineError from None
            if failure.reason is Reason.SLOW:
                self._silent[host] = failure.words
            raise

    def _why(self, answer: Answer) -> str:
        if answer.is_found:
            return ""
        if answer.status in _DEAD:
            return _DEAD[answer.status] or str(answer.content)
        return f"it turns programs away, error {answer.status}"

    def _why_doi_dead(self, href: str, doi: str) -> str:
        looked = self.lookups.registration(doi)
        if looked.is_registered is None:
            self._untried[href] = "doi.org gave no answer"
        is_dead = looked.is_registered is False
        return f"this DOI is registered nowhere{looked.as_of}" if is_dead else ""


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc.lower()
    except ValueError:
        return ""
