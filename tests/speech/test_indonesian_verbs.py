"""What commands say of their own in Indonesian: all of it, and some of it word for word."""

from __future__ import annotations

import ast
import string
from datetime import date
from pathlib import Path

import pytest
from tests.speech.sources import sentences, text_of, trees

from galley.article.bibliography_notice import Notice, NoticeKind
from galley.cli import run
from galley.commands.why import answers_text
from galley.console.check_text import CheckText
from galley.console.faults import error_text
from galley.console.progress_board import ProgressBoard
from galley.console.progress_words import event_line
from galley.console.report_text import summary_text
from galley.console.status_text import status_text
from galley.execution.why import Answer
from galley.findings import ContentError, Finding, Place, Severity, UsageError
from galley.review.status import ArticleStatus
from galley.review.survey import Survey
from galley.site.request import ArticleReport, BuildReport, ProgressEvent
from galley.speech.findings import known_sentence
from galley.speech.say import read_words, say

WORDS = read_words("id")


@pytest.fixture(autouse=True)
def indonesian(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the computer speak Indonesian."""
    monkeypatch.setenv("LANGUAGE", "id")


def key(name: str, line: int, file: str = "n/a.ipynb") -> Finding:
    return Finding(
        "citation-unknown-key",
        Severity.ERROR,
        Place(file, "text", line),
        f"unknown citation key '{name}'",
        "Keys live in n/references.bib.",
    )


def said() -> set[str]:
    """Return every sentence that `say` is given somewhere."""
    speaking = {
        file
        for file, tree in trees()
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and node.module == "galley.speech.say"
    }
    found = sentences({"say": (0,), "mark": (0,)})
    return {text_of(each, "…") for place, each in found if place.partition(":")[0] in speaking}


def test_everything_that_commands_say_has_its_indonesian_and_nothing_else() -> None:
    assert said() == set(WORDS)


def test_both_sentences_have_the_same_holes() -> None:
    def holes(words: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(words) if name}

    assert [words for words in WORDS if holes(words) != holes(WORDS[words])] == []


def test_every_step_of_a_build_has_its_indonesian() -> None:
    steps = [text_of(each, "§") for _, each in sentences({"_say": (1,)})]

    assert [step for step in steps if not known_sentence("id", step)] == []


def test_braces_in_what_an_author_wrote_stay() -> None:
    assert say("Fix: {fix}", fix="write {name: A}") == "Perbaikan: write {name: A}"


def test_a_check_is_told_in_indonesian() -> None:
    assert CheckText().render([key("a", 3), key("b", 5)]) == (
        "Satu hal yang perlu diperbaiki:\n\n"
        "1. n/a.ipynb#text:3: kunci kutipan 'a' tidak dikenal\n"
        "   Dan 1 lagi:\n"
        "     #text:5: kunci kutipan 'b' tidak dikenal\n"
        "   Mengapa: Pembaca yang ingin memeriksa pernyataan itu tidak menemukan rujukannya.\n"
        "   Perbaikan: Kunci tercantum di n/references.bib.\n"
        "   Aturan: citation-unknown-key (kesalahan; biayanya melihat sumber)\n\n"
        "Untuk tetap menerbitkan kesalahan, tulis di front matter artikel  "
        "ignore: {rule: karena …}  dengan nama aturannya\ndan alasannya; galley status "
        "mencantumkannya.\n\n"
        "2 kesalahan."
    )


def test_a_check_without_findings_is_told_in_indonesian() -> None:
    assert CheckText().render(()) == "Tidak ada yang perlu diperbaiki."


def test_what_a_build_did_is_told_in_indonesian(tmp_path: Path) -> None:
    articles = (
        ArticleReport("n/a.ipynb", "built", findings=(key("a", 3),)),
        ArticleReport("n/b.ipynb", "held_back"),
    )
    report = BuildReport(articles, (), ("x", "y"), ("z",), (), seconds=1.25)

    assert summary_text(report, tmp_path / "site") == (
        "Artikel: 1 dibuat, 1 ditahan karena ada kesalahan.\n"
        "Berkas: 2 ditulis, 1 tidak berubah, 0 dihapus, dalam 1.2 detik.\n"
        "Temuan: 1 kesalahan."
    )


def test_how_far_a_build_is_is_told_in_indonesian() -> None:
    board = ProgressBoard()
    step = ProgressEvent("step", "Running the articles")
    board.take(step, 0.0)
    article = ProgressEvent(
        "article",
        file="n/a.ipynb",
        state="running",
        total=4,
        cell=2,
        cells=9,
        expected_s=120.0,
        left_s=60.0,
    )
    board.take(article, 0.0)

    assert event_line(step) == "Menjalankan artikel"
    assert board.lines(5.0) == [
        "Menjalankan artikel: 0 dari 4 selesai, sisa 4, sekitar 55 detik",
        "    n/a.ipynb  sel 2 dari 9  5 detik dari sekitar 2 menit",
    ]


def test_where_articles_stand_is_told_in_indonesian() -> None:
    status = ArticleStatus(
        file="n/a.ipynb",
        slug="a",
        lang="id",
        state="published",
        changed=date(2026, 11, 1),
        review_by=date(2026, 11, 20),
        days_left=-6,
        notices={"huang2014": Notice(NoticeKind.RETRACTION, "2026-11-20")},
        findings={Severity.ERROR: 1, Severity.ADVICE: 2},
    )

    assert status_text(Survey((status,), (key("a", 3),)), 88) == (
        "Artikel  Keadaan    Diubah      Ditinjau    Tinjau      Kes  Per Sar\n"
        "a (id)   terbit     2026-11-01  belum       telat 6 h     1    -   2\n"
        "  - mengutip huang2014: retraksi pada 2026-11-20\n"
        "  - seharusnya ditinjau pada 2026-11-20\n"
        "\n"
        "Di seluruh folder: 1 kesalahan; lihat galley check."
    )


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "runs again: data/a.csv and 2 more changed since 20 Oct; used in cells a, b and c",
            "dijalankan lagi: data/a.csv dan 2 lainnya berubah sejak 20 Okt; dipakai di sel a, b "
            "dan c",
        ),
        (
            "runs again: the names of files in the content folder changed since 3 Dec 2025",
            "dijalankan lagi: nama-nama berkas di folder situs berubah sejak 3 Des 2025",
        ),
        (
            "does not run: unknown parameter 'dose', from edition 'patient' of n/a.ipynb",
            "tidak dijalankan: parameter 'dose' dari edisi 'patient' pada n/a.ipynb tidak dikenal",
        ),
        (
            "cannot be read: the file breaks off before its end",
            "tidak dapat dibaca: berkas ini terputus sebelum selesai",
        ),
    ],
)
def test_why_an_article_runs_is_told_in_indonesian(sentence: str, told: str) -> None:
    assert answers_text([Answer("n/a.ipynb", "a", "", sentence)]) == told


def test_errors_are_told_in_indonesian() -> None:
    refused = UsageError("there is no article 'x'", "list all with galley status")

    assert error_text(refused) == (
        "tidak ada artikel 'x'\n  Perbaikan: lihat semuanya dengan galley status"
    )
    assert error_text(ContentError(key("a", 3))) == (
        "n/a.ipynb#text:3: kunci kutipan 'a' tidak dikenal\n"
        "  Perbaikan: Kunci tercantum di n/references.bib."
    )


def test_what_programs_read_stays_english(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "site.toml").write_text('title = "Situs"\ntitel = 1\n', encoding="utf-8")

    for form in ("json", "sarif", "github"):
        run(["check", str(tmp_path), "--format", form])
        assert "unknown field 'titel'" in capsys.readouterr().out
    run(["check", str(tmp_path)])
    assert "kolom 'titel' tidak dikenal" in capsys.readouterr().out
