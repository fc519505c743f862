"""An article that does not say that it informs and advises nobody."""

from __future__ import annotations

from collections.abc import Iterator

from galley.checks.publicity.basis import Basis, with_basis
from galley.checks.publicity.wording import phrases
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Place, Severity

_NOTE = phrases(
    r"""
    educational|for (education|information)( purposes)? only
    (does|do) not (replace|constitute|advise)|not a (substitute|replacement)|no substitute
    not (medical )?advice
    bersifat edukati\w+|(tujuan|untuk) edukasi|tidak (dapat )?menggantikan|tidak dimaksudkan
    bukan (pengganti|nasihat|saran|merupakan)
    """
)


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find articles without a note, in their text or in the site's disclaimer below it."""
    if manuscript.article.front_matter.kind == "page":
        return
    texts = (manuscript.context.disclaimer, *(each.text for each in manuscript.passages))
    if not any(map(_NOTE.search, texts)):
        yield Remark(
            Place(manuscript.article.file),
            "nothing says that the article informs and does not replace a doctor's advice",
            with_basis(
                'write it once for all articles, as disclaimer = "…" in site.toml.',
                Basis.ADVERTISING,
                Basis.SOCIAL_MEDIA,
            ),
        )


RULE = Rule(
    id="publicity-note",
    severity=Severity.ADVICE,
    group=Group.PUBLICITY,
    what="no note that the article does not replace advice",
    why="A reader may take it for an answer to their own question.",
    harm=2,
    cost=Cost.SENTENCE,
    find=find,
    is_asked=True,
)
