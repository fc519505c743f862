"""What Galley's sources say to authors, read from the sources themselves."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import galley
import galley_figures

PACKAGE = Path(galley.__file__).parent
FIGURES = Path(galley_figures.__file__).parent
SPEAKERS = {
    "Finding": (3, 4),
    "Remark": (1, 2),
    "UsageError": (0, 1),
    "EnvironmentFault": (0, 1),
    "HTTPError": (1,),
    "left_out": (0, 1),
    "simplified": (0, 1),
    "guessed": (0, 1),
    "picture_missing": (0, 1),
    "wrong": (0, 1),
    "describe_fault": (1, 2),
}
"""Who is called to say something → which arguments are sentences."""


@lru_cache(maxsize=2)
def trees(package: Path = PACKAGE) -> tuple[tuple[str, ast.Module], ...]:
    """Return each module of a package by its name."""
    return tuple(
        (path.relative_to(package).as_posix(), ast.parse(path.read_text(encoding="utf-8")))
        for path in sorted(package.rglob("*.py"))
        # What the panels are built with may lie among their sources.
        if "node_modules" not in path.parts
    )


def sentences(names: dict[str, tuple[int, ...]]) -> Iterator[tuple[str, ast.expr]]:
    """Yield each sentence that is written where one of the functions is called, with its place."""
    for file, tree in trees():
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and (where := names.get(_name(call.func))):
                given = [call.args[index] for index in where if index < len(call.args)]
                given += [each.value for each in call.keywords if each.arg in {"message", "fix"}]
                for each in (choice for argument in given for choice in _choices(argument)):
                    if isinstance(each, ast.JoinedStr) or _is_text(each):
                        yield f"{file}:{each.lineno}", each


def text_of(sentence: ast.expr, hole: str) -> str:
    """Return a sentence with the same word in each of its holes."""
    if isinstance(sentence, ast.JoinedStr):
        return "".join(text_of(part, hole) for part in sentence.values)
    return str(sentence.value) if isinstance(sentence, ast.Constant) else hole


def _choices(argument: ast.expr) -> list[ast.expr]:
    """Return what an argument may be, where that depends."""
    if isinstance(argument, ast.IfExp):
        return [*_choices(argument.body), *_choices(argument.orelse)]
    return argument.values if isinstance(argument, ast.BoolOp) else [argument]


def _name(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def _is_text(sentence: ast.expr) -> bool:
    return isinstance(sentence, ast.Constant) and isinstance(sentence.value, str)
