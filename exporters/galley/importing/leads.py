"""Paragraphs that begin with a word that marks a box: ``Note: …`` becomes a callout."""

from __future__ import annotations

import re

from galley.importing.callout_words import callout_of_lead
from galley.importing.escaping import colons_around, escape_starts
from galley.importing.post import Block

_BOLD = re.compile(r"\*\*([^*\n]{2,30}?)[:：]?\*\*[:：]?\s*")
_BOLD_WITH_COLON = re.compile(r"\*\*([^*\n]{2,30}?)(?:[:：]\*\*|\*\*[:：])\s*")
_PLAIN = re.compile(r"([^\n:*]{2,20})[:：]\s+")


def lead_callout(text: str) -> Block | None:
    """Return a callout where a paragraph begins with such a word and a colon."""
    lead = _BOLD_WITH_COLON.match(text) or _PLAIN.match(text)
    named = callout_of_lead(lead[1]) if lead else None
    return callout_block(*named, text[lead.end() :]) if lead and named else None


def take_lead(text: str) -> tuple[str, str, str] | None:
    """Return name, title and the rest of a framed text that begins with such a word."""
    lead = _BOLD.match(text) or _PLAIN.match(text)
    named = callout_of_lead(lead[1]) if lead else None
    return (*named, text[lead.end() :]) if lead and named else None


def callout_block(name: str, title: str, text: str) -> Block:
    """Return a callout of Markdown."""
    marks = colons_around(text)
    head = f"{marks}{{{name}}} {title}".rstrip()
    return Block("callout", f"{head}\n{escape_starts(text) if _is_prose(text) else text}\n{marks}")


def _is_prose(text: str) -> bool:
    """Tell whether a text is one paragraph, of which a lead may have been cut off."""
    return "\n" not in text and not re.match(r"[-*>|#:`$!\\]|\d+[.)] ", text)
