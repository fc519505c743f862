"""The steps of `galley unpublish`: write the withdrawal, build, send that, say who names it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

import click

from galley.console.publishing import Asked, Counter, bring
from galley.console.today import read_zone, settle_now
from galley.findings import ContentError, EnvironmentFault, UsageError
from galley.kept_copies import KeptCopies, Reason
from galley.mending.desk import Piece, read_desk
from galley.mending.writing import write_mended
from galley.publishing.desk import Outgoing
from galley.publishing.staged import Staged, keep_contents
from galley.publishing.version import Version, public_version
from galley.publishing.withdrawing import (
    goal_of_page_alone,
    pages_naming,
    readable_pages,
    with_withdrawal,
    withdrawal_lines,
)
from galley.site.files import SiteFiles
from galley.site.request import BuildReport
from galley.sources import ArticleSource
from galley.speech.say import mark, say

_NOBODY_TO_ASK = mark(
    "Nothing was written: there is no terminal to ask on.\n  Fix: run it again with --yes."
)
Build = Callable[[bool], tuple[BuildReport, Staged]]
"""Builds the site, strictly or not."""


@dataclass(frozen=True)
class Withdrawal:
    """An article that is to be taken off.

    Attributes
    ----------
    translations
        Files of the same article in other languages, which stay.
    """

    source: ArticleSource
    day: date
    reason: str
    translations: tuple[str, ...] = ()
    pages: tuple[str, ...] = field(default=())


def unpublish_article(counter: Counter, withdrawal: Withdrawal, build: Build, asked: Asked) -> int:
    """Take an article off; return the exit code."""
    desk = counter.desk
    public = public_version(desk.versions.read())
    report, before = build(True)
    own = _pages_of(report, withdrawal.source.file)
    known = [page for page in own if public is not None and page in public.pages]
    if public is None or not known:
        raise UsageError(
            f"'{withdrawal.source.title}' is not in {desk.spec.to}",
            "what nobody is to see yet gets draft: true in its front matter",
        )
    click.echo(_announced(counter, withdrawal, known))
    if (code := _refusal(asked)) is not None:
        return code
    has_more = dict(before.goal.digests) != dict(public.files)
    _write(withdrawal, counter)
    staged, is_alone = _made(withdrawal, build)
    outgoing = _outgoing(counter, public, staged, own, is_alone=has_more or is_alone)

    def contents() -> SiteFiles:
        keep_contents(staged, desk.blobs)
        return SiteFiles(outgoing.goal.digests, desk.blobs)

    code = bring(counter, outgoing, contents, replace(asked, is_agreed=True))
    if has_more or is_alone:
        click.echo(
            say(
                "Other changes of yours were not sent, and lists and feeds are as before: "
                "galley publish sends them."
            )
        )
    _tell_who_names_it(counter, outgoing, own, withdrawal)
    return code


def _announced(counter: Counter, withdrawal: Withdrawal, pages: list[str]) -> str:
    lines = [
        say(
            "'{title}' is taken off {target}. Its page stays at {page} and says why.",
            title=withdrawal.source.title,
            target=counter.desk.spec.to,
            page=", ".join(pages),
        ),
        say("Into {file}, of which a copy is kept:", file=withdrawal.source.file),
    ]
    return "\n".join([*lines, *(f"  {each}" for each in _lines(withdrawal)), ""])


def _lines(withdrawal: Withdrawal) -> tuple[str, ...]:
    return withdrawal_lines(withdrawal.day, withdrawal.reason)


def _refusal(asked: Asked) -> int | None:
    if asked.is_dry:
        click.echo(say("Nothing was written, and nothing was sent."))
        return 0
    if asked.is_agreed:
        return None
    if not sys.stdin.isatty():
        click.echo(say(_NOBODY_TO_ASK))
        return 1
    if click.confirm(say("Take it off?")):
        return None
    click.echo(say("Nothing was written, and nothing was sent."))
    return 0


def _write(withdrawal: Withdrawal, counter: Counter) -> None:
    """Write the withdrawal into the notebook; every other byte stays."""
    source = withdrawal.source
    desk = read_desk({source.file: source.path})
    piece = Piece(source.file, source.front_matter_cell or "")
    text = desk.text(piece) if source.front_matter_cell else None
    new = with_withdrawal(text or "", withdrawal.day, withdrawal.reason)
    now = settle_now(os.environ, read_zone(counter.root))
    copies = KeptCopies(counter.root)
    written = write_mended(
        desk.with_text(piece, new), lambda path: copies.keep(path, Reason.UNPUBLISH, now)
    )
    if written.changed_meanwhile:
        raise EnvironmentFault(
            f"{source.file} was changed by another program meanwhile, and is as that left it",
            "Save it there, then run this again.",
        )


def _made(withdrawal: Withdrawal, build: Build) -> tuple[Staged, bool]:
    """Build the page that says it; an error in the article is no reason to leave it there.

    Returns
    -------
    tuple
        The site, and whether only the page itself may be sent, since others have errors too.

    Raises
    ------
    ContentError
        If the page cannot be made.
    """
    report, staged = build(True)
    states = _states(report, withdrawal.source.file)
    if "held_back" not in states and "failed" not in states:
        return staged, False
    report, staged = build(False)
    if "failed" in _states(report, withdrawal.source.file):
        found = [each for each in report.articles if each.file == withdrawal.source.file]
        raise ContentError(*(finding for each in found for finding in each.findings))
    return staged, True


def _states(report: BuildReport, file: str) -> set[str]:
    return {each.state for each in report.articles if each.file == file}


def _pages_of(report: BuildReport, file: str) -> tuple[str, ...]:
    return tuple(each.address for each in report.articles if each.file == file and each.address)


def _outgoing(
    counter: Counter, public: Version, staged: Staged, own: tuple[str, ...], *, is_alone: bool
) -> Outgoing:
    if not is_alone:
        return Outgoing(staged.goal, staged.pages, "unpublish")
    goal = goal_of_page_alone(public, staged, own, counter.desk.blobs.size)
    titles = {page: staged.pages[page] for page in own if page in staged.pages}
    pages = {path: title for path, title in public.pages.items() if path in goal.digests}
    return Outgoing(goal, pages | titles, "unpublish")


def _tell_who_names_it(
    counter: Counter, outgoing: Outgoing, own: tuple[str, ...], withdrawal: Withdrawal
) -> None:
    files = SiteFiles(outgoing.goal.digests, counter.desk.blobs)
    pages = readable_pages(outgoing.goal.digests)
    naming = list(pages_naming(own, pages, files.__getitem__))
    if naming:
        click.echo(say("Still with a link to it:"))
        for path in naming:
            title = outgoing.pages.get(path, "")
            click.echo(f"  {title}  ({path})" if title else f"  {path}")
    for file in withdrawal.translations:
        click.echo(say("Its translation {file} is still public.", file=file))
