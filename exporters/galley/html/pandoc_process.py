"""The long-lived pandoc process: found, started, asked line by line, stopped."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import threading
from importlib.resources import as_file, files
from importlib.util import find_spec
from pathlib import Path

from galley.findings import EnvironmentFault

OLDEST = (3, 2)
"""The first version whose Lua can keep its warnings to itself."""

_INSTALL = "install it with 'pip install pypandoc_binary' or 'conda install pandoc'."
_ANSWER_SECONDS = 120
_MOST_MEGABYTES = 2000


def find_pandoc() -> Path:
    """Return pandoc's program: the one installed with Galley, else the one on the path.

    Raises
    ------
    EnvironmentFault
        If there is none, or it is too old.
    """
    bundled = _bundled()
    if bundled is not None:
        return bundled
    found = shutil.which("pandoc")
    if found is None:
        raise EnvironmentFault("pandoc is missing; it writes citations and formulas", _INSTALL)
    _require_version(Path(found))
    return Path(found)


def _bundled() -> Path | None:
    spec = find_spec("pypandoc")
    if spec is None or spec.origin is None:
        return None
    name = "pandoc.exe" if sys.platform == "win32" else "pandoc"
    path = Path(spec.origin).parent / "files" / name
    return path if path.is_file() else None


def _require_version(path: Path) -> None:
    output = subprocess.run(  # noqa: S603 - the user's own pandoc
        [path, "--version"], capture_output=True, text=True, check=False
    ).stdout
    match = re.match(r"pandoc(?:\.exe)? (\d+)\.(\d+)", output)
    if match is None or (int(match[1]), int(match[2])) < OLDEST:
        version = f"{match[1]}.{match[2]}" if match else "of unknown version"
        oldest = ".".join(map(str, OLDEST))
        raise EnvironmentFault(
            f"pandoc {version} at {path} is too old; {oldest} or newer is needed", _INSTALL
        )


def _memory_limit(executable: Path) -> tuple[str, ...]:
    """Return how pandoc is told to end before it has taken all memory.

    Others than the one installed with Galley may be built without that option.
    """
    return ("+RTS", f"-M{_MOST_MEGABYTES}m", "-RTS") if executable == _bundled() else ()


class PandocProcess:
    """One running ``pandoc lua``; not for several threads at once."""

    def __init__(self, executable: Path, answer_seconds: float = _ANSWER_SECONDS) -> None:
        self._answer_seconds = answer_seconds
        with as_file(files("galley.html").joinpath("pandoc_service.lua")) as script:
            self._process = subprocess.Popen(  # noqa: S603 - found by `find_pandoc`
                [executable, *_memory_limit(executable), "lua", script],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                encoding="utf-8",
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
            # The script is read when pandoc has begun to run it; a first answer proves that.
            self.ask("{}")

    def ask(self, line: str) -> str:
        """Send one line and return the line that comes back; empty if the process died."""
        stdin, stdout = self._process.stdin, self._process.stdout
        if stdin is None or stdout is None:
            return ""
        # A formula that pandoc never finishes must not hold up the build for ever.
        watch = threading.Timer(self._answer_seconds, self._process.kill)
        watch.start()
        try:
            stdin.write(line + "\n")
            stdin.flush()
            return stdout.readline()
        except OSError:
            return ""
        finally:
            watch.cancel()

    def close(self) -> None:
        """End the process; afterwards it is gone."""
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                _close_quietly(stream)
        try:
            self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    @property
    def pid(self) -> int:
        """The process's number, for tests."""
        return self._process.pid


def _close_quietly(stream: object) -> None:
    try:
        stream.close()  # type: ignore[attr-defined]
    except OSError:
        # What was not yet written has no reader any more.
        return
