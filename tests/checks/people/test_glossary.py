"""``glossary.yml`` gives words, what they mean, and their short forms."""

from __future__ import annotations

from galley.glossary import parse_glossary

TEXT = """
long-term-potentiation:
  en: long-term potentiation
  id: potensiasi jangka panjang
  short: {en: LTP, id: PJP}
  definition: {en: A strengthening.}
growth-factor:
  en: brain-derived neurotrophic factor
  id: faktor neurotropik dari otak
  short: BDNF
dose: {en: dose, id: dosis, short: {en: ""}}
"""


def test_short_forms_stand_for_the_words_of_their_language():
    glossary, findings = parse_glossary(TEXT, "glossary.yml")
    assert findings == ()
    assert glossary.abbreviations("en") == {
        "LTP": "long-term potentiation",
        "BDNF": "brain-derived neurotrophic factor",
    }
    assert glossary.abbreviations("id-ID") == {
        "PJP": "potensiasi jangka panjang",
        "BDNF": "faktor neurotropik dari otak",
    }
    assert glossary.abbreviations("nl") == {}
    assert "short" not in glossary.entries[0].words


def test_a_term_with_nothing_but_a_short_form_has_no_word():
    _, (finding,) = parse_glossary("ltp:\n  short: LTP\n", "glossary.yml")
    assert finding.message == "the term 'ltp' has no word in any language"
