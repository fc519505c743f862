"""What `publish`, `undo` and `unpublish` share: show what changes, ask, send, say where it is."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import click

from galley.config import SiteConfig
from galley.console.content_path import ContentPath
from galley.console.last_look import LastLook, show_leaving
from galley.console.leaving_text import leaving_text
from galley.console.progress import show_progress
from galley.console.publishing_text import changes_text
from galley.console.today import read_zone, settle_now
from galley.execution.store import Store, open_store
from galley.findings import UsageError
from galley.publishing.asking import Terminal
from galley.publishing.choosing import choose_target, target_of_text
from galley.publishing.credentials import Credentials, SystemRing
from galley.publishing.delivering import Compared, compare, deliver
from galley.publishing.desk import Desk, Outgoing, next_version, pages_before
from galley.publishing.folder import FolderTarget
from galley.publishing.kinds import make_target
from galley.publishing.staged import Staged, keep_contents
from galley.publishing.target import Place, TargetSpec
from galley.publishing.telling import Told, tell_changes
from galley.publishing.version import Version
from galley.site.request import ProgressEvent
from galley.speech.say import mark, say

_NOBODY_TO_ASK = mark(
    "Nothing was sent: there is no terminal to ask on.\n  Fix: look at the list above, then run "
    "it again with --yes."
)
Contents = Callable[[], Mapping[str, bytes]]


@dataclass(frozen=True)
class Asked:
    """What was asked for beside the target.

    Attributes
    ----------
    takes_over
        Whether what others have published or changed there may be replaced.
    last_look
        What tells of all that becomes public; None where that was public before.
    """

    is_agreed: bool = False
    is_dry: bool = False
    takes_over: bool = False
    last_look: LastLook | None = None


@dataclass(frozen=True)
class Counter:
    """A target, the store that is locked while something is sent there, and the content folder."""

    desk: Desk
    store: Store
    root: Path


def choose_spec(root: Path, config: SiteConfig, *, name: str | None, to: str | None) -> TargetSpec:
    """Return the target that was typed, or that was named, or that is the usual one."""
    return target_of_text(to, Path.cwd()) if to else choose_target(name, config, root)


def lay_counter(
    place: ContentPath, config: SiteConfig, *, name: str | None, to: str | None, store: Path | None
) -> Counter:
    """Return the target that was named, and the store of the content folder."""
    root = place.root
    spec = choose_spec(root, config, name=name, to=to)
    credentials = Credentials(os.environ, SystemRing(), Terminal())
    opened = open_store(root, store.expanduser().absolute() if store else None)
    title = config.title or root.name
    return Counter(Desk(spec, make_target(spec, credentials), opened.root, title), opened, root)


def refuse_own_folders(counter: Counter, built: Path) -> None:
    """Refuse a target that is a folder in which the author or the build works.

    Raises
    ------
    UsageError
        If it is the content folder, one around it, or the folder of the built site.
    """
    target = counter.desk.target
    if not isinstance(target, FolderTarget):
        return
    folder, content, site = (each.resolve() for each in (target.path, counter.root, built))
    to = counter.desk.spec.to
    fix = "give a folder of its own, for example ../public"
    if folder == content or folder in content.parents:
        raise UsageError(f"'{to}' has your articles in it, drafts included", fix)
    if folder == site or folder in site.parents or site in folder.parents:
        raise UsageError(f"in '{to}' the site is built before it is published", fix)


def bring_site(counter: Counter, staged: Staged, asked: Asked) -> int:
    """Bring a site that was built to its target; see `bring`."""
    outgoing = Outgoing(staged.goal, staged.pages)
    return bring(counter, outgoing, lambda: keep_contents(staged, counter.desk.blobs), asked)


def bring(counter: Counter, outgoing: Outgoing, contents: Contents, asked: Asked) -> int:
    """Show what would be different, ask, send it, and say where readers find it.

    Parameters
    ----------
    contents
        Puts what is sent into the store and returns it; called only when it was agreed to.

    Returns
    -------
    int
        The exit code: 1 where nobody was there to be asked.
    """
    desk = counter.desk
    with desk.target.open() as place:
        compared = _compared(desk, place, outgoing, asked)
        told = tell_changes(compared.changes, outgoing.goal, outgoing.pages, pages_before(desk))
        if compared.is_done:
            click.echo(say("Nothing to send: {target} is up to date.", target=desk.spec.to))
            _say_address(desk)
            return 0
        click.echo(_headed(desk, told, asked))
        agree = show_leaving(asked.last_look, compared.changes.sent, is_dry=asked.is_dry)
        if (code := refusal(desk.spec.to, asked)) is not None:
            return code
        agree()
        with counter.store.lock(on_wait=lambda message: click.echo(message, err=True)):
            version = replace(next_version(desk, outgoing, _now(counter.root)), counts=told.counts)
            done = _send(desk, compared, version, contents(), place)
    click.echo(
        say("Sent: version {number} is in {target}.", number=done.number, target=desk.spec.to)
    )
    _say_address(desk)
    return 0


def news_of(counter: Counter, outgoing: Outgoing, asked: Asked) -> str:
    """Return in words what leaves the computer; empty where the author was shown its kinds."""
    desk, look = counter.desk, asked.last_look
    if look is None:
        return ""
    with desk.target.open() as place:
        leaving = look.survey(_compared(desk, place, outgoing, asked).changes.sent)
    return leaving_text(leaving) if look.is_news(leaving) else ""


def _compared(desk: Desk, place: Place, outgoing: Outgoing, asked: Asked) -> Compared:
    own = {each.id for each in desk.versions.read()}
    return compare(place, desk.target.words, outgoing.goal, own, takes_over=asked.takes_over)


def _headed(desk: Desk, told: Told, asked: Asked) -> str:
    head = say("To {target}:", target=desk.spec.to)
    if told.is_empty:
        return f"{head} {say('what a broken publish has begun is brought to its end.')}"
    return f"{head} {changes_text(told, is_whole=asked.is_dry)}\n"


def refusal(to: str, asked: Asked) -> int | None:
    """Return with which code to stop here; None where it goes on."""
    if asked.is_dry:
        click.echo(say("Nothing was sent."))
        return 0
    if asked.is_agreed:
        return None
    if not sys.stdin.isatty():
        click.echo(say(_NOBODY_TO_ASK))
        return 1
    if click.confirm(say("Send this to {target}?", target=to)):
        return None
    click.echo(say("Nothing was sent."))
    return 0


def _send(
    desk: Desk, compared: Compared, version: Version, files: Mapping[str, bytes], place: Place
) -> Version:
    words = f"Sending to {desk.spec.to}"
    with show_progress(sys.stderr) as on_event:

        def show(done: int, total: int) -> None:
            if not done:
                on_event(ProgressEvent("step", words, done=done, total=total))

        return deliver(compared, version, files, place, desk.versions, site=desk.site, on_step=show)


def _say_address(desk: Desk) -> None:
    if desk.spec.address:
        click.echo(say("Readers find it at {address}", address=desk.spec.address))


def _now(root: Path) -> str:
    return settle_now(os.environ, read_zone(root)).isoformat(timespec="seconds")
