"""What a figure says of itself is still there after papermill, and in nbconvert's own exports."""

from typing import Any

import pytest
from nbconvert import HTMLExporter, MarkdownExporter

from galley_figures import recovery_matrix

pytestmark = [pytest.mark.kernel, pytest.mark.usefixtures("no_orphans")]

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
