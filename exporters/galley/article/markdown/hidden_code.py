"""Code in a Markdown text put aside, so that what changes the text cannot touch it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from galley.article.markdown.directive_names import CODE_LANGUAGES, kind_of

_FENCE = re.compile(r"[ \t>]*(?P<marks>`{3,}|~{3,})(?P<info>.*)")
_DIRECTIVE = re.compile(r"[ \t]*\{(?P<name>[A-Za-z][\w:.+-]*)\}.*")
_INLINE = re.compile(r"(?<!`)(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n)[\s\S])+?(?<!`)(?P=ticks)(?!`)")
_VERBATIM = frozenset({"code", "maths"})
_MARK = re.compile("\ue010(\\d+)\ue011")


def hide_code(text: str) -> tuple[str, list[str]]:
    """Return the text with a mark for each piece of code, and the pieces; line breaks stay."""
    kept: list[str] = []

    def hide(match: re.Match[str]) -> str:
        kept.append(match[0])
        return f"\ue010{len(kept) - 1}\ue011" + "\n" * match[0].count("\n")

    lines = list(_without_fenced(text.replace("\ue010", "").split("\n"), kept))
    return _INLINE.sub(hide, "\n".join(lines)), kept


def show_code(text: str, kept: list[str]) -> str:
    """Put the pieces back."""

    def show(match: re.Match[str]) -> str:
        return kept[int(match[1])] if int(match[1]) < len(kept) else ""

    # Of the line breaks that stood in for those of the code, none is left over.
    whole = re.compile("\ue010(\\d+)\ue011(\n*)")

    def with_breaks(match: re.Match[str]) -> str:
        code = kept[int(match[1])] if int(match[1]) < len(kept) else ""
        return code + match[2][code.count("\n") :]

    return _MARK.sub(show, whole.sub(with_breaks, text))


def _without_fenced(lines: list[str], kept: list[str]) -> Iterator[str]:
    """Yield the lines; of fenced code a mark, and an empty line for each other line."""
    closing = ""
    for line in lines:
        fence = _FENCE.fullmatch(line)
        if closing:
            kept.append(line)
            yield f"\ue010{len(kept) - 1}\ue011"
            if fence and fence["marks"].startswith(closing) and not fence["info"].strip():
                closing = ""
        elif fence and _is_code(fence["info"]):
            closing = fence["marks"]
            kept.append(line)
            yield f"\ue010{len(kept) - 1}\ue011"
        else:
            yield line


def _is_code(info: str) -> bool:
    """Tell whether what a fence holds is code: that of most directives is text."""
    directive = _DIRECTIVE.fullmatch(info)
    if directive is None:
        return "`" not in info
    name = directive["name"].lower()
    return name in CODE_LANGUAGES or kind_of(name) in _VERBATIM
