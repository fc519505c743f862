"""What is wrong with content or machine: one line with its place, a fix, and nothing is lost."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.kernel

BIBLIOGRAPHY = "@article{bi2001, author={Bi, G}, title={T}, journal={J}, year={2001}}\n"
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def write_blog(builds, folder: Path) -> Path:
    """Write a folder of two good articles, one of which needs pandoc."""
    content = folder / "blog"
    builds.write_notebook(content / "cited.ipynb", "# Cited", "Words [@bi2001] and $x^2$.")
    builds.write_notebook(content / "plain.ipynb", "# Plain", "Words.")
    content.joinpath("references.bib").write_text(BIBLIOGRAPHY, encoding="utf-8")
    return content


@pytest.fixture(scope="module")
def published(builds, tmp_path_factory) -> Path:
    """Return a folder with a content folder and its published site; to be copied."""
    folder = tmp_path_factory.mktemp("published")
    write_blog(builds, folder)
    assert builds.build(folder).code == 0
    return folder


@pytest.fixture
def blog(published: Path, tmp_path: Path) -> Path:
    """Return a copy of the published folder in which every article has a new text."""
    folder = tmp_path / "a blog é"
    shutil.copytree(published, folder)
    for path in folder.glob("blog/*.ipynb"):
        text = path.read_text(encoding="utf-8").replace("Words", "New words")
        path.write_text(text, encoding="utf-8")
    return folder


# ------------------------------------------------------------------ content

BAD = {
    "yaml": '["---\\ntitle: [open\\n---", "Text"]',
    "json": '{"name": "package"}',
    "empty": "",
    "text": "my notes",
}


@pytest.fixture(scope="module")
def bad(builds, tmp_path_factory):
    """Return the second run over a folder in which much is wrong, after a first good one."""
    folder = tmp_path_factory.mktemp("bad")
    content = write_blog(builds, folder)
    for name in ("yaml", "json", "empty", "text", "My Title", "image"):
        builds.write_notebook(content / f"{name}.ipynb", f"# {name}", f"First words of {name}.")
    assert builds.build(folder).code == 0
    builds.write_notebook(content / "yaml.ipynb", "---\ntitle: [open\ndate: 2026\n---", "Text")
    for name in ("json", "empty", "text"):
        content.joinpath(f"{name}.ipynb").write_text(BAD[name], encoding="utf-8")
    builds.write_notebook(content / "my-title.ipynb", "# Another")
    builds.write_notebook(content / "image.ipynb", "# image", "![A hand](hand.png)")
    builds.write_notebook(content / "plain.ipynb", "# Plain", "New words.")
    return builds.build(folder)


def test_bad_content_gives_exit_code_1_and_the_rest_is_built(bad):
    assert bad.code == 1
    assert ", 6 failed.\n" in bad.out
    assert "New words." in (bad.site / "plain.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "said",
    [
        "blog/yaml.ipynb#cell-1:2: front matter cannot be read: a bracket is opened here and not"
        " closed\n  Fix: Add the closing bracket or a comma.\n",
        "blog/json.ipynb: the file is JSON, but not a notebook: it has no list of cells\n"
        "  Fix: Remove it from the content folder, or give it another suffix than .ipynb.\n",
        "blog/empty.ipynb: the file is empty\n"
        "  Fix: Remove it, or restore the notebook from a copy.\n",
        "blog/text.ipynb: the file is not a notebook: it is not JSON\n"
        "  Fix: Remove it from the content folder, or give it another suffix than .ipynb.\n",
        "blog/My Title.ipynb: the address my-title.html is also that of blog/my-title.ipynb\n"
        "  Fix: Rename one of the notebooks, or write another slug: in its front matter.\n",
        "blog/my-title.ipynb: the address my-title.html is also that of blog/My Title.ipynb\n"
        "  Fix: Rename one of the notebooks, or write another slug: in its front matter.\n",
        "blog/image.ipynb#cell-2:1: the image 'hand.png' is not there\n"
        "  Fix: put the file beside the notebook, or correct its name (capitals count).\n",
    ],
    ids=lambda said: said.partition(":")[0],
)
def test_each_mistake_is_one_line_with_its_place_and_a_fix(bad, said):
    assert said in bad.err
    assert "Traceback" not in bad.err


@pytest.mark.parametrize("page", ["yaml", "json", "empty", "text", "my-title"])
def test_the_page_published_before_stays_and_is_still_listed(bad, page):
    words = {"my-title": "My Title"}.get(page, page)
    html = (bad.site / f"{page}.html").read_text(encoding="utf-8")

    assert f"First words of {words}." in html
    assert f'href="{page}.html"' in (bad.site / "index.html").read_text(encoding="utf-8")


def test_an_unknown_edition_is_a_usage_error_and_changes_nothing(builds, blog):
    before = builds.files_of(blog / "site")
    builds.write_notebook(
        blog / "blog" / "two.ipynb", "---\ntitle: Two\neditions: {patient: {}, clinician: {}}\n---"
    )

    run = builds.build(blog, "blog", "--edition", "clinican")

    assert run.code == 2
    assert run.err.endswith(
        "no article has an edition 'clinican'\n"
        "  Fix: did you mean 'clinician'? The editions are: clinician, patient.\n"
    )
    assert builds.files_of(blog / "site") == before


def test_a_broken_site_toml_stops_the_build_and_changes_nothing(builds, blog):
    before = builds.files_of(blog / "site")
    (blog / "blog" / "site.toml").write_text("title = \n", encoding="utf-8")

    run = builds.build(blog)

    assert run.code == 1
    assert run.err.startswith("blog/site.toml:1")
    assert "\n  Fix: " in run.err
    assert builds.files_of(blog / "site") == before


def test_a_broken_bibliography_keeps_no_article_from_being_built(builds, blog):
    (blog / "blog" / "references.bib").write_text("@article{bi2001, title={open", "utf-8")

    run = builds.build(blog)

    assert "New words" in (run.site / "plain.html").read_text(encoding="utf-8")
    assert "blog/references.bib" in run.err
    assert "Traceback" not in run.err


# ------------------------------------------------------------------ output folder


@pytest.mark.parametrize("output", ["file", "file/site"])
def test_a_file_in_place_of_the_site_folder_is_said(builds, blog, output):
    (blog / "file").write_text("somebody's", encoding="utf-8")

    run = builds.build(blog, "blog", "--output", output)

    assert run.code == 1
    assert run.err.endswith(
        f"{(blog / output).as_posix()} cannot be the site folder: a file is in its place\n"
        "  Fix: Choose another folder with --output, or move the file away.\n"
    )
    assert (blog / "file").read_text(encoding="utf-8") == "somebody's"


def test_another_ones_file_at_a_wanted_address_is_never_overwritten(builds, blog):
    (blog / "other" / "plain.html").mkdir(parents=True)
    (blog / "other" / "plain.html" / "note.txt").write_text("somebody's", encoding="utf-8")

    run = builds.build(blog, "blog", "--output", "other")

    assert run.code == 1
    assert "Galley did not write" in run.err
    assert "other/plain.html/note.txt and would have to overwrite it\n  Fix: Move it" in run.err
    assert [path.name for path in (blog / "other").rglob("*") if path.is_file()] in (
        ["note.txt"],
        [".galley-lock", "note.txt"],
        ["note.txt", ".galley-lock"],
    )


def test_a_site_folder_that_cannot_be_written_keeps_what_it_holds(builds, blog):
    before = builds.files_of(blog / "site")
    with read_only(blog / "site"):
        run = builds.build(blog)
        assert run.code == 1
        assert f"{(blog / 'site').as_posix()}" in run.err
        assert " cannot be written\n  Fix: Change its permissions, or choose another" in run.err
        assert "Traceback" not in run.err
    assert builds.files_of(blog / "site") == before


class read_only:  # noqa: N801 - reads as what it is: with read_only(folder)
    """A folder that really cannot be written: mounted so for root, by its mode for others."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __enter__(self) -> None:
        if not IS_ROOT:
            for path in (self.folder, *self.folder.rglob("*")):
                path.chmod(0o555 if path.is_dir() else 0o444)
            return
        bind = subprocess.run(["mount", "--bind", self.folder, self.folder], check=False)
        if bind.returncode:
            pytest.skip("nothing can be mounted here, and nothing is forbidden to root")
        subprocess.run(["mount", "-o", "remount,ro,bind", self.folder], check=True)

    def __exit__(self, *_: object) -> None:
        if IS_ROOT:
            subprocess.run(["umount", self.folder], check=True)
            return
        for path in (self.folder, *self.folder.rglob("*")):
            path.chmod(0o755)


def test_a_store_that_cannot_be_written_is_said_before_anything_else(builds, blog):
    before = builds.files_of(blog / "site")
    (blog / "file").write_text("", encoding="utf-8")

    run = builds.build(blog, "blog", "--store", "file")

    assert run.code == 1
    assert run.err == (
        f"{blog / 'file'} cannot be a folder for the store: a file is in its place\n"
        "  Fix: Choose another folder with --store, or move the file away.\n"
    )
    assert builds.files_of(blog / "site") == before


# ------------------------------------------------------------------ full disk


def test_a_full_disk_leaves_the_published_site_whole(builds, blog):
    """Files may not grow beyond 30 kB here, which is what the last free bytes of a disk do."""
    before = builds.files_of(blog / "site")
    builds.write_notebook(blog / "blog" / "long.ipynb", "# Long", "word " * 20_000)

    run = builds.build(
        blog, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))
    )

    assert run.code == 1
    assert f"no room left on the disk that holds {blog / 'blog' / '.galley'}" in run.err
    assert run.err.endswith(
        "  Fix: Free some space, or keep the store elsewhere with --store FOLDER.\n"
    )
    assert builds.files_of(blog / "site") == before
    assert builds.left_behind(blog / "site") == []


@pytest.fixture
def small_disk():
    """Return a function that mounts a small disk of its own at a new folder."""
    mounted: list[Path] = []

    def mount(folder: Path, kilobytes: int) -> Path:
        folder.mkdir()
        size = f"size={kilobytes}k"
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", size, "tmpfs", folder], check=False, capture_output=True
        )
        if done.returncode:
            pytest.skip("no disk can be mounted here")
        mounted.append(folder)
        return folder

    yield mount
    for folder in mounted:
        subprocess.run(["umount", folder], check=True)


def test_a_disk_that_is_really_full_leaves_the_published_site_whole(builds, blog, small_disk):
    disk = small_disk(blog / "disk", 1200)
    shutil.copytree(blog / "site", disk / "site")
    before = builds.files_of(disk / "site")
    with disk.joinpath("filler").open("wb") as filler:
        while True:
            try:
                os.write(filler.fileno(), b"x" * 4096)
            except OSError:
                break

    run = builds.build(blog, "blog", "--output", "disk/site")

    assert run.code == 1
    assert "no room is left on the disk for" in run.err
    assert builds.files_of(disk / "site") == before
    disk.joinpath("filler").unlink()
    assert builds.build(blog, "blog", "--output", "disk/site").code == 0
    assert "New words" in (disk / "site" / "plain.html").read_text(encoding="utf-8")
    assert builds.left_behind(disk / "site") == []


def test_a_full_disk_under_the_store_is_said_and_the_site_stays_whole(builds, blog, small_disk):
    small_disk(blog / "disk", 8)

    run = builds.build(blog, "blog", "--store", "disk/store")

    assert run.code == 1
    assert "no room left on the disk that holds" in run.err
    assert "\n  Fix: Free some space, or keep the store elsewhere with --store FOLDER." in run.err
    for path in run.site.rglob("*.html"):
        assert path.read_text(encoding="utf-8").rstrip().endswith("</html>")


# ------------------------------------------------------------------ pandoc


@pytest.fixture
def without_pandoc(builds, tmp_path) -> dict[str, str]:
    """Return an environment in which the installed pandoc cannot be found, nor any other.

    An empty package of the same name lies before the installed one on the import path; programs
    are looked for in the folder ``bin`` alone.
    """
    (tmp_path / "shadow" / "pypandoc").mkdir(parents=True)
    (tmp_path / "shadow" / "pypandoc" / "__init__.py").touch()
    (tmp_path / "bin").mkdir()
    return builds.environment(PYTHONPATH=str(tmp_path / "shadow"), PATH=str(tmp_path / "bin"))


MISSING = (
    "blog/cited.ipynb: pandoc is missing; it writes citations and formulas\n"
    "  Fix: install it with 'pip install pypandoc_binary' or 'conda install pandoc'.\n"
)


def test_without_pandoc_articles_that_need_none_are_built(builds, tmp_path, without_pandoc):
    write_blog(builds, tmp_path)

    run = builds.build(tmp_path, env=without_pandoc)

    assert run.code == 1
    assert MISSING in run.err
    assert "Articles: 1 built, 1 failed." in run.out
    assert (run.site / "plain.html").is_file()
    assert not (run.site / "cited.html").exists()


def test_without_pandoc_nothing_published_is_lost_from_pages_or_lists(builds, blog, without_pandoc):
    before = builds.files_of(blog / "site")

    run = builds.build(blog, env=without_pandoc)

    assert run.code == 1
    assert run.err.endswith(MISSING)
    assert builds.files_of(blog / "site") == before


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands for pandoc")
@pytest.mark.parametrize(
    ("script", "said"),
    [
        (
            'echo "pandoc 2.9.1"',
            "is too old; 3.2 or newer is needed\n"
            "  Fix: install it with 'pip install pypandoc_binary' or 'conda install pandoc'.\n",
        ),
        (
            '[ "$1" = --version ] && echo "pandoc 3.6.1"',
            "blog/cited.ipynb: pandoc stopped while it read the article's citations and formulas\n"
            "  Fix: look for an unusual formula; 'galley doctor' tests pandoc itself.\n",
        ),
    ],
    ids=["too old", "dies"],
)
def test_a_pandoc_that_does_not_work_is_said(builds, blog, without_pandoc, script, said):
    program = Path(without_pandoc["PATH"], "pandoc")
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    before = builds.files_of(blog / "site")

    run = builds.build(blog, env=without_pandoc)

    assert run.code == 1
    assert run.err.endswith(said)
    assert builds.files_of(blog / "site") == before


# ------------------------------------------------------------------ usage


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["build", "blgo"], "there is no folder or notebook 'blgo'\n  Fix: did you mean 'blog'?\n"),
        (
            ["build", "blog", "--output", "blog"],
            "the output folder 'blog' is the content folder itself\n"
            "  Fix: give another folder, for example --output site\n",
        ),
        (
            ["build", "blog", "--output", "."],
            "the output folder '.' contains the content folder 'blog'\n"
            "  Fix: give another folder, for example --output site\n",
        ),
        (
            ["build", "blog/references.bib"],
            "'blog/references.bib' is not a notebook\n"
            "  Fix: give a content folder, or a file that ends in .ipynb, .md or .qmd\n",
        ),
        (
            ["build", "blog", "-p", "nme", "3"],
            "no article declares the parameter 'nme'\n"
            "  Fix: No article has a code cell tagged 'parameters'.\n",
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_command_given_wrongly_is_exit_code_2(builds, blog, arguments, said):
    run = builds.galley(blog, *arguments)

    assert run.code == 2
    assert run.err.endswith(said)


# ------------------------------------------------------------------ files that are none


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders here")
def test_pipes_and_devices_among_the_files_hold_up_no_build(builds, tmp_path):
    content = tmp_path / "blog"
    builds.write_notebook(content / "a.ipynb", "# A", "![a](pipe.png) [z](zero.csv)", "%%1 + 1")
    for name in ("pipe.ipynb", "pipe.png", "pipe.csv", "pipe.py"):
        os.mkfifo(content / name)
    (content / "zero.csv").symlink_to("/dev/zero")
    (content / "loop.csv").symlink_to("loop.csv")
    (content / "up").symlink_to("..")

    run = builds.build(tmp_path, env=builds.environment())

    assert run.code == 0
    assert run.states == {"blog/a.ipynb": "built"}
    assert (
        "blog/pipe.ipynb: the notebook is left out, because it is a pipe or a device, not a file\n"
        "  Fix: Remove it from the content folder.\n"
    ) in run.err
    assert "blog/a.ipynb#cell-2:1: the image 'pipe.png' is not there\n" in run.err
