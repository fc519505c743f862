"""The preview is the page that an export of the saved notebook makes, with its findings."""

from __future__ import annotations

import json
import re
import shutil
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html import unescape
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

import lxml.html
import pytest
from tests.jupyterlab.notebooks import (
    ARTICLES,
    cell_of,
    in_memory,
    markdown,
    notebook_of,
    printing,
)

from galley.article.notebook import LONGEST_TEXT
from galley.checks import check_workspace
from galley.html.exporter import ArticleExporter
from galley.html.page_script import page_script
from galley.jupyterlab.frame_script import frame_script
from galley.jupyterlab.preview import Preview, render_page, render_preview
from galley.jupyterlab.sessions import Sessions
from galley.workspace import read_workspace

pytestmark = pytest.mark.kernel  # pandoc

NAMES = sorted(path.name for path in ARTICLES.glob("*.ipynb"))
FRONT_MATTER = "---\ntitle: A title\ndate: 2026-01-02\nauthors: [editors]\ndisclosures: none\n---"


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a content folder with the files of this project's own, and an empty notebook."""
    folder = tmp_path_factory.mktemp("server") / "notebooks"
    shutil.copytree(ARTICLES, folder, ignore=shutil.ignore_patterns("guide", ".*"))
    (folder / "new.ipynb").write_text(json.dumps(notebook_of()), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def sessions(content: Path) -> Iterator[Sessions]:
    sessions = Sessions(content.parent)
    yield sessions
    sessions.close()


class Desk:
    """Previews notebooks of the content folder."""

    def __init__(self, content: Path, sessions: Sessions) -> None:
        self.content, self.sessions = content, sessions

    def preview(
        self, notebook: dict[str, Any], name: str = "new.ipynb", edition: str = ""
    ) -> Preview:
        return render_preview(notebook, edition, self.sessions.around(self.content / name))

    def write(self, *cells: dict[str, Any], edition: str = "") -> Preview:
        return self.preview(notebook_of(*cells), edition=edition)


@pytest.fixture
def desk(content: Path, sessions: Sessions) -> Desk:
    return Desk(content, sessions)


def article_of(html: str) -> str:
    return html[html.index('<article class="article">') : html.rindex("</article>")]


def parts_of(html: str) -> list[Any]:
    return list(lxml.html.fromstring(html).xpath("//article/div[@class='body']")[0])


def exported(notebook: dict[str, Any], path: Path) -> str:
    """Return what `jupyter nbconvert --to article` writes once the notebook is saved."""
    path.write_text(json.dumps(notebook), encoding="utf-8")
    return str(ArticleExporter().from_filename(str(path))[0])


@pytest.mark.parametrize("name", NAMES)
def test_the_preview_is_the_article_that_an_export_of_the_saved_notebook_makes(
    name: str, desk: Desk
) -> None:
    notebook = in_memory(ARTICLES / name)
    cell_of(notebook, "front-matter")["source"] += "\n"
    notebook["cells"].append(markdown("An unsaved word, and $x_1^2$ [@zeiler2013].", "unsaved"))
    notebook["cells"].append(printing("one\r", "two\n", "three"))
    preview = desk.preview(notebook, name)
    export = exported(notebook, desk.content / name)
    assert "An unsaved word" in preview.html
    assert article_of(preview.html) == article_of(export)


@pytest.mark.parametrize("name", NAMES)
def test_the_numbers_of_the_cells_add_up_to_the_parts_of_the_body(name: str, desk: Desk) -> None:
    notebook = in_memory(ARTICLES / name)
    notebook["cells"].append(markdown("<div>\n\n- raw\n\n</div>\n\n| a |\n|---|\n| 1 > 0 |", "raw"))
    preview = desk.preview(notebook, name)
    assert [cell for cell, _ in preview.page.cells] == [cell["id"] for cell in notebook["cells"]]
    assert sum(count for _, count in preview.page.cells) == len(parts_of(preview.html))


def test_each_cell_is_told_with_the_parts_it_makes(desk: Desk) -> None:
    preview = desk.write(
        markdown(FRONT_MATTER, "front"),
        markdown("## One\n\ntwo\n\n- three\n- three", "prose"),
        {**printing("four", cell_id="code")},
        markdown('<img src="a.png" alt="a > b"> five', "picture"),
        markdown("$$\nx\n$$", "formula"),
        markdown("", "empty"),
    )
    assert preview.page.cells == (
        ("front", 0),
        ("prose", 3),
        ("code", 2),
        ("picture", 1),
        ("formula", 1),
        ("empty", 0),
    )
    assert len(parts_of(preview.html)) == 7


@pytest.mark.parametrize("name", NAMES[:2])
def test_findings_are_those_of_a_check_of_the_saved_notebook(name: str, desk: Desk) -> None:
    notebook = in_memory(ARTICLES / name)
    notebook["cells"].append(
        markdown("It always cures everyone [@nobody2001]. See ![](x.png)", "late")
    )
    told = desk.preview(notebook, name).findings
    path = desk.content / name
    path.write_text(json.dumps(notebook), encoding="utf-8")
    today = desk.sessions.around(path).today
    checked = check_workspace(read_workspace(path, f"notebooks/{name}"), today)
    of_notebook = {each for each in checked if each.place.file == f"notebooks/{name}"}
    assert of_notebook
    assert set(told) == of_notebook


def test_a_finding_says_its_cell_and_line(desk: Desk) -> None:
    preview = desk.write(
        markdown(FRONT_MATTER, "front"), markdown("Words.\n\nSee [@nobody2001].", "cited")
    )
    (record,) = [
        each for each in preview.record()["findings"] if each["rule"] == "citation-unknown-key"
    ]
    assert (record["cell"], record["line"], record["severity"]) == ("cited", 3, "error")
    assert preview.record()["counts"]["error"] >= 1


def test_what_the_front_matter_sets_aside_is_not_told(desk: Desk) -> None:
    reason = "ignore: {citation-unknown-key: the work is in print now}\n---"
    preview = desk.write(
        markdown(FRONT_MATTER.removesuffix("---") + reason, "front"),
        markdown("See [@nobody2001].", "cited"),
    )
    assert "citation-unknown-key" not in {finding.rule for finding in preview.findings}


def test_what_only_the_page_shows_is_told_too(desk: Desk) -> None:
    preview = desk.write(markdown(FRONT_MATTER, "front"), markdown(r"$\frac{1}{$", "formula"))
    (finding,) = [each for each in preview.findings if each.rule == "formula-unreadable"]
    assert (finding.place.file, finding.place.cell) == ("notebooks/new.ipynb", "formula")


def test_an_edition_is_shown_with_its_own_cells(desk: Desk) -> None:
    editions = "editions: {patient: {audience: patient}, clinician: {audience: clinician}}\n---"
    only = markdown("Only for clinicians.", "own")
    only["metadata"] = {"tags": ["edition:clinician"]}
    cells = (markdown(FRONT_MATTER.removesuffix("---") + editions, "front"), only)
    assert desk.write(*cells).page.editions == ("patient", "clinician")
    assert "Only for clinicians." in desk.write(*cells, edition="clinician").html
    assert "Only for clinicians." not in desk.write(*cells).html
    assert desk.write(*cells, edition="nobody").html == desk.write(*cells).html


@pytest.mark.parametrize(
    ("front_matter", "rule"),
    [
        ("---\ntitle: [\n---", "front-matter-broken"),
        ("---\ntitle: A\ndate: yesterday\n---", "front-matter-wrong-value"),
    ],
)
def test_where_front_matter_is_wrong_the_rest_is_shown(
    front_matter: str, rule: str, desk: Desk
) -> None:
    preview = desk.write(markdown(front_matter, "front"), markdown("The rest.", "rest"))
    assert "The rest." in preview.html
    assert rule in {finding.rule for finding in preview.findings}


def test_only_the_script_of_the_preview_may_run(desk: Desk) -> None:
    preview = desk.write(
        markdown(FRONT_MATTER, "front"),
        markdown("<script>alert(1)</script><p onclick='alert(2)'>Words</p>", "</script><b>"),
    )
    scripts = re.findall(r"<script(.*?)>(.*?)</script>", preview.html, re.DOTALL)
    (data, cells), (_, script) = scripts
    assert data == ' type="application/json"'
    assert [cell for cell, _ in json.loads(cells)] == [cell for cell, _ in preview.page.cells]
    digest = b64encode(sha256(script.encode()).digest()).decode()
    head = unescape(preview.html.partition("<title")[0])
    assert f"default-src 'none'; script-src 'sha256-{digest}';" in head
    assert "alert" not in preview.html
    assert "onclick" not in preview.html


def test_an_export_runs_the_page_s_own_script_and_no_other(desk: Desk) -> None:
    html = exported(notebook_of(markdown(FRONT_MATTER, "front")), desk.content / "export.ipynb")
    (desk.content / "export.ipynb").unlink()
    assert html.count("<script") == html.count(f"<script>{page_script()}</script>") == 1
    digest = b64encode(sha256(page_script().encode()).digest()).decode()
    assert html.count(f"script-src &#39;sha256-{digest}&#39;") == html.count("script-src") == 1


HOSTILE: dict[str, Any] = {
    "no cells": {"nbformat": 4},
    "cells of another kind": {"cells": "none"},
    "cells that are none": notebook_of(1, None, [], {}),  # type: ignore[arg-type]
    "a source of another kind": notebook_of({"cell_type": "markdown", "source": {"a": 1}}),
    "outputs of another kind": notebook_of(
        {"cell_type": "code", "source": "1", "outputs": {"a": [1]}, "metadata": 3}
    ),
    "half a character": notebook_of(markdown("half \ud800", "half")),
    "forbidden characters": notebook_of(markdown("a\x00b\x1b", "zero\x00")),
    "deep quotes": notebook_of(markdown(">" * 5_000 + " deep", "deep")),
    "deep brackets": notebook_of(markdown("[" * 10_000 + "(" * 10_000, "deep")),
    "deep elements": notebook_of(markdown("<div>" * 20_000, "deep")),
    "a formula that never ends": notebook_of(markdown("$" + "{" * 20_000 + "$", "deep")),
    "front matter that explodes": notebook_of(
        markdown("---\na: &a [x,x]\n" + "b: &b [*a,*a]\n" * 200 + "---", "front")
    ),
    "two cells of one name": notebook_of(markdown("One.", "same"), markdown("Two.", "same")),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_notebook_is_a_page_or_a_reason(kind: str, desk: Desk) -> None:
    preview = desk.preview(HOSTILE[kind])
    assert preview.html.startswith("<!DOCTYPE html>")
    json.dumps(preview.record()).encode()
    assert "galley-fault" not in {finding.rule for finding in preview.findings}
    assert "Afterwards." in desk.write(markdown("Afterwards.", "after")).html


@pytest.mark.parametrize("view", ["page", "feed", "card"])
@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_notebook_has_a_strict_policy_in_each_view(
    kind: str, view: str, desk: Desk
) -> None:
    around = desk.sessions.around(desk.content / "new.ipynb")
    page = render_page(HOSTILE[kind], "", around, view)
    told = json.loads(json.dumps(page.parts.record([])))
    names = [told["head"], told["top"], *(name for name, _ in told["blocks"] or ()), told["end"]]
    html = "".join(told["parts"][name] for name in names)
    assert html == page.parts.html
    head = unescape(html.partition("<title")[0])
    assert "default-src 'none'" in head
    assert set(re.findall(r"script-src ([^;]*)", head)) <= {f"'sha256-{_digest(frame_script())}'"}
    assert set(re.findall(r"<script>(.*?)</script>", html, re.DOTALL)) <= {frame_script()}


def _digest(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


def test_what_is_no_article_is_told_in_words(desk: Desk) -> None:
    preview = desk.write(markdown("word " * (LONGEST_TEXT // 4), "long"))
    assert "This notebook cannot be shown as a page yet" in preview.html
    (finding,) = preview.findings
    assert finding.message == "the notebook has more than 2,000,000 characters of text and code"


def test_changed_files_around_are_read_again(desk: Desk) -> None:
    cells = (markdown(FRONT_MATTER, "front"), markdown("See [@late2026].", "cited"))
    before = desk.write(*cells)
    entry = "\n@book{late2026, author={Late, Ann}, title={A late book}, year={2026}}\n"
    path = desk.content / "references.bib"
    path.write_text(path.read_text("utf-8") + entry, encoding="utf-8")
    after = desk.write(*cells)
    assert "A late book" not in before.html
    assert "A late book" in after.html
    rules = [{finding.rule for finding in preview.findings} for preview in (before, after)]
    assert "citation-unknown-key" in rules[0] - rules[1]


def test_a_broken_site_toml_is_told_and_the_page_is_shown(tmp_path: Path) -> None:
    (tmp_path / "site.toml").write_text("title = [", encoding="utf-8")
    path = tmp_path / "x.ipynb"
    path.write_text("{}", encoding="utf-8")
    sessions = Sessions(tmp_path)
    preview = render_preview(notebook_of(markdown("Words.", "words")), "", sessions.around(path))
    sessions.close()
    assert "Words." in preview.html
    (finding,) = preview.findings
    assert finding.place.file == "site.toml"


def test_a_notebook_without_a_site_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "lone.ipynb"
    path.write_text("{}", encoding="utf-8")
    sessions = Sessions(tmp_path)
    preview = render_preview(
        notebook_of(markdown("# Words\n\nMore.", "a")), "", sessions.around(path)
    )
    sessions.close()
    assert (preview.page.title, preview.page.cells) == ("Words", (("a", 1),))
    assert {finding.place.file for finding in preview.findings} <= {"lone.ipynb"}


def test_a_changed_word_is_shown_within_the_blink_of_an_eye(desk: Desk) -> None:
    name = "what-recovery-means.ipynb"  # 1,300 words, four figures
    notebook = in_memory(ARTICLES / name)
    desk.preview(notebook, name)
    seconds = []
    for number in range(10):
        cell_of(notebook, "answer")["source"] += f" Word{number}."
        before = process_time()  # what others do on this machine at the same time is not counted
        assert f"Word{number}" in desk.preview(notebook, name).html
        seconds.append(process_time() - before)
    assert median(seconds) < 0.3
