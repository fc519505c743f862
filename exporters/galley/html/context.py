"""What the templates are given: frozen values, ready to print, with nothing left to look up.

HTML arrives as `markupsafe.Markup` and is trusted; plain `str` is escaped by the templates.
Every `href` and `src` is already relative to the page it stands on.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from markupsafe import Markup

from galley.article.model import EvidenceClass
from galley.html.meanings import Meaning
from galley.html.other_home import OtherHome
from galley.html.own_policy import NOTHING_OF_ONES_OWN, OwnPolicy
from galley.html.page_script import page_script
from galley.html.picture_files import IN_FIGURE, NO_FILES, PictureFiles
from galley.html.policy import content_security_policy
from galley.html.related import RelatedItem
from galley.html.sharing import NO_SHARING, Sharing
from galley.html.trust import NO_TRUST, Trust
from galley.html.words import Words
from galley.look import GALLEYS_LOOK, Look
from galley_figures.style.palette import css_variables

MarkKind = Literal["schematic", "synthetic"]
BlockKind = Literal["prose", "code", "figure", "table", "output", "stream", "error"]
ListingKind = Literal["category", "tag", "author"]
CellValue = str | float | int | None
NO_HTML = Markup("")


@dataclass(frozen=True)
class Link:
    """A text that leads somewhere; without `href` it is shown as text.

    Attributes
    ----------
    is_current
        The link leads to the page it stands on (``aria-current``).
    lang
        The language of what it leads to, where that differs from the page's; empty otherwise.
    """

    text: str
    href: str = ""
    is_current: bool = False
    lang: str = ""


@dataclass(frozen=True)
class Alternate:
    """The same page in another language, for ``<link rel="alternate" hreflang>``; `href` absolute.

    `lang` is a language tag or ``x-default``.
    """

    lang: str
    href: str


@dataclass(frozen=True)
class Day:
    """One day for machines and for people: ``2026-08-17``, ``17 August 2026``."""

    iso: str
    text: str


@dataclass(frozen=True)
class ImageContext:
    """A picture file with its size in pixels, so that the page does not jump while it loads.

    Attributes
    ----------
    others
        Other files of the same picture, and `sizes`: how wide the page shows it.
    """

    src: str
    width: int
    height: int
    alt: str = ""
    others: PictureFiles = NO_FILES
    sizes: str = IN_FIGURE


@dataclass(frozen=True)
class PersonContext:
    """An author or reviewer as a reader meets them.

    Attributes
    ----------
    href
        The person's page on this site; empty where there is none.
    orcid
        The bare identifier, ``0000-0002-1825-0097``.
    seen
        That a reviewer signed this very text, and when; empty where nobody knows.
    """

    name: str
    credentials: str = ""
    affiliation: str = ""
    href: str = ""
    orcid: str = ""
    url: str = ""
    registration: str = ""
    bio: str = ""
    seen: str = ""


@dataclass(frozen=True)
class SiteContext:
    """What every page says of the site around it.

    Attributes
    ----------
    home_href
        Empty for a page that stands alone (`jupyter nbconvert --to article`).
    notice
        A sentence shown near the top of every page; empty for none.
    logo
        Shown before the name where the site has one.
    ways
        Ways to all articles and topics, at the foot of every page.
    icon_href
        The site's icon; without it browsers are told not to look for one.
    languages
        The site's languages, each leading to its home page; shown where there are two or more.
    search
        The way to the page of the search, where the site has one.
    """

    title: str
    description: str = ""
    home_href: str = ""
    navigation: tuple[Link, ...] = ()
    languages: tuple[Link, ...] = ()
    notice: str | Markup = ""
    footer: str | Markup = ""
    licence: str | Markup = ""
    ways: tuple[Link, ...] = ()
    feed_href: str = ""
    json_feed_href: str = ""
    icon_href: str = ""
    logo: ImageContext | None = None
    search: Link | None = None


@dataclass(frozen=True)
class ThemeColors:
    """The paper's colour in both themes, for the browser's own frame around the page."""

    light: str = css_variables("light")["--fig-paper"]
    dark: str = css_variables("dark")["--fig-paper"]

    @classmethod
    def of(cls, look: Look) -> ThemeColors:
        """Return the papers of a site's own look."""
        return cls(look.paper("light"), look.paper("dark"))


@dataclass(frozen=True)
class PageContext:
    """What every page needs, whatever it shows.

    Attributes
    ----------
    root
        The relative way to the site's root: empty, ``../``, ``../../`` …
    title
        The page's own title; the template adds the site's name.
    canonical
        The absolute address; empty where the site has no base URL.
    sharing
        What the page says of itself elsewhere; shown where it has an address.
    stylesheets
        Addresses of style sheets, in order.
    inline_css
        The whole style sheet of a page that stands alone; its digest goes into the policy.
    foot, allowed_script
        What stands after everything else, and the text of the one script in it that may run. Both
        are empty but in the preview beside a notebook.
    divider
        Stands before each block of the body and after the last, for whoever takes a page apart.
    look
        The site's own colours, type, templates and styles.
    searches
        The page is that of the search, whose policy allows what searching needs.
    own
        What the HTML of a trusted article needs of the policy.
    """

    lang: str
    words: Words
    site: SiteContext
    title: str
    description: str = ""
    root: str = ""
    canonical: str = ""
    sharing: Sharing = NO_SHARING
    alternates: tuple[Alternate, ...] = ()
    noindex: bool = False
    theme_colors: ThemeColors = ThemeColors()
    stylesheets: tuple[str, ...] = ()
    inline_css: Markup = field(default=NO_HTML, repr=False)
    head: Markup = NO_HTML
    foot: Markup = field(default=NO_HTML, repr=False)
    allowed_script: str = field(default="", repr=False)
    divider: Markup = NO_HTML
    look: Look = GALLEYS_LOOK
    searches: bool = False
    own: OwnPolicy = NOTHING_OF_ONES_OWN

    @property
    def is_alone(self) -> bool:
        """Whether the page carries its own style sheet and has no site around it."""
        return bool(self.inline_css)

    @property
    def maths_stylesheet(self) -> str:
        """The address of the style sheet that pages with formulas link besides."""
        # Only when asked: to cut the face of formulas takes a second.
        from galley.html.assets import maths_assets

        return self.root + maths_assets(self.look).stylesheet

    @property
    def script(self) -> Markup:
        """The site's own script; the preview beside a notebook has another in its place."""
        return NO_HTML if self.allowed_script else page_script()

    @property
    def content_security_policy(self) -> str:
        """The policy for ``<meta http-equiv="Content-Security-Policy">``."""
        script = self.allowed_script or str(self.script)
        return content_security_policy(
            str(self.inline_css), script, searches=self.searches, own=self.own
        )

    @property
    def document_title(self) -> str:
        """Page and site name for the browser's tab; the name alone on the home page."""
        if not self.site.title or self.title == self.site.title:
            return self.title
        return f"{self.title} – {self.site.title}"


@dataclass(frozen=True)
class EvidenceContext:
    """What a figure rests on; the template puts it into a plain sentence.

    `sources_html` holds the citations as links to the reference list, already joined:
    ``Zeiler &amp; Krakauer 2013``.

    Attributes
    ----------
    kind
        None where no more is known than who made it.
    is_picture
        It is a photo or a drawn picture, of which other words are true.
    credits
        Whole sentences on who made it and who agreed to be shown.
    """

    kind: EvidenceClass | None
    sources_html: Markup = NO_HTML
    note: str = ""
    is_picture: bool = False
    credits: tuple[str, ...] = ()


@dataclass(frozen=True)
class TableContext:
    """A figure's data: headings with units in words, rows of text and numbers."""

    columns: tuple[str, ...]
    rows: tuple[tuple[CellValue, ...], ...]

    def is_of_numbers(self, column: int) -> bool:
        """Tell whether a column, counted from 0, holds numbers and nothing else but gaps."""
        values = [row[column] for row in self.rows if row[column] is not None]
        return bool(values) and all(isinstance(value, int | float) for value in values)


@dataclass(frozen=True)
class ChoiceContext:
    """A control with which readers switch a figure; `name` ties its radio buttons together."""

    name: str
    label: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class StateContext:
    """A figure as it is for one value of each control.

    Attributes
    ----------
    places
        Which value of each control, counted from 1.
    label
        The controls and their values in words: ``Training starts after: 30 days``.
    """

    places: tuple[int, ...]
    label: str
    figure: FigureContext
    is_shown: bool = False


@dataclass(frozen=True)
class FigureContext:
    """A numbered figure.

    Attributes
    ----------
    svg_wide, svg_narrow
        Complete ``<svg role="img">`` elements with a title of their own; ids unique on the page.
        Without a narrow one, the wide one is shown at every width.
    image
        Shown where there is no SVG.
    is_on_paper
        Its colours do not follow the page's theme, so it brings light paper with it.
    is_scrolling
        It has no drawing for phones, and would be too small to read at their width.
    mark
        What its drawing could be taken for a measurement without, as it carries no mark inside.
    made_by_html
        The function, its arguments and the versions, in a sentence.
    choices, states
        What readers can switch; the rest is then the state that is shown first.
    """

    anchor: str
    number: str = ""
    caption_html: Markup = NO_HTML
    alt: str = ""
    description: str = ""
    svg_wide: Markup = field(default=NO_HTML, repr=False)
    svg_narrow: Markup = field(default=NO_HTML, repr=False)
    image: ImageContext | None = None
    evidence: EvidenceContext | None = None
    table: TableContext | None = None
    downloads: tuple[Link, ...] = ()
    is_on_paper: bool = False
    is_scrolling: bool = False
    mark: MarkKind | None = None
    made_by_html: Markup = NO_HTML
    choices: tuple[ChoiceContext, ...] = ()
    states: tuple[StateContext, ...] = field(default=(), repr=False)

    @property
    def is_drawn(self) -> bool:
        """Whether there is anything to see."""
        return bool(self.svg_wide or self.image)

    @property
    def sources_html(self) -> Markup:
        """Its sources once more, for the list below the drawing."""
        return self.evidence.sources_html if self.evidence else NO_HTML

    @property
    def shown_state(self) -> StateContext | None:
        """The state that is shown first."""
        return next((state for state in self.states if state.is_shown), None)

    @property
    def has_one_caption(self) -> bool:
        """Whether the caption is true of every state."""
        return all(state.figure.caption_html == self.caption_html for state in self.states)

    @property
    def has_one_evidence(self) -> bool:
        """Whether the evidence line is true of every state."""
        return all(state.figure.evidence == self.evidence for state in self.states)


@dataclass(frozen=True)
class RenderedBlock:
    """One piece of the body in reading order; `kind` chooses the partial that prints it.

    Attributes
    ----------
    html
        ``prose``, ``table`` and ``output``: finished HTML. ``code``: highlighted ``<pre>``.
        ``stream`` and ``error``: text with ANSI colours as ``ansi-…`` classes.
    figure
        For ``figure`` only.
    anchor, number, caption_html
        For a numbered ``table`` or ``output``.
    label
        For ``code`` the language's name, for ``error`` the error's name and message.
    is_folded
        ``code`` closed until the reader opens it.
    cell_id
        The cell it comes from; not shown.
    """

    kind: BlockKind
    html: Markup = NO_HTML
    figure: FigureContext | None = None
    anchor: str = ""
    number: str = ""
    caption_html: Markup = NO_HTML
    label: str = ""
    is_folded: bool = False
    cell_id: str = ""


@dataclass(frozen=True)
class TocEntry:
    """A heading in the table of contents; levels start at 2."""

    level: int
    text: str
    anchor: str


@dataclass(frozen=True)
class Reference:
    """An entry of the reference list; the element's id becomes ``ref-KEY``.

    Attributes
    ----------
    number
        How the text cites it, in styles of numbers; empty in others.
    """

    key: str
    html: Markup
    number: str = ""


@dataclass(frozen=True)
class ChangeContext:
    """A change after publication."""

    day: Day
    note: str


@dataclass(frozen=True)
class MetaTag:
    """A ``<meta name>`` for programs that read the page."""

    name: str
    content: str


@dataclass(frozen=True)
class OwnCitation:
    """How others are asked to cite the article.

    Attributes
    ----------
    downloads
        The same for reference managers.
    """

    html: Markup
    downloads: tuple[Link, ...] = ()
    tags: tuple[MetaTag, ...] = ()


@dataclass(frozen=True)
class ArticleContext:
    """One article in one language and one edition.

    Attributes
    ----------
    kind
        ``page`` (About, Privacy) has no byline, review and disclaimer.
    editions, translations
        Switches; each holds the current page too (`is_current`), or is empty.
    disclosures
        The author's text; the word ``none`` is put into a sentence by the template.
    disclaimer_html
        Empty for the standard sentence in the page's language.
    footnotes_html
        The ``<ol>`` of notes.
    withdrawn
        Day and reason, where the article has been withdrawn.
    overdue
        The day of a review that is due, where there is one.
    reference_downloads
        The cited works for reference managers.
    meanings, glossary_href
        What the words of the text open that a reader may ask about, and the way to all of them.
    own_citation
        None for pages, and where the address is not known.
    """

    title: str
    description: str = ""
    kind: Literal["article", "page"] = "article"
    category: Link | None = None
    authors: tuple[PersonContext, ...] = ()
    reviewers: tuple[PersonContext, ...] = ()
    published: Day | None = None
    updated: Day | None = None
    reviewed: Day | None = None
    review_by: Day | None = None
    reading_minutes: int = 0
    key_points: tuple[Markup, ...] = ()
    editions: tuple[Link, ...] = ()
    translations: tuple[Link, ...] = ()
    toc: tuple[TocEntry, ...] = ()
    blocks: tuple[RenderedBlock, ...] = ()
    footnotes_html: Markup = NO_HTML
    references: tuple[Reference, ...] = ()
    disclaimer_html: Markup = NO_HTML
    disclosures: str = ""
    funding: str = ""
    changes: tuple[ChangeContext, ...] = ()
    tags: tuple[Link, ...] = ()
    related: tuple[RelatedItem, ...] = ()
    previous: Link | None = None
    next: Link | None = None
    withdrawn: ChangeContext | None = None
    overdue: Day | None = None
    reference_downloads: tuple[Link, ...] = ()
    own_citation: OwnCitation | None = None
    trust: Trust = NO_TRUST
    meanings: tuple[Meaning, ...] = ()
    glossary_href: str = ""


@dataclass(frozen=True)
class PreparedPage:
    """Everything that the article template prints."""

    page: PageContext
    article: ArticleContext


@dataclass(frozen=True)
class ListingItem:
    """An article in a list.

    Attributes
    ----------
    figure_html
        The article's main figure, drawn large; for the lead article.
    thumbnail
        A small drawing without words at the right of the entry: an ``<svg>`` or a picture file.
    lang
        The article's language where it differs from the page's; empty otherwise.
    """

    title: str
    href: str
    description: str = ""
    category: Link | None = None
    published: Day | None = None
    reading_minutes: int = 0
    figure_html: Markup = NO_HTML
    thumbnail: Markup | ImageContext | None = None
    lang: str = ""


@dataclass(frozen=True)
class HomeContext:
    """The home page: the lead article, then the list."""

    lead: ListingItem | None = None
    items: tuple[ListingItem, ...] = ()
    categories: tuple[Link, ...] = ()
    more: Link | None = None


@dataclass(frozen=True)
class ListingContext:
    """A category, a tag or an author.

    Attributes
    ----------
    person
        The author's card, for an author's page.
    links
        Ways to the lists of its kind, this one among them: all categories.
    total
        How many articles the whole list holds, where it runs over several pages; else 0.
    previous, next
        Newer and older pages of a long list.
    """

    kind: ListingKind
    title: str
    description: str = ""
    items: tuple[ListingItem, ...] = ()
    person: PersonContext | None = None
    links: tuple[Link, ...] = ()
    total: int = 0
    previous: Link | None = None
    next: Link | None = None


@dataclass(frozen=True)
class NotFoundContext:
    """The page for an address that does not exist; links must be absolute paths or URLs.

    Attributes
    ----------
    others
        The same in the site's other languages, since one page stands for all of them.
    """

    items: tuple[ListingItem, ...] = ()
    others: tuple[OtherHome, ...] = ()


@dataclass(frozen=True)
class RedirectContext:
    """An old address: where the page is now (a relative or absolute address) and its title."""

    href: str
    title: str = ""
