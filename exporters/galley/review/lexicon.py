"""Words by which a sentence of a certain kind is seen, in English and in Indonesian.

They find sentences to look at. That none is found proves nothing, and the sheet does not say it
does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from re import Match, Pattern

from galley.checks.rule import Manuscript
from galley.checks.text import Passage, Sentence

_TOPICS: Mapping[str, Mapping[str, str]] = {
    "uncertainty": {
        "en": r"not (?:yet )?(?:known|clear|proven|certain)|unknown|unclear|uncertain\w*"
        r"|(?:no (?:one|study|trial)|nobody) (?:has|have|knows|showed)|limited evidence"
        r"|(?:not|never) been (?:shown|proven|proved|measured|tested)|cannot (?:yet )?(?:say|tell)"
        r"|more research|low certainty|disputed|open question",
        "id": r"(?:belum|tidak) (?:diketahui|jelas|pasti|terbukti|diukur|diuji)|ketidakpastian"
        r"|belum ada (?:yang|penelitian|uji|bukti)|bukti\w* (?:masih )?(?:terbatas|lemah)"
        r"|perlu penelitian|diperdebatkan|tidak ada uji",
    },
    "risks": {
        "en": r"risks?|risky|side effects?|harm(?:s|ed|ful)?|adverse|complications?"
        r"|contraindicat\w+|deaths?|died|dangerous|unsafe",
        "id": r"risiko\w*|berisiko|efek samping|bahaya\w*|berbahaya|merugikan|kerugian|komplikasi"
        r"|kontraindikasi|kematian|meninggal|tidak aman",
    },
    "without_treatment": {
        "en": r"without (?:any )?(?:treatment|therapy|training|stimulation|surgery)|untreated"
        r"|no treatment|usual care|natural course|by itself|on its own|spontaneous(?:ly)?",
        "id": r"tanpa (?:pengobatan|terapi|latihan|penanganan|stimulasi|operasi)|tidak diobati"
        r"|perawatan biasa|dengan sendirinya|spontan",
    },
    "options": {
        "en": r"(?:other|another|more than one) (?:treatments?|therap(?:y|ies)|options?|ways?)"
        r"|alternatives?|options?|choices?",
        "id": r"pilihan|alternatif|(?:cara|terapi|pengobatan) lain|lebih dari satu (?:cara|terapi)",
    },
    "deciding": {
        "en": r"ask your|talk (?:to|with) your|discuss (?:it |this |them )?with|you can ask"
        r"|(?:together with|decide with) your|questions (?:to ask|for your)",
        "id": r"(?:anda )?tanyakan|bicarakan|diskusikan|bersama (?:dokter|tim)",
    },
    "help": {
        "en": r"emergency|ambulance|(?:get|seek|call for) help|urgent(?:ly)?|at once",
        "id": r"darurat|ambulans|mencari pertolongan|cari pertolongan|segera (?:hubungi|cari|ke)"
        r"|gawat",
    },
}

_PATTERNS: Mapping[tuple[str, str], Pattern[str]] = {
    (topic, lang): re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for topic, by_lang in _TOPICS.items()
    for lang, words in by_lang.items()
}


def find_sentences(
    manuscript: Manuscript, topic: str
) -> Iterator[tuple[Sentence, Match[str], Passage]]:
    """Yield the sentences and headings of a topic, headings first; none in other languages."""
    pattern = _PATTERNS.get((topic, manuscript.lang))
    if pattern is None:
        return
    found = [
        (sentence, match, passage)
        for passage in manuscript.passages
        for sentence in passage.sentences
        if (match := pattern.search(sentence.text))
    ]
    yield from sorted(found, key=lambda each: each[2].kind != "heading")


def search_topic(text: str, topic: str, lang: str) -> Match[str] | None:
    """Return where a text speaks of a topic."""
    pattern = _PATTERNS.get((topic, lang))
    return pattern.search(text) if pattern else None
