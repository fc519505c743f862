"""Reading a whole content folder."""

from __future__ import annotations

import hashlib
import json
import os
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from galley.findings import ContentError, Finding, UsageError
from galley.workspace import Workspace, find_upwards, read_workspace

BILINGUAL = 'languages = ["en", "id"]\n'


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "notebooks"
    folder.mkdir()
    return folder


def put(folder: Path, name: str, *sources: str, **metadata: Any) -> Path:
    """Write a notebook of Markdown cells."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    cells = [{"cell_type": "markdown", "source": text, "metadata": {}} for text in sources]
    raw = {"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": cells}
    path.write_text(json.dumps(raw), encoding="utf-8")
    return path


def site(folder: Path, text: str) -> None:
    (folder / "site.toml").write_text(text, encoding="utf-8")


def read(folder: Path) -> Workspace:
    return read_workspace(folder, "notebooks")


def slugs(workspace: Workspace) -> dict[str, str]:
    return {source.file: source.slug for source in workspace.sources}


def texts(findings: tuple[Finding, ...]) -> list[str]:
    return [str(finding) for finding in findings]


def test_a_notebook_becomes_a_source(content: Path) -> None:
    path = put(content, "timing.ipynb", "---\ntitle: When?\ndate: 2026-11-20\n---", "Body.")
    workspace = read(content)
    [source] = workspace.sources
    assert (source.file, source.slug, source.lang) == ("notebooks/timing.ipynb", "timing", "en")
    assert (source.title, source.translation_of, source.has_front_matter) == ("When?", None, True)
    assert [cell.source for cell in source.notebook.cells] == ["Body."]
    assert source.digest == hashlib.sha256(path.read_bytes()).hexdigest()
    assert source.path == path.resolve()
    assert (workspace.findings, workspace.broken, source.findings) == ((), (), ())


def test_a_foreign_notebook_needs_nothing(content: Path) -> None:
    put(content, "My first Notebook.ipynb", "text")
    [source] = read(content).sources
    assert (source.slug, source.title) == ("my-first-notebook", "My first Notebook")
    assert source.has_front_matter is False


def test_a_title_in_metadata_alone_is_no_front_matter(content: Path) -> None:
    put(content, "x.ipynb", "text", title="From a tool")
    [source] = read(content).sources
    assert (source.title, source.has_front_matter) == ("From a tool", False)


def test_the_folders_of_tools_and_published_sites_are_not_searched(content: Path) -> None:
    for folder in (".ipynb_checkpoints", ".galley", "_build", "node_modules", "site"):
        put(content, f"{folder}/x.ipynb", "text")
    (content / "site" / ".galley-published.json").write_text("{}", encoding="utf-8")
    put(content, ".hidden.ipynb")
    put(content, "deep/er/x.IPYNB", "text")
    assert slugs(read(content)) == {"notebooks/deep/er/x.IPYNB": "deep/er/x"}


def test_a_notebook_whose_name_begins_with_an_underscore_is_left_out_and_said(
    content: Path,
) -> None:
    put(content, "_draft.ipynb")
    put(content, "x.ipynb")
    workspace = read(content)
    assert slugs(workspace) == {"notebooks/x.ipynb": "x"}
    assert texts(workspace.findings) == [
        (
            "notebooks/_draft.ipynb: the notebook is left out, because its name begins with _\n"
            "  Fix: Rename it to publish it."
        )
    ]


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_out_of_the_content_folder_is_not_followed(content: Path, tmp_path: Path) -> None:
    outside = put(tmp_path, "secret.ipynb", "text")
    (content / "x.ipynb").symlink_to(outside)
    (content / "folder").symlink_to(tmp_path)
    workspace = read(content)
    assert workspace.sources == ()
    assert [finding.message for finding in workspace.findings] == [
        "the notebook is left out, because it is a link to a file outside the content folder",
        "the folder has no notebooks",
    ]


def test_spaces_and_accents_in_paths_become_plain_slugs(content: Path) -> None:
    decomposed = unicodedata.normalize("NFD", "été à Zürich")
    put(content, f"{decomposed}/Größe 1.ipynb", "text")
    assert slugs(read(content)) == {"notebooks/été à Zürich/Größe 1.ipynb": "ete-a-zurich/grosse-1"}


def test_slug_in_front_matter_changes_the_last_part(content: Path) -> None:
    put(content, "part/x.ipynb", "---\nslug: other\n---")
    assert slugs(read(content)) == {"notebooks/part/x.ipynb": "part/other"}


_LONG = "n" * 240


@pytest.mark.parametrize(
    ("name", "slug", "reason"),
    [
        ("index.ipynb", "index-1", "'index' is an address that Galley uses itself"),
        (
            "archive-2024.ipynb",
            "archive-2024-1",
            "'archive-2024' is an address that Galley uses itself",
        ),
        ("tags/x.ipynb", "tags-1/x", "'tags' is an address that Galley uses itself"),
        ("con.ipynb", "con-1", "'con' is no file name on Windows"),
        ("!!.ipynb", "233d26e97f", "no letter or digit is left of its name"),
        (f"{_LONG}.ipynb", f"{'n' * 80}-", "a part of it is longer than 200 characters"),
    ],
)
def test_a_name_that_cannot_be_an_address_gets_one(
    content: Path, name: str, slug: str, reason: str
) -> None:
    site(content, BILINGUAL)
    put(content, name, "text")
    [source] = read(content).sources
    assert source.slug.startswith(slug)
    assert texts(source.findings) == [
        (
            f"notebooks/{name}: the article is at '{source.slug}', since its name cannot be an "
            f"address: {reason}\n"
            "  Fix: Rename the notebook or its folder, or write another slug: in its front matter."
        )
    ]


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("x.ipynb", "---\nslug: index\n---", "'index' is an address that Galley uses itself"),
        ("id/x.ipynb", "text", "'id' is where the pages in that language are"),
    ],
)
def test_an_address_of_galleys_own_is_refused(
    content: Path, name: str, text: str, reason: str
) -> None:
    site(content, BILINGUAL)
    put(content, name, text)
    put(content, "fine.ipynb", "text")
    workspace = read(content)
    assert slugs(workspace) == {"notebooks/fine.ipynb": "fine"}
    [broken] = workspace.broken
    assert texts(broken.findings) == [
        (
            f"notebooks/{name}: the article cannot have this address: {reason}\n"
            "  Fix: Rename the notebook or its folder, or write another slug: in its front matter."
        )
    ]


def test_a_name_that_is_reserved_at_the_top_is_free_in_a_folder(content: Path) -> None:
    put(content, "deep/index.ipynb", "text")
    assert slugs(read(content)) == {"notebooks/deep/index.ipynb": "deep/index"}


def test_a_translation_shares_the_address_of_its_original(content: Path) -> None:
    site(content, BILINGUAL)
    put(content, "x.ipynb", "---\nslug: timing\n---")
    put(content, "x.id.ipynb", "# Judul")
    original, translation = sorted(read(content).sources, key=lambda source: source.lang)
    assert (original.slug, original.lang, original.translation_of) == ("timing", "en", None)
    assert (translation.slug, translation.lang) == ("timing", "id")
    assert (translation.translation_of, translation.title) == ("timing", "Judul")


def test_a_translation_may_have_a_slug_of_its_own(content: Path) -> None:
    site(content, BILINGUAL)
    put(content, "part/x.ipynb", "text")
    put(content, "part/x.id.ipynb", "---\nslug: waktu\n---")
    sources = {source.lang: source for source in read(content).sources}
    assert (sources["id"].slug, sources["id"].translation_of) == ("part/waktu", "part/x")


def test_a_language_code_without_original_or_without_language_is_only_a_name(content: Path) -> None:
    site(content, BILINGUAL)
    for name in ("x.ipynb", "x.de.ipynb", "y.id.ipynb", "v1.2.ipynb"):
        put(content, name, "text")
    workspace = read(content)
    assert all(source.translation_of is None for source in workspace.sources)
    assert slugs(workspace)["notebooks/x.de.ipynb"] == "x-de"
    assert texts(workspace.findings) == [
        (
            "notebooks/x.de.ipynb: the file is named like a translation, but "
            "site.toml has no language "
            "'de'\n"
            '  Fix: Write in site.toml: languages = ["en", "id", "de"]'
        ),
        (
            "notebooks/y.id.ipynb: the file is named like a translation of "
            "y.ipynb, which is not there\n"
            "  Fix: Rename the file, or add the original beside it."
        ),
    ]


def test_a_language_that_contradicts_the_file_name_is_an_error(content: Path) -> None:
    site(content, BILINGUAL)
    put(content, "x.ipynb", "text")
    put(content, "x.id.ipynb", "---\nlang: en\n---")
    [translation] = [source for source in read(content).sources if source.translation_of]
    assert translation.lang == "id"
    assert texts(translation.findings) == [
        (
            "notebooks/x.id.ipynb#cell-1: 'lang' is 'en', but the file's name says 'id'\n"
            "  Fix: Remove lang: from the front matter, or rename the file."
        )
    ]


def test_a_language_the_site_does_not_have_is_an_error_only_where_there_is_a_site(
    content: Path,
) -> None:
    put(content, "x.ipynb", "---\nlang: de\n---")
    [source] = read(content).sources
    assert (source.lang, source.findings) == ("de", ())
    site(content, BILINGUAL)
    [source] = read(content).sources
    assert texts(source.findings) == [
        (
            "notebooks/x.ipynb#cell-1: 'lang' is 'de', which is not one of the site's languages\n"
            "  Fix: Languages in site.toml: en, id; add 'de' to languages there."
        )
    ]


def test_an_unknown_category_is_answered_with_the_nearest_and_the_list(content: Path) -> None:
    site(content, 'categories = ["Recovery", "Synapses"]')
    put(content, "x.ipynb", "---\ncategory: Recvery\n---")
    [source] = read(content).sources
    assert texts(source.findings) == [
        (
            "notebooks/x.ipynb#cell-1: unknown category 'Recvery'\n"
            "  Fix: did you mean 'Recovery'? Categories in site.toml: Recovery, Synapses."
        )
    ]


def test_two_notebooks_with_one_address_are_both_set_aside(content: Path) -> None:
    put(content, "a.ipynb", "---\nslug: x\n---")
    put(content, "b.ipynb", "text")
    put(content, "x.ipynb", "text")
    workspace = read(content)
    assert slugs(workspace) == {"notebooks/b.ipynb": "b"}
    assert [(broken.file, broken.slug) for broken in workspace.broken] == [
        ("notebooks/a.ipynb", "x"),
        ("notebooks/x.ipynb", "x"),
    ]
    assert texts(workspace.broken[1].findings) == [
        (
            "notebooks/x.ipynb: the address x.html is also that of notebooks/a.ipynb\n"
            "  Fix: Rename one of the notebooks, or write another slug: in its front matter."
        )
    ]


def test_an_edition_and_an_article_cannot_have_one_address(content: Path) -> None:
    put(content, "x.ipynb", "---\neditions: {patient: {}, clinician: {}}\n---")
    put(content, "x/clinician.ipynb", "text")
    messages = [broken.findings[0].message for broken in read(content).broken]
    assert messages == [
        (
            "the address x/clinician.html of edition 'clinician' is also that of "
            "notebooks/x/clinician.ipynb"
        ),
        "the address x/clinician.html is also that of notebooks/x.ipynb",
    ]


def test_a_broken_notebook_never_stops_the_others(content: Path) -> None:
    (content / "empty.ipynb").touch()
    (content / "page.ipynb").write_text("<html>", encoding="utf-8")
    put(content, "yaml.ipynb", "---\nslug: old-address\ntitle: a: b\ndraft: true\n---")
    put(content, "fine.ipynb", "text")
    workspace = read(content)
    assert slugs(workspace) == {"notebooks/fine.ipynb": "fine"}
    assert [
        (broken.slug, texts(broken.findings)[0].split("\n")[0]) for broken in workspace.broken
    ] == [
        ("empty", "notebooks/empty.ipynb: the file is empty"),
        ("page", "notebooks/page.ipynb: the file is a web page, not a notebook"),
        (
            "old-address",
            (
                "notebooks/yaml.ipynb#cell-1:3: front matter cannot be read: a "
                "text with a colon in it "
                "needs quotes"
            ),
        ),
    ]


def test_authors_are_those_of_the_site(content: Path) -> None:
    site(content, '[authors.editors]\nname = "Galley example"')
    put(content, "x.ipynb", "---\nauthors: [editors]\n---")
    [source] = read(content).sources
    assert source.front_matter.authors[0].name == "Galley example"


def test_one_notebook_is_read_with_the_site_around_it(content: Path) -> None:
    site(content, BILINGUAL)
    put(content, "deep/x.ipynb", "text")
    put(content, "y.ipynb", "text")
    workspace = read_workspace(content / "deep" / "x.ipynb", "notebooks/deep/x.ipynb")
    assert (workspace.root, workspace.name) == (content.resolve(), "notebooks")
    assert set(slugs(workspace)) == {"notebooks/deep/x.ipynb", "notebooks/y.ipynb"}
    assert workspace.selected == {"notebooks/deep/x.ipynb"}


def test_one_notebook_without_a_site_is_read_alone(content: Path) -> None:
    put(content, "x.ipynb", "text")
    put(content, "y.ipynb", "text")
    (content.parent / "references.bib").write_text("@misc{a, title={A}}", encoding="utf-8")
    workspace = read_workspace(content / "x.ipynb", "x.ipynb")
    assert slugs(workspace) == {"x.ipynb": "x"}
    assert (workspace.bibliography.keys, workspace.bibliography.file) == (
        ("a",),
        "../references.bib",
    )


def test_a_notebook_that_was_asked_for_is_read_whatever_its_name(content: Path) -> None:
    site(content, "")
    put(content, "_draft.ipynb", "text")
    workspace = read_workspace(content / "_draft.ipynb", "_draft.ipynb")
    assert (slugs(workspace), workspace.findings) == ({"_draft.ipynb": "draft"}, ())


def test_the_current_folder_has_no_name(content: Path) -> None:
    put(content, "x.ipynb", "text")
    assert set(slugs(read_workspace(content, ""))) == {"x.ipynb"}
    assert set(slugs(read_workspace(content, "."))) == {"x.ipynb"}


def test_the_bibliography_is_read_and_its_faults_are_findings(content: Path) -> None:
    put(content, "x.ipynb", "text")
    (content / "references.bib").write_text("@misc{a}\n@misc{a}", encoding="utf-8")
    workspace = read(content)
    assert workspace.bibliography_path == content.resolve() / "references.bib"
    assert workspace.bibliography_text == "@misc{a}"
    assert [str(finding.place) for finding in workspace.findings] == ["notebooks/references.bib:2"]


def test_csl_json_is_read_where_there_is_no_bibtex(content: Path) -> None:
    put(content, "x.ipynb", "text")
    (content / "references.json").write_text('[{"id": "a"}]', encoding="utf-8")
    assert read(content).bibliography.keys == ("a",)


def test_an_old_encoding_of_the_bibliography_is_read_with_a_warning(content: Path) -> None:
    put(content, "x.ipynb", "text")
    (content / "references.bib").write_bytes("@misc{a, title={é}}".encode("cp1252"))
    workspace = read(content)
    assert workspace.bibliography.entries["a"].title == "é"
    assert workspace.findings[0].rule == "bibliography-not-utf-8"


def test_a_wrong_site_toml_stops_with_all_its_errors(content: Path) -> None:
    site(content, 'timezone = "x"\nstrict = "x"')
    with pytest.raises(ContentError) as caught:
        read(content)
    assert len(caught.value.findings) == 2


def test_a_missing_logo_is_said(content: Path) -> None:
    site(content, 'logo = "logo.svg"')
    put(content, "x.ipynb", "text")
    assert texts(read(content).findings) == [
        (
            "notebooks/site.toml: 'logo' is 'logo.svg', which is not there\n"
            "  Fix: Put the file into the content folder, or remove logo from site.toml."
        )
    ]


def test_an_empty_folder_is_said(content: Path) -> None:
    assert texts(read(content).findings) == [
        (
            "notebooks: the folder has no notebooks\n"
            '  Fix: Make one with galley new "Title", or name another folder.'
        )
    ]


def test_a_folder_that_is_not_there_is_a_wrong_command(content: Path) -> None:
    with pytest.raises(UsageError, match="there is no folder or notebook 'notebooks/x'"):
        read_workspace(content / "x", "notebooks/x")
    (content / "a.txt").touch()
    with pytest.raises(UsageError, match=r"'a\.txt' is not a notebook"):
        read_workspace(content / "a.txt", "a.txt")


def test_files_are_found_beside_then_upwards_then_in_the_current_folder(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    assert find_upwards(content, "galley-test.txt") is None
    for folder in (elsewhere, tmp_path, content):
        (folder / "galley-test.txt").touch()
        expected = folder.resolve() / "galley-test.txt"
        assert find_upwards(content, "galley-test.txt") == expected


def test_notices_reach_the_works_they_are_about(content: Path) -> None:
    put(content, "a.ipynb", "Body.")
    (content / "references.ris").write_text("TY  - BOOK\nTI  - A\nDO  - 10.1/X\nID  - a\nER  - \n")
    (content / "retractions.csv").write_text("doi,kind\n10.1/x,retraction\n10.1/y,lost\n")
    workspace = read(content)
    assert workspace.bibliography.notices["a"].kind == "retraction"
    assert [finding.place.file for finding in workspace.findings] == ["notebooks/retractions.csv"]
