"""Texts as notebooks: the same cells as jupytext reads, and where each stands."""

from __future__ import annotations

import jupytext
import pytest
from hypothesis import given
from hypothesis import strategies as st

from galley.article.text_cells import MYST, TextCellError, split_text
from galley.article.text_notebook import (
    parse_text_notebook,
    replace_cell,
    text_cells,
    without_kernel_fields,
)
from galley.findings import ContentError

MYST_TEXT = """\
---
title: One
kernelspec:
  name: python3
  display_name: Python 3
---

# Head

Words.

```{code-cell} ipython3
:tags: [parameters]

lang = "en"
```

+++ {"tags": ["edition:clinician"]}

For clinicians.
+++

Again.

````
```{code-cell}
an example
```
````

- item

  ```{code-cell}
  in a list
  ```

~~~{code-cell}
---
tags: [hide-input]
mystnb: {figure: {name: x}}
---
#| label: fig-a
x = 1


y = 2
~~~
```{raw-cell}
raw
```
End.
"""
QUARTO_TEXT = """\
---
title: Two
jupyter: python3
---
Words.

```{python}
#| label: fig-a
1 + 1
```

```{mermaid}
graph
```

```{python .class echo=true}
2
```

```{r}
3
```
"""


def cells_of(text: str, name: str = "n/a.md") -> list[tuple[str, str, int]]:
    cells = parse_text_notebook(text, name).cells.values()
    return [(cell.kind, cell.source, cell.line) for cell in cells]


def test_cells_are_those_that_jupytext_reads() -> None:
    ours = parse_text_notebook(MYST_TEXT, "a.md").notebook
    theirs = jupytext.reads(MYST_TEXT, fmt="md:myst")
    said = [
        [(cell.cell_type, cell.source, dict(cell.metadata)) for cell in notebook.cells]
        for notebook in (ours, theirs)
    ]
    # jupytext keeps front matter in the metadata of the notebook, where an author does not see it.
    assert said[0][0][:2] == ("raw", MYST_TEXT.partition("\n\n#")[0])
    assert said[0][1:] == said[1]
    assert ours.metadata.kernelspec.name == "python3"


def test_each_cell_knows_its_line() -> None:
    lines = MYST_TEXT.split("\n")
    for kind, source, line in cells_of(MYST_TEXT):
        assert lines[line - 1] == source.split("\n")[0], kind


def test_quarto_s_cells_are_code_and_its_drawings_are_not() -> None:
    notebook = parse_text_notebook(QUARTO_TEXT, "a.qmd").notebook
    assert [(cell.cell_type, cell.source) for cell in notebook.cells[1:]] == [
        ("markdown", "Words."),
        ("code", "#| label: fig-a\n1 + 1"),
        ("markdown", "```{mermaid}\ngraph\n```"),
        ("code", "2"),
        ("markdown", "```{r}\n3\n```"),
    ]
    assert notebook.metadata.kernelspec.name == "python3"


def test_the_language_is_that_of_the_first_cell_where_nothing_is_said() -> None:
    notebook = parse_text_notebook("```{r}\n1\n```\n\n```{python}\n2\n```\n", "a.qmd").notebook
    assert notebook.metadata.kernelspec == {"language": "r"}
    assert [cell.cell_type for cell in notebook.cells] == ["code", "markdown"]


def test_jupytext_s_own_markdown_is_read() -> None:
    text = (
        "---\ntitle: X\njupyter:\n  jupytext:\n    text_representation:\n"
        "      format_name: markdown\n  kernelspec:\n    name: python3\n---\n\nWords.\n\n"
        '```python tags=["parameters"]\nlang = "en"\n```\n\n```python .noeval\nshown\n```\n'
    )
    notebook = parse_text_notebook(text, "a.md").notebook
    assert [cell.cell_type for cell in notebook.cells] == ["raw", "markdown", "code", "markdown"]
    assert notebook.cells[2].metadata.tags == ["parameters"]


@pytest.mark.parametrize("text", ["", "\n\n", "---", "---\ntitle: X", "words", "```{code-cell}"])
def test_whatever_is_short_is_read(text: str) -> None:
    parse_text_notebook(text, "a.md")


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (
            "Words.\n\n```{code-cell}\n:tags: [a\n:x: 1\n1\n```\n",
            4,
            "the cell cannot be read: its options cannot be read: ",
        ),
        (
            "```{code-cell}\n---\n- a\n---\n1\n```\n",
            3,
            "the cell cannot be read: its options are not a set of fields",
        ),
        (
            "a\n\n+++ {broken\n\nb\n",
            3,
            "the cell cannot be read: what stands behind +++ is not a set of fields in braces",
        ),
        (
            "a\n\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> other\n",
            3,
            "the file holds two versions that git could not merge",
        ),
    ],
)
def test_what_cannot_be_read_is_said_with_its_line(text: str, line: int, message: str) -> None:
    with pytest.raises(ContentError) as raised:
        parse_text_notebook(text, "n/a.md")
    (finding,) = raised.value.findings
    assert (finding.place.file, finding.place.line) == ("n/a.md", line)
    assert finding.message.startswith(message)


def test_a_heading_underlined_with_seven_signs_is_no_conflict() -> None:
    assert cells_of("Results\n=======\n") == [("markdown", "Results\n=======", 1)]


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_one_cell_is_replaced_and_every_other_byte_stays(ending: str) -> None:
    text = "\ufeff" + MYST_TEXT.replace("\n", ending)
    cells = text_cells(text, "a.md")
    for cell_id, cell in cells.items():
        changed = replace_cell(text, cell, f"first\n{cell.source}")
        assert changed == text[: cell.start] + f"first{ending}" + text[cell.start :]
        if cell.kind == "code":
            assert text_cells(changed, "a.md")[cell_id].source == f"first\n{cell.source}"
        assert replace_cell(text, cell, cell.source) == text


def test_code_is_written_into_an_empty_cell() -> None:
    text = "```{code-cell}\n```\n"
    (cell,) = text_cells(text, "a.md").values()
    assert replace_cell(text, cell, "1") == "```{code-cell}\n1\n```\n"


LINES = st.sampled_from(
    [
        "",
        "words",
        "# Head",
        "```{code-cell}",
        "```",
        "````",
        "+++",
        "---",
        ":tags: [a]",
        "  x",
        "- a",
    ]
)


@given(lines=st.lists(LINES, max_size=12))
def test_cells_stand_in_order_and_hold_what_stands_there(lines: list[str]) -> None:
    text = "\n".join(lines)
    try:
        cells = split_text(text, MYST)
    except TextCellError:
        return
    end = 0
    for cell in cells:
        assert end <= cell.start <= cell.end <= len(text)
        assert text[cell.start : cell.end] == cell.source
        assert text.count("\n", 0, cell.start) == cell.line - 1 or not cell.source
        end = cell.end


def test_fields_for_the_kernel_are_blanked_and_lines_keep_their_numbers() -> None:
    yaml = "title: X\njupytext:\n  formats: md\n  # why\nkernelspec: {name: a}\ndate: 2026-01-01\n"
    assert without_kernel_fields(yaml) == "title: X\n\n\n\n\ndate: 2026-01-01\n"
    assert without_kernel_fields("---\njupyter: x\n---") == "---\n\n---"
    assert without_kernel_fields("jupyter:\n- a\ntitle: X") == "\n\ntitle: X"
