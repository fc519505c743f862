"""From one article to its bundle: a folder with body, style, files and description."""

from __future__ import annotations

from galley.exporting.bundle.addresses import FOLDER, BundleAddresses, names_of
from galley.exporting.bundle.body import render_body
from galley.exporting.bundle.rendering import RenderedBundle, render_bundle
from galley.exporting.request import Exported, ExportRequest


def make(request: ExportRequest) -> Exported:
    """Return the files of an article's bundle."""
    rendered = render_bundle(request)
    addresses = _addresses(request, rendered)
    body = render_body(rendered, addresses, request.options.heading_level)
    files = {
        "body.html": body.encode(),
        **{f"{FOLDER}/{addresses.names[path]}": data for path, data in rendered.files.items()},
    }
    return Exported(
        {f"{request.name}/{path}": data for path, data in sorted(files.items())}, rendered.findings
    )


def _addresses(request: ExportRequest, rendered: RenderedBundle) -> BundleAddresses:
    at = request.options.assets_at
    return BundleAddresses(
        rendered.page_path,
        names_of(rendered.files),
        request.workspace.config.base_url,
        f"{at.rstrip('/')}/{request.name}/" if at else "",
    )
