"""The page of one notebook by itself: everything inside one file, nothing around it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from nbformat import NotebookNode

from galley.article.article import Identity, read_article
from galley.article.bibliography import BIBLIOGRAPHY_FILES, Bibliography, parse_bibliography
from galley.article.front_matter import FrontMatter, parse_front_matter, split_front_matter
from galley.article.model import Article
from galley.article.notebook import normalise_notebook
from galley.article.title import find_title
from galley.config import CONFIG_FILE, SiteConfig
from galley.content_files import find_beside, is_elsewhere
from galley.findings import ContentError, Finding, Place
from galley.glossary import GLOSSARY_FILE, Glossary, parse_glossary
from galley.html.assets import inline_stylesheet
from galley.html.context import (
    FigureContext,
    Link,
    PageContext,
    PreparedPage,
    SiteContext,
    ThemeColors,
)
from galley.html.images import ProcessedImage
from galley.html.meanings import meanings_of
from galley.html.pandoc import Pandoc
from galley.html.people import person_context
from galley.html.pictures import Pictures, data_uri
from galley.html.reference_list import style_of
from galley.html.render import Convert, RenderedArticle, render_article
from galley.html.reviewing import Reviewed
from galley.html.site_words import render_words
from galley.html.surroundings import Surroundings
from galley.html.words import words_for
from galley.look import GALLEYS_LOOK, Look
from galley.overrides import Overrides, read_overrides, stops_the_site
from galley.workspace import find_upwards, look_of, read_config


@dataclass(frozen=True)
class StandAlonePage:
    """A page and what to tell the person who asked for it.

    Attributes
    ----------
    findings
        Those that only rendering finds; `remarks` tell them too.
    editions, ignored
        The editions that the front matter names, and the rules it sets aside.
    article
        What was rendered.
    """

    page: PreparedPage
    article: Article
    remarks: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    editions: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()


@dataclass(frozen=True)
class SiteAround:
    """What a notebook takes from the files around it; `remarks` say what was done without.

    Attributes
    ----------
    reviewed
        What signatures let a page say of an article's reviewers; None where they are not known.
    """

    config: SiteConfig
    bibliography: Bibliography
    remarks: tuple[str, ...]
    look: Look = GALLEYS_LOOK
    glossary: Glossary = field(default_factory=Glossary)
    reviewed: Callable[[Article], Reviewed | None] = lambda _article: None


def stand_alone_page(notebook: NotebookNode, folder: Path, name: str) -> StandAlonePage:
    """Return the self-contained page of a notebook.

    Parameters
    ----------
    folder
        Where the notebook lies: ``site.toml`` and the bibliography are looked for here, then
        upwards, then in the current folder.
    name
        The notebook's file name without its suffix.
    """
    site = read_site_around(folder, f"{name}.ipynb")
    with Pandoc() as pandoc:
        return page_in_site(notebook, folder, name, site, pandoc.convert)


def page_in_site(
    notebook: NotebookNode,
    folder: Path,
    name: str,
    site: SiteAround,
    convert: Convert,
    *,
    edition: str = "",
    address: Callable[[ProcessedImage, str], str] = data_uri,
) -> StandAlonePage:
    """Return the same page where the files around have been read and pandoc runs already.

    Parameters
    ----------
    edition
        The edition to show; the first where the article has none of that name.
    address
        Where pictures are; as a rule, inside the page.
    """
    file = f"{name}.ipynb"
    article, remarks = _read(notebook, file, site, edition)
    pictures = Pictures(article, find_beside(folder, folder), address)
    style = style_of(site.bibliography, site.config.citation_style)
    rendered = render_article(article, _surroundings(article, pictures, site), style, convert)
    noticed = (*pictures.findings, *rendered.findings)
    lines = (*site.remarks, *remarks, *map(str, (*article.findings, *noticed)))
    page = PreparedPage(_page(article, rendered, site), rendered.context)
    front = article.front_matter
    return StandAlonePage(page, article, lines, noticed, tuple(front.editions), tuple(front.ignore))


def read_site_around(folder: Path, file: str) -> SiteAround:
    """Find what the site says; a part that is missing or broken is said, and done without."""
    remarks: list[str] = []
    config, look = SiteConfig(), GALLEYS_LOOK
    config_path = find_upwards(folder, CONFIG_FILE)
    if config_path is None:
        remarks.append(f"{file}: no {CONFIG_FILE} found, so the page carries no site name")
    else:
        try:
            config = read_config(config_path.parent, config_path.parent.name)
            look = _look(config, config_path.parent, remarks)
        except ContentError as error:
            remarks.append(str(error))
    bibliography, findings = _read_bibliography(folder)
    if bibliography is None:
        remarks.append(f"{file}: no {BIBLIOGRAPHY_FILES[0]} found, so citations have no entries")
    remarks.extend(str(finding) for finding in findings)
    return SiteAround(
        config, bibliography or Bibliography(), tuple(remarks), look, _read_glossary(folder)
    )


def _look(config: SiteConfig, root: Path, remarks: list[str]) -> Look:
    """Return the site's look; where its templates or styles are broken, only colours and type."""
    overrides = read_overrides(root, root.name)
    remarks.extend(str(finding) for finding in overrides.findings)
    if any(map(stops_the_site, overrides.findings)):
        overrides = Overrides({}, {})
    return look_of(config, overrides, root.name)


def _read_bibliography(folder: Path) -> tuple[Bibliography | None, tuple[Finding, ...]]:
    paths = (find_upwards(folder, name) for name in BIBLIOGRAPHY_FILES)
    path = next((path for path in paths if path), None)
    if path is None:
        return None, ()
    return parse_bibliography(path.read_text(encoding="utf-8-sig", errors="replace"), path.name)


def _read_glossary(folder: Path) -> Glossary:
    """Return the words that the page can explain; what is wrong with them a check tells."""
    path = find_upwards(folder, GLOSSARY_FILE)
    if path is None:
        return Glossary()
    return parse_glossary(path.read_text(encoding="utf-8-sig", errors="replace"), path.name)[0]


def _read(
    notebook: NotebookNode, file: str, site: SiteAround, edition: str
) -> tuple[Article, tuple[str, ...]]:
    split = split_front_matter(normalise_notebook(notebook))
    front_matter, remarks = _front_matter(split.text, Place(file), site.config)
    names = front_matter.editions
    identity = Identity(
        file=file,
        slug=file.removesuffix(".ipynb"),
        lang=front_matter.lang or site.config.language,
        edition=edition if edition in names else next(iter(names), ""),
        title=find_title(front_matter, split.notebook, file),
        front_matter=front_matter,
    )
    article = read_article(
        split.notebook,
        identity,
        known_keys=site.bibliography.keys,
        show_code=site.config.show_code,
    )
    return article, remarks


def _front_matter(
    text: str | None, place: Place, config: SiteConfig
) -> tuple[FrontMatter, tuple[str, ...]]:
    if not text:
        return FrontMatter(), ()
    try:
        front_matter, findings = parse_front_matter(text, place, config.authors)
    except ContentError as error:
        return FrontMatter(), (str(error),)
    return front_matter, tuple(str(finding) for finding in findings)


def _surroundings(article: Article, pictures: Pictures, site: SiteAround) -> Surroundings:
    config = site.config
    front, texts = article.front_matter, config.in_language(article.lang)
    return Surroundings(
        image=pictures.image,
        picture=pictures.drawing,
        meanings=meanings_of(site.glossary, article.lang),
        link=lambda href: re.sub(r"\.(?:ipynb|q?md)(?=$|#)", ".html", href),
        authors=tuple(person_context(config.in_words_of(p, article.lang)) for p in front.authors),
        reviewers=tuple(
            person_context(config.in_words_of(p, article.lang)) for p in front.reviewers
        ),
        reviewed=site.reviewed(article),
        category=Link(front.category) if front.category else None,
        tags=tuple(Link(tag) for tag in front.tags),
        disclaimer=texts.disclaimer,
        licence=texts.licence,
        corrections=texts.corrections,
    )


def _page(article: Article, rendered: RenderedArticle, site: SiteAround) -> PageContext:
    texts = site.config.in_language(article.lang)
    return PageContext(
        lang=article.lang,
        words=words_for(article.lang),
        site=SiteContext(
            title=texts.title,
            notice=render_words(texts.notice, _elsewhere),
            footer=render_words(texts.footer, _elsewhere),
            licence=texts.licence,
        ),
        title=article.title,
        description=rendered.context.description,
        noindex=site.config.noindex
        if article.front_matter.noindex is None
        else article.front_matter.noindex,
        inline_css=inline_stylesheet("".join(_shown_text(rendered)), site.look),
        theme_colors=ThemeColors.of(site.look),
        look=site.look,
    )


def _elsewhere(href: str) -> str:
    """Return an address on the web; pages of the site are not around a page that stands alone."""
    return href if is_elsewhere(href) else ""


def _shown_text(rendered: RenderedArticle) -> Iterator[str]:
    """Yield the page's text, by which the faces it needs are chosen."""
    context = rendered.context
    yield from (context.title, context.description, context.footnotes_html, *context.key_points)
    yield from (reference.html for reference in context.references)
    for block in context.blocks:
        yield f"{block.html}{block.caption_html}"
        if block.figure:
            yield from _figure_text(block.figure)


def _figure_text(figure: FigureContext) -> Iterator[str]:
    yield f"{figure.svg_wide}{figure.svg_narrow}{figure.description}{figure.caption_html}"
    if figure.table:
        yield " ".join(str(cell) for row in figure.table.rows for cell in row)
    if figure.evidence:
        yield figure.evidence.note
    for choice in figure.choices:
        yield f"{choice.label} {' '.join(choice.values)}"
    for state in figure.states:
        yield from _figure_text(state.figure)
