"""Words of a new article's pattern that were to be replaced by the author's own."""

from __future__ import annotations

from collections.abc import Iterator

from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Place, Severity

# What `galley.starter` puts into a new article for its author to write over.
PATTERNS: tuple[str, ...] = (
    "One sentence that says what the reader will learn.",
    "The most important sentence of the article.",
    "Begin with the answer, in words a patient would use.",
    "is an example of a figure; put your own in its place.",
    "What the figure shows, in one sentence.",
    "Then the details, one thought in a paragraph.",
    "Readers trust a page that says where the evidence ends.",
    "Satu kalimat tentang apa yang akan dipelajari pembaca.",
    "Kalimat terpenting dari artikel ini.",
    "Mulailah dengan jawabannya, dengan kata-kata yang dipakai pasien.",
    "adalah contoh gambar; gantilah dengan gambar Anda sendiri.",
    "Apa yang diperlihatkan gambar ini, dalam satu kalimat.",
    "Lalu rinciannya, satu gagasan dalam satu paragraf.",
    "Pembaca percaya pada halaman yang mengatakan di mana bukti berakhir.",
)


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find what is left of the pattern, told once; a draft may have it as long as it likes."""
    if manuscript.article.front_matter.draft:
        return
    left = [
        (place, each) for place, text in _texts(manuscript) for each in PATTERNS if each in text
    ]
    if left:
        place, first = left[0]
        yield Remark(
            place,
            _message(first, len(left) - 1),
            "write your own words in its place, or take it out.",
        )


def _message(first: str, others: int) -> str:
    if others:
        return f"'{first}' and {others} more from the pattern of a new article are still there"
    return f"'{first}' from the pattern of a new article is still there"


def _texts(manuscript: Manuscript) -> Iterator[tuple[Place, str]]:
    """Yield what readers see of the front matter, then what the article says."""
    article, field_place = manuscript.article, manuscript.context.field_place
    front = article.front_matter
    if front.description:
        yield field_place(("description",)) or Place(article.file), front.description
    for number, point in enumerate(front.key_points):
        yield field_place(("key_points", number)) or Place(article.file), point
    for passage in manuscript.passages:
        yield passage.place, passage.text


RULE = Rule(
    id="starter-text-left",
    severity=Severity.ERROR,
    group=Group.STRUCTURE,
    what="words of the pattern of a new article",
    why="Readers see instructions that were meant for the author.",
    harm=3,
    cost=Cost.SENTENCE,
    find=find,
)
