"""How the lines of a list of references look: its title, bullets, names, years, volumes."""

from __future__ import annotations

import re

TITLE = (
    r"(?:references?|reference list|bibliography|literature(?: cited)?|works cited|further reading"
    r"|daftar pustaka|daftar rujukan|daftar referensi|referensi|rujukan|kepustakaan|pustaka)"
)
IS_TITLE = re.compile(rf"{TITLE}\s*:?", re.IGNORECASE)
BEGINS = re.compile(rf"{TITLE}\s*:\s*", re.IGNORECASE)
BULLETS = re.compile(r"(?:^|\s)[•▪◦‣●·]\s*")
NUMBER = re.compile(r"^\s*(?:\[\d{1,3}\]|\d{1,3}[.)])\s+")
YEAR = re.compile(r"(?<![\d/.\-])\(?(?P<year>(?:1[89]|20)\d{2})[a-z]?\b\)?")
APA_YEAR = re.compile(r"\((?P<year>(?:1[89]|20)\d{2})[a-z]?(?:,[^)]*)?\)")
DOI = re.compile(r"\b10\.\d{4,9}/\S+")
ET_AL = re.compile(r",?\s*(?:\bet\.?\s+al\b\.?|\bdkk\b\.?)", re.IGNORECASE)
JOINS = re.compile(r"\s*(?:;|&|\band\b|\bdan\b|,)\s*")
INITIALS = re.compile(r"(?:[A-Z]\.?[ -]?){1,4}")
FAMILY = re.compile(r"(?P<family>\w[\w’'\- ]*?)(?:\s+(?:[A-Z]\.?[ -]?){1,4})?")
BINDING_WORDS = "of the for on van von de der den del della di da dos la le ten ter bin al"
BINDING = frozenset(BINDING_WORDS.split())
VOLUME_AND_PAGES = re.compile(
    r"\b\d{1,4}\s*(?:\([^)]{1,15}\))?\s*[,:]\s*(?:pp?\.?\s*|hlm\.?\s*|hal\.?\s*)?[A-Za-z]?\d+"
)
JOURNAL = re.compile(
    r"\b(?:Journal|Jurnal|J|Annals|Ann|Annu|Archives|Arch|Acta|Bulletin|Buletin|Majalah|Berkala"
    r"|Proceedings|Proc|Transactions|Reviews?|Rev|Medicine|Med|Medika|Lancet|BMJ|JAMA|Nature"
    r"|Science|Cell|Neuron|Brain|Stroke|Neurology|PLoS|PLOS|Frontiers|Neurorehabil\w*)\b"
)
BOOK = re.compile(
    r"\b(?:Press|Publish(?:er|ers|ing)|Penerbit|Wiley|Springer|Elsevier|Saunders|McGraw|Erlangga"
    r"|EGC|Penguin|Viking|edition|edisi|ed\.|eds\.|ISBN)(?=\W|$)"
)
WEB = re.compile(
    r"https?://(?!(?:dx\.)?doi\.org)|\b(?:accessed|retrieved|diakses)\b", re.IGNORECASE
)
