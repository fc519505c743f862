"""What draws the gallery's pictures: a process of its own, so that a server loads no matplotlib.

It reads one question a line and answers in one line, and ends when nobody is left to ask.
"""

from __future__ import annotations

import base64
import json
import os
import sys
import tempfile
from collections.abc import Mapping
from contextlib import redirect_stdout, suppress
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final, cast

from PIL import Image, ImageDraw

import galley_figures
from galley_figures.explanatory import ExplanatoryFigure
from galley_figures.listing import HOMES, Listed, list_figures
from galley_figures.locale import LANGS, Lang
from galley_figures.parameter_records import parameter_record
from galley_figures.sheet.faces import font_faces
from galley_figures.starters import starter
from galley_figures.style.palette import Theme, colour, css_variables

_THEMES: Final[tuple[Theme, ...]] = ("light", "dark")
_POLITE: Final = 5
_HILLS_PX: Final = (720, 400)


def list_record() -> list[dict[str, Any]]:
    """Return every figure of the library as JSON values."""
    return [_listed(listed) for listed in list_figures()]


def _listed(listed: Listed) -> dict[str, Any]:
    return {
        "name": listed.name,
        "title": dict(listed.words.title),
        "shows": dict(listed.words.shows),
        "evidence": listed.words.evidence,
        "parameters": [parameter_record(info) for info in listed.parameters.values()],
        "starters": {lang: starter(listed.name, lang) for lang in LANGS},
    }


def picture_record(name: str, lang: Lang) -> dict[str, Any]:
    """Draw a figure as it is without parameters, a kind with its example."""
    if name == "picture":
        return _some_picture(lang)
    figure = _drawn(name, lang)
    return {
        "alt": figure.alt,
        "caption": figure.caption or "",
        "svg": {theme: themed(figure.wide_svg, theme) for theme in _THEMES},
    }


def themed(svg: str, theme: Theme) -> str:
    """Return a drawing that stands alone: a theme's colours and paper, and its letters inside."""
    colours = css_variables(theme)
    for variable, value in css_variables("light").items():
        svg = svg.replace(f"var({variable}, {value})", colours[variable])
    opening = svg.index(">", svg.index("<svg")) + 1
    paper = f'<rect width="100%" height="100%" fill="{colours["--fig-paper"]}"/>'
    return f"{svg[:opening]}<style>{font_faces(svg)}</style>{paper}{svg[opening:]}"


def _drawn(name: str, lang: Lang) -> ExplanatoryFigure:
    example = f"{HOMES[name]}.example"
    if find_spec(example) is not None:
        return cast("ExplanatoryFigure", import_module(example).example(lang=lang))
    return cast("ExplanatoryFigure", getattr(galley_figures, name)(lang=lang))


def _some_picture(lang: Lang) -> dict[str, Any]:
    """Show some file as `galley_figures.picture` does: hills below a sun, marked as drawn."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "hills.png"
        _hills().save(path)
        alt = {"en": "Hills below a sun.", "id": "Bukit di bawah matahari."}[lang]
        shown = galley_figures.picture(path, alt=alt, evidence="schematic", credit="-", lang=lang)
    data = base64.b64encode(shown.data).decode("ascii")
    width, height = _HILLS_PX
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        f'<image href="data:{shown.media_type};base64,{data}" width="100%" height="100%"/></svg>'
    )
    return {"alt": shown.alt, "caption": "", "svg": dict.fromkeys(_THEMES, svg)}


def _hills() -> Image.Image:
    width, height = _HILLS_PX
    image = Image.new("RGB", _HILLS_PX, colour("time-tint"))
    pen = ImageDraw.Draw(image)
    pen.ellipse((470, 50, 570, 150), fill=colour("compensation"))
    pen.polygon(((0, height), (230, 130), (460, height)), fill=colour("restoration"))
    pen.polygon(((260, height), (520, 210), (width, height)), fill=colour("time"))
    return image


def answer(question: Mapping[str, Any]) -> Any:  # noqa: ANN401 - JSON
    """Answer one question: ``{}`` for the list, a name and a language for a picture."""
    if not question:
        return list_record()
    return picture_record(question["name"], question["lang"])


def main() -> None:
    """Answer until the last question."""
    with suppress(OSError, AttributeError):
        os.nice(_POLITE)
    answers = sys.stdout
    # Whatever a library prints is no answer.
    with redirect_stdout(sys.stderr):
        for line in sys.stdin:
            try:
                said = {"answer": answer(json.loads(line))}
            except Exception as error:  # noqa: BLE001 - the next question may be a better one
                said = {"error": f"{type(error).__name__}: {error}"}
            print(json.dumps(said), file=answers, flush=True)


if __name__ == "__main__":
    main()
