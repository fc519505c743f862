"""From Markdown to the HTML of the page, word for word: triples in `prose_fixtures`."""

import dataclasses
import os
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from galley.article.markdown import ParsedProse, ProseCell, parse_inline, parse_prose
from galley.article.model import Label
from galley.findings import Place
from galley.html.prose import ImageHtml, ProseContext, render_inline, render_tokens
from galley.html.words import words_for

FIXTURES = Path(__file__).parent / "prose_fixtures"
FORMULAS = {("x", False): "<math><mi>x</mi></math>", ("x", True): '<math display="block"></math>'}


def _image(src: str, _cell_id: str) -> ImageHtml | None:
    return None if "://" in src or "missing" in src else ImageHtml(f"assets/{src}", 800, 400)


def _link(href: str) -> str:
    return href.replace(".ipynb", ".html")


def _context(prose: ParsedProse, lang: str = "en") -> ProseContext:
    """Answer like an article whose numbered things are all number 1."""
    numbered = {"figure", "table", "equation"}
    return ProseContext(
        citations={c: f"({c.citations[0].key} 2001)" for c in prose.clusters},
        formulas=FORMULAS,
        labels={
            label.name: _numbered(label) if label.kind in numbered else label
            for label in prose.labels
        },
        image=_image,
        link=_link,
        words=words_for(lang),
    )


def _numbered(label: Label) -> Label:
    return dataclasses.replace(label, number=label.number or "1")


def _render(source: str, lang: str = "en") -> str:
    prose = parse_prose([ProseCell("c1", source, "a.ipynb")], known_keys=("bi2001",))
    context = _context(prose, lang)
    body = render_tokens(prose.cells[0], context)
    return body + (render_tokens(prose.footnotes, context) if prose.footnotes else "")


def _triples(path: Path) -> list[tuple[str, str, str]]:
    """Split a file at its lines that are a single full stop."""
    parts: list[list[str]] = [[]]
    for line in path.read_text(encoding="utf-8").splitlines():
        if line == ".":
            parts.append([])
        else:
            parts[-1].append(line)
    texts = ["\n".join(part).strip("\n") for part in parts]
    return [(texts[i], texts[i + 1], texts[i + 2]) for i in range(0, len(texts) - 2, 3)]


CASES = [
    pytest.param(path, title, source, expected, id=f"{path.stem}: {title}")
    for path in sorted(FIXTURES.glob("*.txt"))
    for title, source, expected in _triples(path)
]


@pytest.mark.parametrize(("path", "title", "source", "expected"), CASES)
def test_markdown_becomes_this_html(path: Path, title: str, source: str, expected: str) -> None:
    if os.environ.get("UPDATE_FIXTURES"):
        _update(path, title, source)
        return
    assert _render(source).strip("\n") == expected


def _update(path: Path, title: str, source: str) -> None:
    """Write the present outcome into the fixture, to be read before it is committed."""
    triples = [
        (name, text, _render(text).strip("\n") if (name, text) == (title, source) else outcome)
        for name, text, outcome in _triples(path)
    ]
    text = "\n".join(f"{name}\n.\n{text}\n.\n{outcome}\n.\n" for name, text, outcome in triples)
    path.write_text(text, encoding="utf-8", newline="\n")


def test_labels_and_callouts_speak_the_language_of_the_page() -> None:
    html = _render(":::{note}\nIsi.\n:::\n\n(fig-a)=\n![Otak](a.png)", "id")
    assert '<p class="callout__label" id="callout-c1-1">Catatan</p>' in html
    assert '<span class="figure__number">Gambar 1</span> Otak' in html


def test_a_caption_is_rendered_without_a_paragraph() -> None:
    tokens = parse_inline("The *first* weeks", Place("a.ipynb", "c1"))
    assert render_inline(tokens, ProseContext()) == "The <em>first</em> weeks"


def test_rendering_does_not_change_the_tokens() -> None:
    prose = parse_prose([ProseCell("c1", "| a |\n|--:|\n| 1 |\n\n# B\n\n<b>c</b> ![](x.png)", "a")])
    context = _context(prose)
    assert render_tokens(prose.cells[0], context) == render_tokens(prose.cells[0], context)


def test_the_image_is_asked_for_with_its_decoded_name_and_its_cell() -> None:
    asked: list[tuple[str, str]] = []

    def image(src: str, cell_id: str) -> None:
        asked.append((src, cell_id))

    source = "![a](my%20brain.png) ![b](attachment:c.png)"
    for text in (source, source + " <b>raw</b>", source + ' <img src="d%20e.png">'):
        prose = parse_prose([ProseCell("c7", text, "a.ipynb")])
        render_tokens(prose.cells[0], ProseContext(image=image))
    first = [("my brain.png", "c7"), ("attachment:c.png", "c7")]
    assert asked == [*first, *first, *first, ("d e.png", "c7")]


def test_nobody_can_write_the_mark_that_stands_for_a_kept_part() -> None:
    html = _render("<b>x</b> `code` \ue0000.0\ue001 &#xE000;x.0&#xE001;")
    assert html.count("<code>code</code>") == 1


HOSTILE = [
    "<script>alert(1)</script>",
    "[a](javascript:alert(1)) <a href='javascript:x'>b</a>",
    "![x](javascript:alert(1))",
    '<p style="color:red" onclick="x()">a</p>',
    "[a]{style=color:red onclick=x}",
    "<div><details>\n\nopen",
    ":::{note}\n<script>\n:::\n\nafter",
    "```{figure} javascript:alert(1)\nx\n```",
    "```{iframe} javascript:alert(1)\n```",
    "{doc}`x <javascript:alert(1)>`",
    "[a][b]\n\n[b]: javascript:alert(1)",
    ':::{note}\n:class: "><script>alert(1)</script>\nx\n:::',
    '("><script>alert(1)</script>)=\n# a',
    '{abbr}`x (" onmouseover="alert(1))`',
    "```{raw} html\n<script>alert(1)</script>\n```",
    "\n".join([":::{note}"] * 100),
    "> " * 200 + "deep",
    "<svg onload=alert(1)><style>x</style></svg> $x$",
]


@pytest.mark.parametrize("source", HOSTILE)
def test_nothing_active_reaches_the_page(source: str) -> None:
    _assert_harmless(_render(source))


def _assert_harmless(html: str) -> None:
    for tag in re.findall(r"<[^>]*>", html):
        names = re.sub(r'"[^"]*"', '""', tag)
        assert not re.match(r"<(?:script|style|svg|iframe|object|embed|form)\b", tag), tag
        assert not re.search(r"\s(?:on\w+|style)\s*=", names), tag
        assert not re.search(r'(?:href|src)="\s*(?:javascript|vbscript):', tag, re.IGNORECASE), tag


PIECES = st.sampled_from(
    [
        *("# a\n", "\n\n", "\n", " ", "- ", "> ", "| a | b |\n|---|---|\n", "1. ", "    "),
        *(":::{note} t\n", ":::\n", "```{figure} a.png\n", "```\n", ":::{table} T\n", "::: {.x}\n"),
        *(
            ":::{list-table}\n* - a\n",
            "(a)=\n",
            "[](#a)",
            "[^n]",
            "[^n]: note\n",
            "^[x]",
            "[@bi2001]",
        ),
        *(
            "@bi2001",
            "$x$",
            "$$\n",
            "$$x$$ (a)",
            "\\(x^2\\)",
            "\\begin{align}",
            "{sub}`2`",
            "{foo}`x`",
        ),
        *(
            "<b>",
            "</b>",
            "<div>",
            "</div>\n",
            "<script>",
            "<!--",
            "<a href='javascript:x'>",
            "<p style=x>",
        ),
        *(
            "![x](a.png)",
            "{width=50%}",
            "[a](b.ipynb)",
            "**",
            "_",
            "`",
            '"',
            "\\",
            "&amp;",
            "https://x.org",
        ),
        *("\\newcommand{\\a}{b}", "$\\a$", "é", "\u200b", "\x00", "> [!NOTE]\n", "[x] ", "---\n"),
    ]
)


@settings(deadline=None, max_examples=150)
@given(st.lists(st.lists(PIECES, max_size=12).map("".join), max_size=3))
def test_any_mixture_of_markdown_is_parsed_and_rendered_harmlessly(sources: list[str]) -> None:
    cells = [ProseCell(f"c{n}", text, "a.ipynb") for n, text in enumerate(sources)]
    prose = parse_prose(cells, known_keys=("bi2001",))
    context = _context(prose)
    assert len(prose.cells) == len(cells)
    for cell in prose.cells:
        _assert_harmless(render_tokens(cell, context))
    _assert_harmless(render_tokens(prose.footnotes, context))


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=80))
def test_any_text_is_parsed_and_rendered(text: str) -> None:
    _assert_harmless(_render(text))


@settings(deadline=None, max_examples=100)
@given(st.lists(PIECES, max_size=12).map("".join))
def test_every_id_on_a_page_is_there_once(source: str) -> None:
    html = _render(source)
    if "<b>" in source or "<p" in source:
        return  # raw HTML brings ids of its own
    ids = re.findall(r'\bid="([^"]*)"', html)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(("signs", "is_reached"), [(19, False), (20, True)])
def test_a_display_that_may_scroll_is_reached_by_keys(*, signs: int, is_reached: bool) -> None:
    mathml = f'<math display="block"><mrow>{"<mi>x</mi>" * signs}</mrow></math>'
    prose = parse_prose([ProseCell("c1", "$$\nlong\n$$", "a.ipynb")])
    context = dataclasses.replace(_context(prose), formulas={("long", True): mathml})
    html = render_tokens(prose.cells[0], context)
    assert ('<math display="block" tabindex="0"><mrow>' in html) is is_reached
