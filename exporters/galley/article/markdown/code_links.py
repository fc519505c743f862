"""Links whose address is code, as quartodoc writes them: ``[Model](`bambi.Model`)`` is words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

_CODE = re.compile(r"(?:`|%60)([^`%]+)(?:`|%60)")


def without_code_links(children: Sequence[Token]) -> list[Token]:
    """Leave of a link to a name in a program's reference its words, or else that name as code."""
    return list(_without(children)) if any(map(_is_code_link, children)) else list(children)


def _without(children: Sequence[Token]) -> Iterator[Token]:
    name, has_words = "", False
    for token in children:
        if _is_code_link(token):
            name, has_words = _name(token), False
        elif name and token.type == "link_close":
            if not has_words:
                yield Token("code_inline", "code", 0, content=name, markup="`", level=token.level)
            name = ""
        else:
            has_words = True
            yield token


def _is_code_link(token: Token) -> bool:
    return token.type == "link_open" and bool(_name(token))


def _name(token: Token) -> str:
    found = _CODE.fullmatch(str(token.attrs.get("href", "")))
    return found[1] if found else ""
