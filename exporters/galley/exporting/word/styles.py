"""The look of a Word file for reviewers: Word's own styles in readable type, and a few of ours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from galley.exporting.document.model import Document

_SERIF, _SANS, _MONO = "Cambria", "Calibri", "Consolas"
_INK, _QUIET, _RULE = "1F1F1F", "555555", "8A8A8A"
_NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@dataclass(frozen=True)
class Style:
    """A paragraph's style.

    Attributes
    ----------
    name
        As Word and pandoc know it.
    size
        Of its type, in points; 0 for that of what it is based on.
    before, after
        Space, in points.
    line
        Height of a line as a share of the type's; 0 for that of what it is based on.
    level
        Of a heading, from 1.
    indent
        From the left, in points; where `hangs`, of all lines but the first.
    rule
        Whether a line stands at its left.
    """

    id: str
    name: str
    based_on: str = "Normal"
    size: float = 0
    font: str = ""
    colour: str = ""
    is_bold: bool = False
    is_italic: bool = False
    before: float = 0
    after: float = 6
    line: float = 0
    level: int = 0
    indent: float = 0
    hangs: bool = False
    has_rule: bool = False
    keeps_with_next: bool = False
    next: str = ""


def _heading(level: int, size: float, before: float) -> Style:
    return Style(
        f"Heading{level}",
        f"heading {level}",
        size=size,
        font=_SANS,
        is_bold=True,
        before=before,
        after=4,
        line=1.1,
        level=level,
        keeps_with_next=True,
        next="BodyText",
    )


PARAGRAPHS = (
    Style("BodyText", "Body Text", after=8),
    Style(
        "FirstParagraph", "First Paragraph", based_on="BodyText", before=4, after=8, next="BodyText"
    ),
    Style("Compact", "Compact", based_on="BodyText", after=2),
    Style("Title", "Title", size=22, font=_SANS, is_bold=True, after=4, line=1.1, next="Subtitle"),
    Style("Subtitle", "Subtitle", size=13, colour=_QUIET, after=8, line=1.25),
    Style("Author", "Author", font=_SANS, size=10, after=0),
    Style("Date", "Date", font=_SANS, size=10, colour=_QUIET, after=18),
    *(
        _heading(level, size, before)
        for level, size, before in (
            (1, 15, 18),
            (2, 13, 14),
            (3, 11.5, 12),
            (4, 11, 10),
            (5, 11, 10),
            (6, 11, 10),
        )
    ),
    Style("Bibliography", "Bibliography", size=10, after=4, indent=18, hangs=True),
    Style("BlockText", "Block Text", based_on="BodyText", indent=18, after=8),
    Style("FootnoteText", "footnote text", size=9, after=2, line=1.15),
    Style("DefinitionTerm", "Definition Term", is_bold=True, after=0, keeps_with_next=True),
    Style("Definition", "Definition", indent=18, after=6),
    Style("Caption", "caption", font=_SANS, size=10, after=6, line=1.2),
    Style("TableCaption", "Table Caption", based_on="Caption", before=8, keeps_with_next=True),
    Style("ImageCaption", "Image Caption", based_on="Caption"),
    Style("Figure", "Figure", before=8, after=4),
    Style("CaptionedFigure", "Captioned Figure", based_on="Figure", keeps_with_next=True),
    Style("SourceCode", "Source Code", font=_MONO, size=9, after=8, line=1.1),
    Style("KeyPoints", "Key Points", based_on="BodyText", indent=9, has_rule=True, after=4),
    Style("Callout", "Callout", based_on="BodyText", indent=9, has_rule=True, after=6),
    Style(
        "CalloutTitle",
        "Callout Title",
        based_on="Callout",
        font=_SANS,
        is_bold=True,
        after=2,
        keeps_with_next=True,
    ),
    Style("Evidence", "Evidence", font=_SANS, size=9, colour=_QUIET, after=6, line=1.2),
    Style("FigureDetails", "Figure Details", font=_SANS, size=9, after=4, line=1.2),
    Style("EndMatter", "End Matter", size=10, after=4),
    Style("CommentText", "annotation text", font=_SANS, size=9, after=2, line=1.1),
)
"""Every style of a paragraph that a document of ours uses."""

STYLE_OF_CLASS = {
    "withdrawn": "Callout",
    "overdue": "Callout",
    "key-points": "Key Points",
    "callout": "Callout",
    "callout-label": "Callout Title",
    "evidence": "Evidence",
    "figure-details": "Figure Details",
    "reference": "Bibliography",
    "glossary": "End Matter",
    "people": "End Matter",
    "about": "End Matter",
}
"""Class of a `Div` → the style of the paragraphs in it."""


def styles_xml(document: Document) -> bytes:
    """Return Word's part for styles, in the language of a document."""
    lang = quoteattr(word_language(document.lang))
    parts = "".join(map(_paragraph_xml, PARAGRAPHS))
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles {_NAMES}>'
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(_SERIF)}"
        f'<w:color w:val="{_INK}"/><w:sz w:val="22"/><w:szCs w:val="22"/>'
        f'<w:lang w:val={lang} w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="324" w:lineRule="auto"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f"<w:qFormat/></w:style>{parts}{_OTHERS}</w:styles>"
    ).encode()


def word_language(lang: str) -> str:
    """Return a language as Word's dictionaries are called."""
    return _WORD_LANGUAGES.get(lang, lang)


_WORD_LANGUAGES = {"en": "en-GB", "id": "id-ID"}
_OTHERS = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/></w:style>'
    '<w:style w:type="character" w:styleId="VerbatimChar"><w:name w:val="Verbatim Char"/>'
    f'<w:rPr><w:rFonts w:ascii="{_MONO}" w:hAnsi="{_MONO}"/><w:sz w:val="20"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="FootnoteReference">'
    '<w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    "</w:style>"
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
    '<w:rPr><w:color w:val="1F4E79"/><w:u w:val="single"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="LineNumber"><w:name w:val="line number"/>'
    f'<w:rPr>{{fonts}}<w:color w:val="{_RULE}"/><w:sz w:val="15"/></w:rPr></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
    '<w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
    '<w:style w:type="table" w:styleId="Table"><w:name w:val="Table"/>'
    '<w:basedOn w:val="TableNormal"/><w:pPr><w:spacing w:before="40" w:after="40" w:line="264" '
    'w:lineRule="auto"/></w:pPr><w:rPr>{fonts}<w:sz w:val="18"/></w:rPr><w:tblPr><w:tblBorders>'
    f'<w:top w:val="single" w:sz="8" w:color="{_INK}"/>'
    f'<w:bottom w:val="single" w:sz="8" w:color="{_INK}"/>'
    f'<w:insideH w:val="single" w:sz="4" w:color="{_RULE}"/></w:tblBorders><w:tblCellMar>'
    '<w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders>'
    f'<w:bottom w:val="single" w:sz="8" w:color="{_INK}"/></w:tcBorders>'
    '<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr></w:style>'
).replace("{fonts}", f'<w:rFonts w:ascii="{_SANS}" w:hAnsi="{_SANS}" w:cs="{_SANS}"/>')


def _paragraph_xml(style: Style) -> str:
    following = f'<w:next w:val="{style.next}"/>' if style.next else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{style.based_on}"/>{following}<w:qFormat/>'
        f"<w:pPr>{''.join(_paragraph_properties(style))}</w:pPr>"
        f"<w:rPr>{''.join(_type_properties(style))}</w:rPr></w:style>"
    )


def _paragraph_properties(style: Style) -> Iterator[str]:
    # In the order that Word's schema asks for.
    if style.keeps_with_next:
        yield "<w:keepNext/>"
    if style.level:
        yield "<w:keepLines/>"
    if style.has_rule:
        yield f'<w:pBdr><w:left w:val="single" w:sz="12" w:space="8" w:color="{_RULE}"/></w:pBdr>'
    line = f' w:line="{round(240 * style.line)}" w:lineRule="auto"' if style.line else ""
    yield f'<w:spacing w:before="{_twips(style.before)}" w:after="{_twips(style.after)}"{line}/>'
    if style.indent:
        hanging = f' w:hanging="{_twips(style.indent)}"' if style.hangs else ""
        yield f'<w:ind w:left="{_twips(style.indent)}"{hanging}/>'
    if style.level:
        yield f'<w:outlineLvl w:val="{style.level - 1}"/>'


def _type_properties(style: Style) -> Iterator[str]:
    if style.font:
        yield _fonts(style.font)
    if style.is_bold:
        yield "<w:b/><w:bCs/>"
    if style.is_italic:
        yield "<w:i/><w:iCs/>"
    if style.colour:
        yield f'<w:color w:val="{style.colour}"/>'
    if style.size:
        half_points = round(style.size * 2)
        yield f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _fonts(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:cs="{name}" w:eastAsia="{name}"/>'


def _twips(points: float) -> int:
    return round(points * 20)
