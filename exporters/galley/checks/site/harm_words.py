"""Words by which an article speaks of harm, in each language."""

from __future__ import annotations

import re

_PATTERNS = {
    "en": re.compile(
        r"\b(?:harm\w*|risk\w*|side effects?|adverse|danger\w*|unsafe|deaths?|died?|dies|dying"
        r"|fatal\w*|seizures?|contraindicat\w*|complications?|emergency|bleeding|ha?emorrhages?)\b",
        re.IGNORECASE,
    ),
    "id": re.compile(
        r"\b(?:(?:mem|ber)?bahaya\w*|(?:be)?r[ie]siko\w*|efek samping|merugikan|kerugian\w*"
        r"|tidak aman|kematian|meninggal|tewas|kejang|kontraindikasi|komplikasi|darurat"
        r"|perdarahan)\b",
        re.IGNORECASE,
    ),
}


def speaks_of_harm(text: str, lang: str) -> bool:
    """Tell whether a text speaks of harm; never of a language that has no list here."""
    pattern = _PATTERNS.get(lang)
    return bool(pattern and pattern.search(text))


def knows_harm_in(*langs: str) -> bool:
    """Tell whether all languages have a list."""
    return all(lang in _PATTERNS for lang in langs)
