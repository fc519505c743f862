"""Word documents, zipped by hand as Word and Google Docs write them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from tests.importing.forms.parts import AUTHOR, DESCRIPTION, TITLE, png

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = " ".join(
    [
        f'xmlns:w="{_W}"',
        f'xmlns:r="{_R}"',
        'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
        'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
        'xmlns:v="urn:schemas-microsoft-com:vml"',
        'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
    ]
)
_TYPES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Default Extension="png" ContentType="image/png"/>
<Override PartName="/word/document.xml" ContentType=
"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>"""
_ROOT = f"""<?xml version="1.0"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="{_R}/officeDocument" Target="word/document.xml"/>
</Relationships>"""
_STYLES = {
    "Title": "Title",
    "Heading1": "heading 1",
    "Heading2": "heading 2",
    "Caption": "caption",
    "ListParagraph": "List Paragraph",
    "FootnoteText": "footnote text",
    "NoteBox": "Note Box",
    "TOC1": "toc 1",
}


def run(text: str, marks: str = "") -> str:
    """Return a run of text; `marks` are its properties."""
    properties = f"<w:rPr>{marks}</w:rPr>" if marks else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, style: str = "", properties: str = "") -> str:
    """Return a paragraph; what is no run yet becomes one."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inside = "".join(each if each.startswith("<") else run(each) for each in runs)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inside}</w:p>"


def item(text: str, number: int = 1) -> str:
    """Return an item of the list of that number: 1 has bullets, 2 counts."""
    properties = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(text, style="ListParagraph", properties=properties)


def image(relation: str, alt: str, width_emu: int = 1_800_000) -> str:
    """Return a picture in a run; an inch has 914,400 EMU."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="{width_emu}" cy="{width_emu // 2}"/>'
        f'<wp:docPr id="1" name="Picture 1" descr="{alt}"/><a:graphic><a:graphicData '
        'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="0" name="x.png" descr="{alt}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:embed="{relation}"/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )


def table(*rows: tuple[str, ...], has_head: bool = True) -> str:
    """Return a table of plain cells; those that begin with ``<`` are cells as they stand."""
    columns = max(len(row) for row in rows)
    grid = '<w:gridCol w:w="2000"/>' * columns
    written = []
    for index, row in enumerate(rows):
        head = "<w:trPr><w:tblHeader/></w:trPr>" if has_head and index == 0 else ""
        cells = (each if each.startswith("<") else cell(each) for each in row)
        written.append(f"<w:tr>{head}{''.join(cells)}</w:tr>")
    look = (
        '<w:tblPr><w:tblLook w:val="0420" w:firstRow="1"/></w:tblPr>' if has_head else "<w:tblPr/>"
    )
    return f"<w:tbl>{look}<w:tblGrid>{grid}</w:tblGrid>{''.join(written)}</w:tbl>"


def cell(text: str, properties: str = "") -> str:
    """Return a cell of a table."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def note(number: int) -> str:
    """Return the mark of a footnote."""
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def link(relation: str, text: str) -> str:
    """Return a link, as Word writes it."""
    return f'<w:hyperlink r:id="{relation}" w:history="1">{run(text)}</w:hyperlink>'


def fraction() -> str:
    """Return the formula a/b as Word's equation editor writes it."""
    part = "<m:r><m:t>{}</m:t></m:r>"
    return (
        f"<m:oMath><m:f><m:num>{part.format('a')}</m:num><m:den>{part.format('b')}</m:den></m:f>"
        "</m:oMath>"
    )


def package(
    body: str,
    *,
    relations: Mapping[str, tuple[str, str]] | None = None,
    media: Mapping[str, bytes] | None = None,
    notes: Mapping[int, str] | None = None,
    parts: Mapping[str, str | bytes] | None = None,
    core: str = "",
) -> bytes:
    """Return a document.

    Parameters
    ----------
    relations
        Id → kind and target; those that begin with ``http`` lie outside.
    parts
        Further parts by their names.
    core
        Elements of its properties.
    """
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{words}"/></w:style>'
        for name, words in _STYLES.items()
    )
    levels = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:lvl w:ilvl="0"><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        for number, form in ((1, "bullet"), (2, "decimal"))
    )
    numbers = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (1, 2)
    )
    own = {
        "styles": ("styles", "styles.xml"),
        "numbering": ("numbering", "numbering.xml"),
        "notes": ("footnotes", "footnotes.xml"),
        **(relations or {}),
    }
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _ROOT,
        "word/document.xml": _part("document", f"<w:body>{body}<w:sectPr/></w:body>"),
        "word/styles.xml": _part("styles", styles),
        "word/numbering.xml": _part("numbering", levels + numbers),
        "word/footnotes.xml": _part(
            "footnotes", "".join(_note(*each) for each in (notes or {}).items())
        ),
        "word/_rels/document.xml.rels": _relations(own),
        "docProps/core.xml": _core(core),
        **{f"word/media/{name}": data for name, data in (media or {}).items()},
        **(parts or {}),
    }
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return written.getvalue()


def _part(name: str, inside: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {NAMESPACES}>{inside}</w:{name}>'


def _note(number: int, text: str) -> str:
    words = paragraph("<w:r><w:footnoteRef/></w:r>", run(f" {text}"), style="FootnoteText")
    return f'<w:footnote w:id="{number}">{words}</w:footnote>'


def _relations(relations: Mapping[str, tuple[str, str]]) -> str:
    lines = (
        f'<Relationship Id="{name}" Type="{_R}/{kind}" Target="{target}"'
        f"{' TargetMode=' + chr(34) + 'External' + chr(34) if target.startswith('http') else ''}/>"
        for name, (kind, target) in relations.items()
    )
    return (
        '<?xml version="1.0"?><Relationships '
        'xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{''.join(lines)}</Relationships>"
    )


def _core(inside: str) -> str:
    return (
        '<?xml version="1.0"?><cp:coreProperties '
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{inside}</cp:coreProperties>'
    )


MEDIA = {"image1.png": png(), "image2.png": png("blue")}
RELATIONS = {
    "rId10": ("image", "media/image1.png"),
    "rId11": ("image", "media/image2.png"),
    "rId20": ("hyperlink", "https://example.org/rain?a=1&amp;b=2"),
    "rId21": ("hyperlink", "https://example.org/soil_and_sand"),
}
NOTES = {1: "By weight, not by volume.", 2: "With a can of ten litres."}


def article() -> bytes:
    """Return the article as Word writes it, typed lists and smart quotes and all."""
    bold, italic = "<w:b/>", "<w:i/>"
    body = [
        paragraph(TITLE, style="Title"),
        paragraph(DESCRIPTION),
        paragraph(f"By: {AUTHOR}"),
        paragraph("Published: 4 March 2025"),
        paragraph("3 min read"),
        paragraph(
            run("People ask: “Is rain enough?” It is "),
            run("not", bold),
            run(" — and what it costs is "),
            run("$5_000 [a]", italic),
            run("."),
            note(1),
        ),
        paragraph("Water from above", style="Heading1"),
        paragraph(run("Rain falls on "), link("rId20", "all beds"), run(" and on paths.")),
        paragraph(image("rId10", "A bed in the rain")),
        paragraph(run("Figure 1. Rain on a bed."), style="Caption"),
        item("It is free."),
        item("It comes when it comes."),
        "<w:sdt><w:sdtPr/><w:sdtContent>",
        paragraph("Water from below", style="Heading1"),
        "</w:sdtContent></w:sdt>",
        paragraph(run("A can needs a hand: "), fraction(), run(" of it is lost."), note(2)),
        paragraph(f"<m:oMathPara>{fraction()}</m:oMathPara>"),
        table(("Way", "Litres"), ("Rain", "10"), ("Can", "20")),
        item("Fill the can.", 2),
        item("Empty it.", 2),
        paragraph("Both together", style="Heading1"),
        paragraph(image("rId11", "A can", 900_000), run(" A can, and "), link("rId21", "soil")),
        paragraph(
            "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> HYPERLINK "
            "&quot;https://example.org/last&quot; </w:instrText></w:r>"
            "<w:r><w:fldChar w:fldCharType='separate'/></w:r>",
            run("The last word"),
            "<w:r><w:fldChar w:fldCharType='end'/></w:r>",
            run(" is not said."),
        ),
        paragraph(run("Note:", bold), run(" This article tells of gardens alone.")),
    ]
    return package("".join(body), relations=RELATIONS, media=MEDIA, notes=NOTES)
