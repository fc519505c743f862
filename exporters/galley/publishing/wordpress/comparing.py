"""What is to be done so that WordPress has these posts, and what is left alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from galley.publishing.wordpress.post import Post
from galley.publishing.wordpress.record import Record, lying_digest
from galley.publishing.wordpress.rest import WordPress

_SEEN = "publish,future,draft,pending,private"
_TRASH = "trash"


def marker(key: str) -> str:
    """Return the comment by which a post is known as Galley's, should the record be lost."""
    return f"<!-- galley {key} -->"


@dataclass(frozen=True)
class Lying:
    """A post that lies in WordPress.

    Attributes
    ----------
    is_edited
        Whether somebody has changed it there since Galley sent it.
    is_ours
        Whether Galley has made it.
    """

    id: int
    is_edited: bool
    is_ours: bool = True


@dataclass(frozen=True)
class Plan:
    """What is to be done with each post.

    Attributes
    ----------
    edited
        Changed in WordPress since they were sent, and so left alone.
    taken
        Their address is that of a post that Galley did not make, and so they are left alone.
    deleted
        Deleted in WordPress since, and so not made anew.
    left
        Keys → titles of what was sent once and belongs to the site no more; it stays there.
    """

    new: tuple[Post, ...] = ()
    changed: tuple[tuple[Post, int], ...] = ()
    same: tuple[Post, ...] = ()
    edited: tuple[Post, ...] = ()
    taken: tuple[Post, ...] = ()
    deleted: tuple[Post, ...] = ()
    left: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_done(self) -> bool:
        """Whether nothing is to be sent."""
        return not (self.new or self.changed)


def look(wordpress: WordPress, posts: Sequence[Post], record: Record) -> dict[str, Lying]:
    """Return key → what lies in WordPress, of the posts that are there."""
    found = {post.key: _lying(wordpress, post, record) for post in posts}
    return {key: each for key, each in found.items() if each is not None}


def compare(
    posts: Sequence[Post], there: Mapping[str, Lying], record: Record, *, takes_over: bool
) -> Plan:
    """Sort posts by what is to be done with them.

    Parameters
    ----------
    takes_over
        Whether what was changed or deleted in WordPress is written anew all the same.
    """
    kinds: dict[str, list[Post]] = {
        name: [] for name in ("new", "changed", "same", "edited", "taken", "deleted")
    }
    for post in posts:
        kinds[_kind(post, there.get(post.key), record, takes_over=takes_over)].append(post)
    changed = tuple((post, there[post.key].id) for post in kinds.pop("changed"))
    keys = {post.key for post in posts}
    left = {key: each.title for key, each in record.posts.items() if key not in keys}
    rest = {name: tuple(each) for name, each in kinds.items()}
    return Plan(changed=changed, left=left, **rest)


def _kind(post: Post, lying: Lying | None, record: Record, *, takes_over: bool) -> str:
    known = record.posts.get(post.key)
    if lying is None:
        return "new" if known is None or takes_over else "deleted"
    if not lying.is_ours:
        return "taken"
    if lying.is_edited:
        return "changed" if takes_over else "edited"
    return "same" if known is not None and known.sent == post.digest else "changed"


def _lying(wordpress: WordPress, post: Post, record: Record) -> Lying | None:
    known = record.posts.get(post.key)
    if known is not None:
        told = wordpress.find(f"/wp/v2/{known.kind}/{known.id}", context="edit")
        if told is None or told.get("status") == _TRASH:
            return None
        return Lying(known.id, lying_digest(told) != known.lying)
    found = list(
        wordpress.list(f"/wp/v2/{post.kind}", slug=post.slug, status=_SEEN, context="edit")
    )
    return _adopted(found[0], post) if found else None


def _adopted(told: Mapping[str, Any], post: Post) -> Lying:
    """Judge a post of which the record knows nothing: only its marker says whose it is."""
    is_ours = marker(post.key) in told["content"]["raw"]
    return Lying(told["id"], is_edited=True, is_ours=is_ours)
