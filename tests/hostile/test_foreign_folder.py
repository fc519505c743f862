"""A folder that was never made for Galley, built for real: every notebook gives its page.

What real notebooks contain was counted; `tests/sites/foreign` holds one file for each line.
"""

from __future__ import annotations

import re

import pytest
from PIL import Image

pytestmark = pytest.mark.kernel

# File → page, title, words readers see, words they do not.
PAGES = {
    "format/4-5": ("format/4-5", "Format 4.5", "Text.", ""),
    "kernel/none": ("kernel/none", "No kernelspec", "", ""),
    "Café du matin – étude 1": (
        "cafe-du-matin-etude-1",
        "Café du matin – étude 1",
        "Le café, deuxième étude.",
        "",
    ),
    "maths": ("maths", "Maths", "It costs $5 and $10, or $3; but", "$$"),
    "output/pandas": ("output/pandas", "A table of pandas", "dose", ":only-of-type"),
    "output/terminal": ("output/terminal", "Terminal text", "", "STDERR WORDS"),
    "output/errors": ("output/errors", "A stored error", "Error: ValueError:", ""),
    "output/widgets": ("output/widgets", "Widgets", "", "model_id"),
    "output/scripts": ("output/scripts", "Scripts", "bold", "alert"),
    "output/large": ("output/large", "Over a megabyte", "row", ""),
    "output/odd": ("output/odd", "Odd outputs", "after", "not base64"),
    "pictures/beside": ("pictures/beside", "Pictures beside", "", "=400x"),
    "pictures/missing": ("pictures/missing", "Missing pictures", "Not there", "passwd"),
    "pictures/attached": ("pictures/attached", "Attachments", "", "attachment:"),
}

# Notebooks that give no page, with the one sentence that says why.
WITHOUT_PAGE = {"broken/truncated": "the file breaks off before its end"}

RULES = {
    "output/errors": {"cell-error"},
    "output/terminal": {"cell-stderr"},
    "output/scripts": {"output-needs-script"},
    "output/odd": {"figure-damaged"},
    "pictures/missing": {"image-missing", "image-unknown-format"},
    "pictures/attached": {"image-missing"},
}

every_page = pytest.mark.parametrize("name", PAGES)


def page_of(foreign, page_scan, name):
    return page_scan.read_page(foreign.site / f"{PAGES[name][0]}.html")


def html_of(foreign, name: str) -> str:
    return (foreign.site / f"{PAGES[name][0]}.html").read_text(encoding="utf-8")


def test_every_file_gives_a_page_or_one_clear_finding(foreign):
    built = {file for file, state in foreign.states.items() if state == "built"}
    failed = {file for file, state in foreign.states.items() if state == "failed"}

    assert built == {f"clinic/{name}.ipynb" for name in PAGES}
    assert failed == {f"clinic/{name}.ipynb" for name in WITHOUT_PAGE}


def test_the_exit_code_says_that_files_could_not_be_read(foreign):
    assert foreign.code == 1
    assert f"Articles: {len(PAGES)} built, {len(WITHOUT_PAGE)} failed" in foreign.out
    assert "fault" not in foreign.err
    assert "Traceback" not in foreign.err + foreign.out


@pytest.mark.parametrize("name", WITHOUT_PAGE)
def test_a_notebook_without_a_page_says_why_and_what_to_do(foreign, name):
    (found,) = foreign.findings(f"clinic/{name}.ipynb")

    assert found["message"] == WITHOUT_PAGE[name]
    assert found["severity"] == "error"
    assert found["fix"]


@every_page
def test_a_page_has_its_title_and_words(foreign, page_scan, name):
    _, title, words, absent = PAGES[name]
    page = page_of(foreign, page_scan, name)

    heading = html_of(foreign, name).replace("&#39;", "'").replace("\u00a0", " ")

    assert re.search(rf"<h1[^>]*>\s*{re.escape(title)}", heading)
    assert words in page.text
    assert not absent or absent not in page.text


@pytest.mark.parametrize("name", RULES)
def test_what_readers_do_not_see_as_meant_is_said(foreign, name):
    assert RULES[name] <= foreign.rules(f"clinic/{name}.ipynb")


def test_no_page_holds_anything_that_runs(foreign, page_scan):
    for path in foreign.site.rglob("*.html"):
        assert page_scan.active_content(page_scan.read_page(path)) == [], path
    for path in foreign.site.rglob("*.svg"):
        assert page_scan.active_svg(path.read_text(encoding="utf-8")) == [], path


def test_no_page_asks_another_host(foreign, page_scan):
    for path in foreign.site.rglob("*.html"):
        assert page_scan.requests_elsewhere(page_scan.read_page(path)) == [], path


def test_every_picture_and_link_inside_the_site_is_there(foreign, page_scan, builds):
    files = set(builds.files_of(foreign.site))
    for name in files:
        if name.endswith(".html"):
            missing = page_scan.missing_files(page_scan.read_page(foreign.site / name), name, files)
            assert missing == [], name


def test_every_page_has_one_title_headings_without_gaps_and_ids_once(foreign, page_scan):
    for path in foreign.site.rglob("*.html"):
        assert page_scan.broken_structure(page_scan.read_page(path)) == [], path


def test_no_markup_is_left_over_where_its_meaning_is_known(foreign, page_scan):
    for path in foreign.site.rglob("*.html"):
        assert page_scan.left_over(page_scan.read_page(path)) == [], path


def test_no_page_holds_characters_that_html_forbids(foreign):
    for path in foreign.site.rglob("*.html"):
        assert not re.search("[\x00-\x08\x0b\x0e-\x1f\x7f]", path.read_text("utf-8")), path


def test_what_a_camera_wrote_into_a_picture_is_gone(foreign, builds):
    for name, data in builds.files_of(foreign.site).items():
        assert b"WARD-7-CAMERA" not in data, name
        if name.endswith((".png", ".jpg")):
            with Image.open(foreign.site / name) as picture:
                assert not picture.getexif(), name
                assert picture.width <= 1440 or not name.startswith("assets/"), name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("kernel/none", "ran here"),
        ("maths", "<mi>a</mi><mo>&lt;</mo><mi>b</mi>"),
        ("maths", '<td><math display="inline"'),
        ("maths", '<h2 id="the-heading-delta-w-0">The heading <math'),
        ("maths", '<a href="#eq:first">(1)</a> and <a href="#eq:mass">(2)</a>'),
        ("maths", '<span class="equation__number" id="eq:mass">(2)</span>'),
        ("maths", "<mfrac>"),
        ("output/pandas", '<th scope="col">dose</th>'),
        (
            "output/pandas",
            '<th scope="row">0</th><td>cost $5 or $10</td><td class="number">12</td>',
        ),
        ("output/terminal", '<span class="ansi-red-fg">red</span> link plain\n100%|####|\ndone'),
        ("output/terminal", "bell bacspace &lt;b&gt;not bold&lt;/b&gt; $x$ :::"),
        ("output/errors", '<span class="ansi-red-fg">ValueError</span> Traceback'),
        ("output/widgets", "An interactive control is not shown here."),
        ("output/scripts", "PLOTLY FALLBACK"),
        (
            "output/scripts",
            '<a class="embed" href="https://films.example/f">Page on films.example</a>',
        ),
        ("output/scripts", "<strong>bold</strong>"),
        ("output/scripts", "<mfrac><mi>a</mi><mi>b</mi></mfrac>"),
        ("output/scripts", '<circle cx="15" cy="5" r="4" fill="red"'),
        ("output/odd", "JSON FALLBACK"),
        ("output/odd", "Figure (PDF)"),
        ("output/large", 'width="1440" height="540"'),
        ("pictures/beside", 'alt="A scan" width="8" height="6" decoding="async"'),
        ("pictures/beside", 'alt="A place" width="9" height="9"'),
        ("pictures/beside", 'alt="Sized" width="400" height="300"'),
        ("pictures/beside", 'alt="From the root" width="1440" height="32"'),
        ("pictures/beside", 'alt="Drawn" width="20" height="10"'),
        ("pictures/attached", 'alt="Pasted" width="8"'),
        ("pictures/attached", 'alt="Spaced" width="8"'),
        ("pictures/attached", '<span class="image-absent">Lost</span>'),
        ("pictures/missing", '<a class="image-elsewhere" href="https://far.example/x.png">Far</a>'),
        ("pictures/missing", 'alt="Inside" width="8"'),
        ("pictures/missing", '<span class="image-absent">Disk</span>'),
    ],
)
def test_each_line_of_the_count_is_shown_as_it_was_meant(foreign, name, expected):
    assert expected in html_of(foreign, name)


def test_output_over_a_megabyte_is_not_cut(foreign):
    page = html_of(foreign, "output/large")

    assert page.count("spike") >= 200_000
    assert page.count("<br>") == 200_000


def test_the_home_page_lists_every_article(foreign, page_scan):
    listed = {
        attributes["href"]
        for listing in ("index", "archive")
        for tag, attributes in page_scan.read_page(foreign.site / f"{listing}.html").tags
        if tag == "a"
    }

    assert {f"{page}.html" for page, *_ in PAGES.values()} <= listed


def test_without_a_site_toml_there_is_advice_and_no_warning_for_it(foreign):
    (found,) = [f for f in foreign.report["findings"] if f["rule"] == "site-base-url-missing"]

    assert found["severity"] == "advice"


@pytest.mark.parametrize("name", ["kernel/none", "output/pandas"])
def test_nobody_is_asked_for_a_date_or_author_in_a_notebook_without_front_matter(foreign, name):
    rules = foreign.rules(f"clinic/{name}.ipynb")

    assert not {rule for rule in rules if rule.startswith("front-matter-missing")} & {
        "front-matter-missing-date",
        "front-matter-missing-authors",
        "front-matter-missing-disclosures",
    }


def test_check_finds_the_same_broken_files_and_executes_nothing(foreign, builds):
    run = builds.galley(foreign.folder, "check", "clinic", "--format", "json")

    assert run.code == 1
    for name, message in WITHOUT_PAGE.items():
        if name.startswith("broken/"):
            assert f'"message": "{message}"' in run.out
    assert "Traceback" not in run.err
