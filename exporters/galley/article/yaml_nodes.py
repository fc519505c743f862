"""From YAML text to its tree of nodes, tags by YAML 1.2.

Two libraries can do it. libyaml (in PyYAML) is ten times faster, which counts where every build
reads the front matter of a thousand articles; ruamel.yaml knows YAML 1.2 and says what is wrong.
Text that is not plainly the same for both, and text that libyaml refuses, is for ruamel.yaml.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Protocol

import yaml


class Node(Protocol):
    """A node of either library: a mapping's value is pairs of nodes, a sequence's nodes."""

    id: str
    tag: object
    value: Any
    start_mark: Any


# A line on which no two readers of YAML differ: an item, a field, one short value. Tabs and marks
# of order between words, rare ends of lines, anchors, tags and blocks of text are not among them.
_ODD = r"\t\r\x85\u2028\u2029\ufeff"
_WORDS = rf"[\w(][^:#,\[\]{{}}\"'{_ODD}]*"
_CLEAR_LINE = re.compile(
    rf"""
    [ ]*
    (?: \#[^{_ODD}]* )?
    (?: -[ ] )?
    (?: [A-Za-z_][\w-]*:(?:[ ]|$) )?
    (?: \"[^\"\\{_ODD}]*\"
      | '[^'{_ODD}]*'
      | \[ {_WORDS} (?:,[ ]{_WORDS})* \]
      | [\w(](?: [^:#{_ODD}] | :(?=[^\s]) )*
    )?
    """,
    re.VERBOSE,
)


def compose(text: str) -> Node | None:
    """Return the root of a text's one document; None if it is empty.

    Raises
    ------
    ruamel.yaml.error.YAMLError
        If it is not YAML. ruamel.yaml lets built-in errors out on odd text, too.
    """
    if all(_CLEAR_LINE.fullmatch(line) for line in text.split("\n")):
        try:
            return _compose_quickly(text)
        except yaml.YAMLError:
            pass
    from ruamel.yaml import YAML  # few texts need it

    node: Node | None = YAML(typ="safe", pure=True).compose(text)
    return node


def _compose_quickly(text: str) -> Node | None:
    loader = _loader()(text)
    try:
        node: Node | None = loader.get_single_node()
    finally:
        loader.dispose()
    return node


@cache
def _loader() -> Any:  # noqa: ANN401 - PyYAML ships no types
    """Return PyYAML's loader with the scalars of YAML 1.2: ``no`` and ``12:30`` are texts."""
    from ruamel.yaml.resolver import implicit_resolvers

    base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    loader: Any = type("Loader", (base,), {"yaml_implicit_resolvers": {}})
    for versions, tag, pattern, first_letters in implicit_resolvers:
        if (1, 2) in versions:
            loader.add_implicit_resolver(str(tag), pattern, first_letters)
    return loader
