"""Links to nothing, to files that are not published, and to drafts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_markdown_cell, new_notebook, new_raw_cell

from galley.checks import check_workspace
from galley.checks.structure.link_broken import RULE as BROKEN
from galley.checks.structure.link_unpublished import RULE as UNPUBLISHED
from galley.workspace import read_workspace

NOT_PUBLISHED = (
    "#text:1: the file 'model.py' is not published, so the link leads to nothing\n"
    "  Fix: link to a document (pdf, csv, xlsx, zip …), or to where the file lies on the web."
)
DRAFT = (
    "#text:1: the link 'other.ipynb' leads to an article that is not published, "
    "so readers see its words and no link\n"
    "  Fix: publish that article too (draft: false), or take the link out."
)


@pytest.mark.parametrize("words", ["the code", "kodenya"])
def test_a_file_that_readers_are_not_given(told, words):
    given = {"has_page": lambda _: False, "find_file": Path}

    assert told(BROKEN, f"[{words}](model.py)", **given) == [NOT_PUBLISHED]
    assert told(BROKEN, f"[{words}](data.csv)") == []


@pytest.mark.parametrize(
    ("address", "fix"),
    [
        ("doc.example.org/a.pdf", "write 'https://doc.example.org/a.pdf', if that is an address "),
        ("WWW.example.com", "write 'https://WWW.example.com', if that is an address on the web."),
        ("org.html", "correct the address; a link to another article names its notebook."),
        ("a/example.org", "correct the address; a link to another article names its notebook."),
    ],
)
def test_an_address_on_the_web_without_its_beginning(told, address, fix):
    [said] = told(BROKEN, f"[words]({address})", has_page=lambda _: False)
    assert said.startswith(f"#text:1: the link '{address}' leads to nothing on this site\n")
    assert f"  Fix: {fix}" in said


@pytest.mark.parametrize("words", ["more", "selengkapnya"])
def test_a_link_to_an_article_without_a_page(told, words):
    given = {"is_unpublished": lambda address: address == "other.ipynb"}

    assert told(UNPUBLISHED, f"[{words}](other.ipynb)", **given) == [DRAFT]
    assert told(UNPUBLISHED, f"[{words}](third.ipynb)", **given) == []
    assert told(UNPUBLISHED, f"[{words}](other.ipynb)", draft=True, **given) == []


@pytest.fixture
def check(tmp_path):
    """Write a content folder with one link in it, and return the rules that it breaks."""

    def write(name: str, text: str, front: str = "") -> None:
        cells = [new_raw_cell(f"---\ntitle: {name}\n{front}---"), new_markdown_cell(text)]
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        nbformat.write(new_notebook(cells=cells), path)

    def run(address: str, name: str = "home.ipynb") -> list[str]:
        (tmp_path / "site.toml").write_text('languages = ["en", "id"]\n')
        (tmp_path / "data.csv").write_text("a\n1\n")
        (tmp_path / "model.py").write_text("a = 1\n")
        write("other.ipynb", "## Part", "aliases: [old]\neditions: {patient: {}, clinician: {}}\n")
        write("other.id.ipynb", "Teks.")
        write("renamed.ipynb", "Text.", "slug: new-name\n")
        write("folder/deep.ipynb", "Text.")
        write("draft.ipynb", "Text.", "draft: true\n")
        write("_left-out.ipynb", "Text.")
        write(name, f"[words]({address})")
        found = check_workspace(read_workspace(tmp_path), date(2026, 11, 20))
        return [each.rule for each in found if each.rule.startswith("link-")]

    return run


@pytest.mark.parametrize(
    "address",
    ["other.ipynb", "other.ipynb#part", "other.html", "other", "other/clinician.html", "old",
     "new-name.html", "folder/deep.html", "/folder/deep.ipynb", "data.csv", "id/other.html",
     "archive.html", "tag/stroke.html", "index.html", "id/index.html", "https://example.org/x"],
)  # fmt: skip
def test_what_the_site_has_can_be_linked_to(check, address):
    assert check(address) == []


@pytest.mark.parametrize(
    "address", ["gone.ipynb", "gone.html", "renamed.html", "draft.html", "model.py", "gone.csv"]
)
def test_what_the_site_does_not_have_is_nothing(check, address):
    assert check(address) == ["link-broken"]


@pytest.mark.parametrize("address", ["draft.ipynb", "_left-out.ipynb"])
def test_notebooks_without_a_page(check, address):
    assert check(address) == ["link-unpublished"]


def test_a_translation_links_beside_its_own_page(check):
    check("other.html", "home.ipynb")

    assert check("other.html", "home.id.ipynb") == []


def test_a_notebook_alone_knows_nothing_of_its_neighbours(check, tmp_path):
    check("draft.ipynb")
    (tmp_path / "site.toml").unlink()
    found = check_workspace(read_workspace(tmp_path / "home.ipynb"), date(2026, 11, 20))

    assert [each.rule for each in found if each.rule.startswith("link-")] == []
