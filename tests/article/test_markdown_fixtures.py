"""Markdown in, tokens and findings out: title / input / expected triples in `markdown_fixtures`."""

import os
from collections.abc import Iterable
from pathlib import Path

import pytest
from markdown_it.token import Token

from galley.article.markdown import ProseCell, parse_prose

FIXTURES = Path(__file__).parent / "markdown_fixtures"
KNOWN_KEYS = ("bi2001", "hebb1949")
# What of a token's meta says something; places and ids have tests of their own.
SHOWN = ("display", "kind", "labels", "name", "options", "role", "tag", "target", "anchor")


def _triples(path: Path) -> list[tuple[str, str, str]]:
    """Split a file at its lines that are a single full stop."""
    parts: list[list[str]] = [[]]
    for line in path.read_text(encoding="utf-8").splitlines():
        if line == ".":
            parts.append([])
        else:
            parts[-1].append(line)
    texts = ["\n".join(part).strip("\n") for part in parts]
    return [(texts[i], texts[i + 1], texts[i + 2]) for i in range(0, len(texts) - 2, 3)]


def _write(tokens: Iterable[Token], depth: int = 0) -> list[str]:
    lines = []
    for token in tokens:
        if token.nesting == -1:
            depth -= 1
        lines.append("  " * depth + _line(token))
        lines += _write(token.children or (), depth + 1) if token.type != "image" else []
        depth += max(token.nesting, 0)
    return lines


def _line(token: Token) -> str:
    parts = [token.type if token.nesting == 0 else f"{token.type} {token.tag}"]
    if token.type == "citation":
        parts += [
            f"{c.mode} {c.key} prefix={c.prefix!r} suffix={c.suffix!r}"
            for c in token.meta["cluster"].citations
        ]
    if token.content and token.type != "inline":
        parts.append(repr(token.content))
    parts += [f"{name}={value!r}" for name, value in token.attrs.items()]
    parts += [f"{name}={token.meta[name]!r}" for name in SHOWN if token.meta.get(name)]
    return " ".join(parts)


def _render(source: str) -> str:
    cell = ProseCell("c1", source, "a.ipynb")
    prose = parse_prose([cell], known_keys=KNOWN_KEYS)
    lines = _write([*prose.cells[0], *prose.footnotes])
    lines += [f"! {finding.rule}: {finding.message}" for finding in prose.findings]
    return "\n".join(lines)


CASES = [
    pytest.param(path, title, source, expected, id=f"{path.stem}: {title}")
    for path in sorted(FIXTURES.glob("*.txt"))
    for title, source, expected in _triples(path)
]


@pytest.mark.parametrize(("path", "title", "source", "expected"), CASES)
def test_markdown_becomes_these_tokens(path: Path, title: str, source: str, expected: str) -> None:
    if os.environ.get("UPDATE_FIXTURES"):
        _update(path, title, source)
        return
    assert _render(source) == expected


def _update(path: Path, title: str, source: str) -> None:
    """Write the present outcome into the fixture, to be read before it is committed."""
    triples = [
        (name, text, _render(text) if (name, text) == (title, source) else outcome)
        for name, text, outcome in _triples(path)
    ]
    text = "\n".join(f"{name}\n.\n{text}\n.\n{outcome}\n.\n" for name, text, outcome in triples)
    path.write_text(text, encoding="utf-8", newline="\n")
