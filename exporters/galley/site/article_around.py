"""What lies around an article, as its page and every other form of it may say it."""

from __future__ import annotations

from typing import Any

from galley.article.model import Article
from galley.content_files import FindFile
from galley.html.reviewing import Reviewed, reviewed
from galley.html.words import words_for
from galley.signing.fingerprint import NOTHING_SEEN, fingerprint
from galley.site.page_links import Neighbourhood

_AS_THEY_ARE = Neighbourhood.__dataclass_fields__.keys() - {"reviewers", "works"}


def around_article(around: Neighbourhood, article: Article, find: FindFile) -> dict[str, Any]:
    """Return values for `Surroundings`; of reviewers, what their signatures let it say.

    Parameters
    ----------
    find
        Finds files beside the notebook.
    """
    return {
        **{name: getattr(around, name) for name in _AS_THEY_ARE},
        "reviewed": _reviewed(around, article, find),
    }


def _reviewed(around: Neighbourhood, article: Article, find: FindFile) -> Reviewed:
    """Return whom a page names as reviewers: of those who signed, whose signature stands."""
    is_signed = any(each.signature for each in around.reviewers)
    now = (
        fingerprint(article, {}, is_run=True, find_file=find, works=around.works)
        if is_signed
        else NOTHING_SEEN
    )
    claimed = article.front_matter.reviewed
    return reviewed(around.reviewers, claimed, now, words_for(article.lang))
