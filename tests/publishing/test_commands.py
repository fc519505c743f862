"""`galley publish`, `history` and `undo`, from a content folder to a folder that readers see."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.publishing.sites import article, heard

from galley.cli import run


@pytest.fixture(scope="module")
def blog(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a content folder that was published twice; each test works on a copy."""
    folder = tmp_path_factory.mktemp("publishing") / "blog"
    folder.mkdir()
    (folder / "site.toml").write_text(
        'title = "Blog"\nbase_url = "https://example.org/"\nsearch = false\n'
        '[publish.targets.web]\nto = "../www"\n',
        "utf-8",
    )
    article(folder, "window", "When is the window?")
    article(folder, "practice", "How much practice?", "Many hours of it.")
    patch = pytest.MonkeyPatch()
    patch.setenv("SOURCE_DATE_EPOCH", "1795600000")
    assert run(["publish", "--content", str(folder), "-o", str(folder / "site"), "--yes"]) == 0
    article(folder, "window", "When is the window?", "Other words.")
    article(folder, "bdnf", "Does BDNF matter?")
    (folder / "practice.ipynb").unlink()
    patch.setenv("SOURCE_DATE_EPOCH", "1795686400")
    assert run(["publish", "--content", str(folder), "-o", str(folder / "site"), "--yes"]) == 0
    patch.undo()
    return folder


@pytest.fixture
def here(blog: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(blog.parent, tmp_path / "all")
    monkeypatch.chdir(tmp_path / "all" / "blog")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795772800")
    return tmp_path / "all"


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_history_lists_what_was_published_and_what_readers_see(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = heard(capsys, "history").splitlines()

    assert lines[0] == "web: ../www, https://example.org/"
    assert lines[1].startswith("  2  2026-11-26 09:46  1 new, 1 changed, 1 removed; ")
    assert lines[1].endswith("  <- readers see this one")
    assert lines[2].startswith("  1  2026-11-25 09:46  2 new; ")
    assert "Other words." in (here / "www" / "window.html").read_text("utf-8")


def test_a_publish_lists_articles_by_title_and_sends_nothing_before_it_is_agreed_to(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article(here / "blog", "window", "When is the window?", "Again other words.")
    article(here / "blog", "hand", "Will my hand come back?")
    before = (here / "www" / "window.html").read_bytes()

    told = heard(capsys, "publish", code=1)

    assert told.startswith("To ../www: 1 new, 1 changed; ")
    assert "\nNew:\n  Will my hand come back?  (hand.html)\n" in told
    assert "\nChanged:\n  When is the window?  (window.html)\n" in told
    assert told.endswith(
        "Nothing was sent: there is no terminal to ask on.\n"
        "  Fix: look at the list above, then run it again with --yes.\n"
    )
    assert (here / "www" / "window.html").read_bytes() == before


def test_a_dry_run_names_every_file_and_touches_nothing(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article(here / "blog", "hand", "Will my hand come back?")
    before = {path: path.stat().st_mtime_ns for path in (here / "www").rglob("*")}

    told = heard(capsys, "publish", "--dry-run")

    assert "  feed.xml\n" in told
    assert told.endswith("\nNothing was sent.\n")
    assert {path: path.stat().st_mtime_ns for path in (here / "www").rglob("*")} == before
    assert "3  2026" not in heard(capsys, "history")


def test_a_second_publish_has_nothing_to_send(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert heard(capsys, "publish", "--yes") == (
        "Nothing to send: ../www is up to date.\nReaders find it at https://example.org/\n"
    )
    assert here.is_dir()


def test_undo_brings_the_version_before_back_and_undone_again_it_goes_forward(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    www = here / "www"
    shutil.rmtree(here / "blog" / "site")

    told = heard(capsys, "undo", "--yes")

    assert told.startswith("Back to version 1 of 2026-11-25 09:46.\nTo ../www: 1 new, 1 changed, ")
    assert "\nRemoved:\n  Does BDNF matter?  (bdnf.html)\n" in told
    assert (www / "practice.html").is_file()
    assert not (www / "bdnf.html").exists()
    assert "Other words." not in (www / "window.html").read_text("utf-8")
    heard(capsys, "undo", "--yes")
    assert (www / "bdnf.html").is_file()
    lines = heard(capsys, "history").splitlines()
    assert [line[:44] for line in lines[1:3]] == [
        "  4  2026-11-27 09:46  as version 2 again  <",
        "  3  2026-11-27 09:46  as version 1 again",
    ]


def test_undo_needs_no_notebook_and_no_kernel(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for notebook in (here / "blog").glob("*.ipynb"):
        notebook.write_text("broken", "utf-8")
    assert "Back to version 1" in heard(capsys, "undo", "--yes")


def test_an_article_with_an_error_is_not_published_and_the_page_that_readers_know_stays(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article(here / "blog", "window", "When is the window?", "It says so [@nobody2020].")
    article(here / "blog", "hand", "Will my hand come back?", "It says so [@nobody2020].")
    # Built without being strict, both have a page here.
    heard(capsys, "build", "-o", "site")

    told = heard(capsys, "publish", "--yes", code=1)

    www = here / "www"
    assert "Other words." in (www / "window.html").read_text("utf-8")
    assert not (www / "hand.html").exists()
    assert "hand.html" not in (www / "index.html").read_text("utf-8")
    assert "1 new" not in told


def test_status_says_in_a_line_what_is_published_where(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert heard(capsys, "status").splitlines()[-2:] == [
        "",
        "Published: web (../www), version 2 of 2026-11-26 09:46, https://example.org/",
    ]
    assert here.is_dir()


def test_a_version_that_is_not_there_is_said(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["undo", "--version", "9", "--yes"]) == 2
    assert capsys.readouterr().err == (
        "there is no version 9 that was published whole\n  Fix: galley history lists them\n"
    )
    assert here.is_dir()


@pytest.mark.parametrize(
    ("text", "arguments", "said"),
    [
        (
            "",
            (),
            "site.toml does not say where to publish\n"
            "  Fix: try it with a folder: galley publish --to ../public\n"
            "  Then write into site.toml: [publish.targets.web]\n"
            '  and below it: to = "../public"  # or "site.zip", or a repository\n',
        ),
        (
            '[publish.targets.web]\nto = "a"\n[publish.targets.pages]\nto = "b"\n',
            (),
            "there are several targets: web, pages\n"
            "  Fix: name one, for example galley publish web; or set default under [publish] in "
            "site.toml\n",
        ),
        (
            '[publish.targets.web]\nto = "a"\n',
            ("wep",),
            "there is no target 'wep'\n  Fix: did you mean 'web'?\n",
        ),
        (
            '[publish]\ncommand = ["rsync", "{site}"]\n',
            (),
            "site.toml does not say where to publish\n"
            "  Fix: it has a command, which 'Publish' in JupyterLab runs; write below it, for a "
            'list of changes and a way back: [publish.targets.web] and to = "../public"\n',
        ),
        (
            '[publish.targets.web]\nto = "gopher://example.org/"\n',
            (),
            "'gopher://example.org' begins with 'gopher://', which nothing here can reach\n"
            "  Fix: use for example s3://, gs://, abfs:// or sftp://, or a folder of this "
            "machine\n",
        ),
        (
            '[publish.targets.web]\nto = "https://example.org/blog/"\n',
            (),
            "'https://example.org/blog/' is no place that a site can be published to\n"
            "  Fix: give a folder, a file that ends in .zip, or the address of a repository\n",
        ),
    ],
)
def test_a_target_that_cannot_be_found_is_said_before_anything_is_built(
    empty: Path,
    capsys: pytest.CaptureFixture[str],
    text: str,
    arguments: tuple[str, ...],
    said: str,
) -> None:
    (empty / "site.toml").write_text(text, "utf-8")

    assert run(["publish", *arguments]) == 2
    assert capsys.readouterr().err == said
    assert not (empty / "site").exists()


@pytest.mark.parametrize(
    ("to", "why"),
    [
        (".", "'.' has your articles in it, drafts included"),
        ("..", "'..' has your articles in it, drafts included"),
        ("site", "in 'site' the site is built before it is published"),
        ("site/x", "in 'site/x' the site is built before it is published"),
    ],
)
def test_a_site_is_never_published_into_the_folders_it_is_made_in(
    empty: Path, capsys: pytest.CaptureFixture[str], to: str, why: str
) -> None:
    assert run(["publish", "--to", to]) == 2
    assert capsys.readouterr().err == (
        f"{why}\n  Fix: give a folder of its own, for example ../public\n"
    )
    assert not (empty / "site").exists()


@pytest.mark.parametrize("user", ["maria:ghp_5ecret", "ghp_5ecret", "glpat-5ecret"])
def test_a_password_in_an_address_is_refused_and_not_repeated(
    empty: Path, capsys: pytest.CaptureFixture[str], user: str
) -> None:
    assert run(["publish", "--to", f"https://{user}@example.org/blog.git"]) == 2
    said = capsys.readouterr().err
    assert "has a password in it\n  Fix: Take it out: https://" in said
    assert "example.org/blog.git. Galley asks for the password when it publishes" in said
    assert "5ecret" not in said
    assert not (empty / "site").exists()


def test_cleaning_the_store_keeps_what_undo_needs(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    heard(capsys, "clean", "--older-than", "0", "--larger-than", "0")

    assert "Back to version 1" in heard(capsys, "undo", "--yes")
    assert (here / "www" / "practice.html").is_file()


def test_the_files_for_hosts_are_offered_and_never_replaced(
    empty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (empty / ".git").mkdir()
    (empty / "my blog").mkdir()
    arguments = ["publish", "--content", "my blog", "--workflow"]

    assert [run([*arguments, host]) for host in ("github", "gitlab")] == [0, 0]
    github = empty / ".github" / "workflows" / "site.yml"
    assert "galley build 'my blog' --strict --output _site\n" in github.read_text("utf-8")
    gitlab = empty / ".gitlab-ci.yml"
    assert "    - galley build 'my blog' --strict --output public\n" in gitlab.read_text("utf-8")
    gitlab.write_text("mine", "utf-8")
    capsys.readouterr()
    assert run([*arguments, "gitlab"]) == 2
    assert capsys.readouterr().err == (
        f"there is a {gitlab.as_posix()} already, and it stays as it is\n"
        "  Fix: Move it away to have a new one, or add what is missing in it by hand.\n"
    )
    assert gitlab.read_text("utf-8") == "mine"
