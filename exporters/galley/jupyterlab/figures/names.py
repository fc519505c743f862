"""What figures are called in an article, and which cells give the other names their meaning."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from galley.jupyterlab.figures.code import Code

LIBRARY: Final = "galley_figures"
EXPLORE: Final = "explore"


@dataclass(frozen=True)
class LibraryNames:
    """How an article calls the library.

    Attributes
    ----------
    functions
        Name in the article → public name.
    modules
        Names of the library itself.
    """

    functions: Mapping[str, str]
    modules: frozenset[str]

    def meant_by(self, expression: ast.expr) -> str | None:
        """Return the public name that an expression means, if it means one."""
        if isinstance(expression, ast.Name):
            return self.functions.get(expression.id)
        if isinstance(expression, ast.Attribute) and isinstance(expression.value, ast.Name):
            is_library = expression.value.id in self.modules
            return expression.attr if is_library else None
        return None


def library_names(codes: Iterable[Code], public: Collection[str]) -> LibraryNames:
    """Return what the imports of an article's cells say."""
    functions: dict[str, str] = {}
    modules: set[str] = set()
    for code in codes:
        for node in ast.walk(code.tree):
            if isinstance(node, ast.Import):
                modules.update(_module_names(node))
            elif isinstance(node, ast.ImportFrom):
                functions.update(_function_names(node, public))
    return LibraryNames(functions, frozenset(modules))


def _module_names(node: ast.Import) -> Iterator[str]:
    for alias in node.names:
        if alias.name.partition(".")[0] == LIBRARY and (not alias.asname or alias.name == LIBRARY):
            yield alias.asname or LIBRARY


def _function_names(node: ast.ImportFrom, public: Collection[str]) -> Iterator[tuple[str, str]]:
    if node.level or (node.module or "").partition(".")[0] != LIBRARY:
        return
    for alias in node.names:
        if alias.name == "*":
            yield from ((name, name) for name in public)
        elif alias.name in public:
            yield alias.asname or alias.name, alias.name


def cells_needed(codes: Sequence[Code | None], chosen: int) -> tuple[int, ...]:
    """Return the cells before a chosen one that give a meaning to the names it uses, in order."""
    chosen_code = codes[chosen]
    if chosen_code is None:
        return ()
    needed: list[int] = []
    open_names = used_names(chosen_code)
    for index in range(chosen - 1, -1, -1):
        code = codes[index]
        bound = bound_names(code) & open_names if code else frozenset()
        if code and bound:
            needed.append(index)
            open_names = (open_names - bound) | used_names(code)
    return tuple(reversed(needed))


def bound_names(code: Code) -> frozenset[str]:
    """Return the names to which a cell gives a meaning for the cells after it."""
    return frozenset(name for statement in code.tree.body for name in _bound_by(statement))


def _bound_by(statement: ast.stmt) -> Iterator[str]:
    if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        yield statement.name
        return
    for node in ast.walk(statement):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.Import | ast.ImportFrom):
            yield from (alias.asname or alias.name.partition(".")[0] for alias in node.names)


def used_names(code: Code) -> frozenset[str]:
    """Return the names that a cell uses before it gives them a meaning itself."""
    used: set[str] = set()
    bound: set[str] = set()
    for statement in code.tree.body:
        used |= _loaded_in(statement) - bound
        bound |= set(_bound_by(statement))
    return frozenset(used)


def _loaded_in(statement: ast.stmt) -> set[str]:
    return {
        node.id
        for node in ast.walk(statement)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    }
