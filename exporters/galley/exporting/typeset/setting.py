"""typst at work: source and files → PDF or pictures of its pages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from galley.findings import EnvironmentFault

_FONT_PACKAGES = ("font_source_serif_pro", "font_source_sans_pro")
INSTALL = 'install it with: pip install "galley-articles[documents]"'
_MISSING_SIGN = re.compile(r"the text `\"(.+?)\"` could not be displayed")
_CODE = re.compile(r"\\u\{([0-9a-f]+)\}|\\.")
"""How typst writes a sign that has no shape, or one that stands between quotation marks."""


@dataclass(frozen=True)
class Sources:
    """What typst reads: file → content, `main` among them."""

    files: Mapping[str, bytes] = field(repr=False)
    main: str = "main.typ"


@dataclass(frozen=True)
class SetDocument:
    """A document that was set.

    Attributes
    ----------
    borrowed
        Signs that Galley's type does not have, and that a typeface of this computer has.
    missing
        Signs that nothing on this computer can show.
    """

    pdf: bytes = field(repr=False)
    borrowed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


class CannotSetError(EnvironmentFault):
    """typst refused a document; `reason` is typst's own word on it."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(
            f"the PDF could not be set: {(reason.strip().splitlines() or [''])[0]}",
            "please report this with the article; its page is not concerned.",
        )

    @property
    def is_of_depth(self) -> bool:
        """Whether elements lie too deep in each other."""
        return "depth exceeded" in self.reason


def set_pdf(sources: Sources, seconds_since_1970: int) -> SetDocument:
    """Return a tagged PDF by the rules of PDF/UA-1.

    Where a sign is in none of Galley's typefaces, those of this computer are tried; where it is in
    none of them either, the PDF is made without it and without the claim to follow these rules.

    Raises
    ------
    CannotSetError
        If typst refuses the document for any other reason.
    EnvironmentFault
        If typst is not installed.
    """
    borrowed: tuple[str, ...] = ()
    try:
        return SetDocument(_compiled(sources, seconds_since_1970, is_ours=True))
    except CannotSetError as error:
        borrowed = _missing_signs(error)
        if not borrowed:
            raise
    try:
        return SetDocument(_compiled(sources, seconds_since_1970, is_ours=False), borrowed)
    except CannotSetError as error:
        missing = _missing_signs(error)
        if not missing:
            raise
    pdf = _compiled(sources, seconds_since_1970, is_ours=False, standards=())
    return SetDocument(pdf, tuple(sign for sign in borrowed if sign not in missing), missing)


def count_pages(sources: Sources) -> int:
    """Return how many pages a document has; a sign without a shape takes room all the same."""
    try:
        with _compiler(sources, is_ours=True) as compiler:
            return int(json.loads(compiler.query("<last-page>", field="value", one=True)))
    except RuntimeError as error:
        raise CannotSetError(str(error)) from error


def template(name: str) -> bytes:
    """Return a template of Galley's."""
    return files("galley.exporting.typeset").joinpath(name).read_bytes()


def _missing_signs(error: CannotSetError) -> tuple[str, ...]:
    found = (_CODE.sub(_decoded, text) for text in _MISSING_SIGN.findall(error.reason))
    return tuple(dict.fromkeys(sign for text in found for sign in text))


def _decoded(code: re.Match[str]) -> str:
    return chr(int(code[1], 16)) if code[1] else code[0][1:]


def _compiled(
    sources: Sources, seconds: int, *, is_ours: bool, standards: tuple[str, ...] = ("ua-1",)
) -> bytes:
    try:
        with _compiler(sources, is_ours=is_ours) as compiler:
            pdf: bytes = compiler.compile(
                format="pdf", pdf_standards=list(standards), timestamp=seconds
            )
    except _typst().TypstError as error:
        raise CannotSetError(str(error)) from error
    return pdf


@contextmanager
def _compiler(sources: Sources, *, is_ours: bool) -> Iterator[Any]:
    """Put the sources where typst can read them: pictures it takes from files alone."""
    with TemporaryDirectory(prefix="galley-typeset-") as folder:
        root = Path(folder)
        for name, data in sources.files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        fonts = _fonts(is_ours=is_ours)
        yield _typst().Compiler(str(root / sources.main), root=folder, font_paths=fonts)


@cache
def _fonts(*, is_ours: bool) -> Any:  # noqa: ANN401 - as above
    return _typst().Fonts(include_system_fonts=not is_ours, font_paths=list(map(str, _folders())))


def _folders() -> tuple[Path, ...]:
    found = (find_spec(name) for name in _FONT_PACKAGES)
    return tuple(
        Path(spec.submodule_search_locations[0], "files")
        for spec in found
        if spec and spec.submodule_search_locations
    )


def _typst() -> Any:  # noqa: ANN401 - a module that may not be there
    try:
        import typst
    except ImportError as error:
        raise EnvironmentFault("typst, which sets PDF, is not installed", INSTALL) from error
    return typst
