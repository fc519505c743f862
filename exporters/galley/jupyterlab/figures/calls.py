"""Calls of the library's figures in a cell: which figure, and with which arguments."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from galley.jupyterlab.figures.code import Code
from galley.jupyterlab.figures.names import EXPLORE, LibraryNames


@dataclass(frozen=True)
class FigureCall:
    """One call in a cell.

    Attributes
    ----------
    figure
        The public name of the figure that it draws.
    is_explored
        Whether it is drawn by ``explore`` for several values.
    """

    figure: str
    node: ast.Call
    is_explored: bool = False

    def arguments(self, parameters: Sequence[str]) -> Mapping[str, ast.expr]:
        """Return the arguments that the call names or gives by their place.

        Parameters
        ----------
        parameters
            The figure's own, in order.
        """
        given: dict[str, ast.expr] = {}
        places = [] if self.is_explored else self.node.args
        for name, node in zip(parameters, places, strict=False):
            if isinstance(node, ast.Starred):
                break
            given[name] = node
        given.update((each.arg, each.value) for each in self.node.keywords if each.arg)
        return given

    @property
    def hidden(self) -> ast.expr | None:
        """What else is passed on, ``*rest`` or ``**rest``, in which anything may be."""
        starred = [each for each in self.node.args if isinstance(each, ast.Starred)]
        doubled = [each.value for each in self.node.keywords if each.arg is None]
        return next(iter([*starred, *doubled]), None)


def find_calls(code: Code, names: LibraryNames, figures: Mapping[str, object]) -> list[FigureCall]:
    """Return the calls of figures in a cell, in the order in which they are written."""
    nodes = [node for node in ast.walk(code.tree) if isinstance(node, ast.Call)]
    nodes.sort(key=lambda node: (node.lineno, node.col_offset, -code.end_of(node)))
    found = (_figure_call(node, names, figures) for node in nodes)
    return [call for call in found if call]


def _figure_call(
    node: ast.Call, names: LibraryNames, figures: Mapping[str, object]
) -> FigureCall | None:
    meant = names.meant_by(node.func)
    if meant in figures:
        return FigureCall(str(meant), node)
    if meant == EXPLORE and node.args:
        explored = names.meant_by(node.args[0])
        if explored in figures:
            return FigureCall(str(explored), node, is_explored=True)
    return None
