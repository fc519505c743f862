"""`galley unpublish`: the page says so, nothing else is sent, and who still names it is told."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from tests.publishing.sites import article, heard

from galley.cli import run
from galley.findings import UsageError
from galley.publishing.changes import Goal
from galley.publishing.staged import Staged
from galley.publishing.version import Version
from galley.publishing.withdrawing import goal_of_page_alone, pages_naming, with_withdrawal

REASON = 'The trial "A" was retracted.'
LINES = 'withdrawn:\n  date: 2026-11-27\n  reason: "The trial \\"A\\" was retracted."\n'


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a content folder with a published article that another one has a link to."""
    blog = tmp_path_factory.mktemp("unpublishing") / "blog"
    blog.mkdir()
    (blog / "site.toml").write_text(
        'title = "Blog"\nbase_url = "https://example.org/"\nsearch = false\n'
        '[publish.targets.web]\nto = "../www"\n',
        "utf-8",
    )
    article(blog, "window", "When is the window?")
    article(blog, "practice", "How much practice?", "See [the window](window.ipynb).")
    assert run(["publish", "--content", str(blog), "-o", str(blog / "site"), "--yes"]) == 0
    return blog


@pytest.fixture
def blog(published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(published.parent, tmp_path / "all")
    monkeypatch.chdir(tmp_path / "all" / "blog")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795772800")
    return tmp_path / "all" / "blog"


def page(blog: Path, name: str) -> str:
    return (blog.parent / "www" / name).read_text("utf-8")


def test_the_page_says_why_lists_lose_it_and_the_notebook_changes_nowhere_else(
    blog: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    notebook = blog / "window.ipynb"
    before = notebook.read_bytes()

    told = heard(capsys, "unpublish", "window", "--reason", REASON, "--yes")

    assert told.startswith(
        "'When is the window?' is taken off ../www. Its page stays at window.html and says why.\n"
        "Into window.ipynb, of which a copy is kept:\n"
        '  withdrawn:\n    date: 2026-11-27\n    reason: "The trial \\"A\\" was retracted."\n'
    )
    assert "\nStill with a link to it:\n  How much practice?  (practice.html)\n" in told
    assert "The trial &#34;A&#34; was retracted." in page(blog, "window.html")
    assert "window.html" not in page(blog, "index.html")
    assert "<title>When is the window?" not in page(blog, "feed.xml")
    added = 'withdrawn:\\n",\n    "  date: 2026-11-27\\n",\n    "  reason: '
    after = notebook.read_text("utf-8")
    assert added in after
    start = after.index("withdrawn:")
    end = after.index("---", start)
    assert (after[:start] + after[end:]).encode() == before
    lines = heard(capsys, "history").splitlines()
    assert lines[1].startswith("  2  2026-11-27 09:46  withdrawn: 2 changed; ")
    assert run(["restore", "window.ipynb", "--copy", "1", "--yes"]) == 0
    assert notebook.read_bytes() == before


def test_going_back_behind_a_withdrawal_is_said(
    blog: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = "Readers will see again what version 2 withdrew.\n"
    heard(capsys, "unpublish", "window", "--reason", REASON, "--yes")

    back, forward, back_again = (heard(capsys, "undo", "--yes") for _ in range(3))

    assert [said in told for told in (back, forward, back_again)] == [True, False, True]
    assert "was retracted" not in page(blog, "window.html")


def test_what_else_was_changed_here_stays_here(
    blog: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article(blog, "practice", "How much practice?", "Half a thought")
    article(blog, "hand", "Will my hand come back?")
    (blog / "images").mkdir()

    told = heard(capsys, "unpublish", "window", "--reason", REASON, "--yes")

    assert "\nTo ../www: 1 changed; " in told
    assert "\n  How much practice?  (practice.html)\n" in told.partition("Still with")[2]
    assert "How much practice?" not in told.partition("Still with")[0]
    assert "Other changes of yours were not sent, and lists and feeds are as before" in told
    assert "Half a thought" not in page(blog, "practice.html")
    assert not (blog.parent / "www" / "hand.html").exists()
    assert "The trial &#34;A&#34; was retracted." in page(blog, "window.html")


def test_an_error_in_the_article_is_no_reason_to_leave_it_there(
    blog: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article(blog, "window", "When is the window?", "It says so [@nobody2020].")

    heard(capsys, "unpublish", "window", "--reason", REASON, "--yes")

    assert "The trial &#34;A&#34; was retracted." in page(blog, "window.html")


def test_nothing_is_written_before_it_is_agreed_to(
    blog: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (blog / "window.ipynb").read_bytes()

    dry = heard(capsys, "unpublish", "window", "--reason", REASON, "--dry-run")
    told = heard(capsys, "unpublish", "window", "--reason", REASON, code=1)

    assert dry.endswith("\nNothing was written, and nothing was sent.\n")
    assert told.endswith(
        "\nNothing was written: there is no terminal to ask on.\n  Fix: run it again with --yes.\n"
    )
    assert (blog / "window.ipynb").read_bytes() == before


def test_without_a_reason_nothing_is_withdrawn(
    blog: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["unpublish", "window", "--yes"]) == 2
    assert capsys.readouterr().err == (
        "readers are told why an article was withdrawn, and there is no reason\n"
        '  Fix: give it with --reason "The trial it rests on was retracted."\n'
    )
    article(blog, "hand", "Will my hand come back?")
    assert run(["unpublish", "hand", "--reason", REASON, "--yes"]) == 2
    assert capsys.readouterr().err.endswith(
        "'Will my hand come back?' is not in ../www\n"
        "  Fix: what nobody is to see yet gets draft: true in its front matter\n"
    )
    more = "withdrawn: {date: 2026-11-22, reason: Wrong.}\n"
    article(blog, "window", "When is the window?", more=more)
    assert run(["unpublish", "window", "--reason", REASON, "--yes"]) == 2
    assert capsys.readouterr().err == (
        "window.ipynb was withdrawn on 2026-11-22 already\n"
        "  Fix: galley publish sends what has changed since\n"
    )


def test_a_withdrawal_is_written_at_the_end_of_the_front_matter() -> None:
    day = date(2026, 11, 27)
    assert with_withdrawal("---\ntitle: x\n---\nText", day, REASON) == (
        f"---\ntitle: x\n{LINES}---\nText"
    )
    with pytest.raises(UsageError) as raised:
        with_withdrawal("# Title\n- date: 2026-11-20", day, REASON)
    assert str(raised.value) == (
        "the front matter is not written between --- lines\n"
        "  Fix: write withdrawn: {date: 2026-11-27, reason: ...} into it by hand, then publish"
    )


def test_one_page_alone_takes_its_files_along_and_leaves_all_others() -> None:
    public = Version(1, "", "www", {"a.html": "a1", "a/x.csv": "x", "b.html": "b1"})
    made = {"a.html": "a2", "b.html": "b2", "c.html": "c", "assets/new.css": "s"}
    staged = Staged(Path(), Goal(made, dict.fromkeys(made, 5)), {"a.html": "A"})

    goal = goal_of_page_alone(public, staged, {"a.html"}, len)

    assert goal.digests == {"a.html": "a2", "b.html": "b1", "assets/new.css": "s"}
    assert goal.sizes == {"a.html": 5, "b.html": 2, "assets/new.css": 5}


def test_links_are_followed_from_where_they_stand() -> None:
    site = {
        "a.html": b"",
        "id/b.html": b'<a href="../a.html#x">',
        "id/c.html": b'<a href="a.html">',
        "d.html": b'<a href="id/a.html">a.html',
    }
    assert list(pages_naming(["a.html"], site, site.__getitem__)) == ["id/b.html"]
