from pathlib import Path

from galley.execution.files import read_code_inputs, read_named_inputs


def names(root: Path, code: str = "", **options: object) -> list[str]:
    return sorted(read_code_inputs(root, code, **options))  # type: ignore[arg-type]


def write(root: Path, *files: str) -> None:
    for name in files:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")


def test_modules_data_and_images_count_in_every_folder(tmp_path: Path) -> None:
    write(tmp_path, "data.csv", "deep/er/model.py", "brain.png", "settings.toml")
    assert names(tmp_path) == ["brain.png", "data.csv", "deep/er/model.py", "settings.toml"]


def test_writing_hidden_and_compiled_files_do_not_count(tmp_path: Path) -> None:
    write(tmp_path, "a.ipynb", "notes.md", "references.bib", "site.toml", "glossary.yml")
    write(tmp_path, ".galley/runs/x.json", ".git/config", "__pycache__/m.cpython-311.pyc", ".env")
    assert names(tmp_path) == []


def test_the_site_folder_does_not_count(tmp_path: Path) -> None:
    write(tmp_path, "site/index.html", "data.csv")
    assert names(tmp_path, excluded=[tmp_path / "site"]) == ["data.csv"]


def test_writing_counts_where_code_names_it(tmp_path: Path) -> None:
    write(tmp_path, "notes.md", "references.bib", "site.toml")
    assert names(tmp_path, "open('references.bib')") == ["references.bib"]
    assert names(tmp_path, "open('site.toml')") == ["site.toml"]


def test_writing_counts_where_a_module_lists_folders(tmp_path: Path) -> None:
    write(tmp_path, "notes.md")
    (tmp_path / "reader.py").write_text("from glob import glob", encoding="utf-8")
    assert names(tmp_path) == ["notes.md", "reader.py"]


def test_a_changed_file_has_another_digest(tmp_path: Path) -> None:
    write(tmp_path, "data.csv")
    before = read_code_inputs(tmp_path, "")
    (tmp_path / "data.csv").write_text("other", encoding="utf-8")
    assert read_code_inputs(tmp_path, "") != before


def test_a_link_to_the_folder_itself_and_a_dead_link_do_no_harm(tmp_path: Path) -> None:
    write(tmp_path, "data.csv")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "dead.csv").symlink_to(tmp_path / "nowhere.csv")
    assert read_code_inputs(tmp_path, "")["dead.csv"] == ""
    assert names(tmp_path) == ["data.csv", "dead.csv"]


def test_what_the_front_matter_names_counts_whatever_it_is(tmp_path: Path) -> None:
    write(tmp_path, "deep/notes.md", "deep/.hidden/x.csv", "other.bib")
    named = read_named_inputs(
        tmp_path, tmp_path / "deep", ["*.md", ".hidden/x.csv", "../other.bib", "gone.csv"]
    )
    assert sorted(named) == ["deep/.hidden/x.csv", "deep/notes.md", "other.bib"]


def test_nothing_outside_the_content_folder_is_read(tmp_path: Path) -> None:
    write(tmp_path, "secret.txt", "content/a.csv")
    content = tmp_path / "content"
    named = read_named_inputs(content, content, ["../secret.txt", str(tmp_path / "secret.txt")])
    assert named == {}
