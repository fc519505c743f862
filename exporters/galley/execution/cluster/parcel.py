"""What travels: an article to run, as bytes, and what became of it, as bytes.

Files do not travel with every article that reads them: a request names the digest of a list of
them, and a machine that lacks the list, or a file on it, says so.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import cached_property
from typing import Any, Literal

from galley.execution.cluster.homecoming import CONTENT
from galley.execution.cluster.versions import Versions, versions_from

_SCHEMA = 1
# The weakest compression is the fastest, and halves what notebooks with figures need.
_LEVEL = 1


@dataclass(frozen=True)
class SentFile:
    """A file that an article may read; its time of change goes along, because code may ask it."""

    digest: str
    time_ns: int


@dataclass(frozen=True)
class Manifest:
    """The files that an article may read; itself a file that is sent once to each worker.

    Attributes
    ----------
    files
        Path in the content folder → file.
    folders
        All its folders, the empty ones among them.
    """

    files: Mapping[str, SentFile] = field(default_factory=dict)
    folders: tuple[str, ...] = ()

    @cached_property
    def data(self) -> bytes:
        """The list as the bytes of its file."""
        return _pack(asdict(self) | {"schema": _SCHEMA})

    @cached_property
    def digest(self) -> str:
        """The digest by which requests name it."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True)
class Request:
    """One article to run.

    Attributes
    ----------
    article
        The notebook's path in the content folder.
    file
        The same as the author knows it.
    kernel, language
        The kernel that runs it here; elsewhere one of that name or, failing that, language.
    manifest
        The digest of the list of files that it may read.
    variables
        The environment variables that its code names, as they are here; ``None``: not set.
    versions
        What has to be installed there, because it is here.
    """

    article: str
    file: str
    notebook: Mapping[str, Any]
    parameters: Mapping[str, Any]
    kernel: str
    language: str
    limits: Mapping[str, Any]
    day: str
    versions: Versions
    manifest: str
    variables: Mapping[str, str | None] = field(default_factory=dict)


@dataclass(frozen=True)
class Answer:
    """What became of a request.

    Attributes
    ----------
    kind
        ``ran``, whatever the code did; ``missing``: files have to be sent first; ``differs``:
        something else is installed there, so nothing was run.
    worker
        The address of the machine's worker.
    missing
        Digests of files, or of the list of them, that are not there.
    differences
        What is installed otherwise.
    places
        Where the folders were there that outputs and records may name; see `homecoming`.
    outcome
        The notebook with its outputs, the failure, the fault, what was read; as JSON values.
    packages
        All that is installed there, package → version; asked later, the machine may be gone.
    """

    kind: Literal["ran", "missing", "differs"]
    worker: str = ""
    missing: tuple[str, ...] = ()
    differences: tuple[str, ...] = ()
    places: Mapping[str, str] = field(default_factory=dict)
    outcome: Mapping[str, Any] = field(default_factory=dict)
    packages: Mapping[str, str] = field(default_factory=dict)


def pack_request(request: Request) -> bytes:
    """Return a request as bytes."""
    value = asdict(request) | {"versions": request.versions.as_json(), "schema": _SCHEMA}
    return _pack(value)


def unpack_request(data: bytes) -> Request:
    """Return the request that `pack_request` made bytes of."""
    value = _unpack(data)
    return Request(versions=versions_from(value.pop("versions")), **value)


def unpack_manifest(data: bytes) -> Manifest:
    """Return the list that `Manifest.data` made bytes of."""
    value = _unpack(data)
    files = {path: SentFile(**found) for path, found in value["files"].items()}
    return Manifest(files, tuple(value["folders"]))


def pack_answer(answer: Answer) -> bytes:
    """Return an answer as bytes."""
    return _pack(asdict(answer) | {"schema": _SCHEMA})


def unpack_answer(data: bytes, root: str = "") -> Answer:
    """Return the answer that `pack_answer` made bytes of.

    Parameters
    ----------
    root
        The content folder here: outputs that name the folder there name this one then, just as if
        the code had run here.
    """
    answer = _answer(_unpack(data))
    content = answer.places.get(CONTENT, "")
    if not content or not root:
        return answer
    there, here = (json.dumps(folder)[1:-1].encode() for folder in (content, root))
    return _answer(_unpack_text(zlib.decompress(data).replace(there, here)))


def _answer(value: dict[str, Any]) -> Answer:
    missing, differences = tuple(value.pop("missing")), tuple(value.pop("differences"))
    return Answer(missing=missing, differences=differences, **value)


def _pack(value: Mapping[str, Any]) -> bytes:
    # Values that YAML has and JSON has not (days) travel as the text that papermill makes of them.
    text = json.dumps(value, ensure_ascii=True, default=str)
    return zlib.compress(text.encode(), _LEVEL)


def _unpack(data: bytes) -> dict[str, Any]:
    return _unpack_text(zlib.decompress(data))


def _unpack_text(text: bytes) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(text)
    if value.pop("schema") != _SCHEMA:
        raise ValueError("the two machines have different versions of Galley")
    return value
