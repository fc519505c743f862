"""Spellings of Jekyll, Hugo, Quarto, MkDocs, Obsidian and MDX, put into those that Galley reads."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from galley.importing.callout_words import callout_of_lead
from galley.importing.remarks import Remarks

_FENCED = re.compile(
    r"^(?P<marks>`{3,}|~{3,})[^\n]*\n.*?(?:^(?P=marks)[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL
)
_CODE = re.compile(r"(`+)(?!`)(?:.|\n)*?(?<!`)\1(?!`)")


@dataclass(frozen=True)
class _Spelling:
    pattern: re.Pattern[str]
    write: Callable[[re.Match[str], Remarks, int], str]


def translate(text: str, remarks: Remarks, first_line: int) -> str:
    """Return Markdown with each foreign spelling as Galley's; code stays as it is.

    Line breaks are kept as far as possible, so that findings name the lines of the source.
    """
    for spelling in _WHOLE:
        text = _applied(spelling, text, remarks, first_line)
    kept: list[str] = []

    def hide(match: re.Match[str]) -> str:
        kept.append(match[0])
        return f"\ue000{len(kept) - 1}\ue001" + "\n" * match[0].count("\n")

    text = _CODE.sub(hide, _FENCED.sub(hide, text.replace("\ue000", "").replace("\ue001", "")))
    for spelling in _IN_PROSE:
        text = _applied(spelling, text, remarks, first_line)
    while "\ue000" in text:
        before = text
        text = re.sub(
            r"\ue000(\d+)\ue001(\n*)", lambda match: _restored(kept[int(match[1])], match[2]), text
        )
        if text == before:
            break
    return text


def _restored(code: str, breaks: str) -> str:
    return code + breaks[code.count("\n") :]


def _applied(spelling: _Spelling, text: str, remarks: Remarks, first_line: int) -> str:
    def write(match: re.Match[str]) -> str:
        line = first_line + text.count("\n", 0, match.start())
        return spelling.write(match, remarks, line)

    return spelling.pattern.sub(write, text)


def _options(text: str) -> dict[str, str]:
    found = re.finditer(r"([\w-]+)\s*[=:]\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>}]+))", text)
    return {match[1].lower(): match[2] or match[3] or match[4] or "" for match in found}


def _figure(options: dict[str, str]) -> str:
    source = (
        options.get("src")
        or options.get("link")
        or options.get("path")
        or options.get("image_path", "")
    )
    caption = options.get("caption") or options.get("title", "")
    lines = [f":::{{figure}} {source}"]
    lines += [f":{name}: {options[name]}" for name in ("alt", "width") if options.get(name)]
    return "\n".join([*lines, *(["", caption] if caption else []), ":::"])


def _shortcode(match: re.Match[str], remarks: Remarks, line: int) -> str:
    """Write one of Hugo's shortcodes as what it stands for."""
    name, rest = match["name"].lower(), match["rest"].strip(" /")
    words = rest.strip("\"'")
    if name in {"figure", "img", "image"}:
        return _figure(_options(rest))
    if name in {"ref", "relref"}:
        return words.split('"')[0].strip()
    if name in {"youtube", "vimeo"}:
        host = "https://www.youtube.com/watch?v=" if name == "youtube" else "https://vimeo.com/"
        return f"<{host}{_options(rest).get('id', words)}>"
    if name in _NOTICES:
        if match["end"]:
            return ":::"
        kind = callout_of_lead(words.split()[0]) if words else callout_of_lead(name)
        return f":::{{{kind[0] if kind else 'note'}}}"
    if match["end"] is None or not match["end"]:
        remarks.left_out(
            f"Hugo's shortcode '{name}' is not known",
            "Look at its place; what stood between its two ends is kept.",
            line,
        )
    return ""


_NOTICES = frozenset(
    [
        "notice",
        "alert",
        "admonition",
        "callout",
        "hint",
        "tip",
        "note",
        "warning",
        "info",
        "important",
    ]
)


def _liquid(match: re.Match[str], remarks: Remarks, line: int) -> str:
    """Write one of Jekyll's tags as what it stands for."""
    name, rest = match["name"].lower(), match["rest"].strip()
    if name in {"link", "post_url"}:
        return rest
    if name == "include" and re.match(r"(?:figure|image|img)", rest):
        return _figure(_options(rest))
    if name not in {"endraw", "raw", "comment", "endcomment"} and not name.startswith("end"):
        remarks.left_out(
            f"Jekyll's tag '{name}' is not known",
            "Look at its place; what stood between its two ends is kept.",
            line,
        )
    return ""


def _highlight(match: re.Match[str], _remarks: Remarks, _line: int) -> str:
    return f"```{match['lang']}{match['code'].rstrip()}\n```"


def _liquid_value(match: re.Match[str], remarks: Remarks, line: int) -> str:
    if not re.search(r"baseurl|base_url|site\.url|relative_url|absolute_url", match[0]):
        remarks.left_out(
            f"a value that Jekyll fills in: {' '.join(match[0].split())}",
            "Write what it stood for.",
            line,
        )
    quoted = re.search(r"[\"']([^\"']*)[\"']", match[0])
    return quoted[1] if quoted else ""


def _mkdocs(match: re.Match[str], _remarks: Remarks, _line: int) -> str:
    """Write ``!!! note "Title"`` with its indented text as a directive."""
    title = f" {match['title']}" if match["title"] else ""
    known = callout_of_lead(match["name"])
    body = re.sub(r"(?m)^(?: {4}|\t)", "", match["body"]).strip("\n")
    name = "dropdown" if match["marks"] == "???" else known[0] if known else "note"
    title = title or (f" {match['name'].capitalize()}" if name == "dropdown" else "")
    return f":::{{{name}}}{title}\n{body}\n:::\n"


def _docusaurus(match: re.Match[str], _remarks: Remarks, _line: int) -> str:
    title = match["bracket"] or match["title"] or ""
    known = callout_of_lead(match["name"])
    return f"{match['marks']}{{{known[0] if known else match['name']}}} {title.strip()}".rstrip()


def _table_caption(match: re.Match[str], _remarks: Remarks, _line: int) -> str:
    """Write Quarto's and pandoc's caption below a table as that of a directive."""
    name = f":name: {match['label']}\n" if match["label"] else ""
    return f":::{{table}} {match['caption'].strip()}\n{name}\n{match['table'].rstrip()}\n:::"


def _wiki_picture(match: re.Match[str], _remarks: Remarks, _line: int) -> str:
    return f"![{(match['words'] or '').strip()}](<{match['path'].strip()}>)"


def _wiki_link(match: re.Match[str], _remarks: Remarks, _line: int) -> str:
    path = match["path"].strip()
    return f"[{(match['words'] or path).strip()}]({quote(path)}.md)"


def _component(match: re.Match[str], remarks: Remarks, line: int) -> str:
    if not match[0].startswith("</"):
        remarks.left_out(
            f"a component that a script draws: <{match['name']}>",
            "Look at its place; what stood between its two ends is kept.",
            line,
        )
    return ""


def _active(match: re.Match[str], remarks: Remarks, line: int) -> str:
    name = match["name"].lower()
    source = _options(match[0]).get("src", "")
    if name == "iframe" and source.startswith(("http", "//")):
        address = f"https:{source}" if source.startswith("//") else source
        remarks.simplified(
            f"what was shown inside from another site is a link now: {address}",
            "Say in its words what readers find there.",
            line,
        )
        return f"<{address}>"
    remarks.left_out(f"a piece of HTML that runs: <{name}>", "Nothing needs to be done.", line)
    return ""


def _picture_option(match: re.Match[str], _remarks: Remarks, _line: int) -> str:
    return match[0].replace("fig-alt=", "alt=")


def _gone(_match: re.Match[str], _remarks: Remarks, _line: int) -> str:
    return ""


def _typed(write: str) -> Callable[[re.Match[str], Remarks, int], str]:
    return lambda match, _remarks, _line: match.expand(write)


def _spelling(pattern: str, write: Callable[[re.Match[str], Remarks, int], str]) -> _Spelling:
    return _Spelling(re.compile(pattern, re.MULTILINE), write)


_WHOLE: Sequence[_Spelling] = (
    _spelling(
        r"\{%-?\s*highlight\s+(?P<lang>\w*)[^%]*-?%\}(?P<code>[\s\S]*?)\{%-?\s*endhighlight\s*-?%\}",
        _highlight,
    ),
)
_IN_PROSE: Sequence[_Spelling] = (
    _spelling(r"<!--\s*(?:more|truncate|excerpt)[^>]*-->", _gone),
    _spelling(r"^\[(?:TOC|toc|\[_?TOC_?\])\]\s*$|^\{:?\s*toc\s*\}\s*$|^\s*\* TOC\s*$", _gone),
    _spelling(r"^\s*\{:[^}\n]*\}\s*$|\{:(?!toc)\s*[.#][^}\n]*\}", _gone),
    _spelling(r"^\\(?:newpage|pagebreak|clearpage)\s*$", _gone),
    _spelling(
        r"^(?:import\s+[^\n]*\sfrom\s+[\"'][^\n]*|export\s+(?:const|default)\s[^\n]*)$", _gone
    ),
    _spelling(r"\{\{[<%]\s*(?P<end>/?)\s*(?P<name>[\w-]+)(?P<rest>[^\n]*?)\s*[>%]\}\}", _shortcode),
    _spelling(r"\{%-?\s*(?P<name>\w+)(?P<rest>[^%\n]*)-?%\}", _liquid),
    _spelling(r"\{\{(?![<%])[^{}\n]*\}\}", _liquid_value),
    _spelling(
        r"^(?P<marks>!!!|\?\?\?\+?)[ \t]+(?P<name>[\w-]+)[^\n\"]*"
        r"(?:\"(?P<title>[^\"\n]*)\")?[^\n]*\n"
        r"(?P<body>(?:(?:[ ]{4}|\t)[^\n]*(?:\n|\Z)|[ \t]*\n(?=[ ]{4}|\t))+)",
        _mkdocs,
    ),
    _spelling(
        r"^(?P<marks>:{3,})[ \t]*(?P<name>note|tip|info|caution|danger|warning|important)"
        r"(?:\[(?P<bracket>[^\]\n]*)\]|[ \t]+(?P<title>[^\s:{][^\n]*))[ \t]*$",
        _docusaurus,
    ),
    _spelling(
        r"^(?P<table>(?:\|[^\n]*\n){2,})\n?: (?P<caption>[^\n{]*?)[ \t]*"
        r"(?:\{#(?P<label>[\w:.-]+)[^}\n]*\})?[ \t]*$",
        _table_caption,
    ),
    _spelling(r"(?<![\w\\\[])@(fig|tbl|sec|eq)-([\w:-]+)", _typed(r"[](#\1-\2)")),
    _spelling(r"!\[\[(?P<path>[^\[\]|\n]+)(?:\|(?P<words>[^\[\]\n]*))?\]\]", _wiki_picture),
    _spelling(
        r"(?<!!)\[\[(?P<path>[^\[\]|\n^@]+)(?:\|(?P<words>[^\[\]\n]*))?\]\](?!\()", _wiki_link
    ),
    _spelling(r"\]\([^()\n]*\)\{[^{}\n]*fig-alt=[^{}\n]*\}", _picture_option),
    _spelling(
        r"<(?P<name>script|style|iframe|object|embed)\b[^>]*>(?:[\s\S]*?</(?P=name)\s*>)?", _active
    ),
    _spelling(
        r"</?(?P<name>[A-Z][A-Za-z0-9.]*)(?=[\s/>])(?:[^<>\"']|\"[^\"]*\"|'[^']*')*/?>", _component
    ),
)
