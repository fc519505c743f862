"""JupyterLab in Indonesian: what Galley finds is read in Indonesian, too."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import nbformat
import pytest
from nbformat.v4 import new_markdown_cell, new_notebook
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.kernel]

FRONT = "---\ntitle: Tangan belajar lagi\ndate: 2026-01-02\n---\n# Tangan belajar lagi"
KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
SOON = 20_000


def test_problems_are_told_in_jupyterlabs_own_language(
    lab: Any, open_page: Callable[[str], Page]
) -> None:
    lab.choose("translation-extension/plugin", locale="id_ID")
    cells = [
        new_markdown_cell(FRONT, id="front"),
        new_markdown_cell("Orang lain menemukan hal yang sama [@nobody2020].", id="sumber"),
    ]
    nbformat.write(new_notebook(cells=cells, metadata=KERNEL), lab.folder / "tangan.ipynb")
    page = open_page(lab.page("tangan.ipynb"))

    counts = page.locator(".galley-counts button")
    expect(counts).to_be_visible(timeout=SOON)
    counts.click()
    problem = page.locator(".galley-problem", has_text="nobody2020").first

    expect(problem).to_contain_text("Kunci kutipan 'nobody2020' tidak dikenal", timeout=SOON)
    expect(problem).to_contain_text(
        "Perbaikan: tambahkan references.bib dengan entri 'nobody2020' di samping buku catatan."
    )
    page.close()
