"""Citations that reference managers keep in Word arrive with their whole works."""

from __future__ import annotations

import base64
import io
import json
import zipfile
from html import escape
from typing import Any

import pytest

from galley.article.bibliography_entry import BibliographyEntry
from galley.importing.ast_citations import cluster_of
from galley.importing.ast_inlines import plain_text
from galley.importing.post import Post
from galley.importing.reading_parts import Source
from galley.importing.references.post_references import cite_posts
from galley.importing.word import read_word
from galley.importing.word_citations import with_citation_fields

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
ENDNOTE = (
    "ADDIN EN.CITE <EndNote><Cite><Author>Oja</Author><Year>1982</Year><RecNum>12</RecNum>"
    '<record><rec-number>12</rec-number><ref-type name="Journal Article">17</ref-type>'
    "<contributors><authors><author>Oja, Erkki</author></authors></contributors>"
    "<titles><title>A simplified neuron model</title><secondary-title>J Math Biol"
    "</secondary-title></titles><pages>267-273</pages><volume>15</volume><number>3</number>"
    "<dates><year>1982</year></dates></record></Cite></EndNote>"
)


def work(name: object, family: str, year: int, title: str) -> dict[str, Any]:
    return {
        "id": name,
        "type": "article-journal",
        "title": title,
        "author": [{"family": family, "given": "A."}],
        "issued": {"date-parts": [[year]]},
        "container-title": "Brain",
        "DOI": f"10.5555/{family.lower()}",
    }


HUANG = {"id": 77, "itemData": work(77, "Huang", 2001, "Neurotrophins"), "locator": "5",
         "label": "page"}  # fmt: skip
SONG = {"id": 78, "itemData": work(78, "Song", 2000, "Competitive learning"), "prefix": "see"}


def zotero(*items: dict[str, Any]) -> str:
    return "ADDIN ZOTERO_ITEM CSL_CITATION " + json.dumps({"citationItems": items})


def run_of(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def field(code: str, shown: str) -> str:
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{part}"/></w:r>' for part in ("begin", "separate", "end")
    )
    said = f'<w:r><w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
    return f"{begin}{said}{separate}{run_of(shown)}{end}"


def mendeley(item: dict[str, Any], shown: str) -> str:
    data = base64.b64encode(json.dumps({"citationItems": [item]}).encode()).decode()
    return (
        f'<w:sdt><w:sdtPr><w:tag w:val="MENDELEY_CITATION_v3_{data}"/></w:sdtPr>'
        f"<w:sdtContent>{run_of(shown)}</w:sdtContent></w:sdt>"
    )


def document(*paragraphs: str) -> bytes:
    body = "".join(f"<w:p>{each}</w:p>" for each in paragraphs)
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override '
        f'PartName="/word/document.xml" ContentType="{MAIN}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {SPACE}><w:body>{body}</w:body></w:document>",
    }
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return data.getvalue()


@pytest.fixture(scope="module")
def post() -> Post:
    read = read_word(
        Source(
            "fields.docx",
            document(
                run_of("It grows ") + field(zotero(HUANG, SONG), "(Huang, 2001; Song, 2000)")
                + run_of("."),
                run_of("Raised numbers.") + field(zotero(SONG), "2") + run_of(" Then more."),
                run_of("EndNote says ") + field(ENDNOTE, "[3]") + run_of("."),
                run_of("Mendeley says ") + mendeley({**SONG, "prefix": ""}, "(Song, 2000)")
                + run_of("."),
                run_of("Typed (Huang, 2001)."),
                run_of("References"),
                field("ADDIN ZOTERO_BIBL {} CSL_BIBLIOGRAPHY", "Huang A. Neurotrophins. 2001."),
            ),
        )
    )  # fmt: skip
    (cited,) = cite_posts([read], [BibliographyEntry("old1999", "article")])
    return cited


def test_fields_become_keys_and_the_list_of_the_program_leaves(post: Post) -> None:
    assert "\n".join(block.text for block in post.blocks) == (
        "It grows [@huang2001, p. 5; see @song2000].\n"
        "Raised numbers [see @song2000]. Then more.\n"
        "EndNote says [@oja1982].\n"
        "Mendeley says [@song2000].\n"
        "Typed [@huang2001]."
    )


def test_the_works_arrive_whole_and_each_once(post: Post) -> None:
    works = {work["id"]: work for text in post.entries for work in json.loads(text)}
    assert sorted(works) == ["huang2001", "oja1982", "song2000"]
    assert works["huang2001"]["DOI"] == "10.5555/huang"
    assert works["huang2001"]["issued"] == {"date-parts": [[2001]]}
    oja = works["oja1982"]
    assert (oja["volume"], oja["issue"], oja["page"]) == ("15", "3", "267-273")


def test_a_mark_of_mendeley_that_cannot_be_read_stays_words() -> None:
    broken = (
        b'<w:sdt><w:tag w:val="MENDELEY_CITATION_v3_e30x"/><w:sdtContent>x</w:sdtContent></w:sdt>'
    )
    assert with_citation_fields(broken) == broken


def test_a_citation_cannot_end_early_and_one_without_a_work_is_none() -> None:
    citation = {
        "citationId": "a {b}",
        "citationPrefix": [{"t": "Str", "c": "see];"}],
        "citationSuffix": [{"t": "Str", "c": "pages"}, {"t": "Space"}, {"t": "Str", "c": "3-5]"}],
        "citationMode": {"t": "SuppressAuthor"},
    }
    assert cluster_of([citation], plain_text) == "[see -@{a__b_}, pp. 3-5]"
    assert cluster_of([{**citation, "citationId": " "}], plain_text) == ""
