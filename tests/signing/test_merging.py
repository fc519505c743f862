"""Two people sign on two branches: git joins the file, or Galley says where it could not."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from galley.findings import ContentError
from galley.signing.fingerprint import Fingerprint
from galley.signing.signatures import Signed, parse_signed, render_signed
from galley.signing.texts import TEXT

DAY = date(2026, 11, 22)
SEEN = Fingerprint("a", "b", {"x": "1"})
BASE = Signed().sign(["JAMA-1"], "dr. A", DAY, SEEN)

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def merged(folder: Path, ours: Signed, theirs: Signed) -> str:
    for name, signed in (("ours", ours), ("base", BASE), ("theirs", theirs)):
        (folder / name).write_text(render_signed(signed, {}), encoding="utf-8")
    return subprocess.run(
        ["git", "merge-file", "--stdout", "ours", "base", "theirs"],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    ).stdout


def test_what_one_person_signed_is_joined_by_git(tmp_path: Path) -> None:
    signed = BASE.sign([TEXT], "dr. B", DAY, Fingerprint("a", "b", {"x": "2"}))
    assert parse_signed(merged(tmp_path, signed, BASE), "x.yml") == signed


def test_what_two_signed_at_the_same_time_is_told(tmp_path: Path) -> None:
    ours = BASE.sign([TEXT], "dr. B", DAY, Fingerprint("a", "b", {"x": "2"}))
    theirs = BASE.sign([TEXT], "dr. C", DAY, Fingerprint("a", "b", {"x": "3"}))
    with pytest.raises(ContentError) as refused:
        parse_signed(merged(tmp_path, ours, theirs), "sheets/x.en.yml")
    (finding,) = refused.value.findings
    assert str(finding) == (
        "sheets/x.en.yml: two people signed at the same time, and git could not join their "
        "signatures\n"
        "  Fix: Take one side with 'git checkout --ours' or '--theirs', and let the other person "
        "sign again."
    )
