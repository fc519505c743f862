"""Kept faces: the bytes of cut ones, cut again when anything differs, never a reason to fail."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from galley.html import fonts
from galley.html.face_cache import FaceCache
from galley.html.fonts import EXTENDED_FACES, Face, kept_font
from galley.user_cache import user_cache_folder

# The Greek capitals alone: a tenth of a second.
FACE = replace(EXTENDED_FACES[1], spans=((0x391, 0x3A9),))
CUT = kept_font(FACE, FaceCache(None))


@pytest.fixture
def cache(tmp_path: Path) -> FaceCache:
    return FaceCache(tmp_path / "cache" / "faces")


def _files(cache: FaceCache) -> list[Path]:
    assert cache.folder
    return sorted(cache.folder.iterdir())


def test_a_face_has_the_same_bytes_cut_kept_and_read_again(cache: FaceCache) -> None:
    assert kept_font(FACE, cache) == CUT
    (kept,) = _files(cache)
    assert kept.read_bytes() == CUT
    assert kept_font(FACE, cache) == CUT


def test_a_kept_face_is_not_cut_again(cache: FaceCache) -> None:
    script = (
        "import sys; from pathlib import Path; from dataclasses import replace\n"
        "from galley.html.fonts import EXTENDED_FACES, FaceCache, kept_font\n"
        "face = replace(EXTENDED_FACES[1], spans=((0x391, 0x3A9),))\n"
        "kept_font(face, FaceCache(Path(sys.argv[1])))\n"
        "print('fontTools' in sys.modules)\n"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", script, str(cache.folder)],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for _ in range(2)
    ]
    assert runs == ["True\n", "False\n"]


@pytest.mark.parametrize(
    "other",
    [replace(FACE, spans=((0x391, 0x3A8),)), replace(FACE, features=("kern",))],
    ids=["signs", "features"],
)
def test_a_face_made_otherwise_is_kept_beside(cache: FaceCache, other: Face) -> None:
    kept_font(FACE, cache)
    assert kept_font(other, cache) == kept_font(other, FaceCache(None))
    assert len(_files(cache)) == 2


def test_another_version_of_what_cuts_makes_it_again(
    cache: FaceCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept_font(FACE, cache)
    monkeypatch.setattr(fonts, "_version", lambda name: f"{name} 99")
    kept_font(FACE, cache)
    assert len(_files(cache)) == 2


@pytest.mark.parametrize("damage", [b"", CUT[:-1], CUT[:-1] + b"\x00\x00"])
def test_a_damaged_face_is_cut_again_and_mended(cache: FaceCache, damage: bytes) -> None:
    kept_font(FACE, cache)
    (kept,) = _files(cache)
    kept.write_bytes(damage)
    assert kept_font(FACE, cache) == CUT
    assert kept.read_bytes() == CUT


def test_a_folder_in_the_place_of_a_face_does_no_harm(cache: FaceCache) -> None:
    kept_font(FACE, cache)
    (kept,) = _files(cache)
    kept.unlink()
    kept.mkdir()
    assert kept_font(FACE, cache) == CUT
    assert _files(cache) == [kept], "nothing half-written is left"


def test_a_cache_that_cannot_be_made_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    for folder in (tmp_path / "file", tmp_path / "file" / "faces"):
        assert kept_font(FACE, FaceCache(folder)) == CUT


def test_the_cache_lies_where_the_variable_says_or_where_the_system_keeps_caches(
    tmp_path: Path,
) -> None:
    assert user_cache_folder({"GALLEY_CACHE": str(tmp_path)}) == tmp_path
    own = user_cache_folder({})
    assert own
    assert "galley" in own.parts


def test_a_user_without_a_home_has_no_cache() -> None:
    assert user_cache_folder({"GALLEY_CACHE": "~/.cache/galley"}) is None
