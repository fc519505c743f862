"""Text as Markdown that means nothing else: every sign that Galley would read is escaped."""

from __future__ import annotations

import re

_SIGNS = (
    (re.compile(r"\\"), r"\\\\"),
    (re.compile(r"([`*])"), r"\\\1"),
    # Inside a word an underscore is a letter; an address must not be cut at it.
    (re.compile(r"(?<![^\W_])_|_(?![^\W_])"), r"\\_"),
    (re.compile(r"<(?=[A-Za-z/!?])"), r"\\<"),
    (re.compile(r"&(?=#?\w+;)"), r"\\&"),
    (re.compile(r"\$"), r"\\$"),
    (re.compile(r"~(?=~)"), r"\\~"),
    (re.compile(r"\[(?=\^)"), "[\\\\"),
    (re.compile(r"(?<![\w/.])@(?=[\w{])"), r"\\@"),
    # The closing bracket, since `\[` begins a formula.
    (re.compile(r"\](?=[(\[{:])"), r"\\]"),
    (re.compile(r"\{(?=[.#A-Za-z])"), r"\\{"),
)
_SPACES = re.compile(r"[ \t\r\n]+")
_NUMBER = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_MARK = re.compile(
    r"#{1,6}(?=\s|$)|##|[>%]|[-+](?=\s|$)|:{3,}|:(?=\s)|~{3,}|\+{3,}|-{3,}\s*$|={3,}\s*$"
)
_TARGET = re.compile(r"\([^()\s][^()\n]*\)(?==)")


_IN_BRACKETS = re.compile(r"\[[^\[\]]*@[^\[\]]*\]")
_KEY = re.compile(r"(?<![\w/.])@")
_AT = "\ue010"


def escape_text(text: str) -> str:
    """Return text that reads as itself inside a line."""
    # In brackets even an escaped sign would begin a citation.
    text = _IN_BRACKETS.sub(lambda match: _KEY.sub(_AT, match[0]), text.replace(_AT, ""))
    for pattern, replacement in _SIGNS:
        text = pattern.sub(replacement, text)
    return text.replace(_AT, "&#64;")


def escape_starts(text: str) -> str:
    """Return lines that begin no list, heading or directive, though their text looks like one."""
    return "\n".join(_escape_start(line.lstrip()) for line in text.split("\n"))


def _escape_start(line: str) -> str:
    if _MARK.match(line):
        return f"\\{line}"
    if target := _TARGET.match(line):
        return f"{target[0]}\\{line[target.end() :]}"
    return _NUMBER.sub(r"\1\\\2", line) if _NUMBER.match(line) else line


def one_line(text: str) -> str:
    """Return text without line breaks or repeated spaces; no-break spaces stay."""
    return _SPACES.sub(" ", text).strip(" ")


def code_span(code: str) -> str:
    """Return code inside a line, between as many backticks as it needs."""
    code = _SPACES.sub(" ", code)
    longest = max((len(run) for run in re.findall(r"`+", code)), default=0)
    ticks = "`" * (longest + 1)
    pad = " " if code.startswith("`") or code.endswith("`") else ""
    return f"{ticks}{pad}{code}{pad}{ticks}"


def fence(code: str, info: str = "") -> str:
    """Return code on lines of its own, in a fence longer than any in it."""
    longest = max((len(run) for run in re.findall(r"`{3,}", code)), default=2)
    ticks = "`" * (longest + 1)
    return f"{ticks}{info}\n{code.rstrip()}\n{ticks}"


def indented(text: str, width: int) -> str:
    """Return lines moved to the right, as far as they are not empty."""
    pad = " " * width
    return "\n".join(f"{pad}{line}" if line.strip() else "" for line in text.split("\n"))


def address(url: str) -> str:
    """Return a link's target as it stands between round brackets."""
    url = url.strip().replace("\n", "").replace("\r", "")
    if re.search(r"[\s()<>]", url):
        return f"<{url.replace('<', '%3C').replace('>', '%3E')}>"
    return url


def colons_around(text: str) -> str:
    """Return colons that enclose a text in which directives may be."""
    longest = max((len(run) for run in re.findall(r"^\s*(:{3,})", text, re.MULTILINE)), default=2)
    return ":" * (longest + 1)
