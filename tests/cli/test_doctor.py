import sys
from pathlib import Path

import pytest

from galley.cli import run
from galley.commands.doctor import table_text
from galley.console.machine import (
    Part,
    find_kernel,
    find_pandoc,
    find_room,
    find_spelling,
    find_write_access,
)


def test_the_doctor_finds_what_the_tests_themselves_need(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["doctor", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    for name in ("Python", "Kernel python3", "pandoc", "Fonts", "Write access", "JupyterLab"):
        assert f"\n{name} " in f"\n{said}"
    assert said.endswith("Ready to build.\n")


def test_what_is_missing_comes_with_the_way_to_get_it() -> None:
    parts = (Part("pandoc", "missing", "not found", "pip install it"), Part("Fonts", "ok", "two"))
    assert table_text(parts) == (
        "pandoc  MISSING    not found\n        Fix: pip install it\nFonts   ok         two"
    )


def test_a_missing_part_makes_the_exit_code_1(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "data" / "kernels" / "python3"
    broken.mkdir(parents=True)
    (broken / "kernel.json").write_text(
        '{"argv": ["/gone/python", "-f", "{connection_file}"], "display_name": "x"}',
        encoding="utf-8",
    )
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "data"))
    assert run(["doctor", str(tmp_path)]) == 1
    said = capsys.readouterr().out
    assert "its program is gone: /gone/python" in said
    assert said.endswith("Missing: Kernel python3.\n")


def test_the_kernel_is_the_running_python() -> None:
    assert find_kernel().found == sys.executable


def test_pandoc_of_the_package_is_found_though_it_is_not_on_the_path(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "")
    assert find_pandoc().state == "ok"


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    part = find_write_access(tmp_path / "absent")
    assert part.state == "missing"
    assert part.fix == "use a folder of your own, or --output"


def test_room_is_looked_at_on_the_disk_of_the_folder(tmp_path: Path) -> None:
    assert find_room(tmp_path).found.endswith("MB free")


def test_dictionaries_are_looked_for_and_their_absence_is_said(tmp_path: Path) -> None:
    own = tmp_path / "dictionaries"
    own.mkdir()
    for suffix in (".aff", ".dic"):
        (own / f"id_ID{suffix}").touch()
    assert find_spelling(tmp_path, ()) == Part(
        "Spelling",
        "optional",
        "no dictionary of English: words are not checked",
        "put the .aff and .dic files of a Hunspell dictionary into dictionaries/ beside site.toml "
        "(Debian: sudo apt-get install hunspell-en-gb hunspell-id)",
    )
    for suffix in (".aff", ".dic"):
        (own / f"en_US{suffix}").touch()
    assert find_spelling(tmp_path, ()).state == "ok"
