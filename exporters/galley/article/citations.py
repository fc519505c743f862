"""Citation syntax: from ``@a; see @b, p. 3`` to citations. Text only, no tokens."""

from __future__ import annotations

import re
from collections.abc import Collection

from galley.article.model import Citation, CiteMode

# A key begins with a letter, digit or underscore; punctuation counts only between such characters,
# so that the full stop after `@bi2001.` stays in the sentence (pandoc's rule).
KEY = r"(?:\w(?:\w|[:.#$%&\-+?<>~/](?=\w))*)"
_KEY_AT = re.compile(rf"@(?:\{{(?P<braced>[^{{}}\s]+)\}}|(?P<key>{KEY}))")
_CITATION = re.compile(
    rf"(?P<prefix>.*?)(?<![\w@])(?P<minus>-?)@(?:\{{(?P<braced>[^{{}}\s]+)\}}|(?P<key>{KEY}))"
    r"(?P<suffix>.*)",
    re.DOTALL,
)
# Keys written by people and by reference managers end in a year (`bi2001`, `smith_2018a`) or name
# their registry (`doi:10.1000/x`); handles of social networks do neither.
_LOOKS_LIKE_KEY = re.compile(r"\w*?[A-Za-z]\w*?[-_:.]?\d{4}[a-z]?|doi:\S+")
_LONGEST_KEY = 100
_ROLE_ITEM = re.compile(
    r"(?:\{(?P<prefix>[^{}]*)\})?(?P<key>[^{}\s,;]+)(?:\{(?P<suffix>[^{}]*)\})?"
)
_ROLE = re.compile(r"\{(?P<name>cite[\w:]*)\}`(?P<text>[^`]*)`")
_ROLE_MODES: dict[str, CiteMode] = {
    "cite": "parenthetical",
    "cite:p": "parenthetical",
    "cite:ps": "parenthetical",
    "cite:alp": "parenthetical",
    "citep": "parenthetical",
    "cite:t": "narrative",
    "cite:ts": "narrative",
    "citet": "narrative",
    "cite:year": "suppress_author",
    "cite:yearpar": "suppress_author",
}
ROLES = tuple(_ROLE_MODES)


def parse_bracketed(text: str) -> tuple[Citation, ...] | None:
    """Parse what stands between the brackets of ``[@a; see @b, p. 3; -@c]``.

    Returns
    -------
    tuple of Citation, or None
        None where a part holds no key: then the brackets are ordinary text.
    """
    citations = [_parse_part(part) for part in text.split(";")]
    known = tuple(citation for citation in citations if citation)
    return known if len(known) == len(citations) else None


def _parse_part(part: str) -> Citation | None:
    match = _CITATION.fullmatch(part)
    if match is None or "@" in match["suffix"].replace(r"\@", ""):
        return None
    return Citation(
        key=match["braced"] or match["key"],
        prefix=match["prefix"].strip(),
        suffix=_clean_suffix(match["suffix"]),
        mode="suppress_author" if match["minus"] else "parenthetical",
    )


def _clean_suffix(suffix: str) -> str:
    return suffix.strip().removeprefix(",").strip()


def match_key(text: str, position: int) -> tuple[str, int] | None:
    """Return the key that begins with ``@`` at `position` and where it ends, or None."""
    match = _KEY_AT.match(text, position)
    return ((match["braced"] or match["key"]), match.end()) if match else None


def mentioned_keys(text: str) -> frozenset[str]:
    """Return every name in a Markdown text that may be a citation key, in whichever syntax.

    No text is understood for that, so handles and e-mail addresses are among them.
    """
    bare = (match["braced"] or match["key"] for match in _KEY_AT.finditer(text))
    in_roles = (
        citation.key
        for role in _ROLE.finditer(text)
        if role["name"] in _ROLE_MODES
        for citation in parse_role(role["name"], role["text"])
    )
    return frozenset((*bare, *in_roles))


def is_citation_key(name: str, known_keys: Collection[str] | None) -> bool:
    """Tell whether a bare ``@name`` in a sentence is a citation and not somebody's handle.

    Without a bibliography to ask (`known_keys` is None) every name counts.
    """
    if known_keys is None or name in known_keys:
        return True
    return len(name) <= _LONGEST_KEY and bool(_LOOKS_LIKE_KEY.fullmatch(name))


def parse_role(name: str, text: str) -> tuple[Citation, ...]:
    """Parse the text of ``{cite:p}`a,b``` and its kin; ``{see}key{p. 3}`` gives prefix and suffix.

    Narrative roles with several keys give several narrative citations.
    """
    mode = _ROLE_MODES[name]
    return tuple(
        Citation(
            key=match["key"].removeprefix("@"),
            prefix=(match["prefix"] or "").strip(),
            suffix=_clean_suffix(match["suffix"] or ""),
            mode=mode,
        )
        for match in _ROLE_ITEM.finditer(text)
        if match["key"] != "@"
    )
