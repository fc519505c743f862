"""Templates and styles of the author's own: which are read, and what is wrong with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from galley.findings import Severity
from galley.overrides import original_names, read_overrides
from galley.workspace import read_workspace


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "blog"
    folder.mkdir()
    (folder / "site.toml").write_text('title = "Mine"\n', encoding="utf-8")
    return folder


def write(root: Path, name: str, text: str = "") -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_names_are_those_of_galleys_files() -> None:
    assert "partials/byline.html.j2" in original_names("templates")
    assert "components/figure.css" in original_names("styles")


def test_templates_and_styles_are_read_by_name(content: Path) -> None:
    write(content, "templates/partials/byline.html.j2", "by me")
    write(content, "styles/components/figure.css", "figure {}")
    write(content, "styles/own.css", "p {}")
    found = read_overrides(content, "blog")
    assert found.templates == {"partials/byline.html.j2": "by me"}
    assert found.styles == {"components/figure.css": "figure {}", "own.css": "p {}"}
    assert found.findings == ()


def test_hidden_files_links_out_and_folders_of_something_else_are_left_alone(
    content: Path, tmp_path: Path
) -> None:
    write(tmp_path, "elsewhere.css", "p {}")
    write(content, "styles/.own.css", "p {}")
    write(content, "templates/notes.txt", "{% broken")
    (content / "styles" / "own.css").symlink_to(tmp_path / "elsewhere.css")
    assert read_overrides(content, "blog").styles == {}
    (content / "site.toml").unlink()
    write(content, "templates/site/home.html.j2", "{% broken")
    assert read_overrides(content, "blog").findings == ()


def test_the_workspace_carries_them_and_tells_what_is_wrong(content: Path) -> None:
    write(content, "templates/site/home.html.j2", "<p>\n{% for %}")
    write(content, "templates/partials/bylin.html.j2", "by me")
    write(content, "styles/own.css", "p {}\n\n.a { /* } */ content: '}'\n")
    write(content, "styles/figure.css", "")
    workspace = read_workspace(content, "blog")
    assert workspace.look.folder == "blog/templates"
    told = {
        finding.rule: (str(finding.place), finding.severity, finding.message, finding.fix)
        for finding in workspace.findings
        if finding.place.file.startswith(("blog/templates", "blog/styles"))
    }
    assert told["template-broken"] == (
        "blog/templates/site/home.html.j2:2",
        Severity.ERROR,
        "this template cannot be printed: Expected an expression, got 'end of statement block'",
        "Mend it, or remove the file: then Galley's own is used again.",
    )
    assert told["style-broken"] == (
        "blog/styles/own.css:3",
        Severity.ERROR,
        "a brace of this style sheet has no partner, so the rules after it would be lost",
        "Add the brace that is missing, or remove this one.",
    )
    assert told["override-unknown"] == (
        "blog/styles/figure.css",
        Severity.WARNING,
        "Galley has no 'figure.css', so this file changes nothing",
        "did you mean 'components/figure.css'?",
    )
    unknown = [f for f in workspace.findings if f.rule == "override-unknown"]
    assert [finding.fix for finding in unknown] == [
        "did you mean 'partials/byline.html.j2'?",
        "did you mean 'components/figure.css'?",
    ]
    write(content, "styles/figure.css")
    (content / "styles" / "figure.css").rename(content / "styles" / "zzz.css")
    last = read_overrides(content, "blog").findings[-1]
    assert last.fix == "`galley override` lists all names."


def test_a_partial_that_her_own_template_includes_is_no_mistake(content: Path) -> None:
    write(content, "templates/partials/mine.html.j2", "mine")
    write(content, "templates/partials/byline.html.j2", '{% include "partials/mine.html.j2" %}')
    assert read_overrides(content, "blog").findings == ()


def test_a_file_that_is_no_text_is_told(content: Path) -> None:
    (content / "templates").mkdir()
    (content / "templates" / "x.html.j2").write_bytes(b"\xff\xfe")
    (finding,) = read_overrides(content, "blog").findings
    assert str(finding) == (
        "blog/templates/x.html.j2: the file cannot be read as UTF-8 text\n"
        "  Fix: Save it as UTF-8, or remove it: then Galley's own is used again."
    )


def test_a_colour_that_cannot_be_read_is_told_at_its_line(content: Path) -> None:
    write(content, "site.toml", 'title = "Mine"\n[colours]\naccent = "#7fd4c1"\n')
    (finding,) = (
        f for f in read_workspace(content, "blog").findings if f.rule == "colour-contrast"
    )
    assert str(finding.place) == "blog/site.toml:3"
