"""People as linked data: who they are, and where that can be checked."""

from __future__ import annotations

from galley.html.context import PageContext, PersonContext
from galley.html.linked_data.nodes import Node, absolute_link, thing


def person(someone: PersonContext, page: PageContext, **values: object) -> Node:
    """Return a person as an article names them."""
    own_page = absolute_link(page, someone.href)
    return thing(
        "Person",
        f"{own_page}#person" if own_page else "",
        name=someone.name,
        honorificSuffix=someone.credentials,
        affiliation=_employer(someone.affiliation),
        url=own_page or someone.url,
        sameAs=_proofs(someone),
        identifier=_registration(someone, page),
        **values,
    )


def _employer(name: str) -> Node | None:
    return thing("Organization", name=name) if name else None


def _proofs(someone: PersonContext) -> list[str]:
    orcid = f"https://orcid.org/{someone.orcid}" if someone.orcid else ""
    return [address for address in (orcid, someone.url) if address]


def _registration(someone: PersonContext, page: PageContext) -> Node | None:
    if not someone.registration:
        return None
    return thing("PropertyValue", name=page.words.registration, value=someone.registration)
