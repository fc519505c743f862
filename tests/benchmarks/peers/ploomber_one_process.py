"""(c) ploomber-engine, which runs cells in its own process, and nbconvert, all in one process."""

import sys
from pathlib import Path

# As a kernel does, so that notebooks import the modules beside them.
sys.path.insert(0, str(Path.cwd()))

from nbconvert import HTMLExporter
from ploomber_engine import execute_notebook

out, *notebooks = sys.argv[1:]
exporter = HTMLExporter()
for notebook in notebooks:
    executed = Path(out) / Path(notebook).name
    execute_notebook(notebook, executed, progress_bar=False)
    html, _ = exporter.from_filename(str(executed))
    executed.with_suffix(".html").write_text(html, encoding="utf-8")
