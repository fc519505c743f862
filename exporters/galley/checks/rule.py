"""What a rule is: a function from an article and its surroundings to remarks."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from galley.article.bibliography import BibliographyEntry
from galley.article.model import Article
from galley.checks.text import Passage, Sentence, read_passages
from galley.config import CheckSettings
from galley.dictionaries import Speller
from galley.findings import Finding, Place, Severity

Field = tuple[str | int, ...]
"""Where a value stands in front matter: ``("review_by",)``, ``("ignore", "cell-error")``."""


class Group(StrEnum):
    """What a rule looks at."""

    CITATIONS = "citations"
    CLAIMS = "claims"
    FIGURES = "figures"
    PEOPLE = "people and dates"
    LANGUAGE = "language"
    STRUCTURE = "structure"
    PUBLICITY = "publicity"
    FILES = "files and settings"
    ONLINE = "online"


class Cost(StrEnum):
    """What it takes to mend what a rule finds."""

    WORD = "a word"
    SENTENCE = "a sentence"
    SEARCH = "a look into the sources"
    WORK = "some work"


@dataclass(frozen=True)
class Remark:
    """One thing that a rule noticed; the rule itself gives it id and severity.

    Attributes
    ----------
    message
        What is wrong, without a full stop.
    fix
        What to do, as one or two sentences.
    """

    place: Place
    message: str
    fix: str = ""


def _always(_: str, __: str = "") -> bool:
    return True


def _never(_: str) -> bool:
    return False


def _no_work(_key: str) -> BibliographyEntry | None:
    return None


def _no_file(_address: str) -> Path | None:
    return None


def _no_place(_field: Field) -> Place | None:
    return None


@dataclass(frozen=True)
class CheckContext:
    """What a rule may know besides the article.

    Attributes
    ----------
    known_keys
        Citation keys of the bibliography, in file order.
    work
        Finds a work of the bibliography by its key.
    bibliography_file
        The bibliography's path as the author knows it; empty where there is none.
    is_executed
        Whether the article's code has been run, so that what it does not show is missing.
    has_image
        Whether an image, named as in the article (address, cell id), is there.
    has_page
        Whether an address inside the content folder leads to a file or a page.
    is_unpublished
        Whether an address names a notebook that has no page, for example a draft.
    find_file
        Finds a file beside the notebook by the address with which the article names it.
    settings
        What ``site.toml`` says about checks.
    year
        The present year.
    terms
        Words and phrases of the site's glossary in the article's language, in small letters.
    abbreviations
        Short forms of the glossary in that language, each with the word that it stands for.
    disclaimer
        What the site says below every article in that language.
    speller
        Knows the words of that language, where this machine has a dictionary. A build has none:
        what it remembers of pages must not rest on the machine.
    field_place
        Finds where a field of the front matter stands, or would stand; None where that is unknown.
    """

    known_keys: Collection[str] = ()
    work: Callable[[str], BibliographyEntry | None] = field(default=_no_work, compare=False)
    bibliography_file: str = ""
    has_front_matter: bool = True
    is_executed: bool = True
    has_image: Callable[[str, str], bool] = field(default=_always, compare=False)
    has_page: Callable[[str], bool] = field(default=_always, compare=False)
    is_unpublished: Callable[[str], bool] = field(default=_never, compare=False)
    find_file: Callable[[str], Path | None] = field(default=_no_file, compare=False)
    settings: CheckSettings = field(default_factory=CheckSettings)
    year: int = 0
    terms: frozenset[str] = frozenset()
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    disclaimer: str = ""
    speller: Speller | None = field(default=None, compare=False)
    field_place: Callable[[Field], Place | None] = field(default=_no_place, compare=False)


@dataclass(frozen=True)
class Manuscript:
    """An article on an editor's desk."""

    article: Article
    context: CheckContext

    @property
    def lang(self) -> str:
        """The language without its region: ``en``, ``id``."""
        return self.article.lang.lower().partition("-")[0]

    @property
    def audience(self) -> str:
        """Whom the edition is for, if its parameters say so: ``patient``, ``clinician``."""
        edition = self.article.front_matter.editions.get(self.article.edition, {})
        return str(edition.get("audience", ""))

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Everything the article says in words."""
        return read_passages(self.article)

    @cached_property
    def prose(self) -> tuple[Passage, ...]:
        """The passages of running text: no headings, no cells of tables."""
        return tuple(passage for passage in self.passages if passage.is_prose)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the running text."""
        return tuple(sentence for passage in self.prose for sentence in passage.sentences)

    @cached_property
    def cited_works(self) -> tuple[BibliographyEntry, ...]:
        """The works that the article cites and the bibliography has, each once."""
        found = (self.context.work(key) for key in self.article.cited)
        return tuple(work for work in found if work is not None)


Find = Callable[[Manuscript], Iterator[Remark]]


@dataclass(frozen=True)
class Rule:
    """One thing a good editor looks for.

    Attributes
    ----------
    id
        Kebab case, stable; authors name it in ``ignore:`` and ``site.toml``.
    severity
        What it is unless ``site.toml`` says otherwise.
    what
        What is wrong, as a noun phrase for lists: "a promise that medicine cannot keep".
    why
        Why it matters to a reader, in one sentence.
    harm
        How much a reader may be hurt, 1 (untidy) to 5 (may act on something wrong); decides what
        an author is told first.
    cost
        What it takes to mend it.
    find
        Yields what it notices in one article.
    is_asked
        Whether ``site.toml`` has to switch it on.
    """

    id: str
    severity: Severity
    group: Group
    what: str
    why: str
    harm: int
    cost: Cost
    find: Find
    is_asked: bool = False

    def findings(self, manuscript: Manuscript) -> Iterator[Finding]:
        """Yield what the rule finds, with the severity that ``site.toml`` gives it."""
        severity = manuscript.context.settings.severity_of(self.id, self.severity)
        if severity is None or not self._is_wanted(manuscript):
            return
        for remark in self.find(manuscript):
            yield Finding(self.id, severity, remark.place, remark.message, remark.fix)

    def _is_wanted(self, manuscript: Manuscript) -> bool:
        settings = manuscript.context.settings
        return not self.is_asked or self.id in settings.severity or self.group in settings.also
