"""Files that mean harm or were cut off: no traceback, nothing that runs, nothing outside."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.importing.conftest import FOLDER, FORMS
from tests.importing.forms.word import article

from galley.cli import run
from galley.importing.importers import IMPORTERS, Importer, read_posts
from galley.importing.notebook import notebook_of
from galley.importing.pandoc_reading import UnreadableError
from galley.importing.post import Post
from galley.importing.reading_parts import Source
from galley.importing.sources import reader_beside

TEXT_FORMS = [name for name in FORMS if name != "word.docx"]
_PIECES = st.sampled_from(
    [
        *(
            "<p>",
            "</p>",
            "<table>",
            "<tr><td rowspan=9>",
            "<ul><li>",
            "<svg><script>x</script></svg>",
        ),
        *(
            "<a href='javascript:x()'>y</a>",
            "<img src='../../x.png'>",
            "<math>",
            "<aside class=note>",
        ),
        *("<sup><a href='#n' id='m'>1</a></sup>", "<p id='n'><a href='#m'>1</a>z</p>", "<article>"),
        *(
            "# a\n",
            "- b\n",
            "::: {.callout-note}\n",
            ":::\n",
            "```{python}\n",
            "```\n",
            "| a |\n|--|\n",
        ),
        *("{{< figure >}}", "{% include x %}", "[^1]", "[^1]: c\n", "![](../../../etc/passwd)"),
        *(
            "---\ntitle: [\n---\n",
            "+++\n=\n+++\n",
            "$$",
            "\\begin{align}",
            "[[x]]",
            "@a",
            "\0",
            "é",
        ),
        *(
            "word ",
            "\n\n",
            "By: A\n",
            "Note: b\n",
            "1. c\n",
            "• d\n",
            "    e\n",
            "&amp;",
            "<!--",
            "-->",
        ),
    ]
)


def read(name: str, data: bytes) -> tuple[Post, ...]:
    try:
        return read_posts(Source(name, data))
    except UnreadableError:
        return ()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(TEXT_FORMS), st.lists(_PIECES, max_size=14))
def test_any_text_is_read_or_refused(name: str, pieces: list[str]) -> None:
    for post in read(name, "".join(pieces).encode()):
        notebook = notebook_of(post)
        assert b"<script" not in notebook.lower() or name.endswith((".md", ".qmd", ".txt"))
        assert all(picture.path.startswith("images/") for picture in post.pictures)


@pytest.mark.parametrize("seed", range(12))
def test_a_damaged_word_document_is_read_or_refused(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(article())
    for _ in range(chance.choice([1, 20])):
        data[chance.randrange(len(data))] = chance.randrange(256)

    for post in read("a.docx", bytes(data[: chance.choice([len(data), len(data) // 2])])):
        notebook_of(post)


@pytest.mark.parametrize("importer", IMPORTERS, ids=lambda importer: importer.name)
def test_no_importer_falls_over_a_file_of_another_kind(importer: Importer) -> None:
    for suffix in importer.suffixes:
        for data in (b"", b"\0" * 50, b"\x89PNG\r\n\x1a\n", b"PK\x03\x04", b"%PDF-1.7", b"{}"):
            read(f"a{suffix}", data)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.html", "<div>" * 20_000 + "words" * 50),
        ("a.html", "<blockquote>" * 3_000 + "words" * 50),
        ("a.html", "<ul><li>" * 2_000 + "words" * 50),
        ("a.html", "<p>" + "<b>" * 5_000 + "words " * 50),
        ("a.md", "> " * 5_000 + "words"),
        ("a.md", "::: {.a}\n" * 3_000 + "words"),
        ("a.md", "[" * 20_000 + "words"),
        ("a.md", "!!! note\n" * 5_000 + "words"),
        ("a.md", "```\n" * 5_001 + "words"),
        ("a.txt", "• a\n" * 20_000),
    ],
)
def test_what_is_nested_without_end_is_read_or_refused_soon(name: str, text: str) -> None:
    for post in read(name, text.encode()):
        notebook_of(post)


def test_nothing_of_a_page_runs() -> None:
    page = (
        "<article><h1 onclick='x()'>Title</h1><p onmouseover='x()'>"
        + "Words of an article that is long enough to be one. " * 5
        + "<a href=' JaVaScRiPt:x()'>link</a><a href='data:text/html,<script>x()</script>'>b</a>"
        "<script>x()</script><img src=x onerror='x()'><svg onload='x()'><script>x()</script>"
        "<foreignObject><p>f</p></foreignObject></svg></p><iframe srcdoc='<script>x()'></iframe>"
        "<style>@import 'https://evil.example'</style><object data='x.swf'></object></article>"
    )

    (post,) = read("a.html", page.encode())
    written = notebook_of(post) + b"".join(picture.data for picture in post.pictures)

    for sign in (b"x()", b"onload", b"javascript", b"evil", b"srcdoc", b"foreignobject"):
        assert sign not in written.lower()


def test_only_pictures_inside_the_folder_are_read(tmp_path: Path) -> None:
    inside = tmp_path / "site"
    inside.mkdir()
    (tmp_path / "secret.svg").write_text("<svg>secret</svg>", encoding="utf-8")
    (inside / "notes.svg").write_text("my password", encoding="utf-8")
    (inside / "link.svg").symlink_to(tmp_path / "secret.svg")
    paths = ["../secret.svg", "/../secret.svg", "%2e%2e/secret.svg", "link.svg", "notes.svg"]
    paths += [str(tmp_path / "secret.svg"), f"file://{tmp_path}/secret.svg", "..\\secret.svg"]
    text = "\n\n".join(f"![a](<{path}>)" for path in paths)
    reader = reader_beside(inside / "a.md", inside)

    (post,) = read_posts(Source("a.md", text.encode(), reader))

    assert post.pictures == ()


def test_a_slug_of_the_source_leads_nowhere_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for number, slug in enumerate(["../out", "/etc/x", "a/../../b", "con", "..", "a\\b"]):
        text = f"---\ntitle: T\nslug: {slug!r}\npermalink: {slug!r}\n---\nWords.\n"
        Path(f"post-{number}.md").write_text(text, encoding="utf-8")
    sources = sorted(path.name for path in tmp_path.iterdir())

    run(["import", *sources, "--into", "blog"])

    assert sorted(path.name for path in tmp_path.iterdir()) == ["blog", *sources]
    assert len(list(Path("blog").glob("*.ipynb"))) == len(sources)


def test_all_forms_are_read_from_their_own_folder_alone() -> None:
    """Without what lies beside them, pages lose their pictures and nothing else."""
    for name in TEXT_FORMS:
        (post,) = read(name, (FOLDER / name).read_bytes())
        assert post.blocks
