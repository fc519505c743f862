"""The project's own articles keep their rules: length, sources, figures, and equal translations."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from galley.article.cell_options import cell_options
from galley.article.markdown import (
    ParsedProse,
    ProseCell,
    collect_references,
    parse_prose,
    plain_text,
    walk,
)
from galley.article.notebook_cells import cell_tags
from galley.sources import ArticleSource
from galley.workspace import Workspace, read_workspace

NOTEBOOKS = Path(__file__).resolve().parents[2] / "notebooks"
PAGES = frozenset({"how-this-site-is-made.ipynb", "how-this-site-is-made.id.ipynb"})
FILES = sorted({path.name for path in NOTEBOOKS.glob("*.ipynb")} - PAGES)
TRANSLATIONS = [name for name in FILES if name.endswith(".id.ipynb")]

# The first 16 hex digits of SHA-256 of words that would name a real person of a model text; the
# words themselves have no place in the repository.
UNWANTED_WORDS = frozenset(
    {"6046d4cef91d6a43", "ae33a16dd7064f4f", "ebc9f2ed630d44ac", "5f8985ce625b72f9"}
)

every_article = pytest.mark.parametrize("name", FILES)
every_pair = pytest.mark.parametrize("name", TRANSLATIONS)


@cache
def workspace() -> Workspace:
    return read_workspace(NOTEBOOKS, "notebooks")


def article(name: str) -> ArticleSource:
    (source,) = (s for s in workspace().sources if s.path.name == name)
    return source


def original(name: str) -> str:
    return name.replace(".id.ipynb", ".ipynb")


def editions(name: str) -> tuple[str, ...]:
    return tuple(article(name).front_matter.editions) or ("",)


def shown_cells(name: str, kind: str, edition: str) -> list[ProseCell]:
    """Return the cells of one kind that readers of an edition get."""
    return [
        ProseCell(cell["id"], cell["source"], name)
        for cell in article(name).notebook["cells"]
        if cell["cell_type"] == kind
        and all(
            tag == f"edition:{edition}" for tag in cell_tags(cell) if tag.startswith("edition:")
        )
    ]


@cache
def prose(name: str, edition: str) -> ParsedProse:
    return parse_prose(shown_cells(name, "markdown", edition))


def blocks(name: str, edition: str) -> Iterator[str]:
    """Yield the words of each paragraph, heading, list entry, table cell and note."""
    parsed = prose(name, edition)
    for token in walk(token for cell in (*parsed.cells, parsed.footnotes) for token in cell):
        if token.type == "inline":
            yield plain_text(token.children or ())


def cited(name: str, edition: str) -> set[str]:
    return {
        citation.key for cluster in prose(name, edition).clusters for citation in cluster.citations
    }


def labels_of_figures(name: str, edition: str) -> list[str]:
    options = (cell_options(cell.source)[0] for cell in shown_cells(name, "code", edition))
    return [str(option["label"]) for option in options if "label" in option]


def texts(name: str, edition: str) -> list[str]:
    """Return all the words of an edition, those around the body too."""
    front_matter = article(name).front_matter
    options = (cell_options(cell.source)[0] for cell in shown_cells(name, "code", edition))
    captions = [str(option.get("caption", "")) for option in options]
    head = [front_matter.title or "", front_matter.description, *front_matter.key_points]
    return [*head, *captions, *blocks(name, edition)]


def numerals(name: str, edition: str) -> set[str]:
    """Return the numbers of an edition, written the English way without marks for thousands."""
    thousands, decimal = (".", ",") if article(name).lang == "id" else (",", ".")
    found = re.findall(r"\d(?:[\d.,]*\d)?", "\n".join(texts(name, edition)))
    return {number.replace(thousands, "").replace(decimal, ".") for number in found}


def glossary() -> Mapping[str, Mapping[str, str]]:
    text = (NOTEBOOKS / "glossary.yml").read_text(encoding="utf-8")
    terms: Mapping[str, Mapping[str, str]] = YAML(typ="safe").load(text)
    return terms


@every_article
def test_an_article_can_be_read_and_says_all_that_readers_need(name: str) -> None:
    front_matter = article(name).front_matter
    assert article(name).findings == ()
    assert front_matter.title is not None
    assert front_matter.title.endswith("?")
    assert front_matter.date
    assert front_matter.review_by
    assert front_matter.review_by > front_matter.date
    assert [person.id for person in front_matter.authors] == ["editors"]
    assert front_matter.disclosures
    assert front_matter.funding
    assert 2 <= len(front_matter.key_points) <= 3


@every_article
def test_an_article_opens_with_the_answer_and_then_says_who_wrote_it(name: str) -> None:
    ids = [cell["id"] for cell in article(name).notebook["cells"]]
    assert ids[:3] == ["parameters", "answer", "note"]
    assert len(set(ids)) == len(ids)


@every_article
def test_every_edition_has_700_to_1200_words(name: str) -> None:
    for edition in editions(name):
        assert 700 <= sum(len(block.split()) for block in blocks(name, edition)) <= 1200


@every_article
def test_every_edition_cites_five_sources_or_more_and_all_are_in_the_bibliography(
    name: str,
) -> None:
    for edition in editions(name):
        assert len(cited(name, edition)) >= 5
        assert cited(name, edition) <= set(workspace().bibliography.keys)


@every_article
def test_every_edition_has_two_figures_or_more_and_speaks_of_each(name: str) -> None:
    for edition in editions(name):
        labels = labels_of_figures(name, edition)
        assert len(labels) >= 2
        assert all(label.startswith("fig-") for label in labels)
        tokens = [token for cell in prose(name, edition).cells for token in cell]
        assert set(labels) <= {target for target, _ in collect_references(tokens)}


@every_article
def test_an_article_states_its_limits_and_where_to_turn(name: str) -> None:
    headings = {
        "en": {"What we do not know", "Questions to ask your team", "When to get help"},
        "id": {
            "Apa yang belum diketahui",
            "Yang dapat Anda tanyakan kepada tim",
            "Kapan harus mencari pertolongan",
        },
    }
    for edition in editions(name):
        assert headings[article(name).lang] <= {h.text for h in prose(name, edition).headings}


@every_article
def test_sentences_have_17_words_or_fewer_on_average(name: str) -> None:
    for edition in editions(name):
        sentences = [
            sentence.split()
            for block in blocks(name, edition)
            if re.search(r"[.!?:]$", block.strip())
            for sentence in re.split(r"(?<=[.!?])\s+(?=[A-Z“])", block)
        ]
        assert sum(map(len, sentences)) / len(sentences) <= 17


@every_pair
def test_a_translation_cites_the_same_sources_and_shows_the_same_figures(name: str) -> None:
    assert editions(name) == editions(original(name))
    for edition in editions(name):
        assert cited(name, edition) == cited(original(name), edition)
        assert labels_of_figures(name, edition) == labels_of_figures(original(name), edition)


@every_pair
def test_a_translation_has_the_same_numbers(name: str) -> None:
    for edition in editions(name):
        assert numerals(name, edition) == numerals(original(name), edition)


@every_pair
def test_a_translation_uses_the_terms_of_the_glossary(name: str) -> None:
    for edition in editions(name):
        english = " ".join(texts(original(name), edition)).lower()
        indonesian = " ".join(texts(name, edition)).lower()
        missing = {
            term["id"]
            for term in glossary().values()
            if re.search(rf"\b{re.escape(term['en'])}", english) and term["id"] not in indonesian
        }
        assert missing == set()


def test_the_glossary_gives_each_term_and_its_meaning_in_both_languages() -> None:
    for key, term in glossary().items():
        assert set(term) - {"short"} == {"en", "id", "definition"}, key
        assert set(term["definition"]) == {"en", "id"}, key


def test_no_article_names_the_person_of_the_model_text() -> None:
    files = [path for path in NOTEBOOKS.iterdir() if path.suffix in {".ipynb", ".toml", ".yml"}]
    words = {
        word
        for path in files
        for word in re.findall(r"\w+", path.read_text(encoding="utf-8").lower())
    }
    assert not {sha256(word.encode()).hexdigest()[:16] for word in words} & UNWANTED_WORDS
