"""`galley check --fix`: shown first, written only if that is agreed to, and then checked again."""

import io

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from galley.cli import run

FRONT = """---
title: X
date: 2026-11-20
---
"""
DIFF = """\
--- n/a.ipynb#fig now
+++ n/a.ipynb#fig mended
@@ -1 +1,2 @@
+#| alt: TODO: say what the figure shows
 plot()
--- n/a.ipynb#front now
+++ n/a.ipynb#front mended
@@ -1,4 +1,5 @@
 ---
 title: X
 date: 2026-11-20
+review_by: 2028-11-20
 ---
--- n/references.bib now
+++ n/references.bib mended
@@ -0,0 +1,9 @@
+@article{nobody2020,
+  author = {},
+  title = {TODO: the title of the work},
+  journal = {},
+  year = {},
+  volume = {},
+  pages = {},
+  doi = {},
+}
"""


@pytest.fixture
def content(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795651200")
    folder = tmp_path / "n"
    folder.mkdir()
    drawn = new_output("display_data", data={"image/png": "AA=="})
    cells = [
        new_markdown_cell(FRONT, id="front"),
        new_markdown_cell("Words [@nobody2020].", id="text"),
        new_code_cell("plot()", id="fig", execution_count=1, outputs=[drawn]),
    ]
    nbformat.write(new_notebook(cells=cells), folder / "a.ipynb")
    return folder


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_without_a_terminal_the_changes_are_shown_and_nothing_is_written(content, capsys):
    before = (content / "a.ipynb").read_bytes()
    assert run(["check", "n", "--fix"]) == 1
    out = capsys.readouterr().out
    assert out.startswith(
        f"{DIFF}\nNothing was written: there is no terminal to ask on.\n"
        "  Fix: look at the changes above, then run it again with --yes.\n\n"
    )
    assert (content / "a.ipynb").read_bytes() == before
    assert sorted(path.name for path in content.iterdir()) == ["a.ipynb"]


def test_with_yes_they_are_written_and_the_rest_is_told(content, capsys):
    assert run(["check", "n", "--fix", "--yes"]) == 1
    out = capsys.readouterr().out
    assert out.startswith(f"{DIFF}\nMended 2 files.\nAs they were before: galley restore n\n\n")
    assert "(content)" not in out
    told = out.partition("Mended")[2]
    assert "unknown citation key" not in told
    assert "the entry 'nobody2020' is only begun, so readers see no reference" in told
    assert "figure-missing-alt" not in told
    assert "figure-alt-filler" in told
    assert "@article{nobody2020," in (content / "references.bib").read_text(encoding="utf-8")
    sources = [cell.source for cell in nbformat.read(content / "a.ipynb", 4).cells]
    assert sources[0].splitlines()[3] == "review_by: 2028-11-20"
    assert sources[2] == "#| alt: TODO: say what the figure shows\nplot()"


def test_what_was_mended_is_not_mended_again(content, capsys):
    run(["check", "n", "--fix", "--yes"])
    before = (content / "a.ipynb").read_bytes()
    capsys.readouterr()
    assert run(["check", "n", "--fix", "--yes"]) == 1
    assert capsys.readouterr().out.startswith("Nothing can be mended by itself.\n\n")
    assert (content / "a.ipynb").read_bytes() == before


@pytest.mark.parametrize(("answer", "is_written"), [("y\n", True), ("n\n", False), ("\n", False)])
def test_on_a_terminal_the_author_is_asked(content, monkeypatch, capsys, answer, is_written):
    monkeypatch.setattr("sys.stdin", Terminal(answer))
    assert run(["check", "n", "--fix"]) == 1
    out = capsys.readouterr().out
    assert ("Nothing was written." in out) is not is_written
    assert (content / "references.bib").exists() is is_written


def test_only_the_article_that_was_named_is_mended(content, capsys):
    (content / "site.toml").touch()
    (content / "b.ipynb").write_bytes((content / "a.ipynb").read_bytes())
    before = (content / "b.ipynb").read_bytes()
    run(["check", "n/a.ipynb", "--fix", "--yes"])
    assert "n/b.ipynb" not in capsys.readouterr().out
    assert (content / "b.ipynb").read_bytes() == before


def test_two_places_may_share_a_bibliography(content, capsys):
    (content / "site.toml").touch()
    (content / "b.ipynb").write_bytes((content / "a.ipynb").read_bytes())
    run(["check", "n/a.ipynb", "n/b.ipynb", "--fix", "--yes"])
    assert "Mended 3 files.\nAs they were before: galley restore n\n\n" in capsys.readouterr().out
    assert (content / "references.bib").read_text(encoding="utf-8").count("@article") == 1


@pytest.mark.usefixtures("content")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--yes"], "--yes agrees to nothing\n  Fix: use it with --fix\n"),
        (["--fix", "--format", "json"], "--fix shows its changes to people\n  Fix: leave out"),
    ],
)
def test_options_that_contradict_each_other_are_refused(capsys, arguments, said):
    assert run(["check", "n", *arguments]) == 2
    assert capsys.readouterr().err.startswith(said)
