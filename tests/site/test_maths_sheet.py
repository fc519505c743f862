"""The style sheet of formulas on a site: there for pages with formulas, and only then."""

from __future__ import annotations

from datetime import date
from functools import partial

import nbformat.v4 as nb

from galley.article.article import Identity, read_article
from galley.article.front_matter import FrontMatter
from galley.config import SiteConfig
from galley.html.assets import maths_assets
from galley.html.pandoc_types import PandocRequest, PandocResult
from galley.html.reference_list import Style
from galley.site.assemble import assemble
from galley.site.model import AssembledSite, SiteArticle
from galley.site.press import Press
from galley.site.rendering import page_renderer
from galley.site.site_maker import SiteMaker

LINK = f'<link rel="stylesheet" href="{maths_assets().stylesheet}">'


def _convert(request: PandocRequest) -> PandocResult:
    return PandocResult((), (), tuple("<math><mi>x</mi></math>" for _ in request.formulas))


def _site(**texts: str) -> AssembledSite:
    pages = []
    for slug, text in texts.items():
        front_matter = FrontMatter.model_validate({"title": slug, "date": "2026-11-01"})
        identity = Identity(f"{slug}.ipynb", slug, "en", "", slug, front_matter)
        notebook = nb.new_notebook(cells=[nb.new_markdown_cell(text, id="c1")])
        load = partial(read_article, notebook, identity)
        pages.append(SiteArticle(identity, f"{slug}.html", slug, load))
    press = Press(page_renderer(_convert, Style()))
    return assemble(pages, SiteMaker(SiteConfig(title="Site"), date(2026, 11, 20), press))


def test_only_the_page_with_a_formula_links_the_sheet() -> None:
    site = _site(sums="So $x$.", words="No formula.")
    linked = [path for path, data in site.files.items() if LINK in data.decode(errors="ignore")]
    assert linked == ["sums.html"]
    assert set(maths_assets().files) <= set(site.files)


def test_a_site_without_formulas_publishes_no_face_for_them() -> None:
    assert [path for path in _site(words="No formula.").files if "maths" in path] == []
