"""`galley publish` to WordPress: what would change there, the question, the drafts."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from html import escape
from pathlib import Path

import click

from galley.article.publication import is_visible
from galley.console.building import BuildOptions, make_request
from galley.console.content_path import ContentPath
from galley.console.last_look import FOLDER, last_look_at_files, show_leaving
from galley.console.progress import show_progress
from galley.console.publishing import Asked, refusal
from galley.console.report_text import problems_text
from galley.exporting.bundle.making import make
from galley.exporting.gathering import gather
from galley.exporting.request import NO_OPTIONS, NotExported
from galley.publishing.asking import own_credentials
from galley.publishing.target import TargetSpec
from galley.publishing.wordpress.comparing import Plan, compare, look
from galley.publishing.wordpress.post import Post, post_of
from galley.publishing.wordpress.record import read_record, record_file, write_record
from galley.publishing.wordpress.rest import LostError, WordPress, WordPressError
from galley.publishing.wordpress.sending import Sender
from galley.site.ledger import store_of
from galley.site.request import ArticleReport, BuildReport, BuildRequest, ProgressEvent
from galley.speech.say import say
from galley.workspace import ArticleSource, Workspace, read_config

_ALL_HTML = "unfiltered_html"


@dataclass(frozen=True)
class DraftsCommand:
    """What was typed; see `galley publish --help`."""

    place: ContentPath
    spec: TargetSpec
    asked: Asked
    with_errors: bool = False
    store: Path | None = None
    today: datetime | None = None


@dataclass(frozen=True)
class _Made:
    """The articles as posts, and those that could not be made."""

    posts: tuple[Post, ...]
    reports: tuple[ArticleReport, ...]


def publish_drafts(command: DraftsCommand) -> int:
    """Send articles to WordPress as drafts, and return the exit code."""
    wordpress = WordPress(command.spec.name, command.spec.to, own_credentials())
    try:
        account = wordpress.log_in()
        made, store = _make_posts(command, account)
        return _bring(command, wordpress, made, store) or int(bool(made.reports))
    except (WordPressError, LostError) as error:
        raise wordpress.fault(error) from None


def _make_posts(command: DraftsCommand, account: dict[str, dict[str, bool]]) -> tuple[_Made, Path]:
    keeps = bool(account.get("capabilities", {}).get(_ALL_HTML))
    output = Path("exports")
    options = BuildOptions(
        output, (), (), None, None, not command.with_errors, command.store, command.today
    )
    posts, reports = [], []
    with show_progress(sys.stderr) as on_event:
        request = make_request(command.place, options, output, on_event)
        with closing(gather(request, lambda every: _visible(every, request), NO_OPTIONS)) as each:
            for one in each:
                if isinstance(one, NotExported):
                    reports.append(one.report)
                    continue
                files = make(one).files
                inside = {path.removeprefix(f"{one.name}/"): data for path, data in files.items()}
                posts.append(post_of(one.name, inside, keeps_sources=keeps))
    if reports:
        click.echo(f"\n{problems_text(BuildReport(articles=tuple(reports)))}\n", err=True)
    ordered = sorted(posts, key=lambda post: post.key)
    return _Made(tuple(ordered), tuple(reports)), store_of(request)


def _visible(workspace: Workspace, request: BuildRequest) -> tuple[ArticleSource, ...]:
    sources = workspace.sources
    return tuple(each for each in sources if is_visible(each.front_matter, request.today))


def _bring(command: DraftsCommand, wordpress: WordPress, made: _Made, store: Path) -> int:
    file = record_file(store, command.spec.name, wordpress.words)
    record = read_record(file)
    there = look(wordpress, made.posts, record)
    plan = compare(made.posts, there, record, takes_over=command.asked.takes_over)
    click.echo(plan_text(plan, wordpress.words))
    if plan.is_done:
        return 0
    agree = _show_leaving(command, wordpress, plan, store)
    if (code := refusal(wordpress.words, command.asked)) is not None:
        return code
    agree()
    sender = Sender(wordpress, record, lambda record: write_record(file, record))
    words = f"Sending to {wordpress.words}"
    with show_progress(sys.stderr) as on_event:
        on_event(ProgressEvent("step", words))
        found = sender.send(plan, lambda _: None)
    click.echo(
        say("Sent to {target}. New posts are drafts: look at them and publish them there:",
            target=wordpress.words)
    )  # fmt: skip
    for key, address in sorted(found.items()):
        click.echo(f"  {key}: {address}")
    return 0


def _show_leaving(
    command: DraftsCommand, wordpress: WordPress, plan: Plan, store: Path
) -> Callable[[], None]:
    """Show what leaves the computer, where that is news; return what remembers the author's yes."""
    place = command.place
    files: dict[str, bytes] = {}
    for post in (*plan.new, *(post for post, _ in plan.changed)):
        files[f"{post.key}.html"] = f"<title>{escape(post.title)}</title>{post.html}".encode()
        files |= {f"{post.key}/{medium.name}": medium.data for medium in post.media}
    memory = store / FOLDER / f"{command.spec.name}.json"
    config = read_config(place.root, place.name)
    look = last_look_at_files(place, config, files, memory, wordpress.words)
    return show_leaving(look, files, is_dry=command.asked.is_dry)


def plan_text(plan: Plan, words: str) -> str:
    """Return what is said of a plan: counts, what is sent, and what is left alone and why."""
    lines = [
        say(
            "To {target}: {new} new, {changed} changed, {same} as they are.",
            target=words,
            new=len(plan.new),
            changed=len(plan.changed),
            same=len(plan.same),
        )
    ]
    lines += [say("  new: {title}  ({name})", title=post.title, name=post.key) for post in plan.new]
    lines += [
        say("  changed: {title}  ({name})", title=post.title, name=post.key)
        for post, _ in plan.changed
    ]
    lines += _left_alone(plan)
    return "\n".join(lines)


def _left_alone(plan: Plan) -> Iterable[str]:
    if plan.edited:
        yield say(
            "Changed in WordPress since, and left alone: {titles}. --take-over replaces them.",
            titles=_titles(plan.edited),
        )
    if plan.deleted:
        yield say(
            "Deleted in WordPress, and not sent again: {titles}. --take-over sends them.",
            titles=_titles(plan.deleted),
        )
    if plan.taken:
        yield say(
            "Left alone, because another post has their address: {titles}. Give them another slug.",
            titles=_titles(plan.taken),
        )
    if plan.left:
        yield say(
            "No longer among your articles, and still in WordPress: {titles}. Remove them there.",
            titles=", ".join(plan.left.values()),
        )


def _titles(posts: Iterable[Post]) -> str:
    return ", ".join(post.title for post in posts)
