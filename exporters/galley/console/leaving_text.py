"""What leaves this computer, told to the author before it is gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from galley.publishing.leaving.model import FileLeaving, Leaving, Mark, MarkKind
from galley.speech.say import mark, say

_MOST_NAMED = 4
_MOST_MARKS = 40

_METADATA = {
    "place": mark("place"),
    "time": mark("time"),
    "device": mark("camera or program"),
    "person": mark("author"),
    "words": mark("words"),
    "preview": mark("a small older picture"),
}
_MARKS = {
    MarkKind.NATIONAL_ID: mark('"{text}" looks like an identity number'),
    MarkKind.INSURANCE: mark('"{text}" looks like an insurance number'),
    MarkKind.RECORD: mark('"{text}" looks like the number of a medical record'),
    MarkKind.BIRTH: mark('"{text}" looks like a birthday'),
    MarkKind.CARE_DAY: mark('"{text}" looks like the day of somebody\'s treatment'),
    MarkKind.PERSON: mark('"{text}" looks like a patient\'s name'),
    MarkKind.PHONE: mark('"{text}" looks like a telephone number'),
    MarkKind.MAIL: mark('"{text}" is a mail address'),
    MarkKind.PLACE: mark('"{text}" looks like an address or a position'),
    MarkKind.COLUMN: mark('the column "{text}" may hold persons'),
    MarkKind.MACHINE_PATH: mark('"{text}" is a path of a computer'),
    MarkKind.SECRET: mark('"{text}" looks like a password or a key'),
    MarkKind.METADATA: mark("the file tells more than it shows: {text}"),
}
_COUNTS = {
    "page": (mark("{count} page"), mark("{count} pages")),
    "picture": (mark("{count} picture"), mark("{count} pictures")),
    "figure": (
        mark("{count} figure with its description and data"),
        mark("{count} figures with description and data"),
    ),
    "folded": (mark("{count} cell of code, folded"), mark("{count} cells of code, folded")),
    "table": (mark("{count} table made by code"), mark("{count} tables made by code")),
    "host": (mark("links to {count} other host"), mark("links to {count} other hosts")),
    "other": (
        mark("{count} file besides: style, type, search, feeds"),
        mark("{count} files besides: style, type, search, feeds"),
    ),
    "more": (mark("{count} more"), mark("{count} more")),
}


def leaving_text(leaving: Leaving) -> str:
    """Return what becomes public in a few lines, and what the author should look at."""
    where = leaving.address
    head = say("This will be public at {where}:", where=where) if where else ""
    lines = [head or say("This will be public:")]
    lines += [f"  {line}" for line in _lines(leaving)]
    lines += [f"  {say('Words inside pictures are not read.')}"] if leaving.pictures else []
    return "\n".join([*lines, *_marked(leaving)])


def _lines(leaving: Leaving) -> Iterator[str]:
    yield from _of_pages(leaving)
    yield from _of_pictures(leaving)
    if leaving.downloads:
        yield say("to download: {kinds}", kinds=_by_kind(leaving.downloads))
    if leaving.own_files:
        names = _named([item.path for item in leaving.own_files])
        yield say("as they are: {names}", names=names)
    if leaving.others:
        yield _count("other", leaving.others)
    if not any(item.kind == "ipynb" for item in (*leaving.downloads, *leaving.own_files)):
        yield say("The notebooks stay here, with every cell that no page shows.")


def _of_pages(leaving: Leaving) -> Iterator[str]:
    pages = leaving.pages
    if not pages:
        return
    unlisted = [page.path for page in pages if not page.is_listed]
    count = _count("page", len(pages))
    hidden = say("hidden from search engines, not from readers: {names}", names=_named(unlisted))
    yield f"{count}; {hidden}" if unlisted else count
    sums = {
        "figure": sum(page.figures for page in pages),
        "folded": sum(page.folded for page in pages),
        "table": sum(page.tables for page in pages),
    }
    if any(sums.values()):
        parts = [_count(name, number) for name, number in sums.items() if number]
        yield say("on them: {parts}", parts=", ".join(parts))
    for page in pages:
        for words in page.printed:
            yield say('printed by code on {path}: "{text}"', path=page.path, text=words)
    scripted = [page.path for page in pages if page.is_scripted]
    if scripted:
        yield say("with scripts of their author, which run there: {names}", names=_named(scripted))
    mails = sorted({mail for page in pages for mail in page.mails})
    if mails:
        yield say("mail addresses: {names}", names=_named(mails))
    hosts = {host for page in pages for host in page.hosts}
    if hosts:
        yield f"{_count('host', len(hosts))}: {_named(sorted(hosts))}"


def _of_pictures(leaving: Leaving) -> Iterator[str]:
    if not leaving.pictures:
        return
    removed = {kind for picture in leaving.pictures for kind in picture.removed}
    count = _count("picture", len(leaving.pictures))
    gone = say("taken out of them: {what}", what=_metadata(removed))
    yield f"{count}; {gone}" if removed else count


def _marked(leaving: Leaving) -> Iterator[str]:
    told = [
        (picture.path, Mark(MarkKind.METADATA, kind))
        for picture in leaving.pictures
        for kind in picture.left
    ]
    told += leaving.marks
    if not told:
        return
    yield say("Look at these before you go on:")
    for path, found in told[:_MOST_MARKS]:
        yield f"  {path}: {_mark(found)}"
    if len(told) > _MOST_MARKS:
        yield f"  {_count('more', len(told) - _MOST_MARKS)}"


def _mark(found: Mark) -> str:
    text = found.words
    if found.kind is MarkKind.METADATA:
        text = _metadata({text})
    return say(_MARKS[found.kind], text=text)


def _metadata(kinds: Iterable[str]) -> str:
    wanted = set(kinds)
    return ", ".join(say(words) for kind, words in _METADATA.items() if kind in wanted)


def _by_kind(items: Iterable[FileLeaving]) -> str:
    counts = Counter(item.kind.upper() for item in items)
    return ", ".join(f"{count} {kind}" for kind, count in sorted(counts.items()))


def _named(names: Sequence[str]) -> str:
    shown = ", ".join(names[:_MOST_NAMED])
    more = len(names) - _MOST_NAMED
    return f"{shown}, {_count('more', more)}" if more > 0 else shown


def _count(name: str, number: int) -> str:
    one, many = _COUNTS[name]
    return say(one if number == 1 else many, count=number)
