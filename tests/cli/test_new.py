"""The choices of `galley new`, on values; test_new_integration.py runs it on a folder."""

from pathlib import Path

import pytest

from galley.article.front_matter import FrontMatter
from galley.cli import run
from galley.commands.new import (
    add_example_references,
    entries_of,
    free_slug,
    front_matter_values,
    settle_category,
)
from galley.config import SiteConfig
from galley.console.starter import starter_bibliography
from galley.findings import UsageError
from galley.workspace import ArticleSource, Bibliography, Workspace, read_workspace


def workspace(**config: object) -> Workspace:
    source = ArticleSource(
        path=Path("notebooks/when-is-the-window.ipynb"),
        file="notebooks/when-is-the-window.ipynb",
        slug="when-is-the-window",
        lang="en",
        front_matter=FrontMatter(),
        notebook={},
        title="When is the window?",
    )
    return Workspace(
        root=Path("notebooks"),
        name="notebooks",
        config=SiteConfig.model_validate(config),
        bibliography=Bibliography(),
        sources=(source,),
    )


def message_of(call: object, *arguments: object) -> str:
    with pytest.raises(UsageError) as raised:
        call(*arguments)  # type: ignore[operator]
    return str(raised.value)


def test_the_file_name_follows_from_the_title() -> None:
    assert free_slug("Étude: 5 things?", workspace()) == "etude-5-things"


def test_a_slug_that_exists_is_refused() -> None:
    assert message_of(free_slug, "When is the window", workspace()) == (
        "there is an article 'when-is-the-window' already: notebooks/when-is-the-window.ipynb\n"
        "  Fix: open that one, or give another title"
    )


def test_a_title_without_letters_is_refused() -> None:
    assert message_of(free_slug, "?!", workspace()) == (
        "no address can be made of the title '?!'\n  Fix: use some letters or digits"
    )


def test_a_title_that_galley_uses_itself_is_refused() -> None:
    assert message_of(free_slug, "Index", workspace()) == (
        "an article cannot be called 'Index': 'index' is an address that Galley uses itself\n"
        "  Fix: give another title"
    )


def test_the_front_matter_takes_author_and_category_from_the_site() -> None:
    site = workspace(authors={"lopez": {"name": "Maria Lopez"}}, categories=("Recovery", "Basics"))
    values = front_matter_values('Why "now"?', "en", None, site)
    assert values["title"] == '"Why \\"now\\"?"'
    assert values["authors"] == "[lopez]"
    assert values["category"] == '"Recovery"'
    assert values["lang_line"] == ""


def test_another_language_of_the_site_is_said_in_the_front_matter() -> None:
    values = front_matter_values("Judul", "id", None, workspace(languages=("en", "id")))
    assert values["lang_line"] == "lang: id\n"


def test_a_language_the_site_does_not_have_is_refused() -> None:
    assert message_of(front_matter_values, "Titre", "fr", None, workspace()) == (
        "the site has no language 'fr', only en\n"
        '  Fix: write in site.toml: languages = ["en", "fr"]'
    )


def test_a_misspelt_category_is_refused_with_the_nearest() -> None:
    assert message_of(settle_category, "Recovry", ("Recovery", "Basics")) == (
        "there is no category 'Recovry'\n  Fix: did you mean 'Recovery'?"
    )


def test_an_unknown_category_is_refused_with_the_legal_ones() -> None:
    assert message_of(settle_category, "Music", ("Recovery", "Basics")) == (
        "there is no category 'Music'\n"
        "  Fix: choose one of: Recovery, Basics; or add it to categories in site.toml"
    )


def test_the_example_brings_the_works_it_cites_once(tmp_path: Path) -> None:
    bibliography = tmp_path / "references.bib"
    bibliography.write_text("@article{ zeiler2013 ,\n title={Mine},\n}\n", encoding="utf-8")
    added = add_example_references(tmp_path)
    assert "zeiler2013" not in added
    assert set(added) == set(entries_of(starter_bibliography())) - {"zeiler2013"}
    text = bibliography.read_text(encoding="utf-8")
    assert text.startswith("@article{ zeiler2013 ,\n title={Mine},\n}\n\n@article{avert2015,")
    assert add_example_references(tmp_path) == ()
    assert bibliography.read_text(encoding="utf-8") == text


def test_without_a_bibliography_there_is_one_afterwards(tmp_path: Path) -> None:
    assert "zeiler2013" in add_example_references(tmp_path)
    assert (tmp_path / "references.bib").read_text(encoding="utf-8").startswith("@article{")


def test_an_article_may_begin_as_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "site.toml").write_text("[authors.a]\nname = 'A B'\n")
    assert run(["new", "When does it listen?", "--text", "--today", "2026-11-26"]) == 0
    assert run(["new", "A second one", "--today", "2026-11-26"]) == 0
    text = (tmp_path / "when-does-it-listen.md").read_text("utf-8")
    assert text.startswith('---\ntitle: "When does it listen?"\n')
    assert '```{code-cell} ipython3\n:tags: [parameters]\n\nlang = "en"\n' in text
    second, first = read_workspace(tmp_path, "").sources
    said = [
        [(cell.cell_type, cell.source, cell.metadata.get("tags")) for cell in each.notebook.cells]
        for each in (first, second)
    ]
    assert said[0] == said[1]
    assert run(["new", "When does it listen?"]) == 2
