"""What readers take away from a figure works outside the page."""

from __future__ import annotations

import base64
import csv
import io
import math
from xml.etree import ElementTree as ET

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from galley.article.model import DataTable, Evidence, Figure, FigureChoice, FigureState
from galley.html.downloads import figure_downloads, resolve_variables, standalone_svg, table_csv
from galley.html.png_chunks import bare_png
from galley.html.words import words_for
from galley_figures.style.palette import contrast

WORDS = words_for("en")
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill="{}"/></svg>'


def png_bytes() -> bytes:
    """Return a picture that says where it was made."""
    info = PngInfo()
    info.add_text("Comment", "made on ward 7")
    out = io.BytesIO()
    Image.new("RGB", (3, 2), "#336699").save(out, "PNG", pnginfo=info)
    return out.getvalue()


PNG = base64.b64encode(png_bytes()).decode()


def test_a_table_becomes_csv_that_excel_and_pandas_read() -> None:
    table = DataTable(
        ("day (days)", "change, in µV"), (("Köln – 1", 0.1), ('say "hi"', None), ("x", math.nan))
    )
    data = table_csv(table)
    assert data.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))) == [
        ["day (days)", "change, in µV"],
        ["Köln – 1", "0.1"],
        ['say "hi"', ""],
        ["x", ""],
    ]


def test_numbers_in_a_csv_lose_nothing() -> None:
    table = DataTable(("a",), ((0.1 + 0.2,), (3,), (1e-300,)))
    assert table_csv(table).decode("utf-8-sig").split() == [
        "a",
        "0.30000000000000004",
        "3",
        "1e-300",
    ]


@pytest.mark.parametrize(
    ("written", "resolved"),
    [
        ("var(--fig-ink, #1a1a1a)", "#1a1a1a"),
        ("var(--a, var(--b, #abc))", "#abc"),
        ("var( --a ,rgb(1, 2, 3) )", "rgb(1, 2, 3)"),
        ("var(--a)", "currentColor"),
        ("#fff", "#fff"),
    ],
)
def test_colours_of_a_drawing_need_no_style_sheet(written: str, resolved: str) -> None:
    assert resolve_variables(written) == resolved
    drawing = standalone_svg(SVG.format(written))
    assert drawing is not None
    assert ET.fromstring(drawing)[-1].get("fill") == resolved


def test_a_figure_gives_table_drawing_and_picture() -> None:
    figure = Figure(
        "c1", "fig-window", "fig-window", "1",
        drawings={"image/svg+xml": SVG.format("#000"), "image/png": PNG},
        data=DataTable(("a",), ((1,),)),
    )  # fmt: skip
    downloads = figure_downloads(figure, WORDS)
    assert [download.name for download in downloads] == [
        "fig-window.csv",
        "fig-window.svg",
        "fig-window.png",
    ]
    assert [download.label(WORDS) for download in downloads] == [
        "Data (CSV)",
        "Drawing (SVG)",
        "Picture (PNG, 3 px)",
    ]
    assert downloads[2].label(words_for("id")) == "Gambar piksel (PNG, 3 px)"


def test_each_state_of_a_figure_has_files_of_its_own() -> None:
    plain = Figure("c1", "", "", "", drawings={"image/png": PNG}, data=DataTable(("a",), ((1,),)))
    figure = Figure(
        "c1", "fig-window", "fig-window", "1", drawings={},
        choices=(FigureChoice("Day", ("1", "7")),),
        states=(FigureState((0,), plain), FigureState((1,), plain)),
    )  # fmt: skip
    names = [
        download.name for state in figure.in_states for download in figure_downloads(state, WORDS)
    ]
    assert names == [
        "fig-window-state-1.csv",
        "fig-window-state-1.png",
        "fig-window-state-2.csv",
        "fig-window-state-2.png",
    ]


def test_a_drawing_to_take_away_says_what_it_shows_and_what_it_is() -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" aria-label="old"><title>old</title></svg>'
    figure = Figure(
        "c1", "", "fig-a", "1", drawings={"image/svg+xml": drawing},
        alt="A <curve> that falls.", description="It falls & falls.",
        evidence=Evidence("schematic", ("zeiler2013",), "A shape only."),
    )  # fmt: skip
    (download,) = figure_downloads(figure, WORDS)
    root = ET.fromstring(download.data)
    space = "{http://www.w3.org/2000/svg}"
    assert root.get("aria-label") == "A <curve> that falls."
    assert [(node.tag.removeprefix(space), node.text) for node in root] == [
        ("title", "A <curve> that falls."),
        ("desc", "Drawing, not measured data. A shape only. It falls & falls."),
    ]


def test_a_drawing_that_takes_its_colours_from_the_page_brings_paper_to_stand_on() -> None:
    drawing = standalone_svg(SVG.format("var(--fig-ink, #1d2733)"))
    assert drawing is not None
    paper, ink = ET.fromstring(drawing)
    assert (paper.get("width"), paper.get("height")) == ("100%", "100%")
    assert contrast(paper.get("fill", ""), ink.get("fill", "")) > 4.5
    other = standalone_svg(SVG.format("#1d2733"))
    assert other is not None
    assert len(ET.fromstring(other)) == 1


def test_a_drawing_keeps_references_inside_it() -> None:
    drawing = standalone_svg(
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'
        '<defs><path id="a" d="M0 0"/></defs><use xlink:href="#a"/></svg>'
    )
    assert drawing is not None
    (use,) = ET.fromstring(drawing).findall("{http://www.w3.org/2000/svg}use")
    assert use.get("{http://www.w3.org/1999/xlink}href") == "#a"


@pytest.mark.parametrize(
    "drawings",
    [
        {},
        {"image/png": "not base64!"},
        {"image/svg+xml": "<svg"},
        {"image/png": "AAAA"},
        {"image/png": base64.b64encode(png_bytes()[:-14]).decode()},
    ],
)
def test_a_damaged_drawing_is_not_offered(drawings: dict[str, str]) -> None:
    assert figure_downloads(Figure("c1", "", "figure-1", "1", drawings=drawings), WORDS) == ()


def test_a_picture_to_take_away_holds_its_pixels_and_nothing_else() -> None:
    bare = bare_png(png_bytes() + b"<script>")
    assert bare is not None
    assert b"ward 7" not in bare
    assert b"<script>" not in bare
    with Image.open(io.BytesIO(bare)) as picture:
        assert (picture.size, picture.getpixel((0, 0))) == ((3, 2), (0x33, 0x66, 0x99))


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("\uff1d1+1", "'\uff1d1+1"),
        ("@SUM(1)", "'@SUM(1)"),
        ("+HYPERLINK(1)", "'+HYPERLINK(1)"),
        ("-12 %", "-12 %"),
        ("+5 points", "+5 points"),
        ("−0.3", "−0.3"),
    ],
)
def test_a_csv_holds_no_formula_that_a_spreadsheet_would_run(text: str, cell: str) -> None:
    rows = list(
        csv.reader(io.StringIO(table_csv(DataTable(("a",), ((text,),))).decode("utf-8-sig")))
    )
    assert rows == [["a"], [cell]]
