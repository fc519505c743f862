"""Bundles of real articles: what is in the folder, and that it holds together."""

from __future__ import annotations

import hashlib
import json
import re
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest
from bs4 import BeautifulSoup
from bs4.element import Tag
from tests.exporting.bundle.conftest import export

pytestmark = pytest.mark.kernel

FOLDERS = (
    "how-synapses-strengthen",
    "when-is-the-window",
    "when-is-the-window.clinician",
    "when-is-the-window.clinician.id",
    "when-is-the-window.id",
)
WINDOW = ("notebooks/when-is-the-window.ipynb", "when-is-the-window.id")
BODIES = ("body.html", "body-pictures.html")


def read(folder: Path, name: str) -> BeautifulSoup:
    return BeautifulSoup((folder / name).read_text(encoding="utf-8"), "html.parser")


def meta_of(folder: Path) -> dict[str, Any]:
    value: dict[str, Any] = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    return value


def contents(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_each_edition_and_translation_has_a_folder(bundles: Path) -> None:
    assert sorted(path.name for path in bundles.iterdir() if path.is_dir()) == list(FOLDERS)


@pytest.mark.parametrize("name", BODIES)
@pytest.mark.parametrize("folder", FOLDERS)
def test_a_body_is_no_page(bundles: Path, folder: str, name: str) -> None:
    body = read(bundles / folder, name)
    frame = re.compile("^(html|head|body|main|header|footer|script|style|link|meta|iframe)$")

    assert [tag.name for tag in body.find_all(frame)] == []
    assert [tag["class"] for tag in body.find_all(recursive=False)] == [["galley-article"]]
    assert not body.select("[style], [onclick]")


@pytest.mark.parametrize("name", BODIES)
@pytest.mark.parametrize("folder", FOLDERS)
def test_every_address_leads_to_a_file_an_article_or_a_place_in_the_text(
    bundles: Path, folder: str, name: str
) -> None:
    body = read(bundles / folder, name)
    known = {str(tag["id"]) for tag in body.select("[id]")}
    metas = (meta_of(bundles / each) for each in FOLDERS)
    articles = {meta[form] for meta in metas for form in ("path", "address")}
    lost = []
    for tag in body.select("[href], [src], [srcset]"):
        for address in _addresses(tag):
            if address.startswith("#"):
                is_there = unquote(address[1:]) in known
            elif address.startswith("files/"):
                is_there = (bundles / folder / unquote(address)).is_file()
            else:
                is_there = address.startswith("https://") or address in articles
            lost += [] if is_there else [address]
    assert lost == []


def _addresses(tag: Tag) -> list[str]:
    plain = [str(tag[name]) for name in ("href", "src") if tag.get(name)]
    return plain + [
        part.split()[0] for part in str(tag.get("srcset", "")).split(",") if part.split()
    ]


@pytest.mark.parametrize("name", BODIES)
@pytest.mark.parametrize("folder", FOLDERS)
def test_no_id_is_there_twice(bundles: Path, folder: str, name: str) -> None:
    ids = [str(tag["id"]) for tag in read(bundles / folder, name).select("[id]")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_description_keeps_to_its_schema(bundles: Path, folder: str) -> None:
    text = files("galley.exporting.bundle").joinpath("meta.schema.json").read_text(encoding="utf-8")
    schema = json.loads(text)

    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(meta_of(bundles / folder))


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_description_lists_all_files_with_their_digests(bundles: Path, folder: str) -> None:
    lying = contents(bundles / folder)
    del lying["meta.json"]
    listed = {each["path"]: each["sha256"] for each in meta_of(bundles / folder)["files"]}

    assert listed == {path: hashlib.sha256(data).hexdigest() for path, data in lying.items()}


def test_the_description_says_what_a_host_needs(bundles: Path) -> None:
    meta = meta_of(bundles / "when-is-the-window.clinician.id")

    assert (meta["lang"], meta["edition"], meta["kind"]) == ("id", "clinician", "article")
    assert meta["address"] == "https://example.org/id/when-is-the-window/clinician.html"
    assert meta["path"] == "/id/when-is-the-window/clinician.html"
    assert [(each["edition"], each["folder"], each["current"]) for each in meta["editions"]] == [
        ("patient", "when-is-the-window.id", False),
        ("clinician", "when-is-the-window.clinician.id", True),
    ]
    assert [each["folder"] for each in meta["translations"]] == [
        "when-is-the-window.clinician",
        "when-is-the-window.clinician.id",
    ]


@pytest.mark.parametrize("folder", FOLDERS)
def test_figures_are_described_with_what_they_rest_on(bundles: Path, folder: str) -> None:
    meta, body = meta_of(bundles / folder), read(bundles / folder, "body.html")
    cited = {each["id"] for each in meta["references"]}
    figures: list[dict[str, dict[str, str]]] = meta["figures"]

    assert [each["anchor"] for each in figures] == [tag["id"] for tag in body.select(".figure")]
    for each in figures:
        assert each["alt"]
        assert each["description"]
        assert set(each["evidence"]["sources"]) <= cited
        line = body.select_one(f'[id="{each["anchor"]}"] .figure__evidence')
        assert line is not None
        assert each["evidence"]["line"] == re.sub(r"\s+", " ", line.get_text()).strip()
        assert (bundles / folder / each["picture"]["src"]).is_file()


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_picture_variant_has_a_picture_and_all_words_of_every_figure(
    bundles: Path, folder: str
) -> None:
    body = read(bundles / folder, "body-pictures.html")
    assert not body.find_all(["svg", "math", "button", "label", "input"])
    for each in meta_of(bundles / folder)["figures"]:
        figure = body.find(id=each["anchor"])
        assert isinstance(figure, Tag)
        picture = figure.find("img")
        assert isinstance(picture, Tag)
        assert picture["alt"] == each["alt"]
        media = [source["media"] for source in figure.find_all("source")]
        assert media == [
            "(max-width: 600px) and (prefers-color-scheme: dark)",
            "(max-width: 600px)",
            "(prefers-color-scheme: dark)",
        ]
        words = re.sub(r"\s+", " ", figure.get_text())
        assert each["caption"] in words
        assert each["evidence"]["line"] in words
        assert each["description"] in re.sub(r"\s+", " ", body.get_text())


def test_labels_are_seen_without_a_style_sheet(bundles: Path) -> None:
    body = read(bundles / "when-is-the-window", "body-pictures.html")
    labels = body.select(".callout__label")
    assert labels
    assert [each.strong and each.strong.get_text() for each in labels] == [
        each.get_text() for each in labels
    ]


def test_the_picture_variant_says_formulas_as_tex_and_words_at_the_end(bundles: Path) -> None:
    formulas = read(bundles / "how-synapses-strengthen", "body-pictures.html").get_text()
    assert r"Let \(\Delta t\) be the time" in formulas

    words = read(bundles / "when-is-the-window", "body-pictures.html")
    heading = words.find("h2", string="Glossary")
    assert heading is not None
    (listed,) = heading.find_next_siblings("ul", limit=1)
    assert "plasticity" in listed.get_text().casefold()


def test_the_same_export_gives_the_same_bytes(store: Path, bundles: Path, tmp_path: Path) -> None:
    assert export(store, tmp_path) == 0
    assert contents(tmp_path) == contents(bundles)


def test_no_place_of_this_machine_is_told(bundles: Path) -> None:
    told = b"".join(
        data for path, data in contents(bundles).items() if path.endswith((".html", ".json"))
    )
    assert b"/tmp" not in told
    assert str(Path.home()).encode() + b"/" not in told


def test_headings_begin_where_the_host_wants(store: Path, tmp_path: Path) -> None:
    assert export(store, tmp_path, "--heading-level", "3", articles=WINDOW) == 0
    folder = tmp_path / "when-is-the-window"
    levels = [
        {tag.name for tag in read(folder, name).find_all(re.compile("^h[1-6]$"))} for name in BODIES
    ]

    assert [min(each) for each in levels] == ["h3", "h3"]
    assert {each["level"] for each in meta_of(folder)["contents"]} <= {3, 4, 5}


def test_files_may_lie_elsewhere(store: Path, tmp_path: Path) -> None:
    assert export(store, tmp_path, "--assets-at", "https://cdn.example.org/a", articles=WINDOW) == 0
    body = read(tmp_path / "when-is-the-window.id", "body-pictures.html")
    assert next(image["src"] for image in body.find_all("img")) == (
        "https://cdn.example.org/a/when-is-the-window.id/files/fig-window.png"
    )
