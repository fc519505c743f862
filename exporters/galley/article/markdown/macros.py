r"""TeX macros: ``\newcommand`` anywhere in the article holds from there on, as in JupyterLab."""

from __future__ import annotations

import re
from collections.abc import Mapping

Macro = tuple[int, str] | tuple[int, str, str]
Macros = Mapping[str, Macro]
"""Name with its backslash → number of arguments, replacement, and the first argument's default."""

_DEFINITION = re.compile(
    r"\\(?:re|provide)?(?:new)?command\*?\s*\{?\s*(?P<name>\\[A-Za-z]+)\s*\}?"
    r"\s*(?:\[(?P<count>\d)\])?\s*(?:\[(?P<default>[^\]]*)\])?\s*(?=\{)"
    r"|(?:\\(?:global|long|outer)\s*)*\\[egx]?def\s*"
    r"(?P<defined>\\[A-Za-z]+)(?P<hashes>(?:\s*\#\d)*)\s*(?=\{)"
    r"|\\let\s*(?P<alias>\\[A-Za-z]+)\s*=?\s*(?P<known>\\[A-Za-z]+)"
    r"|\\DeclareMathOperator(?P<star>\*?)\s*\{?\s*(?P<operator>\\[A-Za-z]+)\s*\}?\s*(?=\{)"
)
_ENDS_IN_NAME = re.compile(r"\\[A-Za-z]+$")
_NAME = re.compile(r"\\[A-Za-z]+")
_OPTION = re.compile(r"\s*\[([^\]]*)\]")
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


def defines(tex: str) -> bool:
    """Tell whether a text begins with the definition of a macro."""
    return _DEFINITION.match(tex) is not None


def take_macros(tex: str) -> tuple[str, dict[str, Macro]]:
    """Return the TeX without its definitions, and the definitions."""
    macros: dict[str, Macro] = {}
    rest, position = "", 0
    while match := _DEFINITION.search(tex, position):
        end = match.end() if match["alias"] else braced(tex, match.end())
        if end is None:
            break
        name, macro = _definition(match, tex[match.end() + 1 : end - 1])
        macros[name] = macro
        rest += tex[position : match.start()]
        position = end
    return rest + tex[position:], macros


def _definition(match: re.Match[str], body: str) -> tuple[str, Macro]:
    if match["alias"]:
        return match["alias"], (0, match["known"])
    if match["operator"]:
        star = match["star"]
        return match["operator"], (0, rf"\operatorname{star}{{{body}}}")
    if match["defined"]:
        return match["defined"], (match["hashes"].count("#"), body)
    count = int(match["count"] or 0)
    if count and match["default"] is not None:
        return match["name"], (count, body, match["default"])
    return match["name"], (count, body)


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
        count, body, *default = macros[match[0]]
        first, start = _first_argument(tex, match.end(), default)
        others, end = _arguments(tex, start, count - len(first))
        arguments = first + others
        parts += [tex[position : match.start()], _fill(body, arguments)]
        if tex[end : end + 1].isalpha() and _ENDS_IN_NAME.search(parts[-1]):
            parts.append(" ")
        position = end
    return "".join(parts) + tex[position:]


def _first_argument(tex: str, position: int, default: list[str]) -> tuple[list[str], int]:
    """Read an argument in square brackets, where the macro has a default for it."""
    if not default:
        return [], position
    given = _OPTION.match(tex, position)
    return ([given[1]], given.end()) if given else (default, position)


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
