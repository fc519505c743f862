"""What a rule is: a function from an article and its surroundings to findings."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field

from galley.article.model import Article
from galley.findings import Finding


def _always(_: str, __: str = "") -> bool:
    return True


@dataclass(frozen=True)
class CheckContext:
    """What a rule may know besides the article.

    Attributes
    ----------
    known_keys
        Citation keys of the bibliography, in file order.
    bibliography_file
        The bibliography's path as the author knows it; empty where there is none.
    is_executed
        Whether the article's code has been run, so that what it does not show is missing.
    has_image
        Whether an image, named as in the article (address, cell id), is there.
    has_page
        Whether an address inside the content folder leads to a file or a page.
    """

    known_keys: Collection[str] = ()
    bibliography_file: str = ""
    has_front_matter: bool = True
    is_executed: bool = True
    has_image: Callable[[str, str], bool] = field(default=_always, compare=False)
    has_page: Callable[[str], bool] = field(default=_always, compare=False)


Rule = Callable[[Article, CheckContext], Iterator[Finding]]
