"""Asks about everything that a content folder cites and links to, and returns findings."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Sequence

from galley.article.retractions import RETRACTIONS_FILE
from galley.checks import online_rules as rules
from galley.checks.exceptions import settled
from galley.checks.rule import Manuscript
from galley.findings import Finding, Place
from galley.online.client import OnlineClient
from galley.online.links import Links, LinkTrial, collect_links
from galley.online.lookups import Lookups, OfflineError
from galley.online.telling import (
    CitedWork,
    Noticed,
    tell_doi_found,
    tell_doi_unknown,
    tell_of_work,
)
from galley.workspace import Workspace

Report = Callable[[int, int, str], None]
"""Called before each question: how many are done, of how many, and what is asked about."""


def look_online(
    workspace: Workspace,
    manuscripts: Sequence[Manuscript],
    client: OnlineClient,
    *,
    now_s: float,
    report: Report,
) -> tuple[Finding, ...]:
    """Ask about the works that articles cite and the links that they hold.

    Nothing of this is remembered by a build; `client` keeps the answers themselves for a while.

    Parameters
    ----------
    now_s
        The present time, from which the age of answers is told.
    """
    lookups = Lookups(client, now_s)
    works = cited_works(workspace, manuscripts)
    links = collect_links(manuscripts, works)
    noticed = list(_ask_all(works, links, lookups, report))
    if manuscripts:
        file = workspace.bibliography.file or manuscripts[0].article.file
        noticed.extend(lookups.failures(file))
    found = _as_findings(noticed, manuscripts, works)
    return tuple(dict.fromkeys(settled(found, workspace.config.checks)))


def cited_works(workspace: Workspace, manuscripts: Sequence[Manuscript]) -> tuple[CitedWork, ...]:
    """Return the entries that at least one of the articles cites, in the bibliography's order."""
    files: dict[str, dict[str, None]] = {}
    for manuscript in manuscripts:
        for key in manuscript.article.cited:
            files.setdefault(key, {})[manuscript.article.file] = None
    return tuple(
        CitedWork(
            entry,
            workspace.bibliography.file,
            tuple(files[key]),
            posixpath.join(workspace.name, RETRACTIONS_FILE),
            has_retractions=(workspace.root / RETRACTIONS_FILE).is_file(),
        )
        for key, entry in workspace.bibliography.entries.items()
        if key in files
    )


def _ask_all(
    works: Sequence[CitedWork], links: Links, lookups: Lookups, report: Report
) -> Iterator[Noticed]:
    total, trial = len(works) + len(links), LinkTrial(lookups)
    try:
        for number, work in enumerate(works):
            report(number, total, work.entry.key)
            yield from _ask_about(work, lookups)
        for number, (href, places) in enumerate(links.items(), len(works)):
            report(number, total, href)
            yield from trial.tell(href, places)
    except OfflineError:
        yield _offline(works, links)
    else:
        yield from trial.tell_untried(links)
    report(total, total, "")


def _ask_about(work: CitedWork, lookups: Lookups) -> Iterator[Noticed]:
    entry = work.entry
    if not entry.doi:
        if entry.title and entry.authors and entry.year:
            proposed, as_of = lookups.search(entry)
            if proposed:
                yield tell_doi_found(work, proposed, as_of)
        return
    if not entry.doi.startswith("10."):
        return  # a rule that asks nobody tells of it
    looked = lookups.work(entry.doi)
    if looked.record:
        yield from tell_of_work(work, looked.record, looked.as_of)
    elif looked.is_registered is False:
        yield tell_doi_unknown(work, lookups.search(entry)[0], looked.as_of)


def _offline(works: Sequence[CitedWork], links: Links) -> Noticed:
    place = works[0].place if works else next(iter(links.values()))[0]
    return Noticed(
        rules.SERVICE_FAILED,
        Place(place.file),
        "this machine seems to be offline: no service can be found, so nothing was looked up",
        "Connect it and check again. Galley asks directly; where only a proxy leads out, "
        "--online does not work.",
    )


def _as_findings(
    noticed: Sequence[Noticed],
    manuscripts: Sequence[Manuscript],
    works: Sequence[CitedWork],
) -> Iterator[Finding]:
    """Give each its severity; what all articles concerned ignore with a reason is left out."""
    ignored = {m.article.file: frozenset(m.article.front_matter.ignore) for m in manuscripts}
    concerned = {work.place: work.files for work in works}
    for each in noticed:
        files = concerned.get(each.place, (each.place.file,))
        is_set_aside = all(each.rule.id in ignored.get(file, ()) for file in files)
        if not is_set_aside:
            yield Finding(each.rule.id, each.rule.severity, each.place, each.message, each.fix)
