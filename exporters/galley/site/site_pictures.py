"""The site's logo and icon, as ``site.toml`` names them."""

from __future__ import annotations

from galley.findings import ContentError, Finding, Place, Severity
from galley.html.context import ImageContext
from galley.html.images import image_address, process_image
from galley.site.shelf import Shelf
from galley.site.site_maker import SiteMaker

FAVICON = "favicon.ico"
"""An icon of the author's own, where ``site.toml`` names none."""
# Three times the height at which pages and browsers show them.
_TALLEST_PX = {"logo": 96, "icon": 192}


def put_logo(maker: SiteMaker, shelf: Shelf) -> ImageContext | None:
    """Put the logo on the shelf and return it; None where the site has none."""
    return _site_picture("logo", maker.config.logo, maker, shelf)


def put_icon(maker: SiteMaker, shelf: Shelf) -> str:
    """Put the icon on the shelf and return its path inside the site; empty without one."""
    picture = _site_picture("icon", maker.config.icon, maker, shelf)
    own = next((file.address for file in maker.static if file.address == FAVICON), "")
    return picture.src if picture else own


def _site_picture(field: str, name: str, maker: SiteMaker, shelf: Shelf) -> ImageContext | None:
    """Put a picture that ``site.toml`` names on the shelf; `src` is its path inside the site."""
    path = maker.find(name) if name else None
    if not name:
        return None
    if path is None:
        shelf.findings.append(_missing_picture(field, name, maker))
        return None
    try:
        picture = process_image(
            path.read_bytes(), name, place=Place(maker.config_file), tallest=_TALLEST_PX[field]
        )
    except ContentError as error:
        shelf.findings.extend(error.findings)
        return None
    address = image_address(picture, name)
    shelf.put(address, picture.data, maker.config_file)
    return ImageContext(address, picture.width, picture.height)


def _missing_picture(field: str, name: str, maker: SiteMaker) -> Finding:
    return Finding(
        f"site-{field}-missing",
        Severity.WARNING,
        Place(maker.config_file),
        f"the {field} '{name}' is not there",
        "Put the file into the content folder, or correct its name (capitals count).",
    )
