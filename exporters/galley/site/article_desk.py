"""One article on the desk: the files that go with its page, and the links from it."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from slugify import slugify

from galley.article.markdown.anchors import heading_slug
from galley.article.model import Article, Figure
from galley.content_files import (
    LINKED_SUFFIXES,
    PICTURE_SUFFIXES,
    FindFile,
    bare_path,
    is_elsewhere,
)
from galley.discovery import is_article_name
from galley.html.context import Link
from galley.html.downloads import Download, figure_downloads, picture_elsewhere
from galley.html.images import ProcessedImage, image_address
from galley.html.picture_set import MakePicture, picture_set
from galley.html.pictures import Pictures
from galley.html.words import words_for
from galley.site.frame import Frame
from galley.site.model import SiteArticle
from galley.site.page_links import page_meant
from galley.site.page_trace import PageTrace
from galley.site.site_addresses import downloads_folder, relative


@dataclass
class ArticleDesk:
    """One article being made: keeps its files and knows the way to everything around it.

    Attributes
    ----------
    trace
        What was asked about files and pages, for the next build.
    make
        Makes a picture's files of what lies in the content folder.
    files
        Path inside the site → content.
    pictures
        A figure's anchor → the path of the picture that stands for it elsewhere.
    """

    article: Article
    item: SiteArticle
    frame: Frame
    trace: PageTrace
    make: MakePicture = picture_set
    files: dict[str, bytes] = field(default_factory=dict)
    pictures: dict[str, str] = field(default_factory=dict)
    _links: dict[str, tuple[Link, ...]] = field(default_factory=dict)

    @property
    def find(self) -> FindFile:
        """Finds files beside the notebook, and notes what was looked for."""
        return self.trace.noting(self.item.find)

    def way(self, target: str) -> str:
        """Return the link from the page to a path inside the site."""
        return relative(target, self.item.path)

    def downloads(self, figure: Figure) -> tuple[Link, ...]:
        """Return the links to a figure's files."""
        return self._links.get(figure.anchor, ())

    def path_of(self, src: str) -> str:
        """Return the path inside the site of a file that this page links to."""
        return posixpath.normpath(posixpath.join(posixpath.dirname(self.item.path), unquote(src)))

    # -- files ------------------------------------------------------------------

    def keep_picture(self, picture: ProcessedImage, name: str) -> str:
        """Put a picture among the page's files and return the link to it."""
        path = image_address(picture, name)
        self.files[path] = picture.data
        return self.way(path)

    def keep_file(self, name: str, data: bytes) -> str:
        """Put a file for readers into the article's own folder and return the link to it.

        It says which article it belongs to, since readers collect such files in one folder.
        """
        slug = posixpath.basename(self.item.article.slug)
        path = f"{downloads_folder(self.item.path)}/{slug}-{name}"
        self.files[path] = data
        return self.way(path)

    def keep_downloads(self) -> None:
        """Put every figure's data and drawings into the article's own folder."""
        for block in self.article.blocks:
            if isinstance(block, Figure):
                paths = self._keep_downloads_of(block)
                if picture := picture_elsewhere(paths):
                    self.pictures[block.anchor] = paths[picture]
                self._keep_downloads_of_states(block)

    def _keep_downloads_of_states(self, figure: Figure) -> None:
        for place, state in enumerate(figure.in_states):
            if place == figure.shown:
                self._links[state.anchor] = self._links[figure.anchor]
            else:
                self._keep_downloads_of(state)

    def _keep_downloads_of(self, figure: Figure) -> Mapping[Download, str]:
        """Keep a figure's files and the links to them; return where they are."""
        folder, words = downloads_folder(self.item.path), words_for(self.item.article.lang)
        downloads = figure_downloads(figure, words)
        paths = {download: f"{folder}/{download.name}" for download in downloads}
        self.files |= {paths[download]: download.data for download in downloads}
        self._links[figure.anchor] = tuple(
            Link(download.label(words), self.way(paths[download])) for download in downloads
        )
        return paths

    def _keep_linked(self, href: str) -> str:
        """Publish a file that the text links to; empty if it is none that readers are given."""
        path = self.find(href)
        if path is None or path.suffix.lower() not in LINKED_SUFFIXES | PICTURE_SUFFIXES:
            return ""
        if path.suffix.lower() in PICTURE_SUFFIXES:
            return Pictures(self.article, self.find, self.keep_picture, self.make).link(href)
        data = path.read_bytes()
        stem = slugify(path.stem, max_length=60) or "file"
        digest = hashlib.sha256(data).hexdigest()[:10]
        kept = f"assets/files/{stem}-{digest}{path.suffix.lower()}"
        self.files[kept] = data
        return self.way(kept)

    def read(self, address: str) -> str | None:
        """Return the text of a file beside the notebook, which becomes part of the page."""
        path = self.find(unquote(bare_path(address)))
        if path is None:
            return None
        return path.read_text(encoding="utf-8-sig", errors="replace")

    # -- links ------------------------------------------------------------------

    def link(self, href: str) -> str:
        """Return an address as written in the article as it has to stand on the page.

        A link to a notebook that has no page (a draft), and one out of the site, leads nowhere:
        an empty address.
        """
        if href.startswith("#") or is_elsewhere(href) or not bare_path(href):
            return href
        written = unquote(bare_path(href))
        rest = href[len(bare_path(href)) :]
        page = self.trace.note_page(written, page_meant(written, self.item, self.frame))
        if page:
            return self.way(page) + _anchor_there(rest)
        if is_article_name(written):
            return ""
        return self._keep_linked(href) or ("" if self._is_outside(written) else href)

    def _is_outside(self, written: str) -> bool:
        way = posixpath.normpath(posixpath.join(posixpath.dirname(self.item.path), written))
        return way.startswith("../") or "\\" in written


def _anchor_there(rest: str) -> str:
    """Return what follows an address, with the anchor that Galley makes of a heading.

    JupyterLab's anchors keep capitals and signs; what has neither may be one made by hand.
    """
    before, mark, anchor = rest.partition("#")
    is_of_jupyter = bool(re.search(r"[A-Z%,.&()]", anchor))
    return before + mark + (heading_slug(anchor) if is_of_jupyter else anchor)
