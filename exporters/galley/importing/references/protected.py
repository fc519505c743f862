"""What of Markdown is no prose: code, formulas, links, roles, citations that are there already."""

from __future__ import annotations

import re

_PROTECTED = re.compile(
    r"(?<!`)(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)"
    r"|\$\$.+?\$\$|(?<![\\$\w])\$(?=\S)[^$\n]+?(?<=\S)\$(?!\w)"
    r"|!?(?!\[[\d\s,;–-]+\]\[)\[(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*\](?:\((?:[^()\\]|\\.|\([^()]*\))*\)|\[[^\[\]]*\])"
    r"|\[[^\[\]]*(?<![\w@])-?@[^\[\]]*\]"
    r"|\[\^[^\[\]\s]+\]:?"
    r"|<(?!sup\b|/sup>)(?:https?://[^<>\s]+|/?[A-Za-z][^<>]*)>"
    r"|(?:https?://|www\.)[^\s<>\"]+",
    re.DOTALL,
)
_RAISED = re.compile(r"\{sup(?:erscript)?\}$")
_OPEN, _CLOSE = "\ue000", "\ue001"
_MARK = re.compile(f"{_OPEN}(\\d+){_CLOSE}")


def hide(text: str) -> tuple[str, list[str]]:
    """Return a text with marks in place of what is no prose, and what they stand for."""
    hidden: list[str] = []

    def replaced(match: re.Match[str]) -> str:
        if match["ticks"] and _RAISED.search(text[: match.start()]):
            return match[0]
        hidden.append(match[0])
        return f"{_OPEN}{len(hidden) - 1}{_CLOSE}"

    text = text.replace(_OPEN, "").replace(_CLOSE, "")
    return _PROTECTED.sub(replaced, text), hidden


def show(text: str, hidden: list[str]) -> str:
    """Return a text with everything again that was hidden in it."""
    return _MARK.sub(lambda match: hidden[int(match[1])], text)
