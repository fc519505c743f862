"""Citations that open a preview of their reference in place, and the ways back from the list.

Each citation is a link to the list of references. Around it stands a label with a button that
opens the preview, an element with ``popover``; so a click on the citation opens it, and no script
is needed. The style sheet hands clicks to the label only where a browser knows popovers; in others
the link leads to the list. Feeds and other pages show the links alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape, unescape

from markupsafe import Markup

from galley.html.context import Reference
from galley.html.markup import finished
from galley.html.words import Words

_CITED = re.compile(r'<a href="#ref-(?P<key>[^"]+)" role="doc-biblioref">(?P<text>.*?)</a>')
_LISTED = re.compile(r'(?P<start><li id="ref-(?P<key>[^"]+)">)(?P<html>.*?)</li>', re.DOTALL)
# Below a figure stand its sources once more, and in its table for each number.
_DETAILS = re.compile(r'(<details class="figure__details">.*?</details>)', re.DOTALL)
_TAGS = re.compile(r"<[^>]+>")


def with_previews(main: str, references: Sequence[Reference], words: Words) -> Markup:
    """Return the main part of a page with a button at each citation and ways back in the list.

    Parameters
    ----------
    main
        HTML of our own: citations as pandoc links them, references as the template lists them.
    """
    known = {str(escape(reference.key)) for reference in references}
    places: dict[str, list[str]] = {}

    def cited(match: re.Match[str]) -> str:
        key = match["key"]
        if key not in known:
            return match[0]
        place = f"cited:{sum(map(len, places.values())) + 1}"
        places.setdefault(key, []).append(place)
        return _citation(place, key, match["text"], match[0], words)

    def listed(match: re.Match[str]) -> str:
        ways = _ways_back(places.get(match["key"], ()), words)
        return f"{match['start']}{match['html']}{ways}</li>" if match["key"] in known else match[0]

    parts = _DETAILS.split(main)
    parts[::2] = [_CITED.sub(cited, part) for part in parts[::2]]
    return finished(_LISTED.sub(listed, "".join(parts)))


def _citation(place: str, key: str, text: str, link: str, words: Words) -> str:
    """Return a citation that opens its preview.

    To a screen reader and on the keyboard it is one thing, the button.
    """
    name = escape(_name(unescape(_TAGS.sub("", text)), words))
    quiet = link.replace("<a ", '<a tabindex="-1" aria-hidden="true" ', 1)
    return (
        f'<label class="cite">{quiet}<button id="{place}" class="cite__open" '
        f'popovertarget="see:{key}" aria-label="{name}"></button></label>'
    )


def _name(text: str, words: Words) -> str:
    """Return what a button is called: a number or a year alone would say nothing."""
    return text if re.search(r"[^\W\d_]{2}", text) else words.reference_named.format(name=text)


def _ways_back(places: Sequence[str], words: Words) -> str:
    links = (
        f'<a href="#{place}" aria-label="{escape(_way_name(number, places, words))}">{shown}</a>'
        for number, place in enumerate(places, start=1)
        for shown in (f"↩{number}" if len(places) > 1 else "↩",)
    )
    return f' <span class="references__back">{" ".join(links)}</span>' if places else ""


def _way_name(number: int, places: Sequence[str], words: Words) -> str:
    return f"{words.back_to_text} ({number})" if len(places) > 1 else words.back_to_text
