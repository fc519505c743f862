"""The index of the search: pagefind reads small pages, and gives the files a browser searches in.

It is a program of its own and takes a tenth of a second, so it runs beside what else is made.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import subprocess
import tempfile
import weakref
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

_PACKAGE = "pagefind_bin"
_PROGRAM = "pagefind.exe" if os.name == "nt" else "pagefind"
_SECONDS = 300

# Its own interfaces, of which none is used: the page of the search has one of Galley's. The worker
# is a second copy of the script, for sites of other sizes.
_UNUSED = ("-ui.css", "-ui.js", "pagefind-highlight.js", "pagefind-worker.js")
_ENTRY = "pagefind-entry.json"

# What pagefind knows of one page, as it packs it.
_FRAGMENT = re.compile(r"fragment/(?P<page>[^/]+)\.pf_fragment")
_PACKED_AFTER = b"pagefind_dcd"
_TOPICS = "topics.json"


class IndexingError(Exception):
    """Pagefind did not make an index; the text is what it said."""


def find_indexer() -> Path | None:
    """Return pagefind's program as it is installed with Galley; None where it is not."""
    spec = find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        return None
    program = Path(spec.origin).with_name(_PROGRAM)
    return program if program.is_file() else None


class RunningIndexer:
    """Pagefind at work in a folder of its own, which is gone in the end whatever happens."""

    def __init__(
        self, program: Path, documents: Mapping[str, bytes], folder: Path | None = None
    ) -> None:
        """Start it on `documents`: path of a page inside the site → what is known of the page.

        What a build that was killed has left in `folder` goes.
        """
        self._folder = _emptied(folder) if folder else Path(tempfile.mkdtemp(prefix="galley-"))
        try:
            for path, document in documents.items():
                target = self._folder / "pages" / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(document)
            self._process = _start(program, self._folder)
        except BaseException:
            shutil.rmtree(self._folder, ignore_errors=True)
            raise
        self._end = weakref.finalize(self, _end, self._process, self._folder)

    def finish(self) -> dict[str, bytes]:
        """Wait for it and return its files: path below the folder of the index → content.

        Raises
        ------
        IndexingError
            If it failed, or did not come to an end.
        """
        try:
            said, _ = self._process.communicate(timeout=_SECONDS)
            if self._process.returncode:
                raise IndexingError(_last_line(said) or f"exit code {self._process.returncode}")
            return _files(self._folder / "index")
        except (OSError, ValueError, subprocess.TimeoutExpired) as error:
            raise IndexingError(str(error)) from error
        finally:
            self._end()


def _emptied(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _start(program: Path, folder: Path) -> subprocess.Popen[bytes]:
    # Settings of another site, in a file or in variables, would change what is made.
    environ = {name: value for name, value in os.environ.items() if not _is_setting(name)}
    command = [
        str(program),
        "--silent",
        "--site",
        "pages",
        "--output-path",
        "index",
        "--keep-index-url",
    ]
    try:
        return subprocess.Popen(  # noqa: S603 - the program that came with Galley
            command,
            cwd=folder,
            env=environ,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise IndexingError(error.strerror or str(error)) from error


def _is_setting(name: str) -> bool:
    return name.upper().startswith("PAGEFIND")


def _end(process: subprocess.Popen[bytes], folder: Path) -> None:
    if process.poll() is None:
        process.kill()
        process.wait()
    if process.stdout:
        process.stdout.close()
    shutil.rmtree(folder, ignore_errors=True)


def _files(index: Path) -> dict[str, bytes]:
    found = {
        path.relative_to(index).as_posix(): path.read_bytes()
        for path in sorted(index.rglob("*"))
        if path.is_file() and not path.name.endswith(_UNUSED)
    }
    # Its languages come in any order, and the same pages shall give the same bytes.
    entry = json.loads(found[_ENTRY])
    found[_ENTRY] = _json(entry)
    found[_TOPICS] = _json(_topics(found))
    return _without_spare_programs(found, entry)


def _topics(files: Mapping[str, bytes]) -> dict[str, str]:
    """Return page, by pagefind's name → its topic, by which results are narrowed.

    Pagefind has filters of its own, but writes their values in another order each time.
    """
    topics = {}
    for path, data in files.items():
        if match := _FRAGMENT.fullmatch(path):
            fragment = json.loads(gzip.decompress(data).removeprefix(_PACKED_AFTER))
            topics[match["page"]] = fragment["meta"].get("topic", "")
    return {page: topic for page, topic in topics.items() if topic}


def _json(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def _without_spare_programs(
    files: Mapping[str, bytes], entry: Mapping[str, Mapping[str, Mapping[str, str]]]
) -> dict[str, bytes]:
    """Leave out the searching programs of languages that no page is in."""
    wanted = {
        f"wasm.{language.get('wasm') or 'unknown'}.pagefind"
        for language in entry["languages"].values()
    }
    return {
        path: data for path, data in files.items() if not path.startswith("wasm.") or path in wanted
    }


def _last_line(said: bytes) -> str:
    lines = said.decode("utf-8", "replace").strip().splitlines()
    return lines[-1].strip() if lines else ""
