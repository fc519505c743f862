"""Markdown in its parts: headings, code that runs, and everything else between empty lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from galley.importing.post import Block, BlockKind

_FENCE = re.compile(r"(?P<marks>`{3,}|~{3,})(?P<info>.*)")
_COLONS = re.compile(r"\s*(?P<marks>:{3,})\s*(?P<rest>.*)")
_HEADING = re.compile(r"(?P<marks>#{1,6})(?:[ \t]+(?P<words>.*?))?(?:[ \t]+#+)?[ \t]*")
_SETEXT = re.compile(r"(?P<mark>=|-){2,}[ \t]*")
_CELL = re.compile(r"\{(?:code-cell\b[ \t]*)?(?P<lang>[A-Za-z0-9]*)[^}]*\}[ \t]*(?P<rest>.*)")
_RUNS = {"python": "", "python3": "", "ipython3": "", "ipython": "", "r": "r", "julia": "julia"}
_DIRECTIVES: dict[str, BlockKind] = {"figure": "figure", "table": "table", "list-table": "table"}
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\S")
_RAW = re.compile(r"<(?P<tag>[A-Za-z][\w-]*)\b")
_KEPT_TOGETHER = frozenset(
    ["table", "figure", "div", "details", "pre", "svg", "script", "style", "iframe"]
)


def split_markdown(text: str, first_line: int = 1) -> Iterator[Block]:
    """Yield the blocks of Markdown without front matter, each with the line it stands on."""
    lines = text.split("\n")
    index = 0
    while index < len(lines):
        if not lines[index].strip():
            index += 1
            continue
        end, block = _take(lines, index)
        yield Block(block.kind, block.text, block.level, index + first_line, block.info)
        index = max(end, index + 1)


def _take(lines: list[str], start: int) -> tuple[int, Block]:
    line = lines[start]
    if (fence := _FENCE.match(line)) and "`" not in fence["info"].strip("`"):
        return _take_fence(lines, start, fence)
    if colons := _COLONS.fullmatch(line):
        end = _end_of_colons(lines, start) if colons["rest"] else start + 1
        text = "\n".join(lines[start:end]) if colons["rest"] else ""
        named = re.search(r"\{(figure|table|list-table)\}", line)
        return end, Block(_DIRECTIVES[named[1]] if named else "callout", text)
    if (heading := _HEADING.fullmatch(line)) and (heading["words"] or len(heading["marks"]) > 1):
        text = f"{heading['marks']} {heading['words'] or ''}".strip()
        return start + 1, Block("heading", text, len(heading["marks"]))
    if end := _end_of_whole(lines, start):
        kind: BlockKind = "formula" if line.startswith("$$") else "other"
        return end, Block(kind, "\n".join(lines[start:end]))
    return _take_paragraph(lines, start)


def _end_of_whole(lines: list[str], start: int) -> int:
    """Return where a formula or an element ends that may hold empty lines; 0 where none begins."""
    raw = _RAW.match(lines[start])
    if raw and raw["tag"].lower() in _KEPT_TOGETHER:
        return _end_of_element(lines, start, raw["tag"])
    return _end_of_formula(lines, start) if lines[start].startswith("$$") else 0


def _take_fence(lines: list[str], start: int, fence: re.Match[str]) -> tuple[int, Block]:
    closing = re.compile(rf"\s{{0,3}}{re.escape(fence['marks'][0])}{{{len(fence['marks'])},}}\s*")
    end = next((n for n in range(start + 1, len(lines)) if closing.fullmatch(lines[n])), len(lines))
    cell = _CELL.fullmatch(fence["info"].strip())
    lang = (cell["lang"] or (cell["rest"].split() or ["python"])[0]).lower() if cell else ""
    if cell and lang in _RUNS:
        body = _without_options_block(lines[start + 1 : end])
        return end + 1, Block("cell", "\n".join(body), info=_RUNS[lang])
    kind: BlockKind = "figure" if "figure" in fence["info"] else "code"
    return end + 1, Block(kind, "\n".join(lines[start : end + 1]))


def _without_options_block(body: list[str]) -> list[str]:
    """Turn MyST's options of a cell (``:tags:`` or YAML between ``---``) into Galley's."""
    if body and body[0].strip() == "---":
        end = next((n for n in range(1, len(body)) if body[n].strip() == "---"), 0)
        return [*(f"#| {line}" for line in body[1:end]), *body[end + 1 :]] if end else body
    count = 0
    while count < len(body) and re.match(r":[\w-]+:", body[count]):
        count += 1
    options = [re.sub(r"^:([\w-]+):\s*", r"#| \1: ", line) for line in body[:count]]
    return [*options, *body[count:]]


def _end_of_colons(lines: list[str], start: int) -> int:
    """Return the line after the directive that opens at a line, whatever is nested in it."""
    depth, fence = 0, ""
    for number in range(start, len(lines)):
        line = lines[number].strip()
        if fence:
            fence = "" if line.startswith(fence) and not line.strip(fence[0]) else fence
            continue
        if opening := _FENCE.match(line):
            fence = opening["marks"]
        elif colons := _COLONS.fullmatch(line):
            depth += 1 if colons["rest"] else -1
            if depth == 0:
                return number + 1
    return _end_of_paragraph(lines, start)


def _end_of_element(lines: list[str], start: int, tag: str) -> int:
    closing = re.compile(rf"</{re.escape(tag)}\s*>", re.IGNORECASE)
    opening = re.compile(rf"<{re.escape(tag)}\b", re.IGNORECASE)
    depth = 0
    for number in range(start, len(lines)):
        depth += len(opening.findall(lines[number])) - len(closing.findall(lines[number]))
        if depth <= 0:
            return number + 1
    return _end_of_paragraph(lines, start)


def _end_of_formula(lines: list[str], start: int) -> int:
    count = 0
    for number in range(start, len(lines)):
        count += lines[number].count("$$")
        if count > 1:
            return number + 1
        if number > start and not lines[number].strip():
            break
    return _end_of_paragraph(lines, start)


def _end_of_paragraph(lines: list[str], start: int) -> int:
    return next((n for n in range(start, len(lines)) if not lines[n].strip()), len(lines))


def _take_paragraph(lines: list[str], start: int) -> tuple[int, Block]:
    end = start + 1
    while end < len(lines) and lines[end].strip() and not _interrupts(lines[end]):
        setext = _SETEXT.fullmatch(lines[end])
        if (
            setext
            and not _ITEM.match(lines[start])
            and not lines[start].startswith((">", "|", " "))
        ):
            level = 1 if setext["mark"] == "=" else 2
            words = " ".join(line.strip() for line in lines[start:end])
            return end + 1, Block("heading", f"{'#' * level} {words}", level)
        end += 1
    if _ITEM.match(lines[start]) or re.match(r"\[\^", lines[start]):
        end = _end_of_list(lines, end)
    text = "\n".join(lines[start:end]).rstrip()
    return end, Block(_kind_of(text), text)


def _interrupts(line: str) -> bool:
    return bool(_FENCE.match(line) or _COLONS.fullmatch(line) or re.match(r"#{1,6}[ \t]", line))


def _end_of_list(lines: list[str], end: int) -> int:
    """Go on over empty lines as long as what follows is indented, and so belongs to an item."""
    while end < len(lines):
        following = next((n for n in range(end, len(lines)) if lines[n].strip()), len(lines))
        if following == len(lines) or not re.match(r"(?: {2,}|\t)", lines[following]):
            return end
        end = _end_of_paragraph(lines, following)
    return end


def _kind_of(text: str) -> BlockKind:
    if _ITEM.match(text):
        return "list"
    if text.startswith("[^"):
        return "notes"
    if text.startswith(">"):
        return "quote"
    if re.match(r"\|.*\|", text) or re.search(r"^\s*\|?\s*:?-{2,}:?\s*\|", text, re.MULTILINE):
        return "table"
    return "figure" if re.fullmatch(r"!\[[^\n]*\]\([^\n]*\)(?:\{[^\n]*\})?", text) else "paragraph"
