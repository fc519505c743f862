"""What `galley import` does around the importers: the content folder, the report, what is next."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TextIO

import click
from slugify import slugify

from galley.commands.start import CATEGORIES, UNNAMED, words_of
from galley.config import read_site_config
from galley.config_model import SiteConfig
from galley.console.content_path import ContentPath, resolve_content
from galley.console.import_references import (
    add_needed_works,
    read_works_beside,
    with_references,
)
from galley.console.import_text import import_text, report_json
from galley.console.starter import STARTER_LANGUAGES, quoted, starter_files, write_text
from galley.console.today import read_zone, settle_now
from galley.findings import UsageError
from galley.importing.importing_run import ReadPosts, finish_import, read_all
from galley.importing.post import Post
from galley.importing.sources import find_sources, folder_of_uploads
from galley.speech.language import spoken_language
from galley.speech.say import say

_MOST_CATEGORIES = 8
_MANY = 10


@dataclass(frozen=True)
class ImportCommand:
    """What was typed."""

    sources: tuple[str, ...]
    into: str | None = None
    is_update: bool = False
    is_dry: bool = False
    is_json: bool = False
    bibliographies: tuple[str, ...] = ()
    uploads: str | None = None


def run_import(command: ImportCommand, cwd: Path) -> int:
    """Import, print what became of each post, and return the exit code."""
    place = find_content(command.into, cwd)
    config = _read_config(place)
    beside = read_works_beside(command.bibliographies, cwd)
    found = find_sources(command.sources, cwd, place.path)
    uploads = folder_of_uploads(command.uploads, cwd)
    read = read_all(found, config.languages, uploads, _progress(len(found), sys.stderr))
    if read.posts and not command.is_dry:
        make_folder(place.path, [post for post, _ in read.posts])
    config = _read_config(place)
    read = _fitted(with_references(read, place.path, config, beside), config)
    now = settle_now(os.environ, read_zone(place.path))
    report = finish_import(
        read, place.path, now, is_update=command.is_update, is_dry=command.is_dry
    )
    if not command.is_dry:
        add_needed_works(report, place.path, now)
    text = report_json if command.is_json else import_text
    click.echo(text(report, place.name, is_dry=command.is_dry), nl=False)
    return int(report.has_refused)


def _progress(total: int, stream: TextIO) -> Callable[[int], None]:
    """Return what says how far reading is, where somebody waits for many sources."""
    if total < _MANY or not stream.isatty():
        return lambda _count: None

    def tell(count: int) -> None:
        line = say("Reading: {done} of {total}", done=count, total=total)
        # The last line makes room for the report.
        stream.write(f"\r{line}" if count < total else f"\r{' ' * len(line)}\r")
        stream.flush()

    return tell


def find_content(into: str | None, cwd: Path) -> ContentPath:
    """Return the content folder; one that is named need not be there yet."""
    if into is not None and "://" not in into and not (cwd / Path(into).expanduser()).exists():
        name = Path(into).as_posix()
        return ContentPath((cwd / Path(into).expanduser()).absolute(), name)
    place = resolve_content(into, cwd)
    if not place.path.is_dir():
        raise UsageError(f"'{into}' is a notebook", "give --into a folder")
    is_content = (place.path / "site.toml").is_file() or any(place.path.glob("*.ipynb"))
    if into is None and not is_content:
        raise UsageError(
            "there is no content folder here", "say where with --into, for example --into my-blog"
        )
    return place


def _read_config(place: ContentPath) -> SiteConfig:
    return read_site_config(place.path, place.name)[0]


def make_folder(folder: Path, posts: list[Post]) -> None:
    """Write settings, references and the folder of images where there is nothing yet."""
    if folder.is_dir() and any(not entry.name.startswith(".") for entry in folder.iterdir()):
        return
    lang = _most(post.fields.get("lang") for post in posts) or spoken_language()
    lang = lang if lang in STARTER_LANGUAGES else STARTER_LANGUAGES[0]
    person = _most(_name(each) for post in posts for each in post.fields.get("authors", ()))
    values = {
        "title": quoted(words_of(folder)),
        "name": quoted(person or UNNAMED),
        "author": slugify(person) or "me",
        "lang": lang,
        "category": CATEGORIES[lang],
        "date": "",
        "review_by": "",
    }
    for path, text in starter_files(lang, values).items():
        if path.endswith(".ipynb") or (folder / path).exists():
            continue
        is_settings = path == "site.toml"
        write_text(folder / path, _fit_settings(text, person, posts) if is_settings else text)


def _fit_settings(text: str, person: str, posts: list[Post]) -> str:
    return _with_credentials(_with_categories(text, posts), person, posts)


def _with_categories(text: str, posts: Iterable[Post]) -> str:
    """Return ``site.toml`` with the topics that the posts have."""
    named = Counter(post.fields.get("category") for post in posts)
    topics = [name for name, _ in named.most_common() if isinstance(name, str) and name]
    if not topics:
        return text
    listed = ", ".join(map(quoted, sorted(topics[:_MOST_CATEGORIES])))
    lines = text.split("\n")
    return "\n".join(
        f"categories = [{listed}]" if line.startswith("categories = ") else line for line in lines
    )


def _with_credentials(text: str, name: str, posts: Iterable[Post]) -> str:
    """Return ``site.toml`` with the degrees that a byline gives its author."""
    people = [each for post in posts for each in post.fields.get("authors", ())]
    known = [each for each in people if isinstance(each, dict) and each.get("name") == name]
    degrees = next((each["credentials"] for each in known if each.get("credentials")), "")
    return text.replace('credentials = ""', f"credentials = {quoted(degrees)}", 1)


def _fitted(read: ReadPosts, config: SiteConfig) -> ReadPosts:
    """Return posts that say only what the site does not say, and name its people by their ids."""
    posts = tuple((_fit(post, config), path) for post, path in read.posts)
    return ReadPosts(posts, read.unread)


def _fit(post: Post, config: SiteConfig) -> Post:
    ids = {person.name.casefold(): name for name, person in config.authors.items()}
    fields = dict(post.fields)
    if fields.get("lang") == config.language:
        del fields["lang"]
    if fields.get("authors"):
        fields["authors"] = [_by_id(each, ids) for each in fields["authors"]]
    return replace(post, fields=fields)


def _by_id(person: Any, ids: Mapping[str, str]) -> Any:  # noqa: ANN401 - a name, or fields
    name = _name(person).casefold()
    return {"id": ids[name]} if name in ids else person


def _name(person: Any) -> str:  # noqa: ANN401 - a name, or a person's fields
    return str(person.get("name", "")) if isinstance(person, dict) else str(person)


def _most(values: Iterable[Any]) -> str:
    counted = Counter(value for value in values if isinstance(value, str) and value)
    return counted.most_common(1)[0][0] if counted else ""
