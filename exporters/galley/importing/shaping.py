"""From a document to an article: its title, who wrote it and when, headings in their order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from galley.article.front_matter_values import parse_day
from galley.importing.post import Block
from galley.importing.remarks import Remarks
from galley.importing.typed_marks import with_guessed_headings, with_typed_lists

_BY = re.compile(
    r"(?:written by|by|oleh|penulis|author)\s*[:：]?\s+(?P<name>.{3,120})", re.IGNORECASE
)
_BY_LABEL = re.compile(
    r"(?:written by|by|oleh|penulis|authors?)\s*[:：]\s*(?P<name>.{3,120})", re.IGNORECASE
)
_DATED = re.compile(
    r"(?P<label>published|posted|date|diterbitkan|dipublikasikan|terbit|tanggal|"
    r"updated|last updated|diperbarui|terakhir diperbarui)(?: on| pada)?\s*[:：]?\s*(?P<day>.*)",
    re.IGNORECASE,
)
_READING = re.compile(r"\d+ ?(?:min(?:ute)?s?(?: read)?|menit(?: baca)?)", re.IGNORECASE)
_CHROME = re.compile(
    r"(?:skip to (?:main )?content|langsung ke (?:konten|isi).*|[←«<‹] ?.*|back to .*|"
    r"kembali ke .*|share(?: this)?.*|bagikan.*|home|beranda|menu)",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|senin|selasa|rabu|kamis|jumat|sabtu|minggu)"
    r",? ",
    re.IGNORECASE,
)
_MONTHS = {
    "januari": "January", "februari": "February", "maret": "March", "april": "April",
    "mei": "May", "juni": "June", "juli": "July", "agustus": "August",
    "september": "September", "oktober": "October", "november": "November",
    "desember": "December",
}  # fmt: skip
_HEAD = 10
"""So many blocks are searched for what stands above an article."""
_LONGEST_TITLE = 160
_SHORTEST_DESCRIPTION = 60


@dataclass(frozen=True)
class Shaped:
    """A document whose head has gone into fields."""

    blocks: tuple[Block, ...]
    fields: dict[str, Any]


def shape(
    blocks: Sequence[Block],
    fields: dict[str, Any],
    remarks: Remarks,
    stem: str,
    *,
    has_title: bool = False,
) -> Shaped:
    """Return the body of an article and its fields.

    Parameters
    ----------
    fields
        What the source says of itself outside its text; that stands.
    stem
        The file's name, which becomes the title where nothing else does.
    has_title
        Whether the title among the fields is the one that readers saw, and no search engine's.
    """
    shaped = Shaped(tuple(_without_last_rules(blocks)), dict(fields))
    shaped = _take_byline(shaped)
    listed = tuple(with_typed_lists(shaped.blocks))
    shaped = Shaped(with_guessed_headings(listed, remarks), shaped.fields)
    has_own = has_title or (bool(shaped.fields.get("title")) and not fields.get("title"))
    shaped = _take_title(shaped, stem, has_own=has_own)
    return Shaped(_from_level_two(shaped.blocks), shaped.fields)


def _without_last_rules(blocks: Sequence[Block]) -> list[Block]:
    """Leave out lines across the page that part nothing any more, as those above notes."""
    kept: list[Block] = []
    for block in blocks:
        if block.kind == "notes":
            while kept and kept[-1].text == "***":
                kept.pop()
        if block.text.strip():
            kept.append(block)
    while kept and kept[-1].text == "***":
        kept.pop()
    return kept


def day_of(text: object) -> date | None:
    """Return the day that a text names, in English or Indonesian; None where it names none."""
    if isinstance(text, date):
        return parse_day(text)
    words = " ".join(str(text or "").split()).strip(" .")
    words = _WEEKDAY.sub("", words)
    words = re.sub(r"[A-Za-z]+", lambda match: _MONTHS.get(match[0].lower(), match[0]), words)
    try:
        return parse_day(words)
    except ValueError:
        return None


_DEGREE = (
    r"(?:[A-Z][A-Za-z]{0,5}\.(?:[A-Za-z]{1,6}\.?(?:\([A-Za-z]+\))?)*|[A-Z][A-Za-z]*[A-Z][A-Za-z]*)"
)
_TITLED = re.compile(rf"(?P<name>[^,]+?),\s*(?P<degrees>{_DEGREE}(?:[,;]?\s+{_DEGREE})*)")


def people_of(text: str) -> list[Any]:
    """Return the people that a byline names; degrees behind a name are its credentials."""
    found: list[Any] = []
    for part in re.split(
        r"\s*;\s*|\s+(?:and|dan|&)\s+", text.strip(" .") if ";" in text else text.strip()
    ):
        match = _TITLED.fullmatch(part)
        if match:
            found.append({"name": match["name"].strip(), "credentials": match["degrees"]})
        elif "," in part and all(len(name.split()) > 1 for name in part.split(",")):
            found += [name.strip() for name in part.split(",")]
        elif part.strip():
            found.append(part.strip())
    return found


def plain(markdown: str) -> str:
    """Return the words of one line of Markdown, without its marks."""
    text = re.sub(r"!\[([^\]]*)\]\([^)]*\)", r"\1", markdown)
    text = re.sub(r"\[([^\]^]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"\[\^[\w-]+\]|<!-- -->|\s*\{#[^}]*\}$", "", text)
    text = re.sub(r"\{\w+\}`([^`]*)`", r"\1", text)
    text = re.sub(r"(?<!\\)(?:\*+|`+|~~)", "", text)
    return re.sub(r"\\([^\w\s])", r"\1", text).replace("\\\n", " ").strip()


def title_from(stem: str) -> str:
    """Return a file's name in words."""
    words = re.sub(r"^\d{4}-\d{2}-\d{2}-", "", stem)
    words = re.sub(r"[-_]+", " ", words).strip()
    return words[:1].upper() + words[1:]


def _take_byline(shaped: Shaped) -> Shaped:
    """Take author and day out of the lines above the article, and what stands above those."""
    head = shaped.blocks[:_HEAD]
    read = [_byline_of(block) for block in head]
    told = [index for index, each in enumerate(read) if each]
    found = {name: value for index in told for name, value in (read[index] or {}).items()}
    if not {"authors", "date"} & set(found):
        return shaped
    first, last = told[0], told[0]
    while last + 1 < len(head) and read[last + 1] is not None:
        last += 1
    fields = {**found, **shaped.fields}
    body, more = _take_above(head[:first], fields)
    return Shaped((*body, *shaped.blocks[last + 1 :]), {**more, **fields})


def _byline_of(block: Block) -> dict[str, Any] | None:
    """Return what a paragraph of the head says; None where it is none of the byline."""
    if block.kind != "paragraph":
        return None
    read = [_byline(plain(line)) for line in block.text.split("\\\n")]
    told = [each for each in read if each is not None]
    return {k: v for each in told for k, v in each.items()} if len(told) == len(read) else None


def _byline(line: str) -> dict[str, Any] | None:
    """Return what a line of the head says; empty for what nobody needs, None for other text."""
    if _READING.fullmatch(line) or _CHROME.fullmatch(line):
        return {}
    if match := _DATED.fullmatch(line):
        day = day_of(_READING.sub("", match["day"]).strip(" ·|•-"))
        if day is None and match["day"].strip():
            return None
        is_update = re.search(r"update|perbarui", match["label"], re.IGNORECASE)
        return {"updated" if is_update else "date": day} if day else {"date": None}
    if match := _BY_LABEL.fullmatch(line):
        return {"authors": people_of(match["name"])}
    if (match := _BY.fullmatch(line)) and not line.endswith((".", "!", "?")):
        return {"authors": people_of(match["name"])}
    return {"date": day} if (day := day_of(line)) else None


def _take_above(
    above: Sequence[Block], fields: dict[str, Any]
) -> tuple[list[Block], dict[str, Any]]:
    """Read what stands above the byline: a topic, the title, a sentence on the article."""
    more: dict[str, Any] = {}
    kept = [block for block in above if not _is_chrome(block)]
    short = [
        b for b in kept if b.kind == "paragraph" and len(plain(b.text)) < _SHORTEST_DESCRIPTION
    ]
    long = [b for b in kept if b.kind == "paragraph" and b not in short]
    heading = next((b for b in kept if b.kind == "heading"), None)
    taken: list[Block] = []
    if heading is None and not fields.get("title"):
        named = [b for b in kept if b.kind == "paragraph" and len(plain(b.text)) <= _LONGEST_TITLE]
        titles = named[: named.index(long[-1])] if long and long[-1] in named else named
        if titles:
            more["title"] = plain(titles[-1].text)
            taken.append(titles[-1])
    topic = next((b for b in short if b not in taken and b is kept[0]), None)
    if topic is not None and (heading is not None or "title" in more):
        more["category"] = plain(topic.text)
        taken.append(topic)
    rest = [b for b in long if b not in taken]
    if len(rest) == 1:
        more["description"] = plain(rest[0].text)
        taken.append(rest[0])
    return [b for b in kept if b not in taken], more


def _is_chrome(block: Block) -> bool:
    """Tell the way back, the menu and the like by one of their lines."""
    lines = [plain(line) for line in block.text.split("\\\n")]
    return all(len(line) < _SHORTEST_DESCRIPTION for line in lines) and any(
        _CHROME.fullmatch(line) for line in lines
    )


def _take_title(shaped: Shaped, stem: str, *, has_own: bool) -> Shaped:
    """Take the title out of the text; `has_own` where it stood above the byline already."""
    blocks, fields = list(shaped.blocks), dict(shaped.fields)
    first = next((block for block in blocks[:3] if block.kind == "heading"), None)
    ones = [block for block in blocks if block.kind == "heading" and block.level == 1]
    words = plain(first.text.lstrip("# ")) if first else ""
    if first and (words == fields.get("title") or (ones == [first] and words and not has_own)):
        # A single heading of the first level, above all else, is the title that readers see.
        fields["title"] = words
        blocks.remove(first)
    elif not fields.get("title"):
        fields["title"] = title_from(stem)
    if blocks and blocks[0].kind == "paragraph" and plain(blocks[0].text) == fields["title"]:
        del blocks[0]
    return Shaped(tuple(blocks), fields)


def _from_level_two(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Move all headings below the title, which has the first level."""
    if not any(block.kind == "heading" and block.level == 1 for block in blocks):
        return blocks
    return tuple(_deeper(block) if block.kind == "heading" else block for block in blocks)


def _deeper(block: Block) -> Block:
    level = min(block.level + 1, 6)
    return replace(block, level=level, text=f"{'#' * level}{block.text.lstrip('#')}")
