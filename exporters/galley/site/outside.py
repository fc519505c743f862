"""What a build read besides the content folder, and the day on which it grows old by itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from galley.execution.model import Plan
from galley.execution.watching import watch
from galley.site.ledger import Outside
from galley.site.workshop import Workshop


def read_outside(planned: Plan, shop: Workshop) -> Outside:
    """Return what the ledger of a build has to watch besides the content folder."""
    watched = watch(planned.jobs, shop.store, shop.request.today)
    days = [day for day in _days(shop) if day > shop.request.today]
    return Outside(watched.files, watched.variables, min([*days, watched.due]))


def _days(shop: Workshop) -> Iterator[date]:
    """Yield the days that articles and the site name, on which files may come, go or change."""
    if expires := shop.workspace.config.security.expires:
        yield expires
    for source in shop.workspace.sources:
        front = source.front_matter
        named = (front.date, front.updated, front.reviewed, front.review_by)
        yield from (day for day in named if day is not None)
        yield from (change.date for change in front.changes)
        if front.withdrawn is not None:
            yield front.withdrawn.date
