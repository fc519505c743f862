"""A folder that brings a store along: nothing that somebody else put into it is published."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from galley.seal import sealed, unsealed

pytestmark = pytest.mark.kernel

TRUE, EVIL = b"printed-by-the-code", b"written-by-somebody"
PART, SCRIPT = b'<meta name="color-scheme" content="light dark">', b"<script>window.galley_marker=1"
ENDED = SCRIPT + b"</script>".ljust(len(PART) - len(SCRIPT))


@pytest.fixture(scope="module")
def folder(builds: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a folder as one user, so that its store has everything a store may have."""
    folder = tmp_path_factory.mktemp("strange")
    site = 'base_url = "https://blog.example/"\nprecompress = true\n'
    builds.write_notebook(folder / "blog" / "own.ipynb", "# Own", "%%print('printed-by-the-code')")
    (folder / "blog" / "site.toml").write_text(site, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GALLEY_SEAL", "somebody else")
        run = builds.build(folder)
    assert run.code == 0, run.err
    assert TRUE in (folder / "site" / "own.html").read_bytes()
    return folder


def tamper(store: Path, change: Callable[[bytes], bytes]) -> int:
    """Change what a store holds, and everything that names it by its digest; return how much."""
    names: dict[bytes, bytes] = {}
    for path in [path for path in (store / "blobs").rglob("*") if path.is_file()]:
        data = path.read_bytes()
        if (new := change(data)) != data:
            digest = hashlib.sha256(new).hexdigest()
            names[hashlib.sha256(data).hexdigest().encode()] = digest.encode()
            (store / "blobs" / digest[:2]).mkdir(exist_ok=True)
            (store / "blobs" / digest[:2] / digest[2:]).write_bytes(new)
    records = [path for path in store.rglob("*.json") if "blobs" not in path.parts]
    # Executions first: they are named by their own digest, and lists name them.
    for path in sorted(records, key=lambda path: path.name.startswith("last-")):
        data = old = path.read_bytes()
        for before, after in names.items():
            data = data.replace(before, after)
        if data != old and path.stem == hashlib.sha256(old).hexdigest():
            names[path.stem.encode()] = hashlib.sha256(data).hexdigest().encode()
            path.with_name(f"{hashlib.sha256(data).hexdigest()}.json").write_bytes(data)
        path.write_bytes(data)
    return len(names)


def test_pages_that_somebody_put_into_the_store_are_made_anew(folder: Path, builds: Any) -> None:
    assert len(ENDED) == len(PART)
    assert tamper(folder / "blog" / ".galley", lambda data: data.replace(PART, ENDED)) > 0

    run = builds.build(folder)

    assert run.code == 0, run.err
    files = builds.files_of(run.site)
    assert [name for name, data in files.items() if b"galley_marker" in data] == []


def test_outcomes_that_no_code_here_had_are_not_shown(folder: Path, builds: Any) -> None:
    assert tamper(folder / "blog" / ".galley", lambda data: data.replace(TRUE, EVIL)) > 0

    run = builds.build(folder)

    assert run.code == 0, run.err
    assert TRUE in (run.site / "own.html").read_bytes()
    assert [name for name, data in builds.files_of(run.site).items() if EVIL in data] == []


def test_a_site_that_came_with_its_store_is_not_left_as_it_is(folder: Path, builds: Any) -> None:
    """Somebody's ledger says that nothing has changed, and their site lies where it is told."""
    builds.build(folder)
    page, listed = folder / "site" / "own.html", folder / "site" / ".galley-published.json"
    before = page.read_bytes()
    page.write_bytes(before.replace(PART, ENDED))
    old, new = (hashlib.sha256(data).hexdigest() for data in (before, page.read_bytes()))
    listed.write_text(listed.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GALLEY_SEAL", "somebody else")
        builds.build(folder)
        page.write_bytes(before.replace(PART, ENDED))

    run = builds.build(folder)

    assert b"galley_marker" not in page.read_bytes()
    assert run.code == 0


def test_a_record_is_worth_nothing_under_another_name_or_to_another_user(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    record = sealed({"keys": ["a"], "name": "\u00e9"}, "runs/a")

    assert unsealed(record, "runs/a") == {"keys": ["a"], "name": "\u00e9"}
    assert json.loads(record)["keys"] == ["a"]
    assert unsealed(record, "runs/b") is None
    assert unsealed(record.replace(b'"a"', b'"b"'), "runs/a") is None
    assert unsealed(json.dumps({"keys": ["a"]}).encode(), "runs/a") is None
    monkeypatch.setenv("GALLEY_SEAL", "another user")
    assert unsealed(record, "runs/a") is None


def test_a_users_secret_is_made_once_and_is_theirs_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GALLEY_CACHE", str(tmp_path / "cache"))
    record = sealed({"a": 1}, "name")
    secret = tmp_path / "cache" / "seal"

    assert unsealed(record, "name") == {"a": 1}
    assert len(secret.read_bytes()) == 32
    assert secret.stat().st_mode & 0o077 == 0


def test_without_a_place_for_a_secret_nothing_of_a_store_is_believed_by_the_next_build(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("GALLEY_CACHE", str(tmp_path / "file" / "cache"))

    assert unsealed(sealed({"a": 1}, "name"), "name") == {"a": 1}
