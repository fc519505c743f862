"""Templates and style sheets of the author's own, in place of Galley's of the same name.

``templates/partials/byline.html.j2`` in the content folder stands in for Galley's byline,
``styles/components/figure.css`` for the style of figures; ``styles/own.css`` is added to the rest.
A template of another name is for her own templates to include.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from galley.content_files import real_path
from galley.findings import Finding, Place, Severity, did_you_mean

TEMPLATES, STYLES = "templates", "styles"
TEMPLATE_BROKEN, STYLE_BROKEN = "template-broken", "style-broken"
UNKNOWN = "override-unknown"
OWN_SHEET = "own.css"
"""The sheet that is added after all others instead of taking the place of one."""

_HTML = Path(__file__).parent / "html"
ORIGINALS: Mapping[str, Path] = {TEMPLATES: _HTML / "templates", STYLES: _HTML / "static" / "css"}
"""Folder in the content folder → where Galley's own files of that kind are."""
SUFFIXES: Mapping[str, str] = {TEMPLATES: ".j2", STYLES: ".css"}

_QUIET = re.compile(r"/\*.*?(?:\*/|\Z)|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'", re.DOTALL)


@dataclass(frozen=True)
class Overrides:
    """What an author put in place of Galley's files; each name → text.

    Attributes
    ----------
    findings
        What is wrong with them; an error means that no page can be made with them.
    """

    templates: Mapping[str, str]
    styles: Mapping[str, str]
    findings: tuple[Finding, ...] = ()


def original_names(kind: str) -> tuple[str, ...]:
    """Return the names of Galley's own templates or styles."""
    folder = ORIGINALS[kind]
    found = (path.relative_to(folder).as_posix() for path in folder.rglob(f"*{SUFFIXES[kind]}"))
    return tuple(sorted(found))


def override_files(root: Path) -> Iterator[Path]:
    """Yield the files by which an author may change templates and styles, in a settled order."""
    if not (root / "site.toml").is_file():
        # A folder that was never made for Galley may have templates of something else.
        return
    home = root.resolve()
    for kind in ORIGINALS:
        for path in sorted((root / kind).rglob(f"*{SUFFIXES[kind]}")):
            hidden = any(part.startswith(".") for part in path.relative_to(root).parts)
            if not hidden and path.is_file() and real_path(path).is_relative_to(home):
                yield path


def read_overrides(root: Path, name: str) -> Overrides:
    """Read an author's templates and styles.

    Parameters
    ----------
    name
        How the author calls the content folder; findings begin with it.
    """
    texts: dict[str, dict[str, str]] = {kind: {} for kind in ORIGINALS}
    findings: list[Finding] = []
    for path in override_files(root):
        kind, _, own = path.relative_to(root).as_posix().partition("/")
        file = posixpath.join(name, kind, own)
        try:
            texts[kind][own] = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError):
            rule = TEMPLATE_BROKEN if kind == TEMPLATES else STYLE_BROKEN
            findings.append(_unreadable(rule, file))
    found = Overrides(texts[TEMPLATES], texts[STYLES])
    more = (*_broken_templates(found, name), *_broken_styles(found, name), *_unknown(found, name))
    return Overrides(found.templates, found.styles, (*findings, *more))


def stops_the_site(finding: Finding) -> bool:
    """Tell whether no page can be made as long as this is so."""
    return finding.rule in {TEMPLATE_BROKEN, STYLE_BROKEN}


def _unreadable(rule: str, file: str) -> Finding:
    return Finding(
        rule,
        Severity.ERROR,
        Place(file),
        "the file cannot be read as UTF-8 text",
        "Save it as UTF-8, or remove it: then Galley's own is used again.",
    )


def _broken_templates(found: Overrides, name: str) -> Iterator[Finding]:
    if not found.templates:
        return
    # Late: most sites have no template of their own.
    from jinja2 import Environment, TemplateSyntaxError

    grammar = Environment(autoescape=True)
    for own, text in found.templates.items():
        try:
            grammar.parse(text)
        except TemplateSyntaxError as error:
            place = Place(posixpath.join(name, TEMPLATES, own), line=error.lineno)
            yield broken_template(place, " ".join((error.message or "").split()).rstrip("."))


def broken_template(place: Place, what: str) -> Finding:
    """Return what to tell of a template that cannot be printed."""
    return Finding(
        TEMPLATE_BROKEN,
        Severity.ERROR,
        place,
        f"this template cannot be printed: {what[:200]}",
        "Mend it, or remove the file: then Galley's own is used again.",
    )


def _broken_styles(found: Overrides, name: str) -> Iterator[Finding]:
    for own, text in found.styles.items():
        line = _line_of_odd_brace(text)
        if line:
            yield Finding(
                STYLE_BROKEN,
                Severity.ERROR,
                Place(posixpath.join(name, STYLES, own), line=line),
                "a brace of this style sheet has no partner, so the rules after it would be lost",
                "Add the brace that is missing, or remove this one.",
            )


def _line_of_odd_brace(css: str) -> int | None:
    """Return the line of the first brace without a partner; comments and texts do not count."""
    blank = _QUIET.sub(lambda quiet: "\n" * quiet[0].count("\n"), css)
    opened: list[int] = []
    for number, line in enumerate(blank.split("\n"), start=1):
        for brace in re.findall(r"[{}]", line):
            if brace == "{":
                opened.append(number)
            elif opened:
                opened.pop()
            else:
                return number
    return opened[0] if opened else None


def _unknown(found: Overrides, name: str) -> Iterator[Finding]:
    """Yield the files that stand in for nothing and that nothing includes."""
    known = set(original_names(TEMPLATES))
    used = "\n".join(found.templates.values())
    for own in found.templates:
        if own not in known and f'"{own}"' not in used and f"'{own}'" not in used:
            yield _useless(posixpath.join(name, TEMPLATES, own), own, known)
    sheets = {*original_names(STYLES), OWN_SHEET}
    for own in found.styles:
        if own not in sheets:
            yield _useless(posixpath.join(name, STYLES, own), own, sheets)


def _useless(file: str, own: str, known: set[str]) -> Finding:
    return Finding(
        UNKNOWN,
        Severity.WARNING,
        Place(file),
        f"Galley has no '{own}', so this file changes nothing",
        did_you_mean(own, known) or "`galley override` lists all names.",
    )
