"""`galley override`: lists what can be changed, copies one, and never overwrites."""

from __future__ import annotations

from pathlib import Path

import pytest

from galley.cli import run
from galley.overrides import ORIGINALS


@pytest.fixture(autouse=True)
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "site.toml").write_text('title = "Mine"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_without_a_name_it_lists_all(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["override"]) == 0
    listed = capsys.readouterr().out.splitlines()
    assert "templates/partials/byline.html.j2" in listed
    assert "styles/components/figure.css" in listed
    assert len(listed) == sum(
        1
        for folder in ORIGINALS.values()
        for each in folder.rglob("*")
        if each.suffix in {".j2", ".css"}
    )


@pytest.mark.parametrize("name", ["partials/byline.html.j2", "templates/partials/byline.html.j2"])
def test_it_copies_one_and_says_where(
    name: str, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["override", name]) == 0
    copy = content / "templates" / "partials" / "byline.html.j2"
    original = ORIGINALS["templates"] / "partials" / "byline.html.j2"
    assert copy.read_bytes() == original.read_bytes()
    assert capsys.readouterr().out == (
        "Copied to templates/partials/byline.html.j2. Change it there.\n"
        "Remove it, and Galley's own is used again.\n"
    )
    copy.write_text("changed", encoding="utf-8")
    assert run(["override", name]) == 2
    assert copy.read_text(encoding="utf-8") == "changed"
    assert "there is a 'templates/partials/byline.html.j2' already" in capsys.readouterr().err


def test_a_name_that_is_not_there_is_guessed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["override", "partials/bylin.html.j2"]) == 2
    assert capsys.readouterr().err.startswith(
        "Galley has no template or style 'partials/bylin.html.j2'\n"
        "  Fix: did you mean 'partials/byline.html.j2'?"
    )
