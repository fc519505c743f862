"""Whatever a document says, its notebook says the same: no sign of it becomes a mark."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from galley.article.markdown import ProseCell, parse_prose
from galley.article.markdown.plain_text import plain_text
from galley.importing.ast_blocks import BlockWriter
from galley.importing.escaping import code_span, escape_text, fence
from galley.importing.pictures import PictureBox
from galley.importing.remarks import Remarks

SIGNS = "ab12 *_`[](){}<>#-+.!|$~^@&:;=\\/\"'é%\n"
WORDS = st.text(st.sampled_from(SIGNS), min_size=1, max_size=24)


def markdown(*blocks: dict[str, Any]) -> str:
    writer = BlockWriter(Remarks("a.docx"), PictureBox("images/a", lambda _address: None))
    return "\n\n".join(block.text for block in writer.blocks(blocks))


def paragraph(*inlines: dict[str, Any]) -> dict[str, Any]:
    return {"t": "Para", "c": list(inlines)}


def words(text: str) -> dict[str, Any]:
    return {"t": "Str", "c": text}


def read_back(text: str) -> str:
    prose = parse_prose([ProseCell("c", text, "a.ipynb")], known_keys=["a", "b"])
    inlines = [token for cell in prose.cells for token in cell if token.type == "inline"]
    return " ".join(plain_text(token.children or ()) for token in inlines)


def bare(text: str) -> str:
    """Return a text as a page shows it: marks of typography are no matter here."""
    text = re.sub(r"[\"'“”‘’]", "'", text.replace("…", "...").replace("—", "---"))
    return " ".join(text.replace("–", "--").replace("±", "+-").replace("\u2011", "-").split())


@settings(max_examples=150, deadline=None)
@given(WORDS)
@example("# no heading")
@example("1. no list")
@example("- no list")
@example("::: {note}")
@example(":::{note}")
@example("[a](b) and [@a] and @a, [^1] and ![x](y)")
@example("(label)=")
@example("{abbr}`x` and {.class}")
@example("$5 and $6, $x$")
@example("<b>bold</b> & &amp; &#35;")
@example("a_b_c _d_ __e__ ~~f~~")
@example("| a | b |")
@example("https://example.org/a_b*c")
@example("\\(x\\) and [a=b]")
def test_text_reads_as_itself(text: str) -> None:
    written = markdown(paragraph(words(text)))
    shown = read_back(written)

    # Typed formulas, which JupyterLab shows as such too, and callouts that are typed as words.
    if "\\(" in text or "\\[" in text or "$$" in written or written.startswith(":::{"):
        return
    assert bare(shown) == bare(text)


@settings(max_examples=80, deadline=None)
@given(WORDS, st.sampled_from(["Emph", "Strong", "Strikeout"]), WORDS, WORDS)
@example("", "Strong", "Note:", "text")
@example("a", "Emph", "(b)", "c")
def test_marks_lose_no_word(before: str, mark: str, inside: str, after: str) -> None:
    if any("\\" in each or "$" in each for each in (before, inside, after)):
        return
    marked = {"t": mark, "c": [words(inside)]}
    written = markdown(paragraph(words(f"x{before}"), marked, words(f"{after}x")))

    letters = re.sub(r"[^a-z0-9é]", "", read_back(written))
    assert letters == re.sub(r"[^a-z0-9é]", "", f"x{before}{inside}{after}x")


@pytest.mark.parametrize(
    ("inlines", "written"),
    [
        ([{"t": "Strong", "c": [words("Dose:")]}, words("two")], "**Dose**:two"),
        ([{"t": "Emph", "c": [words("a "), words("b ")]}, words("c")], "*a b* c"),
        ([{"t": "Superscript", "c": [words("2+")]}], "{sup}`2+`"),
        ([{"t": "Subscript", "c": [words("a`b")]}], "a\\`b"),
        ([words("5"), {"t": "Math", "c": [{"t": "InlineMath"}, "x"]}], "5{math}`x`"),
        ([words("a"), {"t": "LineBreak"}, words("- b")], "a\\\n\\- b"),
        ([{"t": "Code", "c": [["", [], []], "a`b"]}], "``a`b``"),
        (
            [{"t": "Link", "c": [["", [], []], [words("a [b")], ["http://x.org/a (b)", ""]]}],
            "[a &#91;b](<http://x.org/a (b)>)",
        ),
    ],
)
def test_what_is_marked_is_written_so_that_it_reads_the_same(
    inlines: list[dict[str, Any]], written: str
) -> None:
    assert markdown(paragraph(*inlines)) == written


def test_code_stands_in_a_fence_longer_than_any_in_it() -> None:
    assert fence("```\nx\n```", "python") == "````python\n```\nx\n```\n````"
    assert code_span("`") == "`` ` ``"


def test_an_address_in_the_text_stays_whole() -> None:
    assert escape_text("https://example.org/a_b_c") == "https://example.org/a_b_c"
