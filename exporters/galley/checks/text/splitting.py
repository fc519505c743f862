"""Where sentences end, in English and in Indonesian."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A full stop after one of these ends no sentence.
_ABBREVIATED = """
a.n al approx bpk cf ch chap d.a dept dkk dll dr dra drg drs dsb dst e.g ed eds eg eq esp
est etc ext fig figs gbr h hal hj hlm i.e ie ir jl jln jr kab kec kel ltd m.kes m.sc max min
mr mrs ms no nos nr op p p.o ph.d pp prof pt ref refs resp rev rp s.h s.ked s.kep s.kes s.pd
s.st sdr sec sp sp.a sp.an sp.bs sp.jp sp.kfr sp.n sp.pd sp.s sr st tab tgl tsb u.p univ vol
vs yth
"""
_ABBREVIATIONS = frozenset(_ABBREVIATED.split())
_END = re.compile(r"(?P<stop>[.!?…]+)[\"'”’»)\]]*(?=\s|$)")
_OPENS = re.compile(r"[\"'“‘«(\[@]*(?P<first>\S)")
_INITIAL = re.compile(r"(?:^|[\s.(])[A-Z]$")
_ITEM_NUMBER = re.compile(r"^\W*[0-9]{1,2}$")


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield begin and end of each sentence; white space around it is left out."""
    begin = 0
    for match in _END.finditer(text):
        end = match.end()
        if _is_end(text[begin : match.start()], match["stop"], text[end:]):
            yield from _span(text, begin, end)
            begin = end
    yield from _span(text, begin, len(text))


def _span(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    words = text[begin:end]
    if words.strip():
        yield begin + len(words) - len(words.lstrip()), begin + len(words.rstrip())


def _is_end(before: str, stop: str, after: str) -> bool:
    opening = _OPENS.match(after.lstrip())
    if opening is None:
        return True
    first = opening["first"]
    if first.islower():
        return False
    if stop != ".":
        return True
    words = before.split()
    last = words[-1].lower().lstrip("(\"'“‘[") if words else ""
    if last in _ABBREVIATIONS:
        return False
    return not (_INITIAL.search(before) or _ITEM_NUMBER.match(before))
