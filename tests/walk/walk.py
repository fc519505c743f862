"""A new user's walk: from a Word file to a public site, and back. The guide shows what it printed.

``python -m tests.walk.walk notebooks/guide`` walks in both languages and writes the guide's pages
anew; a test walks again and compares.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
PAGES = {"en": "from-word-to-readers.md", "id": "from-word-to-readers.id.md"}
BASE_URL = 'base_url = "https://example.org/"'
TARGET = '\n[publish.targets.web]\nto = "../www"\n'
# 26 November 2026, 09:30 UTC; an author takes some minutes for each step.
MOMENT = 1795685400
MINUTES = 7


@dataclass(frozen=True)
class Walker:
    """The author of one language, at work in a folder.

    Attributes
    ----------
    title
        What the article's Word file is called, without its suffix.
    before, after
        A sentence of the article, and what the author makes of it.
    """

    title: str
    folder: Path
    before: str
    after: str

    @property
    def blog(self) -> Path:
        """The content folder."""
        return self.folder / "my-blog"

    @property
    def notebook(self) -> Path:
        """The article's notebook."""
        return self.blog / f"{self.title.lower().replace(' ', '-')}.ipynb"

    def write_word_file(self, lang: str) -> None:
        """Make the article as a Word file, as if it had been written there."""
        import pypandoc

        source, target = HERE / f"article.{lang}.md", self.folder / f"{self.title}.docx"
        command = [pypandoc.get_pandoc_path(), str(source), "--output", str(target)]
        subprocess.run(command, check=True, env={**os.environ, "SOURCE_DATE_EPOCH": str(MOMENT)})

    def mend(self) -> None:
        """Mend three findings: interests, where the author works, a DOI."""
        _replace(self.notebook, '\\"Sp.N.\\"}', '\\"Sp.N.\\", affiliation: Example Hospital}')
        _replace(self.notebook, '"authors:', '"disclosures: none\\n",\n    "authors:')
        pages = "  pages = {313--319},\n"
        doi = "  doi = {10.1177/1545968308328727},\n"
        _replace(self.blog / "references.bib", pages, pages + doi)

    def name_target(self) -> None:
        """Say in ``site.toml`` where readers are."""
        path = self.blog / "site.toml"
        text = re.sub("# (base_url = .*)", BASE_URL, path.read_text(encoding="utf-8"))
        path.write_text(text + TARGET, encoding="utf-8", newline="\n")

    def change_a_sentence(self) -> None:
        """Change one sentence of the article."""
        _replace(self.notebook, self.before, self.after)


def walker(folder: Path, lang: str) -> Walker:
    """Return the author of a language."""
    if lang == "id":
        return Walker("Dua jalan", folder, "Jawaban singkatnya: bukan.", "Jawabannya: tidak tepat.")
    return Walker("Two ways", folder, "The short answer is no.", "The short answer is: not quite.")


@dataclass(frozen=True)
class Step:
    """One command, with what the author changes by hand before it."""

    name: str
    command: str
    before: Callable[[], None] | None = None


def steps(author: Walker) -> tuple[Step, ...]:
    """Return all that the author does; all but the first in the content folder."""
    return (
        Step("start", "galley start my-blog"),
        Step("import", f'galley import "../{author.title}.docx"'),
        Step("check", "galley check"),
        Step("again", "galley check", author.mend),
        Step("build", "galley build"),
        Step("publish", "galley publish --yes", author.name_target),
        Step("change", "galley publish --yes", author.change_a_sentence),
        Step("history", "galley history"),
        Step("undo", "galley undo --yes"),
    )


@dataclass(frozen=True)
class Said:
    """What a step printed, and how it ended."""

    step: Step
    text: str
    code: int


def walk(folder: Path, lang: str) -> Iterator[Said]:
    """Walk in an empty folder and yield what each step printed for its reader."""
    environ = {**os.environ, "LANGUAGE": lang, "NO_COLOR": "1", "COLUMNS": "100"}
    author = walker(folder, lang)
    author.write_word_file(lang)
    for number, step in enumerate(steps(author)):
        if step.before:
            step.before()
        done = subprocess.run(
            [sys.executable, "-m", *shlex.split(step.command)],
            cwd=author.blog if number else folder,
            env={**environ, "SOURCE_DATE_EPOCH": str(MOMENT + number * MINUTES * 60)},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        if done.returncode > 1:
            raise RuntimeError(f"{step.command}: {done.stdout}{done.stderr}")
        yield Said(step, done.stdout, done.returncode)


def page(lang: str, said: Mapping[str, Said]) -> str:
    """Return the guide's page: its words with what each command printed."""
    words = (HERE / f"page.{lang}.md").read_text(encoding="utf-8")

    def shown(match: re.Match[str]) -> str:
        one = said[match[1]]
        return f"```console\n$ {one.step.command}\n{one.text.rstrip()}\n```"

    return re.sub(r"^<<(\w+)>>$", shown, words, flags=re.MULTILINE)


def main(target: Path) -> None:
    """Walk in both languages and write the pages into a folder."""
    for lang, name in PAGES.items():
        with tempfile.TemporaryDirectory() as folder:
            said = {one.step.name: one for one in walk(Path(folder), lang)}
        (target / name).write_text(page(lang, said), encoding="utf-8", newline="\n")


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    if old not in text:
        raise RuntimeError(f"{path.name} does not hold {old!r}")
    path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
