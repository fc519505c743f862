"""The page of one article in its site: its pictures, downloads and links to other pages."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from urllib.parse import unquote

from slugify import slugify

from galley.article.front_matter import Person
from galley.article.model import Figure
from galley.content_files import bare_path, is_elsewhere
from galley.findings import Finding
from galley.html.context import Link, PersonContext
from galley.html.downloads import DownloadKind, figure_downloads
from galley.html.images import ProcessedImage, image_address
from galley.html.people import person_context
from galley.html.pictures import Pictures
from galley.html.prose_context import ImageHtml
from galley.html.surroundings import Surroundings
from galley.html.words import words_for
from galley.site.frame import Frame
from galley.site.graph import Group, person_key
from galley.site.languages import language_name
from galley.site.model import RenderedPage, RenderPage, SiteArticle
from galley.site.site_addresses import (
    ListKind,
    downloads_folder,
    in_language,
    key_of,
    list_path,
    relative,
)

# What readers are given to take away; pages and scripts are not among it, since they would run
# with the site's own rights.
_LINKED_TYPES = "bib csv docx epub ics m4a mp3 mp4 ods odt pdf pptx ris tsv txt xlsx zip"
_LINKED_SUFFIXES = frozenset(f".{kind}" for kind in _LINKED_TYPES.split())
_PICTURE_SUFFIXES = frozenset([".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"])


@dataclass(frozen=True)
class ArticlePage:
    """A finished page with the files that belong to it.

    Attributes
    ----------
    files
        Path inside the site → content, without the page itself.
    pictures
        A figure's anchor → the path of the picture that stands for it elsewhere.
    image
        The path and size of the article's own picture (``image`` in front matter), if any.
    """

    item: SiteArticle
    page: RenderedPage
    files: Mapping[str, bytes] = field(repr=False)
    pictures: Mapping[str, str]
    image: ImageHtml | None = None
    findings: tuple[Finding, ...] = ()


def make_article_page(item: SiteArticle, frame: Frame, render: RenderPage) -> ArticlePage:
    """Render an article in its place on the site."""
    desk = _Desk(item, frame)
    pictures = Pictures(item.article, item.find, desk.keep_picture)
    front = item.article.front_matter
    image = pictures.image(front.image, "") if front.image else None
    desk.keep_downloads()
    context = frame.page(
        item.path,
        item.article.lang,
        item.article.title,
        description=front.description,
        alternates=frame.alternates(frame.graph.counterparts(item)),
        noindex=front.noindex,
        image=desk.path_of(image.src) if image else next(iter(desk.pictures.values()), ""),
    )
    page = render(item.article, desk.surroundings(pictures), context)
    findings = (*pictures.findings, *page.findings)
    return ArticlePage(item, page, desk.files, desk.pictures, image, findings)


def group_path(group: Group, frame: Frame) -> str:
    """Return the address of a category's, tag's or author's page."""
    return in_language(list_path(group.kind, group.key), group.lang, frame.config.language)


@dataclass
class _Desk:
    """One article being made: keeps its files and knows the way to everything around it."""

    item: SiteArticle
    frame: Frame
    files: dict[str, bytes] = field(default_factory=dict)
    pictures: dict[str, str] = field(default_factory=dict)
    _links: dict[str, tuple[Link, ...]] = field(default_factory=dict)

    def way(self, target: str) -> str:
        return relative(target, self.item.path)

    def path_of(self, src: str) -> str:
        """Return the path inside the site of a file that this page links to."""
        return posixpath.normpath(posixpath.join(posixpath.dirname(self.item.path), unquote(src)))

    # -- files ------------------------------------------------------------------

    def keep_picture(self, picture: ProcessedImage, name: str) -> str:
        path = image_address(picture, name)
        self.files[path] = picture.data
        return self.way(path)

    def keep_downloads(self) -> None:
        """Put every figure's data and drawings into the article's own folder."""
        for block in self.item.article.blocks:
            if isinstance(block, Figure):
                paths = self._keep_downloads_of(block)
                # A PNG is shown everywhere; feed readers and messengers rarely draw SVG.
                if picture := paths.get("png") or paths.get("svg"):
                    self.pictures[block.anchor] = picture
                self._keep_downloads_of_states(block)

    def _keep_downloads_of_states(self, figure: Figure) -> None:
        for place, state in enumerate(figure.in_states):
            if place == figure.shown:
                self._links[state.anchor] = self._links[figure.anchor]
            else:
                self._keep_downloads_of(state)

    def _keep_downloads_of(self, figure: Figure) -> Mapping[DownloadKind, str]:
        """Keep a figure's files and the links to them; return where they are."""
        folder, words = downloads_folder(self.item.path), words_for(self.item.article.lang)
        downloads = figure_downloads(figure, words)
        paths = {download.kind: f"{folder}/{download.name}" for download in downloads}
        self.files |= {paths[download.kind]: download.data for download in downloads}
        self._links[figure.anchor] = tuple(
            Link(download.label(words), self.way(paths[download.kind])) for download in downloads
        )
        return paths

    def _keep_linked(self, href: str) -> str:
        """Publish a file that the text links to; empty if it is none that readers are given."""
        path = self.item.find(href)
        if path is None or path.suffix.lower() not in _LINKED_SUFFIXES | _PICTURE_SUFFIXES:
            return ""
        if path.suffix.lower() in _PICTURE_SUFFIXES:
            picture = Pictures(self.item.article, self.item.find, self.keep_picture)
            found = picture.image(href, "")
            return found.src if found else ""
        data = path.read_bytes()
        stem = slugify(path.stem, max_length=60) or "file"
        digest = hashlib.sha256(data).hexdigest()[:10]
        kept = f"assets/files/{stem}-{digest}{path.suffix.lower()}"
        self.files[kept] = data
        return self.way(kept)

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
        if written.lower().endswith(".ipynb"):
            page = self._page_of_notebook(written)
            return self.way(page) + rest if page else ""
        page = self._page_at(written)
        if page:
            return self.way(page) + rest
        return self._keep_linked(href) or ("" if self._is_outside(written) else href)

    def _is_outside(self, written: str) -> bool:
        way = posixpath.normpath(posixpath.join(posixpath.dirname(self.item.path), written))
        return way.startswith("../") or "\\" in written

    def _page_of_notebook(self, written: str) -> str:
        """Return the page of another notebook: in this page's language and edition if there is."""
        graph, own = self.frame.graph, self.item
        pages = [page for page in graph.pages if page.article.file in self._files_meant(written)]
        originals = {page.original for page in pages}
        if own.original not in originals:
            pages = [page for page in graph.pages if page.original in originals]

        def distance(page: SiteArticle) -> tuple[bool, bool, bool, bool]:
            return (
                page.article.lang != own.article.lang,
                page.article.file not in self._files_meant(written),
                page.article.edition != own.article.edition,
                not page.is_first_edition,
            )

        return min(pages, key=distance).path if pages else ""

    def _files_meant(self, written: str) -> frozenset[str]:
        """Return the notebooks that an address may name, as the author knows them."""
        own = PurePosixPath(self.item.article.file)
        if not written.startswith("/"):
            return frozenset([posixpath.normpath((own.parent / written).as_posix())])
        # From the site's root, a path is counted from the content folder, whatever its name.
        return frozenset(posixpath.normpath(f"{part}{written}") for part in (".", *own.parents))

    def _page_at(self, written: str) -> str:
        """Return the page of the site that an address means: beside this one, or from the root."""
        beside = posixpath.normpath(posixpath.join(posixpath.dirname(self.item.path), written))
        root = posixpath.normpath(written.lstrip("/") or ".")
        for path in (root,) if written.startswith("/") else (beside, root):
            for form in (path, f"{path}.html", f"{path}/index.html".removeprefix("./")):
                if form in self.frame.known:
                    return form
        return ""

    # -- surroundings -----------------------------------------------------------

    def surroundings(self, pictures: Pictures) -> Surroundings:
        front = self.item.article.front_matter
        older, newer = self.frame.graph.neighbours(self.item)
        return Surroundings(
            image=pictures.image,
            picture=pictures.drawing,
            link=self.link,
            downloads=lambda figure: self._links.get(figure.anchor, ()),
            authors=tuple(self._person(person) for person in front.authors),
            reviewers=tuple(person_context(self._known(person)) for person in front.reviewers),
            category=self._group_link("category", front.category) if front.category else None,
            tags=tuple(self._group_link("tag", tag) for tag in _distinct(front.tags)),
            editions=self._editions(),
            translations=self._translations(),
            previous=self._neighbour(older),
            next=self._neighbour(newer),
            disclaimer=self.frame.texts(self.item.article.lang).disclaimer,
            is_trusted=self.item.article.slug in self.frame.config.trusted,
        )

    def _person(self, person: Person) -> PersonContext:
        group = self.frame.graph.group("author", person.id or person.name, self.item.article.lang)
        href = self.way(group_path(group, self.frame)) if group else ""
        return person_context(
            self._known(person), href=href if group and person_key(person) else ""
        )

    def _known(self, person: Person) -> Person:
        return self.frame.config.in_words_of(person, self.item.article.lang)

    def _group_link(self, kind: ListKind, name: str) -> Link:
        group = self.frame.graph.group(kind, name, self.item.article.lang)
        return Link(group.name, self.way(group_path(group, self.frame))) if group else Link(name)

    def _editions(self) -> tuple[Link, ...]:
        pages = self.frame.graph.editions(self.item)
        if len(pages) < 2:  # noqa: PLR2004 - a switch has two ends
            return ()
        return tuple(
            Link(
                self._edition_name(page),
                self.way(page.path),
                is_current=page.path == self.item.path,
            )
            for page in pages
        )

    def _edition_name(self, page: SiteArticle) -> str:
        words = words_for(page.article.lang)
        return words.edition_name(page.article.edition) or page.article.title

    def _translations(self) -> tuple[Link, ...]:
        pages = self.frame.graph.translations(self.item)
        if len(pages) < 2:  # noqa: PLR2004 - as above
            return ()
        own = self.item.article.lang
        return tuple(
            Link(
                language_name(page.article.lang),
                self.way(page.path),
                is_current=page.article.lang == own,
                lang="" if page.article.lang == own else page.article.lang,
            )
            for page in pages
        )

    def _neighbour(self, page: SiteArticle | None) -> Link | None:
        return Link(page.article.title, self.way(page.path)) if page else None


def _distinct(names: tuple[str, ...]) -> tuple[str, ...]:
    """Drop tags that are another one in a different spelling."""
    return tuple({key_of(name): name for name in reversed(names)}.values())[::-1]
