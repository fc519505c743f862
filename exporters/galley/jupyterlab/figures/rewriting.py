"""One argument of a call changed in the text of its cell; every other character stays."""

from __future__ import annotations

import ast
import copy
import re
from collections.abc import Sequence
from typing import Any, Final

from galley.jupyterlab.figures.calls import FigureCall
from galley.jupyterlab.figures.code import Code, UnreadableCodeError, read_code
from galley.jupyterlab.figures.literals import literal_of, written

_TO_LINE_END: Final = re.compile(r"[ \t]*(?:#[^\r\n]*)?(?=\r|\n|\Z)")
_REFUSED: Final = "This call is written in a way that a form cannot change. Change it in the cell."


class RewritingError(ValueError):
    """The cell cannot be changed so; the message tells an author."""


def set_argument(
    code: Code,
    call: FigureCall,
    parameters: Sequence[str],
    name: str,
    value: Any,  # noqa: ANN401 - a plain value of any kind
) -> str:
    """Return the cell's text in which a call gives a parameter a value.

    Raises
    ------
    RewritingError
        If the argument is computed, or the text would say something else besides.
    """
    node = call.arguments(parameters).get(name)
    if node is None:
        text = _added(code, call.node, f"{name}={written(value)}")
    elif not literal_of(node)[0]:
        raise RewritingError(
            f"{name} is computed: {code.of(node).strip()}. Change it in the cell itself."
        )
    else:
        text = _replaced(code, node, written(value, like=code.of(node)))
    try:
        meant = _with_argument(code.tree, call.node, node, ast.keyword(name, _tree_of(value, node)))
        is_meant = ast.dump(read_code(text).tree) == ast.dump(meant)
    except (UnreadableCodeError, RecursionError):
        is_meant = False
    if not is_meant:
        raise RewritingError(_REFUSED)
    return text


def _replaced(code: Code, node: ast.expr, by: str) -> str:
    return code.text[: code.start_of(node)] + by + code.text[code.end_of(node) :]


def _added(code: Code, call: ast.Call, argument: str) -> str:
    """Put an argument behind the last, in the manner of the others."""
    closing = code.end_of(call) - 1
    arguments: list[ast.expr | ast.keyword] = [*call.args, *call.keywords]
    last = max(arguments, key=code.end_of, default=None)
    if last is None:
        opening = _after(code.text, code.end_of(call.func), closing, "(")
        return code.text[:opening] + argument + code.text[opening:]
    text, start, end = code.text, code.start_of(last), code.end_of(last)
    comma = _after(text, end, closing, ",")
    line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    indent = text[line:start]
    if indent.strip() or line <= code.start_of(call):
        at, between = (comma, " ") if comma else (_behind_brackets(text, end, closing), ", ")
        return text[:at] + between + argument + text[at:]
    # An argument on a line of its own; a remark behind the last one stays with it.
    at = comma or _behind_brackets(text, end, closing)
    remark = _TO_LINE_END.match(text, at)
    line_end = remark.end() if remark and remark.end() <= closing else at
    new_line = "\r\n" if "\r\n" in text else "\n"
    ahead = text[:at] + ("" if comma else ",") + text[at:line_end]
    return f"{ahead}{new_line}{indent}{argument}{',' if comma else ''}{text[line_end:]}"


def _after(text: str, start: int, end: int, sign: str) -> int:
    """Return the place after a sign between two places, remarks left out; 0 where there is none."""
    at = start
    while at < end:
        if text[at] == "#":
            at = _line_end(text, at)
        elif text[at] == sign:
            return at + 1
        else:
            at += 1
    return 0


def _behind_brackets(text: str, start: int, end: int) -> int:
    """Return the place behind the brackets around an argument."""
    at = behind = start
    while at < end:
        if text[at] == "#":
            at = _line_end(text, at)
        else:
            at += 1
            behind = at if text[at - 1] == ")" else behind
    return behind


def _line_end(text: str, at: int) -> int:
    found = re.compile(r"\r|\n|\Z").search(text, at)
    return found.start() if found else len(text)


def _with_argument(
    tree: ast.Module, call: ast.Call, node: ast.expr | None, argument: ast.keyword
) -> ast.Module:
    """Return what the new text should say: the argument in the place of the old, or the last."""
    memo: dict[int, Any] = {} if node is None else {id(node): argument.value}
    changed = copy.deepcopy(tree, memo)
    if node is None:
        memo[id(call)].keywords.append(argument)
    return changed


def _tree_of(value: Any, node: ast.expr | None) -> ast.expr:  # noqa: ANN401 - the same
    like = "(" if isinstance(node, ast.Tuple) else ""
    return ast.parse(written(value, like=like), mode="eval").body
