r"""TeX macros: ``\newcommand`` anywhere in the article holds from there on, as in JupyterLab."""

from __future__ import annotations

import re
from collections.abc import Mapping

Macros = Mapping[str, tuple[int, str]]
"""Name with its backslash → number of arguments and replacement."""

_DEFINITION = re.compile(
    r"\\(?:re|provide)?(?:new)?command\*?\s*\{?\s*(?P<name>\\[A-Za-z]+)\s*\}?"
    r"\s*(?:\[(?P<count>\d)\])?\s*(?=\{)"
    r"|\\def\s*(?P<defined>\\[A-Za-z]+)(?P<hashes>(?:\#\d)*)\s*(?=\{)"
    r"|\\DeclareMathOperator(?P<star>\*?)\s*\{?\s*(?P<operator>\\[A-Za-z]+)\s*\}?\s*(?=\{)"
)
_ENDS_IN_NAME = re.compile(r"\\[A-Za-z]+$")
_NAME = re.compile(r"\\[A-Za-z]+")
_MOST_PASSES = 12
_LONGEST = 20_000
"""A macro that calls itself, or doubles itself, ends here instead of filling the memory."""


def braced(text: str, position: int) -> int | None:
    """Return where the group that opens with ``{`` at `position` ends, or None."""
    depth, index = 0, position
    while index < len(text):
        sign = text[index]
        if sign == "\\":
            index += 1
        elif sign == "{":
            depth += 1
        elif sign == "}":
            depth -= 1
            if depth == 0:
                return index + 1
        index += 1
    return None


def take_macros(tex: str) -> tuple[str, dict[str, tuple[int, str]]]:
    """Return the TeX without its definitions, and the definitions."""
    macros: dict[str, tuple[int, str]] = {}
    rest, position = "", 0
    while match := _DEFINITION.search(tex, position):
        end = braced(tex, match.end())
        if end is None:
            break
        name, arguments, body = _definition(match, tex[match.end() + 1 : end - 1])
        macros[name] = (arguments, body)
        rest += tex[position : match.start()]
        position = end
    return rest + tex[position:], macros


def _definition(match: re.Match[str], body: str) -> tuple[str, int, str]:
    if match["operator"]:
        star = match["star"]
        return match["operator"], 0, rf"\operatorname{star}{{{body}}}"
    if match["defined"]:
        return match["defined"], match["hashes"].count("#"), body
    return match["name"], int(match["count"] or 0), body


def expand_macros(tex: str, macros: Macros) -> str:
    """Replace every macro by its text, to a bounded depth."""
    for _ in range(_MOST_PASSES):
        expanded = _expand_once(tex, macros)
        if expanded == tex or len(expanded) > _LONGEST:
            break
        tex = expanded
    return tex


def _expand_once(tex: str, macros: Macros) -> str:
    parts, position = [], 0
    for match in _NAME.finditer(tex):
        if match.start() < position or match[0] not in macros:
            continue
        count, body = macros[match[0]]
        arguments, end = _arguments(tex, match.end(), count)
        parts += [tex[position : match.start()], _fill(body, arguments)]
        if tex[end : end + 1].isalpha() and _ENDS_IN_NAME.search(parts[-1]):
            parts.append(" ")
        position = end
    return "".join(parts) + tex[position:]


def _arguments(tex: str, position: int, count: int) -> tuple[list[str], int]:
    """Read `count` arguments: groups, commands or single signs."""
    arguments = []
    for _ in range(count):
        while tex[position : position + 1].isspace():
            position += 1
        end = braced(tex, position) if tex[position : position + 1] == "{" else None
        if end is not None:
            arguments.append(tex[position + 1 : end - 1])
        else:
            command = _NAME.match(tex, position)
            end = command.end() if command else min(position + 1, len(tex))
            arguments.append(tex[position:end])
        position = end
    return arguments, position


def _fill(body: str, arguments: list[str]) -> str:
    return re.sub(
        r"#([1-9])",
        lambda m: arguments[int(m[1]) - 1] if int(m[1]) <= len(arguments) else "",
        body,
    )
