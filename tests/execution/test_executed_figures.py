"""What figures say of themselves after papermill, in the article and in nbconvert's own exports."""

from typing import Any

import pytest
from nbconvert import HTMLExporter, MarkdownExporter
from PIL import Image

from galley.article.article import Identity, read_article
from galley.article.model import Article, Evidence, Figure
from galley.checks import check_article
from galley.checks.rule import CheckContext
from galley_figures import recovery_matrix

pytestmark = pytest.mark.kernel

FIGURE = "from galley_figures import recovery_matrix\nrecovery_matrix()"
BUNDLE = "application/vnd.galley.figure+json"


def test_the_words_of_a_figure_are_in_the_executed_notebook(content: Any) -> None:
    figure = recovery_matrix()
    content.article("a.ipynb", FIGURE)
    (output,) = content.build()["a"].notebook.cells[0].outputs
    assert {kind: own["alt"] for kind, own in output.metadata.items()} == {
        "image/svg+xml": figure.alt,
        "image/png": figure.alt,
    }
    kept = output.data[BUNDLE]
    assert (kept["alt"], kept["description"]) == (figure.alt, figure.description)
    assert kept["evidence"]["sources"] == list(figure.evidence.sources)
    assert output.data["text/plain"] == figure.alt
    assert f'<img alt="{figure.alt}" src="data:image/png;base64,' in output.data["text/html"]


@pytest.mark.parametrize("exporter", [HTMLExporter, MarkdownExporter])
def test_exports_that_know_nothing_of_galley_show_the_text_alternative(
    content: Any, exporter: Any
) -> None:
    content.article("a.ipynb", FIGURE)
    html, _ = exporter().from_notebook_node(content.build()["a"].notebook)
    assert html.count("<img") == 1
    assert f'alt="{recovery_matrix().alt}"' in html


PLOT = "import matplotlib.pyplot as plt\nplt.plot([1, 2], [3, 1]);"
WORDS = """\
#| label: fig-gain
#| caption: Gain by *week*.
#| alt: A line that falls.
#| evidence: data [@bi2001; @hebb1949] Crude rates.
"""
PNG_ONLY = """\
from IPython.display import Image
from matplotlib.figure import Figure
import io
figure, png = Figure(), io.BytesIO()
figure.add_subplot().plot([1, 2], [3, 1])
figure.savefig(png)
Image(png.getvalue())
"""


def article_of(content: Any, *cells: str) -> Article:
    content.article("a.ipynb", *cells)
    return read_article(content.build()["a"].notebook, Identity("a.ipynb", "a", title="A"))


@pytest.mark.parametrize(
    ("code", "drawings"), [(PLOT, {"image/svg+xml", "image/png"}), (PNG_ONLY, {"image/png"})]
)
def test_a_plain_figure_takes_its_words_from_its_cell(
    content: Any, code: str, drawings: set[str]
) -> None:
    article = article_of(content, WORDS + code)
    (figure,) = article.blocks
    assert isinstance(figure, Figure)
    assert set(figure.drawings) == drawings
    assert (figure.origin, figure.label, figure.number) == ("plain", "fig-gain", "1")
    assert figure.alt == "A line that falls."
    assert [token.type for token in figure.caption] == [
        "text",
        "em_open",
        "text",
        "em_close",
        "text",
    ]
    assert figure.evidence == Evidence("data", ("bi2001", "hebb1949"), "Crude rates.")
    assert article.cited == ("bi2001", "hebb1949")


def test_what_a_plain_figure_lacks_is_found(content: Any) -> None:
    options = ("", WORDS, WORDS.replace("data [", "synthetic ["), WORDS.replace("data [", "dat ["))
    article = article_of(content, *(option.replace("fig-gain", "") + PLOT for option in options))
    context = CheckContext(known_keys=("bi2001", "hebb1949"))
    found = [
        (finding.place.cell, finding.rule)
        for finding in check_article(article, context)
        if finding.rule.startswith("figure-")
    ]
    assert sorted(found) == [
        ("cell-1", "figure-missing-alt"),
        ("cell-1", "figure-missing-caption"),
        ("cell-1", "figure-missing-evidence"),
        ("cell-2", "figure-missing-label"),
        ("cell-3", "figure-mark-missing"),
        ("cell-3", "figure-missing-label"),
        ("cell-4", "figure-evidence-unknown"),
        ("cell-4", "figure-missing-evidence"),
        ("cell-4", "figure-missing-label"),
    ]


def test_a_picture_is_read_from_its_file_and_run_again_when_that_changes(content: Any) -> None:
    path = content.root / "hand.jpg"
    Image.new("RGB", (60, 40), "red").save(path)
    article = article_of(
        content,
        "from galley_figures import picture\n"
        "picture('hand.jpg', alt='A hand.', evidence='data', credit='A. Lestari',"
        " shows_person=True, consent='written consent, 2026')",
    )
    (figure,) = article.blocks
    assert isinstance(figure, Figure)
    assert set(figure.drawings) == {"image/jpeg"}
    assert (figure.origin, figure.alt) == ("picture", "A hand.")
    assert (figure.credit, figure.consent) == ("A. Lestari", "written consent, 2026")
    Image.new("RGB", (60, 40), "blue").save(path)
    assert content.reasons() == {"a": "hand.jpg changed since 23 Nov; used in cell cell-1"}
