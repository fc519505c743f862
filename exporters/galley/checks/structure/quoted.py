"""What stands in quotation marks or set apart as a quotation, and whether somebody is named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from galley.checks.text import Passage
from galley.findings import Place

_FEWEST_WORDS = 4
# Straight marks in an article's text are those of code; all others have been made round.
_MARKED = re.compile(r"(?:[“„](?P<words>[^“”„]{12,800})[”“]|«(?P<pointed>[^«»]{12,800})»)")
_CODE = re.compile(r"[<>={}\\]|--|://|^\W*[.,;:)]")
_BEFORE, _AFTER = 160, 100

_SPEAKS = re.compile(
    r"\b(?:said|says|say|wrote|writes|puts? it|argue[ds]?|note[ds]?|state[ds]?|according to"
    r"|in the words of|conclude[ds]?|warn(?:s|ed)?|ask(?:s|ed)?|t(?:ell|ells|old)|call(?:s|ed)"
    r"|quot\w+"
    r"|recommend(?:s|ed)?|advise[ds]?|define[ds]?|describe[ds]?|explain(?:s|ed)?|answer(?:s|ed)?"
    r"|kata|berkata|ujar|tutur|tulis|menulis|menyebut\w*|menyatakan|menurut|mengatakan|bertanya"
    r"|menyimpulkan|mengingatkan|dikutip|mengutip|menyarankan|mendefinisikan|menjelaskan"
    r"|menjawab|ucap|tanya|promis\w+|advert\w+|claim(?:s|ed)?|\w*janji\w*|iklan|mengklaim)\b",
    re.IGNORECASE,
)
# Behind a quotation, "explains" tells of the thing quoted and not of who said it.
_SPEAKS_AFTER = re.compile(
    r"^\W{0,3}(?:\w+\W+){0,3}?(?:said|says|wrote|writes|asked|asks|according to|argued|warned"
    r"|kata|berkata|ujar|tutur|tulis|menurut|ucap|tanya|demikian)\b",
    re.IGNORECASE,
)
_NOBODY_SPEAKS = re.compile(
    r"\b(?:(?:is|are) (?:often|sometimes|commonly|frequently) (?:said|told|quoted)|it is said"
    r"|(?:some|many|people|experts?|doctors|scientists|researchers) (?:often )?say"
    r"|(?:old |famous |well-known )?(?:saying|slogan|motto|proverb)"
    r"|sering (?:dikatakan|dikutip|disebut)|konon|kata orang|kata (?:para )?(?:ahli|pakar|dokter)"
    r"|(?:ada )?(?:pepatah|semboyan|slogan|motto))\b",
    re.IGNORECASE,
)
_NAME_WITH_YEAR = re.compile(r"\b[A-Z][a-z]+\b[^.]{0,40}\b(?:1[89]|20)\d\d\b")
_DASH_AND_NAME = re.compile(r"(?:—|–|--|―|~)\s*(?:dr\.?\s+|Prof\.?\s+)?[A-Z][\w.]+")

_NAMING = re.compile(
    r"\b(?:words?|terms?|phrases?|names?|named|called|labell?ed|labels?|means?|meaning|buttons?"
    r"|links?|menu|headings?|sections?|fields?|options?|titled?|entitled|articles?|books?|chapters?"
    r"|papers?|press|click|choose|select|tick|column|row|item|figure|question|hypothesis|trial|study"
    r"|kata|istilah|frasa|ungkapan|disebut|dinamakan|bernama|berjudul|judul|artikel|buku|bab|bagian"
    r"|tombol|tautan|pilihan|kolom|baris|klik|pilih|tekan|centang|berarti|artinya|pertanyaan|uji)\b"
    r"(?:\W+\w+)?\W*$",
    re.IGNORECASE,
)
_NAMED_AFTER = re.compile(
    r"^\W{0,3}(?:button|link|menu|field|column|means?|is short for|stands for|berarti|artinya"
    r"|adalah (?:singkatan|istilah)|is (?:a|the) (?:term|word|name|phrase))\b",
    re.IGNORECASE,
)
# Whoever speaks of themselves in an article for patients is an example, not an authority.
_FIRST_PERSON = re.compile(
    r"\b(?:I|I['’]m|I['’]ve|my|me|we|our|us|saya|aku|kami|kita)\b", re.IGNORECASE
)
_OF_NOTES = re.compile(
    r"^\W*\w+(?: \w+){0,2}:|^\W*(?:note|catatan|tip|info|penting|important)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Quotation:
    """Words of others for which nobody is named."""

    words: str
    place: Place


def unattributed(passages: Iterable[Passage]) -> Iterator[Quotation]:
    """Yield the quotations of more than three words that neither name nor cite anybody."""
    before: Passage | None = None
    for is_set_apart, grouped in groupby(passages, lambda passage: passage.kind == "quote"):
        group = list(grouped)
        if is_set_apart:
            yield from _set_apart(group, before)
        else:
            for passage in group:
                yield from _in_marks(passage)
        before = group[-1]


def _set_apart(group: Sequence[Passage], before: Passage | None) -> Iterator[Quotation]:
    words = " ".join(passage.text for passage in group)
    around = [*([before] if before else []), *group]
    is_attributed = (
        any(passage.citations or _has_link(passage) for passage in around)
        or bool(_DASH_AND_NAME.search(words))
        or (before is not None and _names_somebody(before.text[-_BEFORE:]))
        or _names_somebody(words)
    )
    if not is_attributed and not _is_example(words) and not _OF_NOTES.search(words):
        yield Quotation(words, group[0].place)


def _in_marks(passage: Passage) -> Iterator[Quotation]:
    if passage.citations or _has_link(passage):
        return
    for match in _MARKED.finditer(passage.text):
        words = (match["words"] or match["pointed"]).strip()
        before = passage.text[max(0, match.start() - _BEFORE) : match.start()]
        after = passage.text[match.end() : match.end() + _AFTER]
        is_about_words = _NAMING.search(before) or _NAMED_AFTER.search(after)
        if is_about_words and not _NOBODY_SPEAKS.search(before):
            continue
        if _is_example(words) or _is_title(words) or _names_somebody(before, after):
            continue
        yield Quotation(words, _place_of(words, passage))


def _has_link(passage: Passage) -> bool:
    return any(sentence.links for sentence in passage.sentences)


def _names_somebody(before: str, after: str = "") -> bool:
    if _NOBODY_SPEAKS.search(before):
        return False
    if _SPEAKS.search(before) or _SPEAKS_AFTER.search(after):
        return True
    around = f"{before} {after}"
    return bool(_NAME_WITH_YEAR.search(around) or _DASH_AND_NAME.search(around))


def _is_example(words: str) -> bool:
    return (
        len(words.split()) < _FEWEST_WORDS
        or bool(_CODE.search(words))
        or words.rstrip(" .…”\"'’").endswith("?")
        or bool(_FIRST_PERSON.search(words))
    )


def _is_title(words: str) -> bool:
    long = [word for word in words.split() if len(word) > len("with")]
    return bool(long) and all(word[:1].isupper() for word in long)


def _place_of(words: str, passage: Passage) -> Place:
    start = words[:20]
    found = (sentence.place for sentence in passage.sentences if start in sentence.text)
    return next(found, passage.place)
