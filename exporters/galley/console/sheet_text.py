"""The editor's sheet for people (text, Markdown) and for programs (JSON)."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator

from galley.article.model import Article
from galley.console.findings_text import to_json
from galley.findings import Finding, Severity
from galley.review.observing import Seen
from galley.review.sheet import Line, Part, Sheet
from galley.review.telling import seen_text, signature_text
from galley.review.words import SheetWords
from galley.signing.signatures import Signature

_INDENT = 12
_NARROWEST = 40


def sheet_text(sheet: Sheet, words: SheetWords, width: int) -> str:
    """Return the sheet as text that is no wider than `width`."""
    width = max(width, _NARROWEST)
    head = _head(sheet, words)
    said = _Said(words)
    parts = (_part_text(part, said, width) for part in sheet.parts)
    wrapped = [line for text in head for line in _wrapped(text, width)]
    return "\n\n".join(["\n".join(wrapped), *parts, "\n".join(_findings_text(sheet, words, width))])


def sheet_markdown(sheet: Sheet, words: SheetWords) -> str:
    """Return the sheet as Markdown, with room to sign on paper."""
    title, *rest = _head(sheet, words)
    said = _Said(words)
    lines = [f"# {title}", *(f"\n{text}" for text in rest)]
    for part in sheet.parts:
        lines += ["", f"## {_standard_text(part, words)}", ""]
        for line in part.lines:
            lines.append(f"- **{line.item.id}** {words.questions[line.item.id]}")
            lines += [f"  - {text}" for text in said.seen(line)]
            lines += [f"  - {text}" for text in _signed(line, words) or [words.sheet["blank"]]]
    heading, *findings = _findings_lines(sheet, words)
    return "\n".join([*lines, "", f"## {heading}", "", *(f"- {text}" for text in findings)])


def sheet_json(sheet: Sheet, words: SheetWords) -> str:
    """Return the sheet as one JSON object, ready for stdout."""
    article = sheet.desk.manuscript.article
    return to_json(
        {
            "schema": 1,
            "file": article.file,
            "slug": article.slug,
            "lang": article.lang,
            "edition": article.edition,
            "title": article.title,
            "text": sheet.text,
            "figures_seen": sheet.desk.is_run,
            "standards": [_part_record(part, words) for part in sheet.parts],
            "findings": [
                {"rule": rule, "severity": severity.value, "count": count}
                for (severity, rule), count in _counted(sheet.findings)
            ],
        }
    )


class _Said:
    """Says each thing once: where it comes again, the line that said it first is named."""

    def __init__(self, words: SheetWords) -> None:
        self.words = words
        self._first: dict[str, str] = {}

    def seen(self, line: Line) -> list[str]:
        """Return what is seen of a line, each with its place."""
        mark = self.words.sheet["seen"]
        if not line.seen:
            return [self.words.sheet["for_person"]]
        return [f"{mark}: {text}" for text in self._texts(line)]

    def _texts(self, line: Line) -> Iterator[str]:
        told: set[str] = set()
        for seen in line.seen:
            text = seen_text(seen, self.words)
            first = self._first.setdefault(repr(seen), line.item.id)
            if first == line.item.id:
                yield f"{text} [{seen.place}]" if seen.place else text
            elif first not in told:
                told.add(first)
                yield self.words.sheet["as_above"].format(item=first)


def _head(sheet: Sheet, words: SheetWords) -> list[str]:
    article = sheet.desk.manuscript.article
    about = [article.file, article.lang, *_edition_words(article, words)]
    return [
        words.sheet["title"].format(title=article.title),
        ", ".join(about) + f" ({sheet.text})",
        words.sheet["intro"],
    ]


def _edition_words(article: Article, words: SheetWords) -> Iterator[str]:
    if article.edition:
        yield words.sheet["edition"].format(edition=article.edition)
    others = [name for name in article.front_matter.editions if name != article.edition]
    if others:
        yield words.sheet["other_editions"].format(names=", ".join(others))


def _standard_text(part: Part, words: SheetWords) -> str:
    source = words.sheet["own_words"].format(source=part.standard.source)
    return f"{words.standards[part.standard.id]} ({source})"


def _part_text(part: Part, said: _Said, width: int) -> str:
    words = said.words
    lines = _wrapped(_standard_text(part, words), width)
    for line in part.lines:
        question = words.questions[line.item.id]
        lines += _wrapped(question, width, f"  {line.item.id}")
        for text in _judgement(line, said):
            lines += _wrapped(text, width, "", "  ")
    return "\n".join(lines)


def _judgement(line: Line, said: _Said) -> list[str]:
    """Return what is seen and who signed; of a line with neither, that in one."""
    seen, signed = said.seen(line), _signed(line, said.words)
    if not line.seen and not signed:
        return [f"{seen[0]}; {said.words.sheet['open']}"]
    return [*seen, *(signed or [said.words.sheet["open"]])]


def _signed(line: Line, words: SheetWords) -> list[str]:
    return [signature_text(judged, words) for judged in line.signatures]


def _wrapped(text: str, width: int, label: str | None = None, hang: str = "") -> list[str]:
    """Return the lines of a text; one with a label stands in the second column."""
    first = "" if label is None else label.ljust(_INDENT) + " "
    rest = "" if label is None else " " * (_INDENT + 1) + hang
    return textwrap.wrap(
        text,
        width,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _findings_text(sheet: Sheet, words: SheetWords, width: int) -> list[str]:
    heading, *lines = _findings_lines(sheet, words)
    return [heading, *(part for text in lines for part in _wrapped(f"  {text}", width))]


def _findings_lines(sheet: Sheet, words: SheetWords) -> list[str]:
    """Return the open findings by rule, the worst first."""
    heading = words.sheet["findings"]
    if not sheet.findings:
        return [heading, words.sheet["no_findings"]]
    counted = (
        f"{words.sheet[severity.value]}: {rule}" + (f" × {count}" if count > 1 else "")
        for (severity, rule), count in _counted(sheet.findings)
    )
    hint = words.sheet["findings_hint"].format(file=sheet.desk.manuscript.article.file)
    return [heading, *counted, hint]


def _counted(findings: Iterable[Finding]) -> list[tuple[tuple[Severity, str], int]]:
    ranks = list(Severity)
    counts = Counter((finding.severity, finding.rule) for finding in findings)
    return sorted(counts.items(), key=lambda each: (ranks.index(each[0][0]), each[0][1]))


def _part_record(part: Part, words: SheetWords) -> dict[str, object]:
    return {
        "id": part.standard.id,
        "title": words.standards[part.standard.id],
        "source": part.standard.source,
        "lines": [_line_record(line, words) for line in part.lines],
    }


def _line_record(line: Line, words: SheetWords) -> dict[str, object]:
    return {
        "id": line.item.id,
        "question": words.questions[line.item.id],
        "seen": [_seen_record(seen, words) for seen in line.seen],
        "state": line.state,
        "signatures": [
            _signature_record(judged.signature) | {"changed": list(judged.changed)}
            for judged in line.signatures
        ],
    }


def _seen_record(seen: Seen, words: SheetWords) -> dict[str, object]:
    place = seen.place
    return {
        "words": seen_text(seen, words),
        "file": place.file if place else None,
        "cell": place.cell if place else None,
        "line": place.line if place else None,
    }


def _signature_record(signature: Signature) -> dict[str, object]:
    return {"by": signature.by, "date": signature.day.isoformat(), "note": signature.note}
