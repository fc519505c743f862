"""All posts and pages of an export, and what of the site is left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from galley.importing.pandoc_reading import UnreadableError
from galley.importing.post import Post
from galley.importing.reading_parts import Source
from galley.importing.remarks import Remarks
from galley.importing.wordpress.export import Item, Site, is_export, read_items, read_site
from galley.importing.wordpress.items import read_item, slug_of_item

_GONE = frozenset({"trash", "auto-draft", "inherit"})


def read_wordpress(source: Source) -> tuple[Post, ...]:
    """Return the posts and pages of a WordPress export.

    Raises
    ------
    UnreadableError
        If the file is no such export, is damaged, or has no posts.
    """
    if not is_export(source.data):
        raise UnreadableError("it is no export of WordPress")
    site = read_site(source.data)
    left = Counter({f"'{kind}'": count for kind, count in site.others.items()})
    remarks = Remarks(source.file)
    posts = tuple(_posts(source, site, left, remarks))
    if not posts:
        raise UnreadableError("there is no post in it")
    _tell_of_rest(left, remarks)
    first, *others = posts
    told = (*remarks.findings, *first.findings)
    return (replace(first, findings=told), *others)


def _posts(source: Source, site: Site, left: Counter[str], remarks: Remarks) -> Iterator[Post]:
    for item in read_items(source.data):
        if item.status in _GONE:
            left[f"'{item.status}'"] += 1
        elif item.password:
            remarks.left_out(
                f"'{slug_of_item(item)}' is protected by a password and is not imported",
                "Whoever may read it, Galley cannot ask for a password; "
                "remove it in WordPress and export again.",
            )
        elif item.content.strip() or item.title.strip():
            yield from _read(source, item, site, remarks)


def _read(source: Source, item: Item, site: Site, remarks: Remarks) -> Iterator[Post]:
    try:
        yield read_item(source, item, site)
    except UnreadableError as error:
        remarks.left_out(
            f"'{slug_of_item(item)}' is not imported: {error}",
            "Save the post anew in WordPress, and export again.",
        )


def _tell_of_rest(left: Counter[str], remarks: Remarks) -> None:
    if left:
        kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(left.items()))
        remarks.left_out(
            f"entries of the export that are no posts: {kinds}",
            "Nothing needs to be done, unless a plug-in keeps articles in one of these.",
        )
