"""What a cell's outputs become."""

from __future__ import annotations

import pytest
from nbformat.v4 import new_code_cell, new_output

from galley.article.model import CellError, Evidence, Figure, MadeBy, Output, Stream
from galley.article.outputs import CellCaption, collect_outputs
from galley.article.terminal_text import shown_at_last

BUNDLE = "application/vnd.galley.figure+json"


def blocks(*outputs, caption=CellCaption()):  # noqa: B008 - a frozen value
    return collect_outputs(new_code_cell("", id="cell", outputs=list(outputs)), caption)


def display(metadata=None, **data):
    named = {key.replace("_", "/", 1): value for key, value in data.items()}
    return new_output("display_data", data=named, metadata=metadata or {})


def bundle(**changes):
    return {
        "schema": 1,
        "alt": "A curve that falls.",
        "description": "Long.",
        "caption": None,
        "lang": "en",
        "evidence": {"class": "schematic", "sources": ["zeiler2013"], "note": "Drawn."},
        "data": {"columns": ["time_days", "x"], "rows": [[1, "a"]]},
        "narrow_svg": "<svg/>",
        "made_by": {
            "function": "galley_figures.f",
            "parameters": {"lang": "en"},
            "versions": {"matplotlib": "3.0"},
        },
        **changes,
    }


def test_neighbouring_prints_are_one_and_overwritten_lines_go():
    found = blocks(
        new_output("stream", name="stdout", text="10 %\r"),
        new_output("stream", name="stdout", text="100 %\nDone\n"),
    )

    assert found == (Stream("cell", "100 %\nDone\n"),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a\rb", "b"), ("a\r\nb", "a\nb"), ("a\r", "a"), ("1\r2\r3\n4", "3\n4")],
)
def test_carriage_returns_keep_what_a_terminal_would_show(text, expected):
    assert shown_at_last(text) == expected


def test_warnings_are_not_for_readers():
    assert blocks(new_output("stream", name="stderr", text="UserWarning")) == ()


@pytest.mark.parametrize(
    "text",
    [
        "<Figure size 640x480 with 1 Axes>",
        "[<matplotlib.lines.Line2D at 0x7f0000>]",
        "<Axes: > at 0x7f",
        "Text(0.5, 1.0, 'Title')",
    ],
)
def test_the_address_of_an_object_is_of_use_to_nobody(text):
    shown = text if text.startswith(("<Figure", "[<", "Text")) else "<object at 0x7f00>"

    assert blocks(display(text_plain=shown)) == ()


def test_an_explanatory_figure_brings_everything_it_says():
    (figure,) = blocks(
        new_output(
            "execute_result",
            data={
                "text/html": "<figure><img></figure>",
                "image/svg+xml": ["<svg>", "</svg>"],
                "image/png": "AA==",
                BUNDLE: bundle(),
            },
        ),
        caption=CellCaption(label="fig-a"),
    )

    assert isinstance(figure, Figure)
    assert figure.drawings == {"image/svg+xml": "<svg></svg>", "image/png": "AA=="}
    assert (figure.label, figure.alt, figure.narrow_svg) == (
        "fig-a",
        "A curve that falls.",
        "<svg/>",
    )
    assert figure.evidence == Evidence("schematic", ("zeiler2013",), "Drawn.")
    assert figure.data is not None
    assert figure.data.rows == ((1, "a"),)
    assert figure.made_by == MadeBy("galley_figures.f", {"lang": "en"}, {"matplotlib": "3.0"})


def test_how_it_was_made_reads_the_same_from_memory_and_from_a_disk_that_sorts_keys():
    made_by = {
        "function": "f",
        "parameters": {"lang": "en", "day": 7},
        "versions": {"b": "", "a": ""},
    }
    data = {"image/svg+xml": "<svg></svg>", BUNDLE: bundle(made_by=made_by)}

    (figure,) = blocks(new_output("display_data", data=data))

    assert list(figure.made_by.parameters) == ["day", "lang"]
    assert list(figure.made_by.versions) == ["a", "b"]


@pytest.mark.parametrize(
    "forged",
    [
        {"alt": 3},
        "not json",
        ["x"],
        bundle(schema=99),
        bundle(data={"columns": ["time_days", "x"], "rows": [[1, "a"], [2]]}),
    ],
)
def test_a_forged_bundle_leaves_a_plain_figure(forged):
    (figure,) = blocks(
        new_output("display_data", data={"image/svg+xml": "<svg></svg>", BUNDLE: forged})
    )

    assert isinstance(figure, Figure)
    assert figure.evidence is None


def test_a_plain_figure_takes_its_alternative_text_from_the_metadata():
    (figure,) = blocks(display(image_png="AA==", metadata={"image/png": {"alt": "Two bars."}}))

    assert isinstance(figure, Figure)
    assert figure.alt == "Two bars."


def test_the_first_figure_takes_label_and_caption():
    first, second = blocks(
        display(image_png="AA=="), display(image_png="AA=="), caption=CellCaption(label="fig-a")
    )

    assert isinstance(first, Figure)
    assert isinstance(second, Figure)
    assert (first.label, second.label) == ("fig-a", "")


def test_a_table_keeps_its_html_and_a_widget_its_plain_text():
    table, widget = blocks(
        display(text_html="<table></table>", text_plain="x"),
        new_output(
            "display_data",
            data={"application/vnd.jupyter.widget-view+json": {}, "text/plain": "IntSlider(3)"},
        ),
    )

    assert isinstance(table, Output)
    assert isinstance(widget, Output)
    assert table.data["text/html"] == "<table></table>"
    assert widget.data == {"text/plain": "IntSlider(3)"}


def test_an_error_carries_its_name_and_message():
    (error,) = blocks(new_output("error", ename="ValueError", evalue="no", traceback=["a", "b"]))

    assert error == CellError("cell", "ValueError", "no", "a\nb")
