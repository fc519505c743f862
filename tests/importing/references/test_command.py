"""`galley import` with typed references: the bibliography gets what the notebooks cite."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import nbformat
import pytest

from galley.cli import run
from galley.kept_copies import KeptCopies

POST = """\
# A post

It grows (Huang & Reichardt, 2001) and learns [@Song2000].

## References

- Huang EJ & Reichardt LF (2001). Neurotrophins: roles. Annual Review of Neuroscience, 24, 677-736.
"""
SETTINGS = 'title = "Blog"\nlanguages = ["en"]\n'
OWN = "% mine\n@article{old1999, author={Old, A.}, title={Own}, year=1999, journal={J}}\n"
BESIDE = "@article{Song2000, author={Song, Sen}, title={Learning}, year=2000, journal={J}}\n"
HUANG = "@article{huang2001,\n  author = {Huang, E. J. and Reichardt, L. F.},\n"


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand beside a content folder, an old post and a file of works."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1764000000")
    folder = tmp_path / "blog"
    folder.mkdir()
    (folder / "site.toml").write_text(SETTINGS, encoding="utf-8")
    (folder / "references.bib").write_text(OWN, encoding="utf-8")
    (tmp_path / "post.md").write_text(POST, encoding="utf-8")
    (tmp_path / "zotero.bib").write_text(BESIDE, encoding="utf-8")
    return folder


def imported(capsys: pytest.CaptureFixture[str], *more: str) -> dict[str, Any]:
    capsys.readouterr()
    code = run(["import", "post.md", "--into", "blog", "--json", *more])
    report: dict[str, Any] = json.loads(capsys.readouterr().out)
    return report | {"code": code}


def bibliography(blog: Path) -> str:
    return (blog / "references.bib").read_text("utf-8")


def test_the_notebook_cites_and_the_bibliography_has_the_works(
    blog: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert imported(capsys, "--bibliography", "zotero.bib")["code"] == 0

    notebook = nbformat.read(blog / "post.ipynb", as_version=4)
    assert notebook.cells[-1].source == "It grows [@huang2001] and learns [@Song2000]."
    assert bibliography(blog).startswith(f"{OWN}\n{BESIDE}\n{HUANG}")
    (copy,) = KeptCopies(blog).of("references.bib")
    assert (copy.reason, copy.number) == ("import", 1)


def test_a_second_import_adds_nothing_and_heals_what_was_cut_short(
    blog: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    imported(capsys)
    whole = bibliography(blog)
    assert imported(capsys)["posts"][0]["fate"] == "unchanged"
    assert bibliography(blog) == whole

    (blog / "references.bib").write_text(OWN, encoding="utf-8")
    imported(capsys)
    assert bibliography(blog) == whole


@pytest.mark.parametrize(
    ("name", "note"), [("references.json", '"annote": "'), ("references.ris", "N1  - ")]
)
def test_the_line_is_kept_in_every_form_of_bibliography(
    blog: Path, capsys: pytest.CaptureFixture[str], name: str, note: str
) -> None:
    (blog / "references.bib").unlink()
    (blog / name).write_text("[]" if name.endswith("json") else "", encoding="utf-8")
    imported(capsys)
    assert f"{note}read from a typed reference: Huang EJ & Reichardt" in (blog / name).read_text(
        "utf-8"
    )


def test_a_rehearsal_writes_no_work(blog: Path, capsys: pytest.CaptureFixture[str]) -> None:
    imported(capsys, "--dry-run")
    assert bibliography(blog) == OWN
    assert not (blog / "post.ipynb").exists()


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--bibliography", "none.bib", "'none.bib' cannot be read: No such file or directory"),
        ("--bibliography", "post.md", "there is no work in 'post.md'"),
        ("--uploads", "none", "there is no folder 'none'"),
    ],
)
def test_what_is_not_there_is_told_before_anything_is_done(
    blog: Path, capsys: pytest.CaptureFixture[str], option: str, value: str, said: str
) -> None:
    assert run(["import", "post.md", "--into", "blog", option, value]) == 2
    assert said in capsys.readouterr().err
    assert not (blog / "post.ipynb").exists()
