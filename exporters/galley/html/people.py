"""Authors and reviewers as pages show them."""

from __future__ import annotations

from galley.article.front_matter import Person
from galley.html.context import PersonContext


def person_context(person: Person, *, href: str = "") -> PersonContext:
    """Return a person for the templates; `href` leads to the person's page on the site."""
    return PersonContext(
        name=person.name,
        credentials=person.credentials,
        affiliation=person.affiliation,
        href=href,
        orcid=person.orcid,
        url=person.url,
        registration=person.registration,
        bio=person.bio,
    )
