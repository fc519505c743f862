"""Answers of Galley's routes in the language of JupyterLab."""

from __future__ import annotations

import json

from galley.jupyterlab.answers import answer_in

FINDING = {
    "rule": "citation-unknown-key",
    "severity": "error",
    "message": "unknown citation key 'nobody2020'",
    "fix": "add an entry 'nobody2020'. Keys live in notebooks/references.bib.",
    "cell": "a",
    "key": "0123",
}
IN_INDONESIAN = {
    **FINDING,
    "message": "kunci kutipan 'nobody2020' tidak dikenal",
    "fix": "tambahkan entri 'nobody2020'. Kunci tercantum di notebooks/references.bib.",
}


def test_findings_are_told_in_indonesian_wherever_they_stand_in_an_answer() -> None:
    answer = json.dumps({"html": "<p>", "findings": [FINDING], "deeper": {"one": FINDING}})

    told = json.loads(answer_in("id", answer))

    assert told == {"html": "<p>", "findings": [IN_INDONESIAN], "deeper": {"one": IN_INDONESIAN}}


def test_a_refusal_is_told_in_indonesian() -> None:
    answer = json.dumps({"message": "There is no notebook of this name."}).encode()

    told = json.loads(answer_in("id", answer))

    assert told == {"message": "Tidak ada buku catatan dengan nama itu."}


def test_an_answer_in_english_stays_as_it_is() -> None:
    answer = json.dumps({"findings": [FINDING]})

    assert answer_in("en", answer) is answer


def test_a_page_alone_stays_as_it_is() -> None:
    answer = json.dumps({"html": "<p>Words.</p>"})

    assert answer_in("id", answer) is answer


def test_what_is_wrong_in_a_file_is_told_in_indonesian() -> None:
    answer = json.dumps(
        {"message": "In site.toml:3: A field is given twice. Remove one of the two."}
    )

    told = json.loads(answer_in("id", answer))

    assert told == {"message": "Di site.toml:3: Satu kolom diberikan dua kali. Hapus salah satu."}


def test_why_an_article_cannot_be_read_is_told_in_indonesian() -> None:
    answer = json.dumps({"articles": [{"slug": "a", "problem": "the file is empty"}]})

    told = json.loads(answer_in("id", answer))

    assert told == {"articles": [{"slug": "a", "problem": "berkas ini kosong"}]}
