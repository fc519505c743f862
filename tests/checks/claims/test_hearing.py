"""What a sentence takes back is the same in a long sentence, and is found as fast for each word."""

from __future__ import annotations

import random
from time import process_time

import pytest

from galley.checks.claims.hearing import heard, hits
from galley.checks.claims.words import Words, words_of

EN = (
    "training therapy always never cures the best proven study shows that 50% not n't may might no"
    " evidence nobody but and because , ; : ( ) “ ” is rare not only whether twice as risk by half"
    " significantly everyone all patients completely permanent guaranteed ? . works"
)
ID = (
    "latihan terapi selalu tidak pernah menyembuhkan terbaik terbukti penelitian 50% bukan belum"
    " mungkin tidak ada bukti tetapi dan karena , ; : ( ) “ ” hanya semua pasien permanen dijamin"
    " . jarang mitos satupun terapi yang bisa"
)
FAR = " word" * 300


def words(lang: str) -> Words:
    found = words_of(lang)
    assert found
    return found


@pytest.mark.parametrize(("lang", "bits"), [("en", EN), ("id", ID)])
def test_what_is_said_does_not_depend_on_what_stands_far_away(lang: str, bits: str) -> None:
    chance, known = random.Random(3), words(lang)
    for _ in range(150):
        text = " ".join(chance.choice(bits.split()) for _ in range(40))
        for terms in (known.absolute, known.superlative, known.research):
            alone = hits(f"{text}.", terms, known, may_hedge=True)
            # A full stop ends every scope; so does the colon before it.
            longer = hits(f"word:{FAR}: {text}.", terms, known, may_hedge=True)
            if "“" not in text and "”" not in text:
                assert [hit.text for hit in longer] == [hit.text for hit in alone]


def test_of_one_phrase_inside_another_the_shorter_is_heard() -> None:
    found = heard("It is 100% safe and 40% of them, 40% of them.", words("en").percent)
    spans = [(hit.begin, hit.end) for hit in found]
    assert spans == sorted(spans)
    assert not any(
        one != other and one[0] <= other[0] and other[1] <= one[1]
        for one in spans
        for other in spans
    )


@pytest.mark.parametrize("text", ["50% ", "training always cures, ", "never always cures and "])
def test_a_sentence_of_any_length_is_heard_out(text: str) -> None:
    known = words("en")
    hits("Always cures, never mind.", known.absolute, known)
    before = process_time()
    for terms in (known.absolute, known.percent, known.research):
        hits(text * 4_000, terms, known, may_hedge=True)
    assert process_time() - before < 5
