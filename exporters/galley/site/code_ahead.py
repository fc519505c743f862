"""Whether code has changed since the last build, told before anything is loaded to read articles.

What is told here decides nothing but when kernels begin to get ready: planning finds out what has
to run. So it may be wrong, and is quick.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from galley.disk import write_whole
from galley.seen import SeenFiles
from galley.site.ledger import content_files, store_of
from galley.site.request import BuildRequest
from galley.text_articles import code_in

FILE_NAME = "code.json"
_SCHEMA = 1
_NOTEBOOK, _MODULE, _TEXTS = ".ipynb", ".py", (".md", ".qmd")

_Known = dict[str, tuple[str, str]]
"""Path of a file → its digest, and that of its code; the second is empty where it has none."""


def has_new_code(request: BuildRequest, seen: SeenFiles) -> bool:
    """Tell whether a notebook or module has code that the last build had not."""
    known = _read(store_of(request))
    return any(
        code and code != known.get(path, ("", ""))[1]
        for path, (_, code) in _digests(request, seen, known)
        # Before the first build nothing is known of modules, and they alone run nothing.
        if known or path.endswith((_NOTEBOOK, *_TEXTS))
    )


def write_code(request: BuildRequest, seen: SeenFiles) -> None:
    """Keep for the next build what code there is now."""
    known = _read(store_of(request))
    found = dict(_digests(request, seen, known))
    if found != known:
        text = json.dumps({"schema": _SCHEMA, "files": found}, ensure_ascii=False)
        write_whole(store_of(request) / FILE_NAME, text.encode("utf-8", "surrogateescape"))


def _digests(
    request: BuildRequest, seen: SeenFiles, known: Mapping[str, tuple[str, str]]
) -> Iterator[tuple[str, tuple[str, str]]]:
    for path in content_files(request):
        if path.endswith((_NOTEBOOK, _MODULE, *_TEXTS)):
            digest = seen.digest(path)
            before = known.get(path)
            is_same = before is not None and before[0] == digest
            yield path, before if before and is_same else (digest, _code_digest(path, digest))


def _code_digest(path: str, digest: str) -> str:
    if not digest:
        # No plain file: reading a pipe would never end.
        return ""
    if path.endswith(_TEXTS):
        return _digest_of_text(path)
    return _digest_of_cells(path) if path.endswith(_NOTEBOOK) else digest


def _digest_of_text(path: str) -> str:
    try:
        code = code_in(Path(path).read_bytes().decode("utf-8", "replace"))
    except OSError:
        return ""
    return hashlib.sha256(code.encode("utf-8", "replace")).hexdigest() if code else ""


def _digest_of_cells(path: str) -> str:
    """Return a digest of a notebook's code; empty where it has none or cannot be read."""
    try:
        cells = json.loads(Path(path).read_bytes())["cells"]
        code = [cell["source"] for cell in cells if cell["cell_type"] == "code"]
        text = json.dumps(["".join(source) for source in code])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return ""
    return hashlib.sha256(text.encode()).hexdigest() if code else ""


def _read(store: Path) -> _Known:
    try:
        value = json.loads((store / FILE_NAME).read_bytes())
        if value["schema"] != _SCHEMA:
            return {}
        return {str(path): (str(a), str(b)) for path, (a, b) in value["files"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
