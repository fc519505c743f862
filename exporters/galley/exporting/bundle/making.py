"""From one article to its bundle: a folder with body, style, files and description."""

from __future__ import annotations

from collections.abc import Mapping

from galley.exporting.bundle.addresses import FOLDER, BundleAddresses, names_of
from galley.exporting.bundle.body import render_body, render_pictures
from galley.exporting.bundle.drawing import Drawings
from galley.exporting.bundle.meta import NAME, Meta
from galley.exporting.bundle.pictures import PictureMaker
from galley.exporting.bundle.rendering import RenderedBundle, render_bundle
from galley.exporting.bundle.style import bundle_style
from galley.exporting.request import Exported, ExportRequest
from galley.site.site_addresses import downloads_folder, relative


def make(request: ExportRequest) -> Exported:
    """Return the files of an article's bundle."""
    rendered = render_bundle(request)
    maker = _picture_maker(request, rendered)
    pictures = maker.pictures(rendered.article, rendered.pictures, rendered.files)
    kept = {**rendered.files, **maker.files}
    addresses = _addresses(request, rendered.page_path, names_of(kept))
    style, level = bundle_style(rendered.page.look), request.options.heading_level
    files = {
        "body.html": render_body(rendered, addresses, style, level).encode(),
        "body-pictures.html": render_pictures(rendered, addresses, pictures, level).encode(),
        "style.css": style.css.encode(),
        **style.fonts,
        **{f"{FOLDER}/{addresses.names[path]}": data for path, data in kept.items()},
    }
    meta = Meta(request, rendered, addresses, pictures).render(files)
    files[NAME] = meta
    return Exported(
        {f"{request.name}/{path}": data for path, data in sorted(files.items())}, rendered.findings
    )


def _picture_maker(request: ExportRequest, rendered: RenderedBundle) -> PictureMaker:
    page = rendered.page_path
    return PictureMaker(
        rendered.page.look,
        downloads_folder(page),
        lambda path: relative(path, page),
        Drawings.beside(request.pictures),
    )


def _addresses(request: ExportRequest, page: str, names: Mapping[str, str]) -> BundleAddresses:
    at = request.options.assets_at
    return BundleAddresses(
        page,
        names,
        request.workspace.config.base_url,
        f"{at.rstrip('/')}/{request.name}/" if at else "",
    )
