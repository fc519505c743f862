"""Sending posts to WordPress: pictures first, then the drafts that show them; the record last."""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from galley.publishing.wordpress.comparing import Plan, marker
from galley.publishing.wordpress.post import Medium, Post
from galley.publishing.wordpress.record import Record, SentMedium, SentPost, lying_digest
from galley.publishing.wordpress.rest import LostError, WordPress, WordPressError

_EXISTS = "term_exists"


@dataclass
class Sender:
    """Sends posts one after another, and keeps the record after each thing that has arrived.

    Attributes
    ----------
    keep
        Writes the record.
    """

    wordpress: WordPress
    record: Record
    keep: Callable[[Record], None]

    def send(self, plan: Plan, on_step: Callable[[Post], None]) -> dict[str, str]:
        """Send what a plan says; return key → the address at which the author finds it.

        Raises
        ------
        EnvironmentFault
            If WordPress refuses something, or the connection breaks off. What was sent before is
            in the record, and the next publish goes on from there.
        """
        found = {}
        changed = {post.key: id_ for post, id_ in plan.changed}
        for post in (*plan.new, *(post for post, _ in plan.changed)):
            on_step(post)
            try:
                found[post.key] = self._send_post(post, changed.get(post.key))
            except (WordPressError, LostError) as error:
                raise self.wordpress.fault(error, post.key) from None
        return found

    def _send_post(self, post: Post, id_: int | None) -> str:
        media = {each.path: self._send_medium(each) for each in post.media}
        addresses = {path: each.address for path, each in media.items()}
        fields: dict[str, object] = {
            "title": post.title,
            "excerpt": post.excerpt,
            "slug": post.slug,
            "content": _content(post, addresses),
        }
        if post.kind == "posts":
            fields["categories"] = (
                [self._term("categories", post.category)] if post.category else []
            )
            fields["tags"] = [self._term("tags", name) for name in post.tags]
        if post.featured in media:
            fields["featured_media"] = media[post.featured].id
        told = self._put(post, id_, fields)
        sent = SentPost(post.kind, told["id"], post.title, post.digest, lying_digest(told))
        self._keep(replace(self.record, posts={**self.record.posts, post.key: sent}))
        return f"{self.wordpress.words}/wp-admin/post.php?post={told['id']}&action=edit"

    def _put(self, post: Post, id_: int | None, fields: Mapping[str, object]) -> Any:  # noqa: ANN401 - JSON
        """Make a draft, or change what is there without touching whether readers see it."""
        path = f"/wp/v2/{post.kind}"
        if id_ is not None:
            return self.wordpress.change(f"{path}/{id_}", fields)
        day = {"date": post.date} if post.date else {}
        try:
            return self.wordpress.make(path, {**fields, **day, "status": "draft"})
        except LostError:
            # It may have been made all the same.
            drafts = self.wordpress.list(path, slug=post.slug, status="draft", context="edit")
            made = next(
                (each for each in drafts if marker(post.key) in each["content"]["raw"]), None
            )
            if made is None:
                raise
            return made

    def _send_medium(self, medium: Medium) -> SentMedium:
        known = self.record.media.get(medium.name) or self._found(medium) or self._uploaded(medium)
        words = f"{medium.alt}\n{medium.caption}"
        if known.words != words:
            fields = {"alt_text": medium.alt, "caption": medium.caption}
            self.wordpress.change(f"/wp/v2/media/{known.id}", fields)
            known = replace(known, words=words)
        if self.record.media.get(medium.name) != known:
            self._keep(replace(self.record, media={**self.record.media, medium.name: known}))
        return known

    def _found(self, medium: Medium) -> SentMedium | None:
        """Return a file that was sent before, of which the record knows nothing."""
        found = list(self.wordpress.list("/wp/v2/media", slug=medium.slug))
        return SentMedium(found[0]["id"], found[0]["source_url"]) if found else None

    def _uploaded(self, medium: Medium) -> SentMedium:
        try:
            told = self.wordpress.upload(medium.name, medium.data, medium.type)
        except LostError:
            found = self._found(medium)
            if found is None:
                raise
            return found
        return SentMedium(told["id"], told["source_url"])

    def _term(self, kind: str, name: str) -> int:
        """Return the number of a category or a tag, made if it is not there."""
        path = f"/wp/v2/{kind}"
        # Names lie there as HTML.
        for each in self.wordpress.list(path, search=html.escape(name, quote=False)):
            if html.unescape(each["name"]).casefold() == name.casefold():
                return int(each["id"])
        try:
            return int(self.wordpress.make(path, {"name": name})["id"])
        except WordPressError as error:
            told = error.answer.json()
            if error.answer.code == _EXISTS:
                return int(told["data"]["term_id"])
            raise

    def _keep(self, record: Record) -> None:
        self.record = record
        self.keep(record)


def _content(post: Post, addresses: Mapping[str, str]) -> str:
    """Return the text as a block that WordPress does not set anew."""
    return f"<!-- wp:html -->\n{marker(post.key)}\n{post.html_with(addresses)}\n<!-- /wp:html -->"
