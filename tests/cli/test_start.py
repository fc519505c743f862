"""`galley start`: what it writes, what it asks, what it refuses."""

import json
import re
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path

import nbformat
import pytest
from ruamel.yaml import YAML

from galley.cli import run
from galley.config import SiteConfig
from galley.console.starter import day_values, starter_bibliography
from galley.site.host_files import HEADERS, KEPT
from galley_figures import plasticity_window

ARTICLES = {"en": "first-article.ipynb", "id": "artikel-pertama.ipynb"}
CITED = re.compile(r"@([a-z]+\d{4})")


def start(folder: Path, *options: str) -> Path:
    assert run(["start", str(folder), "--today", "2026-11-20", *options]) == 0
    return folder


@pytest.mark.parametrize("lang", ["en", "id"])
def test_it_makes_a_whole_content_folder(tmp_path: Path, lang: str) -> None:
    folder = start(tmp_path / "my blog", "--lang", lang)
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert files == {
        ".gitignore",
        ARTICLES[lang],
        "hosting.md",
        "images/README.txt",
        "references.bib",
        "site.toml",
    }


@pytest.mark.parametrize("lang", ["en", "id"])
def test_the_article_is_a_valid_notebook_with_readable_cell_ids(tmp_path: Path, lang: str) -> None:
    notebook = nbformat.read(start(tmp_path / "b", "--lang", lang) / ARTICLES[lang], as_version=4)
    nbformat.validate(notebook)
    assert [cell.id for cell in notebook.cells][:3] == ["front-matter", "parameters", "note"]
    assert notebook.cells[1].metadata.tags == ["parameters"]
    assert f'lang = "{lang}"' in notebook.cells[1].source
    assert "date: 2026-11-20\nreview_by: 2028-11-20\n" in notebook.cells[0].source


@pytest.mark.parametrize("lang", ["en", "id"])
def test_the_words_on_hosting_say_what_galley_does(tmp_path: Path, lang: str) -> None:
    text = (start(tmp_path / "b", "--lang", lang) / "hosting.md").read_text(encoding="utf-8")
    blocks = dict(re.findall(r"```(\w+)\n(.*?)```", text, flags=re.DOTALL))
    steps = YAML(typ="safe").load(blocks["yaml"])["jobs"]["site"]["steps"]
    commands = [step["run"].split() for step in steps if "run" in step]
    assert commands[-1] == ["galley", "build", ".", "--output", "_site"]
    assert steps[-2]["with"] == {"path": "_site"}
    config = tomllib.loads(blocks["toml"])
    hosts = re.findall(r'host = "(\w+)"', text)
    assert hosts == ["github", "netlify", "cloudflare", "apache"]
    for host in hosts:
        SiteConfig.model_validate({**config, "host": host})
    name, value = KEPT
    assert f'add_header {name} "{value}";' in blocks["nginx"]
    for name in ("Content-Security-Policy", "Referrer-Policy", "X-Content-Type-Options"):
        assert f'add_header {name} "{HEADERS[name]}" always;' in blocks["nginx"]


def test_a_review_day_exists_in_every_year() -> None:
    assert day_values(date(2028, 2, 29))["review_by"] == "2030-02-28"


@pytest.mark.parametrize("lang", ["en", "id"])
def test_no_placeholder_is_left(tmp_path: Path, lang: str) -> None:
    folder = start(tmp_path / "b", "--lang", lang)
    for path in folder.rglob("*"):
        assert not path.is_file() or "{{" not in re.sub(r"\{\{.*\}\},", "", path.read_text("utf-8"))


def test_awkward_names_and_titles_are_kept_as_they_are(tmp_path: Path) -> None:
    title, name = 'The "last" \\ word: Σ {x} # 1', "Dr. Siti Nur'aini, Sp.N"
    folder = start(tmp_path / "b", "--title", title, "--name", name)
    config = tomllib.loads((folder / "site.toml").read_text(encoding="utf-8"))
    assert config["title"] == title
    assert config["authors"] == {
        "dr-siti-nur-aini-sp-n": {"name": name, "credentials": "", "affiliation": ""}
    }


def test_the_folders_name_in_words_is_the_title_without_another(tmp_path: Path) -> None:
    config = (start(tmp_path / "my-brain_blog") / "site.toml").read_text(encoding="utf-8")
    assert 'title = "My brain blog"' in config


def test_the_same_call_gives_the_same_bytes(tmp_path: Path) -> None:
    one, two = start(tmp_path / "one" / "b"), start(tmp_path / "two" / "b")
    for path in one.rglob("*"):
        assert not path.is_file() or path.read_bytes() == (two / path.relative_to(one)).read_bytes()


def test_a_folder_with_files_is_refused_and_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "notes.txt").write_text("mine", encoding="utf-8")
    assert run(["start", str(tmp_path / "b")]) == 2
    assert capsys.readouterr().err == (
        f"the folder '{(tmp_path / 'b').as_posix()}' is not empty\n"
        '  Fix: give the name of a new folder; `galley new "Title"` adds an article to an old one\n'
    )
    assert [path.name for path in (tmp_path / "b").iterdir()] == ["notes.txt"]


def test_a_file_of_that_name_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "b").touch()
    assert run(["start", str(tmp_path / "b")]) == 2
    assert "is a file\n  Fix: give the name of a new folder" in capsys.readouterr().err


def test_a_fresh_git_repository_counts_as_empty_and_keeps_its_gitignore(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("mine\n", encoding="utf-8")
    start(tmp_path)
    assert (tmp_path / ".gitignore").read_text(encoding="utf-8") == "mine\n"


def test_without_a_terminal_nothing_is_asked(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "galley", "start", "my-blog"],
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "galley serve my-blog" in done.stdout


def test_what_the_example_cites_is_in_its_bibliography_with_a_doi() -> None:
    entries = dict(
        re.findall(r"^@article\{(\w+),(.*?)^\}", starter_bibliography(), re.MULTILINE | re.DOTALL)
    )
    assert all("doi = {10." in entry for entry in entries.values())
    bundle = plasticity_window()._repr_mimebundle_()[0]
    sources = bundle["application/vnd.galley.figure+json"]["evidence"]["sources"]
    assert set(sources) <= set(entries)


@pytest.mark.parametrize("lang", ["en", "id"])
@pytest.mark.parametrize("name", ["first", "new.ipynb"])
def test_each_citation_of_the_starter_articles_is_known(lang: str, name: str) -> None:
    from galley.console.starter import starter_file

    text = starter_file(lang, ARTICLES[lang] if name == "first" else name).read_text("utf-8")
    sources = "".join("".join(cell["source"]) for cell in json.loads(text)["cells"])
    cited = set(CITED.findall(sources))
    assert cited
    assert cited <= set(re.findall(r"@article\{(\w+),", starter_bibliography()))
