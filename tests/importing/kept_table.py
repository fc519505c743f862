"""What is kept of the article from each program, as the guide tells it."""

from __future__ import annotations

from pathlib import Path

from tests.importing.conftest import FORMS, read_one
from tests.importing.forms.parts import HELD, NOT_WRITTEN

from galley.importing.counting import count_kept
from galley.importing.notebook import notebook_of

PROGRAMS = {
    "word.docx": "Word (.docx)",
    "next-js.html": "Next.js",
    "wordpress.html": "WordPress",
    "google-docs.html": "Google Docs (.html)",
    "libre-office.html": "LibreOffice (.html)",
    "word.htm": "Word (.htm)",
    "jekyll.md": "Jekyll",
    "hugo.md": "Hugo",
    "quarto.qmd": "Quarto",
    "myst.md": "MyST",
    "plain.txt": "text",
}
WORDS = {
    "en": "from headings pictures tables lists notes links formulas boxes",
    "id": "dari judul gambar tabel daftar catatan tautan rumus kotak",
}
OF = {"en": "of", "id": "dari"}


def kept_table(folder: Path, lang: str) -> str:
    """Return the table for a page of the guide, from the article in each form in a folder."""
    head = WORDS[lang].split()
    lines = [_row(head), _row([":--", *["--:"] * len(HELD)])]
    lines += [_row([_name(name, lang), *_kept(folder / name, lang)]) for name in FORMS]
    return "\n".join(lines)


def _name(form: str, lang: str) -> str:
    return "teks" if lang == "id" and form == "plain.txt" else PROGRAMS[form]


def _kept(path: Path, lang: str) -> list[str]:
    kept = count_kept(notebook_of(read_one(path)))
    missing = NOT_WRITTEN.get(path.name, frozenset())
    return [
        "–" if kind in missing else f"{kept.get(kind, 0)} {OF[lang]} {count}"
        for kind, count in HELD.items()
    ]


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
