"""The one script that runs in the frame beside the notebook."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from markupsafe import Markup

from galley.html.markup import finished
from galley.jupyterlab.body_parts import CellParts


@cache
def frame_script() -> str:
    """Return the script; a page's policy has to allow it by its digest."""
    return files("galley.jupyterlab").joinpath("preview_frame.js").read_text(encoding="utf-8")


def script_for(cells: CellParts) -> Markup:
    """Return the script with what it has to know: which cell made how many parts of the body."""
    # A cell's id could end the element that holds it.
    data = json.dumps(cells).replace("<", "\\u003c")
    return finished(
        f'<script type="application/json">{data}</script>\n<script>{frame_script()}</script>'
    )
