"""What assembling a site needs besides the articles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from jinja2 import Environment

from galley.config import SiteConfig
from galley.content_files import FindFile
from galley.glossary import Glossary
from galley.html.assets import SiteAssets
from galley.look import GALLEYS_LOOK, Look
from galley.site.compressing import Packer
from galley.site.model import no_file
from galley.site.press import Press
from galley.site.search import Indexing
from galley.static_files import StaticFile


@dataclass(frozen=True)
class SiteMaker:
    """What assembling needs besides the articles.

    Attributes
    ----------
    press
        Makes the pages of articles.
    find
        Finds files of the content folder: logo and icon.
    config_file
        ``site.toml`` as the author knows it, for findings.
    look
        The site's own colours, type, templates and styles.
    static
        File that is published as it is → digest of its content. They come last, so that none
        takes the address of a page.
    packer
        Compresses files beforehand, where the site asks for that.
    former
        Path under which a page was published earlier → its present path.
    indexing
        Makes the index of the search; None for a site that is not to have one.
    """

    config: SiteConfig
    today: date
    press: Press
    find: FindFile = no_file
    config_file: str = "site.toml"
    assets: SiteAssets | None = None
    templates: Environment | None = None
    look: Look = GALLEYS_LOOK
    static: Mapping[StaticFile, str] = field(default_factory=dict)
    packer: Packer | None = None
    former: Mapping[str, str] = field(default_factory=dict)
    indexing: Indexing | None = None
    glossary: Glossary = field(default_factory=Glossary)
