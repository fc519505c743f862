"""Which pages a change makes again: those that would be different, and no others."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import nbformat.v4 as nb
import pytest
from nbformat import write
from PIL import Image

from galley.site.build import build_site
from galley.site.request import BuildReport, BuildRequest

TODAY = date(2026, 11, 25)
SITE = 'title = "Site"\nbase_url = "https://example.org/"\ncategories = ["Brain"]\n'
WORKS = (
    "@book{a2001, title={A}, year=2001, publisher={P}, doi={10.1000/a}}\n"
    "@book{b2002, title={B}, year=2002, publisher={P}}\n"
)
NEW_WORK = "@book{c2003, title={C}, year=2003, publisher={P}}"


def article(path: Path, text: str = "Words.", day: int = 1, **front: str) -> None:
    fields = {"title": path.stem, "date": f"2026-11-{day:02}", "disclosures": "none", **front}
    lines = "\n".join(f"{name}: {value}" for name, value in fields.items())
    cell = nb.new_markdown_cell(f"---\n{lines}\n---\n{text}", id="c1")
    write(nb.new_notebook(cells=[cell]), path)


def picture(path: Path, colour: str) -> None:
    Image.new("RGB", (40, 20), colour).save(path)


@pytest.fixture
def asked(tmp_path: Path) -> BuildRequest:
    """Return a request for four articles, of which each rests on something of its own."""
    content = tmp_path / "content"
    content.mkdir()
    article(content / "cites.ipynb", "As said [@a2001].", 1)
    article(content / "shows.ipynb", "![A dot](dot.png)", 2)
    article(content / "links.ipynb", "[There](plain.ipynb) and [data](data.csv).", 3)
    article(content / "plain.ipynb", "Words.", 4, category="Brain")
    picture(content / "dot.png", "red")
    (content / "data.csv").write_text("a,b\n1,2\n")
    (content / "references.bib").write_text(WORKS)
    (content / "site.toml").write_text(SITE)
    return BuildRequest(content, "content", tmp_path / "site", TODAY)


def records(request: BuildRequest) -> dict[str, int]:
    """Return the record of each page with what changes when it is written again."""
    folder = request.content / ".galley" / "made"
    return {path.name.rsplit("-", 2)[0]: path.stat().st_ino for path in folder.glob("*.json")}


def made_again(request: BuildRequest) -> set[str]:
    """Build, and return the pages that were made for it."""
    before = records(request)
    build_site(request)
    return {name for name, inode in records(request).items() if before.get(name) != inode}


def bibliography(text: str) -> Callable[[BuildRequest], object]:
    return lambda request: (request.content / "references.bib").write_text(text)


CHANGES: dict[str, tuple[Callable[[BuildRequest], object], set[str]]] = {
    "nothing": (lambda r: (r.content / "note.txt").write_text("x"), set()),
    "a word": (lambda r: article(r.content / "shows.ipynb", "Other words.", 2), {"shows"}),
    "a cited work": (bibliography(WORKS.replace("{A}", "{A again}")), {"cites"}),
    "a work that nobody cites": (bibliography(WORKS.replace("{B}", "{B again}")), set()),
    "a new work": (bibliography(f"{WORKS}{NEW_WORK}"), set()),
    "a cited work is retracted": (
        lambda r: (r.content / "retractions.csv").write_text("doi,kind\n10.1000/A,retraction\n"),
        {"cites"},
    ),
    "a picture": (lambda r: picture(r.content / "dot.png", "blue"), {"shows"}),
    "a linked file": (lambda r: (r.content / "data.csv").write_text("a\n1\n"), {"links"}),
    # Its neighbours name it: the older article and the page that links to the next one.
    "a title": (
        lambda r: article(r.content / "shows.ipynb", "![A dot](dot.png)", 2, title="New"),
        {"shows", "cites", "links"},
    ),
    # They are named at the end of each other, and no longer lead to those beside them in time.
    "two articles come to share a work": (
        lambda r: article(r.content / "plain.ipynb", "Words [@a2001].", 4, category="Brain"),
        {"plain", "cites"},
    ),
    "two articles come to share a tag": (
        lambda r: [
            article(r.content / "plain.ipynb", "Words.", 4, category="Brain", tags="[stroke]"),
            article(r.content / "cites.ipynb", "As said [@a2001].", 1, tags="[Stroke]"),
        ],
        {"plain", "cites"},
    ),
    "a new article": (lambda r: article(r.content / "newest.ipynb", day=9), {"newest", "plain"}),
    "the site's name": (
        lambda r: (r.content / "site.toml").write_text(SITE.replace("Site", "Place")),
        {"cites", "shows", "links", "plain"},
    ),
    "an article that is linked to is gone": (
        lambda r: (r.content / "plain.ipynb").unlink(),
        {"links"},
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_makes_again_what_it_concerns(asked: BuildRequest, change: str) -> None:
    build_site(asked)
    do, expected = CHANGES[change]
    do(asked)
    assert made_again(asked) == expected


@pytest.mark.parametrize("change", CHANGES)
def test_the_site_is_the_same_as_one_made_from_nothing(
    asked: BuildRequest, change: str, tmp_path: Path
) -> None:
    build_site(asked)
    CHANGES[change][0](asked)
    build_site(asked)
    fresh = replace(asked, output=tmp_path / "fresh", store=tmp_path / "store")
    build_site(fresh)
    assert files_of(asked.output) == files_of(fresh.output)


def files_of(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file() and not path.name.startswith(".galley")
    }


def test_a_finding_is_told_by_every_build(asked: BuildRequest) -> None:
    article(asked.content / "cites.ipynb", "As said [@a2011].", 1)
    first = build_site(asked)
    (asked.content / "note.txt").write_text("x")
    assert messages(build_site(asked)) == messages(first) == ["unknown citation key 'a2011'"]


def test_a_finding_goes_when_its_cause_goes(asked: BuildRequest) -> None:
    article(asked.content / "cites.ipynb", "As said [@c2003].", 1)
    assert messages(build_site(asked)) == ["unknown citation key 'c2003'"]
    (asked.content / "references.bib").write_text(f"{WORKS}{NEW_WORK}")
    assert messages(build_site(asked)) == []


def test_a_finding_names_the_line_on_which_an_entry_is_today(asked: BuildRequest) -> None:
    works = asked.content / "references.bib"
    works.write_text("@article{a2001, title={A}, year=2001, doi={10.1000/a}}\n")
    first = build_site(asked)
    works.write_text(f"\n\n{works.read_text()}")
    lines = [_lines(report, "reference-incomplete") for report in (first, build_site(asked))]
    assert lines == [[1], [3]]


def _lines(report: BuildReport, rule: str) -> list[int | None]:
    found = (finding for each in report.articles for finding in each.findings)
    return [finding.place.line for finding in found if finding.rule == rule]


def test_a_link_is_judged_again_when_the_article_it_leads_to_changes(asked: BuildRequest) -> None:
    article(asked.content / "links.ipynb", "[There](plain.ipynb), [here](plain.html).", 3)
    first = build_site(asked)
    article(asked.content / "plain.ipynb", "Words.", 4, draft="true")
    second = build_site(asked)
    (asked.content / "plain.ipynb").unlink()
    third = build_site(asked)

    assert [_rules(report, "link-") for report in (first, second, third)] == [
        [],
        ["link-broken", "link-unpublished"],
        ["link-broken", "link-broken"],
    ]


def _rules(report: BuildReport, start: str) -> list[str]:
    found = (finding.rule for each in report.articles for finding in each.findings)
    return sorted(rule for rule in found if rule.startswith(start))


def test_a_reference_says_that_it_was_retracted(asked: BuildRequest) -> None:
    (asked.content / "retractions.csv").write_text("doi,kind\n10.1000/a,retraction\n")
    build_site(asked)
    page = (asked.output / "cites.html").read_text(encoding="utf-8")
    assert '<li id="ref-a2001"><strong class="references__notice">Retracted</strong> A (' in page


def test_a_reference_leads_to_pubmed(asked: BuildRequest) -> None:
    path = asked.content / "references.bib"
    entries = path.read_text(encoding="utf-8")
    path.write_text(entries.replace("10.1000/a}", "10.1000/a}, pmid = {123}"), encoding="utf-8")
    build_site(asked)
    page = (asked.output / "cites.html").read_text(encoding="utf-8")
    assert '<a href="https://pubmed.ncbi.nlm.nih.gov/123/">PubMed 123</a>' in page


def messages(report: BuildReport) -> list[str]:
    return [
        found.message
        for each in report.articles
        for found in each.findings
        if found.rule == "citation-unknown-key"
    ]


@pytest.mark.parametrize("damage", ["", "{", "[]", "{}"])
def test_a_damaged_memory_costs_time_and_nothing_else(asked: BuildRequest, damage: str) -> None:
    build_site(asked)
    before = files_of(asked.output)
    for folder in ("made", "read", "pages", "ledgers"):
        for path in (asked.content / ".galley" / folder).glob("*.json"):
            path.write_text(damage)
    assert made_again(asked) == {"cites", "shows", "links", "plain"}
    assert files_of(asked.output) == before


def test_a_record_that_was_tampered_with_is_not_believed(asked: BuildRequest) -> None:
    build_site(asked)
    for path in (asked.content / ".galley" / "made").glob("*.json"):
        record = json.loads(path.read_text())
        path.write_text(json.dumps({**record, "files": {"../../outside": record["html"]}}))
    (asked.content / "note.txt").write_text("x")
    build_site(asked)
    assert not (asked.output.parent.parent / "outside").exists()


def test_blobs_that_vanished_are_made_again(asked: BuildRequest) -> None:
    build_site(asked)
    before = files_of(asked.output)
    for path in (asked.content / ".galley" / "blobs").glob("*/*"):
        path.unlink()
    (asked.output / "plain.html").unlink()
    build_site(asked)
    assert files_of(asked.output) == before


def test_damaged_blobs_are_healed_by_the_build_that_needs_them(asked: BuildRequest) -> None:
    build_site(asked)
    before = files_of(asked.output)
    for path in (asked.content / ".galley" / "blobs").glob("*/*"):
        path.write_bytes(path.read_bytes()[::-1])
    (asked.output / "plain.html").unlink()
    (asked.output / "shows.html").unlink()
    build_site(asked)
    assert files_of(asked.output) == before


def test_a_store_that_grows_too_large_is_cleaned_by_the_build(asked: BuildRequest) -> None:
    (asked.content / "site.toml").write_text(f"{SITE}[limits]\nstore_megabytes = 0.001\n")
    build_site(asked)
    before = files_of(asked.output)
    assert not list((asked.content / ".galley" / "made").glob("*.json"))
    article(asked.content / "plain.ipynb", "Words.", 4, category="Brain")
    build_site(asked)
    assert files_of(asked.output) == before


def test_a_card_is_drawn_again_only_when_it_would_look_different(asked: BuildRequest) -> None:
    folder = asked.content / ".galley" / "cards"

    def drawn_again() -> set[str]:
        before = {path.name: path.stat().st_ino for path in folder.glob("*.json")}
        build_site(asked)
        after = {path.name: path.stat().st_ino for path in folder.glob("*.json")}
        return {name.split("-html-")[0] for name in after if before.get(name) != after[name]}

    every = {f"card-of-{page}" for page in ("cites", "shows", "links", "plain", "index")}
    assert drawn_again() == every
    article(asked.content / "shows.ipynb", "Other words.", 2)
    assert drawn_again() == set()
    article(asked.content / "shows.ipynb", "Other words.", 2, title="New")
    assert drawn_again() == {"card-of-shows"}
    (asked.content / "plain.ipynb").unlink()
    assert drawn_again() == set()
    assert not list(folder.glob("card-of-plain-*"))


def test_a_changed_entry_makes_its_files_again(asked: BuildRequest) -> None:
    build_site(asked)
    files = [asked.output / "cites" / f"cites-references.{kind}" for kind in ("bib", "ris", "json")]
    assert all("A again" not in path.read_text() for path in files)
    bibliography(WORKS.replace("{A}", "{A again}"))(asked)
    build_site(asked)
    assert all("again" in path.read_text().lower() for path in files)
    assert all("b2002" not in path.read_text() for path in files)
