"""The nbconvert exporter: an executed notebook in, one page out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from jinja2 import Environment
from nbconvert.exporters import Exporter
from nbconvert.exporters.templateexporter import TemplateExporter
from nbformat import NotebookNode
from traitlets import default

from galley.html.context import PreparedPage
from galley.html.environment import TEMPLATES, BrokenTemplateError, configure
from galley.html.printing import page_printer, print_page


class ArticleExporter(TemplateExporter):
    """Exports an article notebook as one page, by the ``article`` template.

    Run by ``jupyter nbconvert --to article``, by JupyterLab's export menu and by papermill
    pipelines, it makes one self-contained page, with the site's words and bibliography where
    ``site.toml`` and ``references.bib`` are found. A build hands it a prepared `PreparedPage` as
    ``resources["galley"]``.
    """

    export_from_notebook = "Article page"
    output_mimetype = "text/html"

    @default("template_name")
    def _template_name_default(self) -> str:
        return "article"

    @default("file_extension")
    def _file_extension_default(self) -> str:
        return ".html"

    @default("template_extension")
    def _template_extension_default(self) -> str:
        return ".html.j2"

    @default("extra_template_basedirs")
    def _extra_template_basedirs_default(self) -> list[str]:
        return [str(TEMPLATES)]

    @default("extra_template_paths")
    def _extra_template_paths_default(self) -> list[str]:
        return [str(TEMPLATES)]

    def _create_environment(self) -> Environment:
        return configure(super()._create_environment())  # type: ignore[no-untyped-call]

    def from_notebook_node(  # type: ignore[override] # TemplateExporter itself returns text
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **kw: object
    ) -> tuple[str, dict[str, Any]]:
        """Return the page of a notebook and its resources."""
        notebook, resources = Exporter.from_notebook_node(self, nb, resources, **kw)
        prepared = resources.get("galley") or self._stand_alone(notebook, resources)
        return self.print_page(prepared, nb=notebook, resources=resources), resources

    def print_page(self, prepared: PreparedPage, **names: object) -> str:
        """Print a prepared page with the exporter's template; `names` are known to it too.

        Where the site has templates of its own, those; one that cannot be printed is told of, and
        Galley's own stands in.
        """
        if prepared.page.look.templates:
            try:
                return page_printer()(prepared)
            except BrokenTemplateError as error:
                print(error, file=sys.stderr)  # noqa: T201 - nbconvert's own log is often hidden
        return print_page(self.template, prepared, **names)

    def _stand_alone(self, notebook: NotebookNode, resources: dict[str, Any]) -> PreparedPage:
        """Make the page of a notebook that nothing but its folder is known of."""
        # Only here, so that JupyterLab's export menu, which makes every exporter, opens at once.
        from galley.html.standalone import stand_alone_page

        metadata = resources.get("metadata", {})
        folder = Path(metadata.get("path") or ".")
        made = stand_alone_page(notebook, folder, str(metadata.get("name") or "notebook"))
        for line in made.remarks:
            print(line, file=sys.stderr)  # noqa: T201 - nbconvert's own log is often hidden
        return made.page
