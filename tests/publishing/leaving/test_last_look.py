"""`galley publish` shows what leaves the computer: the first time, and when there is more of it."""

from __future__ import annotations

from pathlib import Path

import nbformat
import nbformat.v4 as nb
import pytest

from galley.cli import run

SITE = """title = "Blog"
base_url = "https://example.org/"
search = false
corrections = "corrections@example.org"
[publish.targets.web]
to = "../www"
"""
FRONT = (
    "---\ntitle: {title}\ndate: 2026-11-20\ndisclosures: none\nreview_by: 2028-11-20\n"
    "description: A test.\n"
    "authors: [{{name: Galley example, credentials: MD, affiliation: A}}]\n---"
)
AT = "This will be public at https://example.org/:"
LOOK = "Look at these before you go on:"


def article(folder: Path, slug: str, text: str) -> None:
    front = nb.new_raw_cell(FRONT.format(title=slug.capitalize()), id="front")
    cells = [front, nb.new_markdown_cell(text, id="text")]
    nbformat.write(nb.new_notebook(cells=cells), folder / f"{slug}.ipynb")


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "blog"
    folder.mkdir()
    (folder / "site.toml").write_text(SITE, "utf-8")
    article(folder, "first", "Write to corrections@example.org.")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795600000")
    return folder


def heard(capsys: pytest.CaptureFixture[str], *options: str) -> str:
    capsys.readouterr()
    run(["publish", "-o", "site", *options])
    return capsys.readouterr().out


def test_it_is_shown_until_the_author_has_agreed_to_it(
    blog: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = heard(capsys)
    assert f"\n{AT}\n" in asked
    assert "The notebooks stay here, with every cell that no page shows." in asked
    assert LOOK not in asked
    # Nobody agreed, so it is shown again.
    assert AT in heard(capsys, "--yes")

    article(blog, "second", "Nothing of a new kind.")
    assert AT not in heard(capsys, "--yes")
    article(blog, "second", "Nothing of a new kind either.")
    assert AT in heard(capsys, "--dry-run")


def test_an_identifier_is_shown_each_time_there_is_a_new_one(
    blog: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    heard(capsys, "--yes")
    article(blog, "second", "Call +62 812-3456-7890.")
    mark = '  second.html: "+62 812-3456-7890" looks like a telephone number'
    assert mark in heard(capsys, "--yes").splitlines()
    article(blog, "second", "Call +62 812-3456-7890 again.")
    assert LOOK not in heard(capsys, "--yes")
    article(blog, "second", "Call +62 812-3456-7891.")
    assert LOOK in heard(capsys, "--yes")


def test_a_file_of_a_new_kind_is_shown_and_only_what_is_listed_is_sent(
    blog: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    heard(capsys, "--yes")
    (blog / "static").mkdir()
    (blog / "static" / "leaflet.pdf").write_bytes(b"%PDF-1.7 <</Author (A. Person)>>")
    said = heard(capsys, "--yes")
    assert "  as they are: leaflet.pdf\n" in said
    assert "  leaflet.pdf: the file tells more than it shows: author\n" in said
    sent = {path.name for path in (blog.parent / "www").rglob("*") if path.is_file()}
    assert "leaflet.pdf" in sent
    assert not [name for name in sent if name.endswith((".ipynb", ".toml"))]


def test_a_notebook_leaves_only_where_the_author_put_it(
    blog: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    heard(capsys, "--yes")
    (blog / "static").mkdir()
    (blog / "static" / "first.ipynb").write_bytes((blog / "first.ipynb").read_bytes())
    said = heard(capsys, "--yes")
    assert "  as they are: first.ipynb\n" in said
    assert "The notebooks stay here" not in said
    assert (blog.parent / "www" / "first.ipynb").is_file()
