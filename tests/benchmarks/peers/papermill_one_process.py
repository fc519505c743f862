"""(b) papermill and nbconvert for all notebooks in one process, through their APIs."""

import sys
from pathlib import Path

import papermill
from nbconvert import HTMLExporter

out, *notebooks = sys.argv[1:]
exporter = HTMLExporter()
for notebook in notebooks:
    executed = Path(out) / Path(notebook).name
    papermill.execute_notebook(notebook, executed, progress_bar=False)
    html, _ = exporter.from_filename(str(executed))
    executed.with_suffix(".html").write_text(html, encoding="utf-8")
