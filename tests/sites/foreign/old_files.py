"""Notebooks that others of the folder link to, and what cannot be read.

What else is old or odd in files is shown one by one in `tests/foreign/cases/old_files.py`.
"""

from __future__ import annotations

import json

from parts import Json, code, markdown, notebook, prose

FILES: dict[str, Json | str | bytes] = {
    "format/4-5.ipynb": prose("# Format 4.5", "", "Text.", minor=5),
    "kernel/none.ipynb": notebook(
        markdown("# No kernelspec"), code("print('ran ' + 'here')"), kernel="absent"
    ),
    "Café du matin – étude 1.ipynb": prose("Le café, deuxième étude."),
    "broken/truncated.ipynb": json.dumps(prose("# Cut off", "", "text " * 50)).encode()[:200],
}

__all__ = ["FILES"]
