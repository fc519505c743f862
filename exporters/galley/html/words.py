"""Interface words, dates, numbers and reading times, in the language of the page.

The tables lie in ``locale/LANG.toml``, one key per field of `Words`; a key that is missing or that
nobody knows fails when the table is read, and a key that no template uses fails a test.
"""

from __future__ import annotations

import math
import re
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Literal

from galley.article.bibliography_notice import NoticeKind
from galley.article.model import EvidenceClass

LANGUAGES = ("en", "id")
"""Languages with a table; the first is the fall-back."""

WORDS_PER_MINUTE = {
    # Brysbaert 2019 (doi 10.1016/j.jml.2019.104047): silent reading of English non-fiction.
    "en": 238,
    # An assumption: no comparable review of Indonesian is known to us. Its words carry affixes and
    # run longer, and languages of that kind are read at fewer words a minute.
    "id": 200,
}


@dataclass(frozen=True)
class Words:
    """Every interface word of one language; see ``locale/en.toml`` for what each one says."""

    lang: str
    months: tuple[str, ...]
    date_pattern: str
    day_pattern: str
    decimal_mark: str

    # Around the page
    skip_to_content: str
    site_navigation: str
    languages: str
    feed: str
    licence: str
    notice: str
    theme: str
    theme_light: str
    theme_dark: str
    theme_system: str

    # Head of an article
    by: str
    published: str
    updated: str
    reading_minutes: str
    edition: str
    edition_patient: str
    edition_clinician: str
    edition_family: str
    read_in: str
    key_points: str
    contents: str
    withdrawn: str
    withdrawn_title: str
    withdrawn_on: str
    withdrawn_advice: str
    withdrawn_text: str
    overdue: str
    overdue_text: str

    # Figures, tables, code
    figure: str
    table: str
    equation: str
    section: str
    evidence_data: str
    evidence_model: str
    evidence_schematic: str
    evidence_synthetic: str
    picture_data: str
    picture_synthetic: str
    mark_schematic: str
    mark_synthetic: str
    evidence_from: str
    evidence_after: str
    figure_details: str
    figure_data: str
    figure_data_of: str
    figure_sources: str
    figure_made: str
    figure_drawn_by: str
    figure_drawn_with: str
    figure_states: str
    downloads: str
    download_csv: str
    download_svg: str
    download_png: str
    empty_cell: str
    scrolling_table: str
    scrolling_drawing: str
    embedded_video: str
    embedded_sound: str
    embedded_page: str
    kept_video: str
    kept_sound: str
    kept_pdf: str
    interactive_chart: str
    interactive_map: str
    interactive_widget: str
    interactive_named: str
    task_done: str
    task_open: str
    code: str
    output: str
    error: str

    # Labels of callouts
    callout_note: str
    callout_tip: str
    callout_hint: str
    callout_important: str
    callout_attention: str
    callout_caution: str
    callout_warning: str
    callout_danger: str
    callout_error: str
    callout_seealso: str
    callout_pearl: str
    callout_uncertain: str
    callout_help: str

    # End of an article
    footnotes: str
    back_to_text: str
    references: str
    reference: str
    reference_named: str
    in_references: str
    download_references: str
    cite_article: str
    download_citation: str
    close: str
    glossary: str
    meaning: str
    in_glossary: str
    reference_retraction: str
    reference_correction: str
    reference_concern: str
    tags: str
    disclosures: str
    disclosures_none: str
    funding: str
    funding_none: str
    about_article: str
    disclaimer: str
    reviewed_by: str
    reviewed: str
    reviewed_this_text: str
    review_by: str
    review_was_due: str
    changes: str
    dates: str
    figures: str
    figures_made: str
    mistake: str
    mistake_tell: str
    mistake_corrected: str
    share: str
    copy_link: str
    copied: str
    about_author: str
    about_authors: str
    registration: str
    orcid: str
    related_articles: str
    related_by_source: str
    related_by_sources: str
    related_by_tags: str
    related_by_category: str
    more_articles: str
    previous_article: str
    next_article: str

    # Home, listings, other pages
    latest: str
    topics: str
    category: str
    tag: str
    author: str
    all_articles: str
    all_topics: str
    topic: str
    index_a_z: str
    years: str
    letters: str
    undated: str
    find_articles: str
    foot_of_page: str
    one_article: str
    many_articles: str
    no_articles: str
    newer: str
    older: str
    not_found_title: str
    not_found_text: str
    not_found_home: str
    moved_title: str
    moved_text: str

    # Search
    search: str
    search_label: str
    search_topic: str
    search_any_topic: str
    search_one: str
    search_many: str
    search_none: str
    search_loading: str
    search_failed: str
    search_more: str
    search_private: str
    search_elsewhere: str
    search_instead: str

    # Documents for paper
    figures_in_words: str
    page_number: str
    qr_code: str
    accessible_book: str

    def day(self, day: date) -> str:
        """Return the date in words, ``17 Agustus 2026``."""
        month = self.months[day.month - 1]
        return self.date_pattern.format(day=day.day, month=month, year=day.year)

    def day_in_year(self, day: date) -> str:
        """Return the date in words without its year, ``17 Agustus``."""
        return self.day_pattern.format(day=day.day, month=self.months[day.month - 1])

    def edition_name(self, name: str) -> str:
        """Return an edition's name for readers: one of the usual ones, or the author's own word."""
        usual: str = getattr(self, f"edition_{name.replace('-', '_').lower()}", "")
        return usual or re.sub(r"[-_]+", " ", name).capitalize()

    def minutes(self, minutes: int) -> str:
        """Return the reading time in words, ``4 min read``."""
        return self.reading_minutes.format(minutes=minutes)

    def articles(self, count: int) -> str:
        """Return how many articles a list holds, ``3 articles``."""
        return self.one_article if count == 1 else self.many_articles.format(count=count)

    def shared_sources(self, count: int) -> str:
        """Return how many works two articles both cite, ``Shares 3 sources``."""
        one, many = self.related_by_source, self.related_by_sources
        return one if count == 1 else many.format(count=count)

    def evidence(self, kind: EvidenceClass, *, is_picture: bool = False) -> str:
        """Return what kind of thing a figure, a photo or a drawn picture is."""
        own: str = getattr(self, f"picture_{kind}", "") if is_picture else ""
        usual: str = getattr(self, f"evidence_{kind}")
        return own or usual

    def download(self, kind: Literal["csv", "svg", "png"], width_px: int) -> str:
        """Return what a link to a figure's file says, ``Picture (PNG, 1440 px)``."""
        text: str = getattr(self, f"download_{kind}")
        return text.format(width=width_px)

    def mark(self, kind: Literal["schematic", "synthetic"]) -> str:
        """Return the word on a drawing that could be taken for a measurement."""
        return self.mark_schematic if kind == "schematic" else self.mark_synthetic

    def callout(self, kind: str) -> str:
        """Return the label of a callout (``note``, ``pearl`` …); that of ``note`` if unknown."""
        label: str = getattr(self, f"callout_{kind}", self.callout_note)
        return label

    def notice_on_work(self, kind: NoticeKind) -> str:
        """Return the word before a work that was retracted, corrected or doubted."""
        text: str = getattr(self, f"reference_{kind.name.lower()}")
        return text

    def number(self, value: float) -> str:
        """Return a number with the language's decimal mark and a real minus sign."""
        text = f"{value:d}" if isinstance(value, int) else f"{value:.10g}"
        return text.replace("-", "−").replace(".", self.decimal_mark)


def words_for(lang: str) -> Words:
    """Return the table of `lang` (``id``, ``en-GB`` …), or the English one where there is none."""
    base = lang.lower().replace("_", "-").partition("-")[0]
    return _read_table(base if base in LANGUAGES else LANGUAGES[0])


def format_date(day: date, lang: str) -> str:
    """Return the date in words: ``17 August 2026``, ``17 Agustus 2026``."""
    return words_for(lang).day(day)


def reading_time_minutes(words: int, lang: str) -> int:
    """Return the minutes that silent reading of `words` words takes, rounded up, at least 1."""
    rate = WORDS_PER_MINUTE[words_for(lang).lang]
    return max(1, math.ceil(words / rate))


@cache
def _read_table(lang: str) -> Words:
    text = files("galley.html").joinpath("locale", f"{lang}.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    return Words(lang=lang, months=tuple(table.pop("months")), **table)
