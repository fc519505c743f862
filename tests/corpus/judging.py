"""Says what is wrong with the pages of an area; nothing, where all is well."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from tests.corpus.building import Built
from tests.corpus.case import Case
from tests.corpus.folders import SECRET, SECRET_SIZE
from tests.hostile.builds import files_of
from tests.hostile.page_scan import (
    active_content,
    active_svg,
    broken_structure,
    left_over,
    missing_files,
    read_page,
    requests_elsewhere,
)

_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_OWN_TAGS = re.compile(r"<(?:main|body|html|title)\b")


def faults_of_case(built: Built, case: Case) -> list[str]:
    """Return what a case does not yield as it is to."""
    return list(_faults_of_case(built, case))


def _faults_of_case(built: Built, case: Case) -> Iterator[str]:
    if (state := built.state(case)) != case.state:
        yield f"state is {state!r}, not {case.state!r}: {built.said(case)}"
    html, said = built.html(case), built.said(case)
    yield from (f"its page lacks {part!r}" for part in case.shows if part not in html)
    yield from (f"its page holds {part!r}" for part in case.omits if part in html)
    yield from (
        f"not said: {found}; but {said}" for found in case.says.items() if found not in said
    )


def faults_of_pages(built: Built) -> list[str]:
    """Return what no page of any site may have, with the page."""
    return dangers_of_pages(built) + oddities_of_pages(built)


def dangers_of_pages(built: Built) -> list[str]:
    """Return what no page may have, whatever its notebook is."""
    return [
        f"{path.relative_to(built.site)}: {fault}"
        for path in _pages(built)
        for fault in _dangers_of_page(built, path)
    ]


def _dangers_of_page(built: Built, path: Path) -> Iterator[str]:
    page, html = read_page(path), path.read_text(encoding="utf-8")
    case = built.cases.get(path)
    if not (case and case.runs):
        yield from (f"runs {thing}" for thing in active_content(page))
    yield from (f"asks {address}" for address in requests_elsewhere(page))
    yield from broken_structure(page)
    if html.count("Content-Security-Policy") != 1:
        yield "does not have one policy"
    if len(_OWN_TAGS.findall(html)) != 4 or not html.rstrip().endswith("</html>"):
        yield "is not one page"
    yield from (f"holds the control character {c!r}" for c in _CONTROLS.findall(html))


def oddities_of_pages(built: Built) -> list[str]:
    """Return markup that is left over and addresses that lead nowhere, where no case has them."""
    files = set(files_of(built.site))
    return [
        f"{path.relative_to(built.site)}: {fault}"
        for path in _pages(built)
        for fault in _oddities_of_page(built, path, files)
    ]


def _oddities_of_page(built: Built, path: Path, files: set[str]) -> Iterator[str]:
    page, case = read_page(path), built.cases.get(path)
    leaves, dead = (case.leaves, case.dead) if case else ((), ())
    yield from (f"{markup} is left over" for markup in left_over(page) if markup not in leaves)
    missing = missing_files(page, path.relative_to(built.site).as_posix(), files)
    yield from (f"nothing is at {address}" for address in missing if address not in dead)


def _pages(built: Built) -> list[Path]:
    """Return the pages of a site but those that only lead from an old address to a new one."""
    return [
        path
        for path in sorted(built.site.rglob("*.html"))
        if path in built.cases or 'http-equiv="refresh"' not in path.read_text(encoding="utf-8")
    ]


def faults_of_files(built: Built) -> list[str]:
    """Return what other files of a site hold and may not."""
    return [
        f"{name}: {fault}"
        for name, data in files_of(built.site).items()
        for fault in _faults_of_file(name, data)
    ]


def _faults_of_file(name: str, data: bytes) -> Iterator[str]:
    if SECRET.encode() in data:
        yield "holds what stands outside the content folder"
    if name.endswith(".svg"):
        yield from active_svg(data.decode("utf-8"))
    if name.endswith((".png", ".jpg", ".webp")):
        with Image.open(io.BytesIO(data)) as picture:
            if picture.size == SECRET_SIZE:
                yield "is the picture outside the content folder"


def lacking(built: Built) -> list[str]:
    """Return what some file of the site holds and no file may."""
    unwanted = {part.encode(): case.file for case in built.area.cases for part in case.lacks}
    return [
        f"{name} holds {part.decode()!r} of {file}"
        for name, data in files_of(built.site).items()
        for part, file in unwanted.items()
        if part in data
    ]


def strangers_outside(built: Built) -> set[str]:
    """Return what the build left beside content and site."""
    names = {path.name for path in built.run.folder.iterdir()}
    return names - built.before - {"site", "report.json"}
