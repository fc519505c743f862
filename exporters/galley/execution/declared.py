"""Which parameters an article declares: the names, types and defaults of its `parameters` cell."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from nbformat import NotebookNode

from galley.article.notebook import cell_options, cell_tags

# Words of languages that put a keyword before the name, and their ways of assigning.
_ASSIGNMENT = re.compile(
    r"^\s*(?:(?:let|var|val|const)\s+)?(?P<name>[^\W\d][\w.]*)\s*(?:<-|=(?!=))\s*(?P<value>[^#;]*)"
)
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?L?")
_KINDS = {"int", "float", "str", "bool", "list", "dict"}


@dataclass(frozen=True)
class DeclaredParameter:
    """One parameter of an article.

    Attributes
    ----------
    kind
        ``int``, ``float``, ``str``, ``bool``, ``list`` or ``dict``; empty where any value is legal.
    default
        The default as text, for messages; empty where there is none.
    choices
        The only legal values, from a ``Literal`` annotation; empty where there is no such limit.
    """

    name: str
    kind: str = ""
    default: str = ""
    choices: tuple[Any, ...] = ()
    accepts_none: bool = False


@dataclass(frozen=True)
class DeclaredParameters:
    """All parameters of an article and the cell that declares them (``None``: no such cell)."""

    cell_id: str | None = None
    parameters: tuple[DeclaredParameter, ...] = ()

    def __contains__(self, name: str) -> bool:
        return name in self.names

    @property
    def names(self) -> tuple[str, ...]:
        """The declared names, in the order of the cell."""
        return tuple(parameter.name for parameter in self.parameters)

    def find(self, name: str) -> DeclaredParameter | None:
        """Return the parameter of that name, if it is declared."""
        return next((found for found in self.parameters if found.name == name), None)


def read_declared(notebook: NotebookNode, language: str) -> DeclaredParameters:
    """Read the first cell tagged ``parameters``; papermill injects values after this one."""
    cell = next((cell for cell in notebook.cells if _declares(cell)), None)
    if cell is None:
        return DeclaredParameters()
    _, source = cell_options(cell.source)
    found = _read_python(source) if language == "python" else _read_assignments(source)
    unique = {parameter.name: parameter for parameter in found}
    return DeclaredParameters(str(cell.get("id", "")) or None, tuple(unique.values()))


def _declares(cell: NotebookNode) -> bool:
    return cell.cell_type == "code" and "parameters" in cell_tags(cell)


def _read_python(source: str) -> tuple[DeclaredParameter, ...]:
    """Read Python by its syntax tree; a cell that is not plain Python is read line by line."""
    plain = "\n".join(
        "" if line.lstrip()[:1] in {"%", "!"} else line for line in source.split("\n")
    )
    try:
        statements = ast.parse(plain).body
    except SyntaxError:
        return _read_assignments(source)
    return tuple(parameter for statement in statements for parameter in _from_statement(statement))


def _from_statement(statement: ast.stmt) -> Iterable[DeclaredParameter]:
    if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
        yield _from_annotation(statement.target.id, statement.annotation, statement.value)
    elif isinstance(statement, ast.Assign):
        for target in statement.targets:
            if isinstance(target, ast.Name):
                yield _from_default(target.id, statement.value)
            elif isinstance(target, ast.Tuple | ast.List):
                names = (item.id for item in target.elts if isinstance(item, ast.Name))
                yield from (DeclaredParameter(name) for name in names)


def _from_default(name: str, value: ast.expr) -> DeclaredParameter:
    try:
        default = ast.literal_eval(value)
    except ValueError:
        return DeclaredParameter(name, default=ast.unparse(value))
    kind = type(default).__name__
    return DeclaredParameter(
        name,
        kind=kind if kind in _KINDS else "",
        default=ast.unparse(value),
        accepts_none=default is None,
    )


def _from_annotation(name: str, annotation: ast.expr, value: ast.expr | None) -> DeclaredParameter:
    kinds, choices = _annotation_parts(annotation)
    accepts_none = "None" in kinds or None in choices
    kinds -= {"None"}
    kind = kinds.pop() if len(kinds) == 1 else ""
    return DeclaredParameter(
        name,
        kind=kind if kind in _KINDS else "",
        default=ast.unparse(value) if value is not None else "",
        choices=tuple(choice for choice in choices if choice is not None),
        accepts_none=accepts_none,
    )


def _annotation_parts(node: ast.expr) -> tuple[set[str], tuple[Any, ...]]:
    """Return the names of the types an annotation allows, and its literal values."""
    match node:
        case ast.Constant(value=None):
            return {"None"}, ()
        case ast.Constant(value=str(text)):
            return _quoted_annotation(text)
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            return _join_parts((left, right))
        case ast.Subscript(value=base, slice=inside):
            return _subscript_parts(_last_name(base), inside)
        case _:
            return {_last_name(node)}, ()


def _quoted_annotation(text: str) -> tuple[set[str], tuple[Any, ...]]:
    try:
        return _annotation_parts(ast.parse(text, mode="eval").body)
    except SyntaxError:
        return {text}, ()


def _subscript_parts(base: str, inside: ast.expr) -> tuple[set[str], tuple[Any, ...]]:
    items = tuple(inside.elts) if isinstance(inside, ast.Tuple) else (inside,)
    if base == "Literal":
        values = tuple(item.value for item in items if isinstance(item, ast.Constant))
        return {type(value).__name__ for value in values if value is not None}, values
    if base in {"Optional", "Union"}:
        kinds, choices = _join_parts(items)
        return kinds | ({"None"} if base == "Optional" else set()), choices
    return {base.lower() if base in {"List", "Dict"} else base}, ()


def _join_parts(nodes: Iterable[ast.expr]) -> tuple[set[str], tuple[Any, ...]]:
    parts = [_annotation_parts(node) for node in nodes]
    kinds = {kind for part, _ in parts for kind in part}
    # A literal beside a whole type is no limit: `Literal["auto"] | int` allows any number.
    is_limited = all(choices or part == {"None"} for part, choices in parts)
    return kinds, tuple(value for _, values in parts for value in values) if is_limited else ()


def _last_name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ast.unparse(node)


def _read_assignments(source: str) -> tuple[DeclaredParameter, ...]:
    """Read ``name = value`` and ``name <- value`` lines, as R, Julia and others write them."""
    matches = (_ASSIGNMENT.match(line) for line in source.split("\n"))
    return tuple(_from_text(found["name"], found["value"].strip()) for found in matches if found)


def _from_text(name: str, value: str) -> DeclaredParameter:
    return DeclaredParameter(name, kind=_kind_of_text(value), default=value)


def _kind_of_text(value: str) -> str:
    if value.lower() in {"true", "false"}:
        return "bool"
    if value[:1] in {"'", '"'} and value[-1:] == value[:1]:
        return "str"
    # Other languages do not tell whole numbers apart as Python does.
    return "float" if _NUMBER.fullmatch(value) else ""
