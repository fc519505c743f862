"""Shortcodes of Quarto and Hugo, and Liquid tags of Jekyll and fastpages, in our own spelling.

They are filled in by the tool that an author used before. Where their meaning is known it is
written as Markdown; anything else is shown as code, as it was written, and a finding names it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from galley.article.markdown.embeds import embed_link
from galley.article.markdown.hidden_code import hide_code, show_code
from galley.article.markdown.state import ProseState
from galley.findings import Place

RULE = "markup-unknown"
NOT_TAKEN_IN_FIX = "copy it into the notebook, or link to it."
_SIGNS = ("{%", "{{", "fndetail")

_SHORTCODE = re.compile(
    r"\{\{[<%]\s*(?P<end>/?)\s*(?P<name>[\w-]+)(?P<rest>[^\n]{0,800}?)/?\s*[>%]\}\}"
)
_LIQUID = re.compile(r"\{%-?\s*(?P<name>\w+)(?P<rest>[^\n]{0,800}?)-?%\}")
_VALUE = re.compile(r"\{\{\s*(?:site|page)\.(?:baseurl|base_url|url)\s*\}\}")
_ADDRESS_FILTER = re.compile(
    r"\{\{\s*[\"'](?P<address>[^\"'{}\n]*)[\"']\s*\|\s*(?:relative_url|absolute_url)\s*\}\}"
)
_NOTE_TEXT = re.compile(
    r"\{\{\s*(?P<quote>[\"'])(?P<text>.*?)(?P=quote)\s*\|\s*fndetail:\s*(?P<number>\w+)\s*\}\}"
)
# Each looks no further than to the next beginning of its kind.
_RAW = re.compile(
    r"\{%-?\s*raw\s*-?%\}(?P<text>(?:(?!\{%-?\s*raw\b)[\s\S])*?)\{%-?\s*endraw\s*-?%\}"
)
_COMMENT = re.compile(
    r"\{%-?\s*comment\s*-?%\}(?:(?!\{%-?\s*comment\b)[\s\S])*?\{%-?\s*endcomment\s*-?%\}"
)
_HIGHLIGHT = re.compile(
    r"\{%-?\s*highlight\s+(?P<lang>[\w+-]*)[^%\n]*-?%\}[ \t]*"
    r"(?P<code>(?:(?!\{%-?\s*highlight\b)[\s\S])*?)"
    r"\{%-?\s*endhighlight\s*-?%\}"
)
_ARGUMENT = re.compile(r"(?P<name>[\w-]+)\s*=\s*(?:\"(?P<d>[^\"]*)\"|'(?P<s>[^']*)'|(?P<b>\S+))")
_WORD = re.compile(r"\"([^\"]*)\"|'([^']*)'|(\S+)")

# They draw a picture beside words, or break a page: nothing that a reader misses.
_SILENT_TEXT = "bi fa fab far fas iconify ai pagebreak newpage contents placeholder"
_SILENT = frozenset(_SILENT_TEXT.split())
_TAKEN_IN = frozenset({"include", "embed", "includecode", "code-snippet"})
_LEADS_TEXT = "alert info note tip warning important error caution success"
_LEADS = frozenset(_LEADS_TEXT.split())
_LEAD_WORDS = {"warning": "Warning", "error": "Warning", "caution": "Warning", "tip": "Tip",
               "success": "Tip", "important": "Important"}  # fmt: skip
_PICTURES = frozenset({"image", "figure", "img"})
_FILMS = {
    "youtube": "https://www.youtube.com/watch?v=",
    "vimeo": "https://vimeo.com/",
}
_PAIRED_TEXT = "details notice callout hint tab tabs columns column expand blockquote admonition"
_PAIRED = frozenset(_PAIRED_TEXT.split())

Warn = Callable[[int, str, str], None]


def in_our_spelling(source: str, state: ProseState) -> str:
    """Return a cell's text with what other tools would fill in; its lines keep their numbers."""
    if not any(sign in source for sign in _SIGNS):
        return source
    place = state.place

    def warn(line: int, message: str, fix: str) -> None:
        state.warn(RULE, Place(place.file, place.cell, line), message, fix)

    # Code of Jekyll's own spelling first: afterwards it is code like any other.
    source = _HIGHLIGHT.sub(lambda m: f"```{m['lang']}{m['code'].rstrip(' ')}```", source)
    text, kept = hide_code(source)
    text = _RAW.sub(lambda match: match["text"], text)
    text = _COMMENT.sub(lambda match: "\n" * match[0].count("\n"), text)
    text = _NOTE_TEXT.sub(lambda match: f"[^fn-{match['number']}]: {match['text']}", text)
    text = _ADDRESS_FILTER.sub(lambda match: match["address"], _VALUE.sub("", text))
    text = _replaced(_SHORTCODE, text, _shortcode, warn)
    text = _replaced(_LIQUID, text, _liquid, warn)
    return show_code(text, kept)


def _replaced(
    pattern: re.Pattern[str],
    text: str,
    write: Callable[[re.Match[str], Callable[[str, str], None]], str],
    warn: Warn,
) -> str:
    def one(match: re.Match[str]) -> str:
        line = text.count("\n", 0, match.start()) + 1
        return write(match, lambda message, fix: warn(line, message, fix))

    return pattern.sub(one, text)


def _shortcode(match: re.Match[str], warn: Callable[[str, str], None]) -> str:
    name, rest = match["name"].lower(), match["rest"].strip()
    options, words = _arguments(rest)
    if name in _SILENT or match["end"] or name in _PAIRED:
        return ""
    if name in _TAKEN_IN:
        warn(not_taken_in(words[0] if words else options.get("file", rest)), NOT_TAKEN_IN_FIX)
        return ""
    write = _KNOWN.get(name)
    return write(name, options, words[0] if words else "") if write else _as_written(match[0], warn)


def _film(name: str, options: Mapping[str, str], first: str) -> str:
    address = options.get("src") or options.get("url") or options.get("id") or first
    return embed_link(_FILMS.get(name, "") + address, options.get("title", ""))


def _picture(_name: str, options: Mapping[str, str], first: str) -> str:
    named = (options.get(name) for name in ("src", "file", "image_path", "url", "link"))
    source = next(filter(None, named), first)
    caption = options.get("caption") or options.get("title") or ""
    alt = re.sub(r"[\[\]]", "", options.get("alt") or caption)
    title = f' "{caption}"' if caption and '"' not in caption else ""
    return f"![{alt}](<{source}>{title})" if source and not re.search("[<>]", source) else ""


def _target(_name: str, _options: Mapping[str, str], first: str) -> str:
    return first


def _key(_name: str, _options: Mapping[str, str], first: str) -> str:
    return f"<kbd>{first}</kbd>"


_KNOWN: Mapping[str, Callable[[str, Mapping[str, str], str], str]] = {
    **dict.fromkeys(("video", *_FILMS), _film),
    **dict.fromkeys(_PICTURES, _picture),
    **dict.fromkeys(("ref", "relref"), _target),
    "kbd": _key,
}


def _liquid(match: re.Match[str], warn: Callable[[str, str], None]) -> str:
    name, rest = match["name"].lower(), match["rest"].strip()
    if name == "fn":
        return f"[^fn-{rest}]"
    if name in {"link", "post_url"}:
        return rest
    if name == "include":
        return _include(match[0], rest, warn)
    return _as_written(match[0], warn)


def _include(written: str, rest: str, warn: Callable[[str, str], None]) -> str:
    file, _, arguments = rest.partition(" ")
    options, _ = _arguments(arguments)
    name = re.sub(r"\.html?$|.*/", "", file.lower())
    words = options.get("text") or options.get("content") or ""
    if name in _LEADS and words:
        return f"> {_LEAD_WORDS.get(name, 'Note')}: {words}"
    if name in _PICTURES:
        return _picture(name, options, "")
    if name in {"video", *_FILMS}:
        return _film("" if options.get("url") else name, options, "")
    return _as_written(written, warn)


def _arguments(text: str) -> tuple[dict[str, str], list[str]]:
    options = {
        m["name"].lower(): m["d"] or m["s"] or m["b"] or "" for m in _ARGUMENT.finditer(text)
    }
    rest = _ARGUMENT.sub(" ", text)
    return options, [match[1] or match[2] or match[3] or "" for match in _WORD.finditer(rest)]


def not_taken_in(file: str) -> str:
    """Return what is said of a file whose text another tool would put here."""
    return f"what '{file}' holds is not taken in; nothing stands in its place"


def _as_written(written: str, warn: Callable[[str, str], None]) -> str:
    warn(
        f"'{written}' is filled in by another tool; here it is shown as it was written",
        "write what stood for it, or remove it.",
    )
    ticks = "``" if "`" in written else "`"
    return f"{ticks}{written}{ticks}"
