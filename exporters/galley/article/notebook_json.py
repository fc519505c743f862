"""From a notebook's text to plain values: JSON as strict as must be, mended where that is safe."""

from __future__ import annotations

import json
import re
from typing import Any

from galley.article.notebook_bytes import broken, broken_off
from galley.findings import ContentError, Finding, Place, Severity

# No notebook that a program wrote comes near; what is deeper would stop other programs.
_DEEPEST = 100
# Python refuses to read longer numbers, since that takes very long.
_LONGEST_NUMBER = 4000

_CONFLICT = re.compile(r"^(?:<{7} |>{7} |={7}$)", re.MULTILINE)
_LONE_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


def parse_json(text: str, name: str) -> tuple[Any, tuple[Finding, ...]]:
    """Parse the text of a notebook, and say what had to be left out of it.

    Raises
    ------
    ContentError
        If it is not JSON, or nested too deeply.
    """
    if not text.strip("\0 \t\r\n\ufeff"):
        raise broken(name, "the file is empty", "Remove it, or restore the notebook from a copy.")
    try:
        raw, findings = _read(text.lstrip("\ufeff"), name)
    except RecursionError:
        raise _too_deep(name) from None
    if _is_too_deep(raw):
        raise _too_deep(name)
    return _without_surrogates(raw) if _LONE_SURROGATE.search(text) else raw, findings


def _read(text: str, name: str) -> tuple[Any, tuple[Finding, ...]]:
    try:
        # NaN and Infinity are no JSON; browsers would refuse them again later.
        return json.loads(text, parse_constant=_nothing), ()
    except json.JSONDecodeError as error:
        return _read_mended(text, error, name)
    except ValueError:
        return _read_mended(text, json.JSONDecodeError("number", text, 0), name)


def _read_mended(
    text: str, error: json.JSONDecodeError, name: str
) -> tuple[Any, tuple[Finding, ...]]:
    """Read what strict JSON refuses, and whose meaning is still certain."""
    text = text.lstrip()
    conflict = _CONFLICT.search(text)
    try:
        raw, end = _LENIENT.raw_decode(text)
    except json.JSONDecodeError:
        raw, end = None, 0
    if conflict or not isinstance(raw, dict):
        raise _explain(text, error, conflict, name)
    rest = text[end:].strip("\0 \t\r\n")
    return raw, (_left_over(text, end, name),) if rest else ()


def _nothing(_: str) -> None:
    return None


def _whole_number(digits: str) -> int | None:
    return int(digits) if len(digits) <= _LONGEST_NUMBER else None


# Line ends and tabs inside a string, which some programs write as they are, are no JSON either.
_LENIENT = json.JSONDecoder(parse_constant=_nothing, parse_int=_whole_number, strict=False)


def _left_over(text: str, end: int, name: str) -> Finding:
    """Tell of what stands behind a notebook: mostly the end of a longer one, written before."""
    return Finding(
        "notebook-mended",
        Severity.WARNING,
        Place(name, line=text.count("\n", 0, end) + 1),
        "the file goes on behind the notebook's last bracket; what follows is left out",
        "Compare the page with the notebook, and remove what follows in a text editor.",
    )


def _explain(
    text: str, error: json.JSONDecodeError, conflict: re.Match[str] | None, name: str
) -> ContentError:
    if conflict:
        return conflict_error(name, text.count("\n", 0, conflict.start()) + 1)
    if not text.startswith("{"):
        return broken(
            name,
            "the file is not a notebook: it is not JSON",
            "Remove it from the content folder, or give it another suffix than .ipynb.",
        )
    if not error.doc[error.pos :].strip() or error.msg.startswith("Unterminated string"):
        return broken_off(name, error.lineno)
    return broken(
        name,
        f"the file is not a notebook: its JSON is broken at column {error.colno}",
        "Restore the notebook from a copy, or mend that line in a text editor.",
        error.lineno,
    )


def conflict_error(name: str, line: int, cell: str | None = None) -> ContentError:
    """Return the error over a file in which git left both of two versions."""
    return broken(
        name,
        "the file holds two versions that git could not merge",
        "Choose one of them, for example with git checkout --ours or --theirs.",
        line,
        cell,
    )


def _is_too_deep(value: object) -> bool:
    level = [value] if isinstance(value, dict | list) else []
    for _ in range(_DEEPEST):
        level = [
            inner
            for outer in level
            for inner in (outer.values() if isinstance(outer, dict) else outer)
            if isinstance(inner, dict | list)
        ]
        if not level:
            return False
    return True


def _too_deep(name: str) -> ContentError:
    return broken(
        name,
        "the file is not a notebook: its JSON is nested too deeply",
        "Remove it from the content folder.",
    )


def _without_surrogates(value: Any) -> Any:  # noqa: ANN401 — nested plain values
    """Replace half characters, which no page could be written with."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, list):
        return [_without_surrogates(item) for item in value]
    if isinstance(value, dict):
        return {_without_surrogates(key): _without_surrogates(value[key]) for key in value}
    return value
