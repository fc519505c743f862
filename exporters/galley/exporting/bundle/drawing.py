"""A drawing as a picture in the colours of a theme, by typst; each is drawn once and kept."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from galley.blobs import Blobs
from galley.html.downloads import standalone_svg
from galley.site.kept_pictures import KeptPictures
from galley.site.memo import Memo, key_of_parts

_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,[^()]*)?\)")
_FONTS = ("font_source_sans_pro", "font_source_serif_pro")
# Two pixels of the picture for each of the drawing's.
_PIXELS_PER_INCH = 192
_SETTING = """
#set page(width: auto, height: auto, margin: 0pt, fill: rgb(sys.inputs.paper))
#image(bytes(sys.inputs.svg), format: "svg")
"""
_FOLDER = "drawn"


@dataclass(frozen=True)
class Drawings:
    """Draws pictures, and recalls those that were drawn before.

    Attributes
    ----------
    memo, blobs
        The store's; without them every picture is drawn.
    """

    memo: Memo | None = None
    blobs: Blobs | None = None

    @classmethod
    def beside(cls, pictures: KeptPictures) -> Drawings:
        """Return one that keeps what it draws beside the pictures of pages."""
        if pictures.memo is None:
            return cls()
        return cls(Memo(pictures.memo.folder.parent / _FOLDER), pictures.blobs)

    def png(self, svg: str, colours: Mapping[str, str]) -> bytes | None:
        """Return a drawing as a picture; None without typst, or of what is no drawing.

        Parameters
        ----------
        colours
            Style variable → colour; ``--fig-paper`` is what it stands on.
        """
        if find_spec("typst") is None:
            return None
        coloured = _VARIABLE.sub(lambda found: colours.get(found[1], found[0]), svg)
        paper = colours["--fig-paper"]
        name = hashlib.sha256(coloured.encode()).hexdigest()
        key = key_of_parts([_SETTING, _PIXELS_PER_INCH, version("typst"), paper, name])
        return self._recall(name, key) or self._kept(name, key, _drawn(coloured, paper))

    def _recall(self, name: str, key: str) -> bytes | None:
        record = self.memo.recall(name, key) if self.memo and self.blobs else None
        return self.blobs.get(str(record.get("png"))) if self.blobs and record else None

    def _kept(self, name: str, key: str, png: bytes | None) -> bytes | None:
        if self.memo and self.blobs and png:
            self.memo.keep(name, key, {"png": self.blobs.put(png)})
        return png


def _drawn(svg: str, paper: str) -> bytes | None:
    import typst  # an extra, and only for this

    drawing = standalone_svg(svg)
    if drawing is None:
        return None
    # Any: the stub has one type for all that may be a path or bytes.
    fonts: list[Any] = [_font_folder(package) for package in _FONTS]
    png: bytes = typst.compile(
        _SETTING.encode(),
        format="png",
        ppi=_PIXELS_PER_INCH,
        font_paths=fonts,
        ignore_system_fonts=True,
        sys_inputs={"svg": drawing.decode(), "paper": paper},
    )
    return png


def _font_folder(package: str) -> str:
    found = find_spec(package)
    places = found.submodule_search_locations if found else None
    return str(Path(places[0], "files")) if places else ""
