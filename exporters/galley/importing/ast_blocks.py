"""A document: from pandoc's blocks to those of a post."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from galley.importing.ast_inlines import InlineWriter, picture, plain_text
from galley.importing.ast_shapes import (
    TEXTUAL,
    apart,
    flat,
    is_formula,
    is_line,
    is_picture_line,
    is_short_item,
    joined_callouts,
    lone_picture,
    pictures_in,
    split_at_formulas,
    unnumbered,
    with_captions,
    without_emphasis,
)
from galley.importing.ast_tables import (
    TableCell,
    read_grid,
    render_list,
    render_pipes,
    with_head,
)
from galley.importing.callout_words import callout_of_style
from galley.importing.escaping import colons_around, escape_starts, fence, indented, one_line
from galley.importing.leads import callout_block, lead_callout, take_lead
from galley.importing.pictures import PictureBox
from galley.importing.post import Block
from galley.importing.remarks import Remarks

Ast = dict[str, Any]

_DEEPEST = 40


class BlockWriter:
    """Writes one document; footnotes come at the end of the part that refers to them."""

    def __init__(self, remarks: Remarks, box: PictureBox) -> None:
        self.remarks = remarks
        self.inlines = InlineWriter(remarks, box, self._keep_note)
        self._notes: list[str] = []
        self._count = self._depth = 0

    def blocks(self, ast: Sequence[Ast]) -> Iterator[Block]:
        """Yield the blocks of a whole document."""
        previous: Block | None = None
        for item in joined_callouts(with_captions(flat(ast))):
            if item["t"] == "Header":
                yield from self._written_notes()
                self.remarks.enter(plain_text(item["c"][2]))
            for block in self._block(item):
                yield apart(block, previous)
                previous = block
        yield from self._written_notes()

    def text(self, ast: Iterable[Ast], *, is_tight: bool = False) -> str:
        """Return blocks that lie inside another as one text."""
        self._depth += 1
        try:
            if self._depth > _DEEPEST:
                return ""
            texts: list[str] = []
            previous: Block | None = None
            for item in joined_callouts(with_captions(flat(ast))):
                for block in self._block(item):
                    texts.append(apart(block, previous).text)
                    previous = block
            return ("\n" if is_tight else "\n\n").join(filter(None, texts))
        finally:
            self._depth -= 1

    def _block(self, item: Ast) -> Iterator[Block]:
        kind: str = item["t"]
        content: Any = item.get("c")
        if kind in TEXTUAL:
            yield from self._paragraph(content)
        elif kind == "Figure":
            yield from self._figure(content)
        elif kind == "Div":
            yield from self._div(content)
        elif kind == "Table":
            yield self._table(item)
        elif kind in {"BulletList", "OrderedList"}:
            yield self._list(kind, content)
        elif kind == "HorizontalRule":
            yield Block("other", "***")
        elif writer := self._writers.get(kind):
            yield writer(content)

    @property
    def _writers(self) -> Mapping[str, Callable[[Any], Block]]:
        return {
            "Header": self._heading,
            "BlockQuote": self._quote,
            "CodeBlock": _code,
            "DefinitionList": self._definitions,
            "LineBlock": self._lines,
        }

    def _definitions(self, content: Sequence[Any]) -> Block:
        return Block("list", "\n\n".join(self._definition(*each) for each in content))

    def _lines(self, content: Sequence[Sequence[Ast]]) -> Block:
        lines = [self.inlines.write(line) for line in content]
        return Block("paragraph", escape_starts("\\\n".join(lines)))

    def _paragraph(self, inlines: Sequence[Ast]) -> Iterator[Block]:
        for part in split_at_formulas(inlines):
            if is_formula(part):
                yield Block("formula", f"$$\n{part[0]['c'][1].strip()}\n$$")
            elif (lone := lone_picture(part)) is not None:
                yield from self._lone_picture(lone)
            elif text := self.inlines.write(part):
                yield lead_callout(text) or Block("paragraph", escape_starts(text))

    def _lone_picture(self, image: Ast) -> Iterator[Block]:
        path, alt, width = self.inlines.image(image)
        if path:
            yield Block("figure", picture(path, alt, width))

    def _heading(self, content: Any) -> Block:  # noqa: ANN401 - pandoc's
        level, attributes, inlines = content
        words = self.inlines.write(inlines).replace("\\\n", " ")
        text = without_emphasis(words)
        label = f" {{#{attributes[0]}}}" if attributes[0] in self.inlines.targets else ""
        return Block("heading", f"{'#' * level} {text}{label}" if text else "", level)

    def _figure(self, content: Any) -> Iterator[Block]:  # noqa: ANN401 - pandoc's
        _, (_, caption_blocks), inside = content
        caption = unnumbered(self.text(caption_blocks))
        pictures = list(pictures_in(inside))
        if not pictures:
            yield from (Block("other", text) for text in [self.text(inside), caption] if text)
            return
        for index, image in enumerate(pictures):
            yield self._captioned(image, caption if index == len(pictures) - 1 else "")

    def _captioned(self, image: Ast, caption: str) -> Block:
        path, alt, width = self.inlines.image(image)
        if not path:
            return Block("paragraph", caption)
        options = [("alt", one_line(alt)), ("width", width)]
        lines = [f":{name}: {value}" for name, value in options if value]
        body = f"\n\n{caption}" if caption else ""
        marks = colons_around(caption)
        head = "\n".join([f"{marks}{{figure}} {path.strip('<>')}", *lines])
        return Block("figure", f"{head}{body}\n{marks}")

    def _table(self, table: Ast) -> Block:
        grid = read_grid(table)
        caption = unnumbered(one_line(self.text(table["c"][1][1])))
        if not grid.rows:
            return Block("paragraph", caption)
        if len(grid.rows) == 1 and len(grid.rows[0]) == 1:
            return self._framed(grid.rows[0][0], caption)
        if grid.merged:
            self.remarks.simplified(
                "a table has merged cells; they are taken apart, and their text is repeated",
                "Look whether the table still says what it said.",
            )
        grid = with_head(grid, lambda cell: one_line(self._silently(cell)))
        if grid.has_guessed_head:
            self.remarks.guessed(
                "a table names no headings; its first row is taken for them",
                "Look at the table; if its first row is data, give it a row of headings.",
            )
        cells = [cell for row in grid.rows for cell in row]
        is_simple = len(grid.head) == 1 and all(map(is_line, cells))
        if not is_simple:
            return Block("table", render_list(grid, lambda cell: self.text(cell.blocks), caption))
        pipes = render_pipes(grid, lambda cell: self.text(cell.blocks).replace("\n", " "))
        wrapped = f":::{{table}} {caption}\n\n{pipes}\n:::" if caption else pipes
        return Block("table", wrapped)

    def _silently(self, cell: TableCell) -> str:
        """Return a cell's text as it will be, without counting its notes twice."""
        kept = (self._count, len(self._notes))
        text = self.text(cell.blocks)
        self._count = kept[0]
        del self._notes[kept[1] :]
        return text

    def _framed(self, cell: TableCell, caption: str) -> Block:
        """Return a table of one cell, in which authors put what is to stand out."""
        pictures = list(pictures_in(cell.blocks))
        if len(pictures) == 1 and all(map(is_picture_line, cell.blocks)):
            return self._captioned(pictures[0], caption)
        self.remarks.simplified(
            "a table of a single cell is taken for a note",
            "If it is none, take the ::: lines around it away.",
        )
        return self._callout("note", "", cell.blocks)

    def _list(self, kind: str, content: Any) -> Block:  # noqa: ANN401 - pandoc's
        items = content if kind == "BulletList" else content[1]
        first = 1 if kind == "BulletList" else content[0][0]
        is_tight = all(is_short_item(list(flat(item))) for item in items)
        lines = []
        for index, item in enumerate(items):
            marker = "- " if kind == "BulletList" else f"{first + index}. "
            body = self.text(item, is_tight=is_tight)
            lines.append(f"{marker}{indented(body, len(marker)).lstrip()}".rstrip())
        return Block("list", ("\n" if is_tight else "\n\n").join(lines))

    def _definition(self, term: Sequence[Ast], definitions: Sequence[Sequence[Ast]]) -> str:
        words = escape_starts(self.inlines.write(term).replace("\\\n", " "))
        texts = [f": {indented(self.text(each), 2).lstrip()}" for each in definitions]
        return "\n".join([words, *texts])

    def _quote(self, content: Sequence[Ast]) -> Block:
        text = self.text(content)
        if text.startswith((":::{", "::::{")) and len(content) == 1:
            return Block("callout", text)
        if text.startswith("**") and (led := take_lead(text)):
            return callout_block(*led)
        return Block("quote", "\n".join(f"> {line}".rstrip() for line in text.split("\n")))

    def _div(self, content: Any) -> Iterator[Block]:  # noqa: ANN401 - pandoc's
        attributes, inside = content
        values = {name.removeprefix("data-"): value for name, value in attributes[2]}
        if "galley-note-text" in attributes[1]:
            self._add_note(values.get("key", ""), inside)
        elif "galley-callout" in attributes[1]:
            yield self._callout(values.get("name", "note"), values.get("title", ""), inside)
        elif name := callout_of_style(values.get("custom-style", "")):
            yield self._callout(name, "", inside)
        else:
            for item in inside:
                yield from self._block(item)

    def _callout(self, name: str, title: str, inside: Sequence[Ast]) -> Block:
        text = self.text(inside)
        led = take_lead(text) if not title else None
        if led:
            return callout_block(*led)
        if text.startswith(":::") and text.count(":::{") == 1 and text.endswith(":::"):
            return Block("callout", text)
        return callout_block(name, title, text)

    def _keep_note(self, inline: Ast) -> str:
        self._count += 1
        key = str(self._count)
        self._add_note(key, inline["c"])
        return f"[^{key}]"

    def _add_note(self, key: str, inside: Sequence[Ast]) -> None:
        text = self.text(inside) or "…"
        self._notes.append(f"[^{key}]: {indented(text, 4).lstrip()}")

    def _written_notes(self) -> Iterator[Block]:
        if self._notes:
            yield Block("notes", "\n\n".join(self._notes))
            self._notes = []


def _code(content: Any) -> Block:  # noqa: ANN401 - pandoc's
    return Block("code", fence(content[1], next(iter(content[0][1]), "")))
