from pathlib import Path

import pytest

from galley.console.content_path import ContentPath, check_output, resolve_content
from galley.findings import UsageError


def test_without_content_it_is_notebooks_if_there(tmp_path: Path) -> None:
    (tmp_path / "notebooks").mkdir()
    assert resolve_content(None, tmp_path).name == "notebooks"


def test_without_content_and_notebooks_it_is_the_current_folder(tmp_path: Path) -> None:
    assert resolve_content(None, tmp_path) == ContentPath(tmp_path.resolve(), "")


def test_a_path_with_spaces_and_accents_keeps_the_name_the_author_gave(tmp_path: Path) -> None:
    folder = tmp_path / "catatan étude"
    folder.mkdir()
    assert resolve_content("catatan étude/", tmp_path).name == "catatan étude"


def test_one_notebook_belongs_to_its_folder(tmp_path: Path) -> None:
    (tmp_path / "a.ipynb").touch()
    assert resolve_content("a.ipynb", tmp_path).folder == tmp_path.resolve()


def test_one_notebook_belongs_to_the_site_above_it(tmp_path: Path) -> None:
    (tmp_path / "part").mkdir()
    (tmp_path / "part" / "a.ipynb").touch()
    (tmp_path / "site.toml").touch()
    assert resolve_content("part/a.ipynb", tmp_path).root == tmp_path.resolve()


def test_a_misspelt_folder_is_a_usage_error_with_the_nearest(tmp_path: Path) -> None:
    (tmp_path / "notebooks").mkdir()
    with pytest.raises(UsageError) as raised:
        resolve_content("notebook", tmp_path)
    assert str(raised.value) == (
        "there is no folder or notebook 'notebook'\n  Fix: did you mean 'notebooks'?"
    )


def test_another_kind_of_file_is_a_usage_error(tmp_path: Path) -> None:
    (tmp_path / "a.docx").touch()
    with pytest.raises(UsageError) as raised:
        resolve_content("a.docx", tmp_path)
    assert str(raised.value) == (
        "'a.docx' is not a notebook\n"
        "  Fix: give a content folder, or a file that ends in .ipynb, .md or .qmd"
    )


def test_the_content_folder_itself_cannot_be_the_site(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as raised:
        check_output(tmp_path, ContentPath(tmp_path.resolve(), ""))
    assert "is the content folder itself\n  Fix: give another folder" in str(raised.value)


def test_a_site_may_lie_in_the_content_folder_but_not_around_it(tmp_path: Path) -> None:
    content = ContentPath(tmp_path.resolve() / "blog", "blog")
    content.path.mkdir()
    check_output(content.path / "site", content)
    check_output(tmp_path / "site", content)
    with pytest.raises(UsageError) as raised:
        check_output(tmp_path, content)
    assert "contains the content folder 'blog'\n  Fix: give another folder" in str(raised.value)
