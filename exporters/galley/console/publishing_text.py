"""What a publish changes, and what was published when, in an author's words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from galley.publishing.choosing import UNNAMED
from galley.publishing.telling import Told
from galley.publishing.version import Counts, Version, public_version
from galley.speech.say import mark, say

_SHOWN = 12
_KILOBYTE, _MEGABYTE = 1_000, 1_000_000


def changes_text(told: Told, *, is_whole: bool) -> str:
    """Return the list of what would be different, by article and page.

    Parameters
    ----------
    is_whole
        Whether each name is shown, however many there are.
    """
    lines = [f"{counts_text(told.counts)}."]
    for head, pages in (
        (mark("New:"), told.new),
        (mark("Changed:"), told.changed),
        (mark("Removed:"), told.removed),
    ):
        lines += _named(
            say(head), [f"{title}  ({path})" for path, title in pages], is_whole=is_whole
        )
    for head, paths in (
        (mark("Pages that list others, feeds: {count}"), told.lists),
        (mark("Pictures and other files: {count}"), told.others),
        (mark("Files removed: {count}"), told.gone),
    ):
        if paths:
            lines += ["", say(head, count=len(paths))]
            lines += [f"  {path}" for path in paths if is_whole]
    lines += _named(
        say(mark("Not removed, since somebody has changed them there:")),
        told.kept,
        is_whole=is_whole,
    )
    return "\n".join(lines)


def counts_text(counts: Counts) -> str:
    """Return for example ``1 new, 2 changed, 1 removed; 14 files, 210 kB``."""
    articles = [
        say(words, count=count)
        for words, count in (
            (mark("{count} new"), counts.new),
            (mark("{count} changed"), counts.changed),
            (mark("{count} removed"), counts.removed),
        )
        if count
    ]
    files = mark("{count} file") if counts.files == 1 else mark("{count} files")
    sent = f"{say(files, count=counts.files)}, {size_text(counts.size)}"
    return f"{', '.join(articles) or say('No article changed')}; {sent}"


def size_text(size: int) -> str:
    """Return a size in bytes, kilobytes or megabytes."""
    if size < _KILOBYTE:
        return f"{size} B"
    if size < _MEGABYTE:
        return f"{size / _KILOBYTE:.0f} kB"
    return f"{size / _MEGABYTE:.1f} MB"


def history_text(name: str, versions: Sequence[Version], address: str) -> str:
    """Return the versions of a target, the newest first."""
    public = public_version(tuple(versions))
    where = f"{versions[-1].target}, {address}" if address else versions[-1].target
    lines = [where if name.startswith(UNNAMED) else f"{name}: {where}"]
    width = len(str(versions[-1].number))
    for version in reversed(versions):
        mark_of = f"  {say('<- readers see this one')}" if version == public else ""
        what = f"{version.number:>{width}}  {moment_text(version.when)}  {deed_text(version)}"
        lines.append(f"  {what}{mark_of}")
    return "\n".join(lines)


def published_text(name: str, versions: Sequence[Version], address: str) -> str:
    """Return in one line which version of a target readers see; empty where there is none."""
    public = public_version(tuple(versions))
    if public is None:
        return ""
    where = public.target if name.startswith(UNNAMED) else f"{name} ({public.target})"
    line = say(
        "Published: {where}, version {number} of {when}",
        where=where,
        number=public.number,
        when=moment_text(public.when),
    )
    line = f"{line}, {address}" if address else line
    if versions[-1].is_finished:
        return line
    return f"{line}; {say('the last publish broke off: galley publish')}"


def deed_text(version: Version) -> str:
    """Return what a version was, in one line."""
    counts = counts_text(version.counts)
    if not version.is_finished:
        return say("did not arrive whole: {counts}", counts=counts)
    if version.deed == "undo":
        return say("as version {number} again", number=version.of)
    if version.deed == "unpublish":
        return say("withdrawn: {counts}", counts=counts)
    return counts


def moment_text(when: str) -> str:
    """Return day and minute of a moment: ``2026-11-26 14:02``."""
    return when[:16].replace("T", " ")


def _named(head: str, names: Sequence[str], *, is_whole: bool) -> Iterator[str]:
    if not names:
        return
    yield ""
    yield head
    shown = names if is_whole else names[:_SHOWN]
    yield from (f"  {name}" for name in shown)
    if left := len(names) - len(shown):
        yield f"  {say('and {count} more', count=left)}"
