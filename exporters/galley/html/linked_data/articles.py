"""An article as linked data: the medical page, the article on it, and the way there.

The page is a `MedicalWebPage`, since only that type says who reviewed it, when, and for whom it
is. The article on it is a `BlogPosting`: a `MedicalScholarlyArticle` would claim a journal and
its peer review, which no page of a site has had, and search engines show no result of that type.
What makes the article scholarly, its citations with their DOIs, any `CreativeWork` may carry.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from galley.html.context import ArticleContext, PageContext
from galley.html.licences import licence_address
from galley.html.linked_data.nodes import (
    Node,
    named,
    page_name,
    publisher,
    thing,
    trail,
    web_page,
)
from galley.html.linked_data.people import person
from galley.html.linked_data.works import CitedWork


@dataclass(frozen=True)
class ArticleFacts:
    """What an article's page does not print but search engines ask for.

    Attributes
    ----------
    edition
        The name of the edition; empty where the article has only one.
    works
        The works that it cites.
    """

    edition: str = ""
    works: tuple[CitedWork, ...] = ()


def article_data(page: PageContext, article: ArticleContext, facts: ArticleFacts) -> list[Node]:
    """Return what search engines are told of an article's page.

    Nothing of a page without an address, and nothing of a withdrawn article, which nobody is to
    find as if it still stood.
    """
    if not page.canonical or article.withdrawn:
        return []
    steps = (article.category,) if article.category else ()
    if article.kind == "page":
        return [web_page("WebPage", page), trail(page, steps)]
    return [
        _medical_page(page, article, facts),
        _posting(page, article, facts),
        trail(page, steps),
    ]


def _medical_page(page: PageContext, article: ArticleContext, facts: ArticleFacts) -> Node:
    reviewed = article.reviewed
    return web_page(
        "MedicalWebPage",
        page,
        mainEntity=named(_posting_name(page)),
        lastReviewed=reviewed.iso if reviewed else "",
        reviewedBy=[person(someone, page) for someone in article.reviewers],
        medicalAudience=_audience(facts.edition, page),
    )


def _audience(edition: str, page: PageContext) -> Node | str | None:
    """Return for whom an edition is written; an article without editions says nothing of that."""
    match edition:
        case "patient":
            return thing("Patient", audienceType=page.words.edition_patient)
        case "clinician":
            # A member of the enumeration MedicalAudienceType, hence an address and no thing.
            return "https://schema.org/Clinician"
        case "family":
            return thing("MedicalAudience", audienceType=page.words.edition_family)
    return None


def _posting(page: PageContext, article: ArticleContext, facts: ArticleFacts) -> Node:
    published, changed = article.published, article.updated or article.published
    return thing(
        "BlogPosting",
        _posting_name(page),
        headline=page.title,
        description=page.description,
        url=page.canonical,
        mainEntityOfPage=named(page_name(page)),
        author=[person(someone, page) for someone in article.authors],
        publisher=publisher(page),
        datePublished=published.iso if published else "",
        dateModified=changed.iso if changed else "",
        inLanguage=page.lang,
        isAccessibleForFree=True,
        license=licence_address(str(page.site.licence)),
        image=_image(page),
        articleSection=article.category.text if article.category else "",
        keywords=[tag.text for tag in article.tags],
        timeRequired=f"PT{article.reading_minutes}M" if article.reading_minutes else "",
        citation=[work.as_data() for work in facts.works],
        **dict(_translations(page)),
    )


def _posting_name(page: PageContext) -> str:
    return f"{page.canonical}#article"


def _image(page: PageContext) -> Node | None:
    image = page.sharing.image
    if image is None:
        return None
    return thing("ImageObject", url=image.url, width=image.width, height=image.height)


def _translations(page: PageContext) -> Iterator[tuple[str, object]]:
    """Yield what the article translates, or what translates it.

    The page for everybody (``x-default``) is that of the site's own language, whose article the
    others are translations of.
    """
    original = next((each.href for each in page.alternates if each.lang == "x-default"), "")
    if not original:
        return
    if original != page.canonical:
        yield "translationOfWork", named(f"{original}#article")
        return
    others = [each for each in page.alternates if each.href != original]
    yield (
        "workTranslation",
        [
            thing("BlogPosting", f"{each.href}#article", url=each.href, inLanguage=each.lang)
            for each in others
        ],
    )
