"""Posts that are imported together: names that differ, and links from one to the other."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from urllib.parse import unquote, urlsplit

from galley.importing.post import Block, Post
from galley.slugs import why_refused

_LINK = re.compile(
    r"(?<!!)(?P<before>\[(?:[^\[\]\n]|\[[^\[\]\n]*\])*\]\()(?P<url><[^<>\n]*>|[^\s()<>]+)(?P<after>[^()\n]*\))"
)
_DEFINITION = re.compile(r"^(?P<before>\[[^\]\n^]+\]:\s+)(?P<url>\S+)(?P<after>)", re.MULTILINE)
_FENCED = re.compile(r"^(?:`{3,}|~{3,}(?!\{))")


def join_posts(posts: Sequence[Post], languages: Collection[str] = ()) -> tuple[Post, ...]:
    """Return posts whose slugs differ, and whose links to each other lead to their notebooks."""
    named = list(_with_own_slugs(posts, languages))
    lookup = _lookup(named)
    return tuple(_with_links(post, lookup) for post in named)


def _with_own_slugs(posts: Iterable[Post], languages: Collection[str]) -> Iterable[Post]:
    taken: set[str] = set()
    for post in posts:
        wanted = f"{post.slug}-article" if why_refused(post.slug, languages) else post.slug
        slug, count = wanted, 1
        while slug in taken:
            count += 1
            slug = f"{wanted}-{count}"
        taken.add(slug)
        yield with_slug(post, slug)


def with_slug(post: Post, slug: str) -> Post:
    """Return a post under another name; its pictures move to a folder of that name."""
    if slug == post.slug:
        return post
    old, new = f"images/{post.slug}/", f"images/{slug}/"
    fields = {
        name: value.replace(old, new, 1) if name == "image" and isinstance(value, str) else value
        for name, value in post.fields.items()
    }
    return replace(
        post,
        slug=slug,
        fields=fields,
        blocks=tuple(replace(b, text=_moved(b.text, old, new, post)) for b in post.blocks),
        pictures=tuple(replace(p, path=p.path.replace(old, new, 1)) for p in post.pictures),
    )


def _moved(text: str, old: str, new: str, post: Post) -> str:
    for picture in post.pictures:
        text = text.replace(picture.path, picture.path.replace(old, new, 1))
    return text


def _lookup(posts: Sequence[Post]) -> Mapping[str, str]:
    """Return what posts may be called → slug; a name that two posts have leads to neither."""
    found: dict[str, str] = {}
    twice: set[str] = set()
    for post in posts:
        for address in post.addresses:
            name = _key(address)
            if found.get(name, post.slug) != post.slug:
                twice.add(name)
            found[name] = post.slug
    return {name: slug for name, slug in found.items() if name and name not in twice}


def _key(address: str) -> str:
    """Return the path of an address in the one form in which addresses are compared."""
    try:
        parts = urlsplit(address.strip("<>").strip())
    except ValueError:
        return ""
    host = f"//{parts.netloc.removeprefix('www.')}" if parts.netloc else ""
    path = re.sub(r"/(?:index\.\w+)?$", "", unquote(parts.path))
    return host + re.sub(r"\.(?:html?|md|qmd|markdown|docx)$", "", path).lower()


def _with_links(post: Post, lookup: Mapping[str, str]) -> Post:
    home = posixpath.dirname(post.source)

    def target(url: str) -> str:
        bare = url.strip("<>")
        fragment = f"#{bare.partition('#')[2]}" if "#" in bare else ""
        if not bare or bare.startswith(("#", "mailto:", "images/")):
            return url
        slug = next((lookup[key] for key in _keys(bare, home) if key in lookup), "")
        return f"{slug}.ipynb{fragment}" if slug else url

    return replace(post, blocks=tuple(_relinked(block, target) for block in post.blocks))


def _keys(url: str, home: str) -> Iterable[str]:
    key = _key(url)
    yield key
    if not url.startswith(("/", "http://", "https://")):
        yield _key(posixpath.normpath(posixpath.join(home, url.partition("#")[0])))
        yield f"/{key}"
        yield posixpath.basename(key)
    else:
        yield "/" + key.removeprefix("//").partition("/")[2]
        yield key.lstrip("/")


def _relinked(block: Block, target: Callable[[str], str]) -> Block:
    if block.kind in {"cell", "code", "formula"} or _FENCED.match(block.text):
        return block

    def write(match: re.Match[str]) -> str:
        return f"{match['before']}{target(match['url'])}{match['after']}"

    text = _DEFINITION.sub(write, _LINK.sub(write, block.text))
    return block if text == block.text else replace(block, text=text)
