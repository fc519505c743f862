"""Related articles: which articles of a language have the most in common with one of them.

The score of two articles is three for each work that both cite, two for each tag that both carry,
and one for a common category. Of equal scores the article that was published nearest in time goes
first, then the one nearest in the list, then the newer one. So a new article becomes the relation
of few others, and few pages have to be made again because of it.
"""

from __future__ import annotations

from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from galley.site.model import SiteArticle
from galley.site.site_addresses import key_of

MOST_RELATED = 3
"""How many articles are named at the end of another."""

Kind = Literal["source", "tag", "category"]
Feature = tuple[Kind, str]

WEIGHTS: Mapping[Kind, int] = {"source": 3, "tag": 2, "category": 1}


@dataclass(frozen=True)
class Related:
    """An article and what it has in common with another.

    Attributes
    ----------
    sources
        How many works both cite.
    tags
        Common tags, in the order and spelling of the article that they are related to.
    """

    page: SiteArticle
    sources: int = 0
    tags: tuple[str, ...] = ()


class Relations:
    """The relations between the articles of one language, which are sorted newest first."""

    def __init__(self, articles: Sequence[SiteArticle]) -> None:
        self._articles = articles
        self._features = [frozenset(_features(page)) for page in articles]
        self._days = [(page.article.front_matter.date or date.min).toordinal() for page in articles]
        self._places: dict[Feature, list[int]] = defaultdict(list)
        for place, features in enumerate(self._features):
            for feature in features:
                self._places[feature].append(place)

    def of(self, place: int) -> tuple[Related, ...]:
        """Return the articles that are related to the one at a place in the list, closest first."""
        scores = self._scores(place)
        chosen: list[int] = []
        for score in sorted(set(scores.values()), reverse=True):
            if len(chosen) < MOST_RELATED:
                equal = sorted(other for other, found in scores.items() if found == score)
                chosen += self._nearest(equal, place)[: MOST_RELATED - len(chosen)]
        return tuple(self._related(place, other) for other in chosen)

    def _scores(self, place: int) -> Counter[int]:
        scores: Counter[int] = Counter()
        for feature in self._features[place]:
            for _ in range(WEIGHTS[feature[0]]):
                scores.update(self._places[feature])
        del scores[place]
        return scores

    def _nearest(self, places: Sequence[int], own: int) -> list[int]:
        """Return the places nearest in time; the list is in order of time already."""
        middle = bisect(places, own)
        around = places[max(0, middle - MOST_RELATED) : middle + MOST_RELATED]
        return sorted(around, key=lambda other: self._distance(other, own))

    def _distance(self, other: int, own: int) -> tuple[int, int, int]:
        return abs(self._days[other] - self._days[own]), abs(other - own), other

    def _related(self, place: int, other: int) -> Related:
        common = self._features[place] & self._features[other]
        tags = {key for kind, key in common if kind == "tag"}
        written = {key_of(tag): tag for tag in self._tags(place) if key_of(tag) in tags}
        sources = sum(kind == "source" for kind, _ in common)
        return Related(self._articles[other], sources, tuple(written.values()))

    def _tags(self, place: int) -> Iterable[str]:
        return self._articles[place].article.front_matter.tags


def _features(page: SiteArticle) -> Iterator[Feature]:
    front = page.article.front_matter
    yield from (("source", key) for key in page.cited)
    yield from (("tag", key_of(tag)) for tag in front.tags)
    if front.category:
        yield "category", key_of(front.category)
