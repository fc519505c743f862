"""What this computer knows of the posts that it has sent; kept in the store."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from galley.disk import write_whole

FOLDER = "wordpress"
"""Where it lies in the store."""
_SCHEMA = 1


@dataclass(frozen=True)
class SentPost:
    """A post as it was sent.

    Attributes
    ----------
    sent
        The digest of what was sent.
    lying
        The digest of what WordPress made of it, which is another text where it filters.
    """

    kind: str
    id: int
    title: str
    sent: str
    lying: str


@dataclass(frozen=True)
class SentMedium:
    """A file in WordPress's library.

    Attributes
    ----------
    words
        Its alt text and caption as they were sent.
    """

    id: int
    address: str
    words: str = ""


@dataclass(frozen=True)
class Record:
    """All that was sent: key → post, name → file."""

    posts: Mapping[str, SentPost] = field(default_factory=dict)
    media: Mapping[str, SentMedium] = field(default_factory=dict)


def lying_digest(told: Mapping[str, Any]) -> str:
    """Return the digest of a post's words as WordPress has them, whatever its state is."""
    words = [told[name]["raw"] for name in ("title", "content", "excerpt")]
    return hashlib.sha256(json.dumps(words, ensure_ascii=False).encode()).hexdigest()


def record_file(store: Path, target: str, site: str) -> Path:
    """Return where the record of a target lies; another site has another one."""
    return store / FOLDER / f"{target}-{hashlib.sha256(site.encode()).hexdigest()[:8]}.json"


def read_record(file: Path) -> Record:
    """Read the record; a damaged or missing one knows nothing."""
    try:
        value = json.loads(file.read_text(encoding="utf-8"))
        return Record(
            {key: SentPost(**each) for key, each in value["posts"].items()},
            {name: SentMedium(**each) for name, each in value["media"].items()},
        )
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return Record()


def write_record(file: Path, record: Record) -> None:
    """Write the record whole or not at all."""
    value = {
        "schema": _SCHEMA,
        "posts": {key: asdict(each) for key, each in sorted(record.posts.items())},
        "media": {name: asdict(each) for name, each in sorted(record.media.items())},
    }
    write_whole(file, json.dumps(value, indent=1, ensure_ascii=False).encode() + b"\n")
