"""Finding words in sentences that mean what they say: not denied, not asked, not quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from galley.checks.rule import Manuscript
from galley.checks.text import Sentence
from galley.findings import Place


def phrases(lines: str, **groups: str) -> re.Pattern[str]:
    """Return a pattern for any of some phrases, in capital or small letters.

    Parameters
    ----------
    lines
        A phrase on each line; ``(a|b)`` are alternatives, ``<name>`` is one of `groups`.
    groups
        Alternatives with blanks between them.
    """
    for name, words in groups.items():
        lines = lines.replace(f"<{name}>", f"({'|'.join(words.split())})".replace("_", " "))
    each = (line.strip() for line in lines.splitlines() if line.strip())
    # Brackets group and nothing else; a phrase may begin or end with a sign, such as 100%.
    plain = (re.sub(r"\((?!\?)", "(?:", line) for line in each)
    return re.compile(rf"(?<!\w)(?:{'|'.join(plain)})(?!\w)", re.IGNORECASE)


_DENIED = phrases(
    """
    no|not|never|nobody|none|nothing|neither|nor|cannot|can['’]t|don['’]t|doesn['’]t|without
    any(one|body) who|who(ever)? promises?|beware
    tidak|tak|bukan|belum|jangan|tanpa|tiada|siapa pun|waspada\\w*|hati-hati|menjanjikan
    """
)
_QUOTED = re.compile(r"[\"“«][^\"“”«»]*[\"”»]")
_CLAUSE = re.compile(r"[;:—]")


def said(manuscript: Manuscript, pattern: re.Pattern[str]) -> Iterator[tuple[Sentence, str]]:
    """Yield sentences, title and headings included, with the words of a pattern, each once."""
    for sentence in _sentences(manuscript):
        text = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), sentence.text)
        match = None if text.rstrip().endswith("?") else pattern.search(text)
        if match and not _DENIED.search(_CLAUSE.split(text[: match.start()])[-1]):
            yield sentence, " ".join(match[0].split())


def _sentences(manuscript: Manuscript) -> Iterator[Sentence]:
    article = manuscript.article
    front_matter = article.front_matter
    for text in (article.title, front_matter.description, *front_matter.key_points):
        yield Sentence(text, Place(article.file))
    yield from (each for passage in manuscript.passages for each in passage.sentences)
