"""What code says that it reads: what no audit event tells of, read from the syntax tree.

Environment variables, the clock, names of files that a library opens in C, and which module
imports which. All of it is pure: source text in, facts out.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

# These read the clock however they are called.
_CLOCKS = frozenset(
    {
        "arrow.now",
        "arrow.utcnow",
        "datetime.date.today",
        "datetime.datetime.now",
        "datetime.datetime.today",
        "datetime.datetime.utcnow",
        "pandas.Timestamp.now",
        "pandas.Timestamp.today",
        "pandas.Timestamp.utcnow",
        "pendulum.now",
        "pendulum.today",
        "time.time",
        "time.time_ns",
    }
)
# These read the clock only where they are not given a time: function → arguments before the time.
_CLOCKS_BY_DEFAULT = {
    "time.asctime": 0,
    "time.ctime": 0,
    "time.gmtime": 0,
    "time.localtime": 0,
    "time.strftime": 1,
}
# These read the clock where they are given one of these words.
_CLOCKS_BY_WORD = frozenset({"numpy.datetime64", "pandas.Timestamp", "pandas.to_datetime"})
_WORDS_FOR_NOW = frozenset({"now", "today"})
_EXISTENCE = frozenset(
    {"access", "exists", "getmtime", "getsize", "is_dir", "is_file", "isdir", "isfile", "lexists"}
)
_ENVIRONMENT = frozenset({"os.environ", "os.environb"})
_ENVIRONMENT_METHODS = frozenset({"get", "pop", "setdefault"})
_LONGEST_PATH = 255
# Magics whose cell is Python; others hold another language.
_PYTHON_MAGICS = frozenset({"capture", "prun", "time", "timeit"})
_MAGIC_LINE = re.compile(r"^(\s*)(?:[%!].*|\?.*|[\w.]+\?{1,2}\s*)$")
_MAGIC_VALUE = re.compile(r"^(\s*[\w, ()]+=\s*)[%!].*$")
_QUOTED = re.compile(r"'([^'\n]+)'|\"([^\"\n]+)\"")


@dataclass(frozen=True)
class Imported:
    """One import: ``from ..module import name`` has level 2 and a name; ``import a.b`` neither."""

    module: str
    name: str = ""
    level: int = 0

    @property
    def top(self) -> str:
        """The top name that Python searches for; empty for a relative import."""
        return "" if self.level else self.module.partition(".")[0]


@dataclass(frozen=True)
class CodeFacts:
    """What a piece of code says that it reads.

    Attributes
    ----------
    eager
        Imports that happen whenever the code runs: not those for type checkers alone.
    bindings
        Name → the import that gives it a meaning, wherever in the code it stands.
    variables
        Environment variables that are read by name.
    clocks
        Functions that tell the time, as ``datetime.datetime.now``.
    texts
        Constants that could name a file or a folder.
    calls
        Last names of all functions that are called: ``read_parquet`` for ``pd.read_parquet``.
    reads_any_variable
        Whether environment variables are read whose names are known only when the code runs.
    is_open_ended
        Whether code is run or imported that only the running program knows.
    """

    eager: frozenset[Imported] = frozenset()
    bindings: Mapping[str, Imported] = field(default_factory=dict)
    variables: frozenset[str] = frozenset()
    clocks: frozenset[str] = frozenset()
    texts: frozenset[str] = frozenset()
    calls: frozenset[str] = frozenset()
    reads_any_variable: bool = False
    is_open_ended: bool = False

    @property
    def imports(self) -> frozenset[Imported]:
        """All imports, also those for type checkers alone."""
        return self.eager | frozenset(self.bindings.values())

    @property
    def asks_whether_files_exist(self) -> bool:
        """Whether the code asks for files without opening them, which no event tells of."""
        return not _EXISTENCE.isdisjoint(self.calls)


def join_facts(parts: Iterable[CodeFacts]) -> CodeFacts:
    """Return the facts of several pieces of code as those of one."""
    known = tuple(parts)
    return CodeFacts(
        eager=frozenset().union(*(part.eager for part in known)),
        bindings={name: item for part in known for name, item in part.bindings.items()},
        variables=frozenset().union(*(part.variables for part in known)),
        clocks=frozenset().union(*(part.clocks for part in known)),
        texts=frozenset().union(*(part.texts for part in known)),
        calls=frozenset().union(*(part.calls for part in known)),
        reads_any_variable=any(part.reads_any_variable for part in known),
        is_open_ended=any(part.is_open_ended for part in known),
    )


def read_module(source: str) -> CodeFacts:
    """Return the facts of a module."""
    tree = _parse(source)
    return _facts(tree, _aliases([tree])) if tree else _unreadable(source)


def read_cells(sources: Sequence[str]) -> tuple[CodeFacts, ...]:
    """Return the facts of each cell; what one imports has its meaning in all."""
    trees = [_parse(_plain_python(source)) for source in sources]
    names = _aliases([tree for tree in trees if tree])
    return tuple(
        _facts(tree, names) if tree else _unreadable(source)
        for tree, source in zip(trees, sources, strict=True)
    )


def _plain_python(source: str) -> str:
    """Return a cell's Python without the lines that are IPython's own."""
    lines = source.lstrip("\n").split("\n")
    if lines[0].startswith("%%"):
        name = lines[0][2:].split(" ", 1)[0]
        return "\n".join(map(_plain_line, lines[1:])) if name in _PYTHON_MAGICS else ""
    return "\n".join(map(_plain_line, lines))


def _plain_line(line: str) -> str:
    if match := _MAGIC_LINE.match(line):
        return f"{match[1]}pass"
    match = _MAGIC_VALUE.match(line)
    return f"{match[1]}None" if match else line


def _parse(source: str) -> ast.Module | None:
    flags = ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    try:
        tree = compile(source, "<cell>", "exec", flags, dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    return tree if isinstance(tree, ast.Module) else None


def _unreadable(source: str) -> CodeFacts:
    """Assume everything of code that this Python cannot parse."""
    texts = {first or second for first, second in _QUOTED.findall(source)}
    return CodeFacts(texts=frozenset(filter(_could_be_path, texts)), is_open_ended=True)


def _aliases(trees: Iterable[ast.Module]) -> dict[str, str]:
    """Return local name → what it stands for, over all imports: ``np`` → ``numpy``."""
    aliases: dict[str, str] = {}
    for tree in trees:
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                for item in node.names:
                    top = item.name.partition(".")[0]
                    aliases[item.asname or top] = item.name if item.asname else top
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                for item in node.names:
                    aliases[item.asname or item.name] = f"{node.module}.{item.name}"
    return aliases


def _facts(tree: ast.Module, aliases: Mapping[str, str]) -> CodeFacts:
    reader = _Reader(aliases)
    for node in ast.walk(tree):
        reader.read(node)
    ignored = frozenset(_imports_for_type_checkers(tree))
    eager = [item for node, item in reader.imports if node not in ignored]
    return CodeFacts(
        eager=frozenset(eager) | reader.mentioned,
        bindings=reader.bindings,
        variables=frozenset(reader.variables),
        clocks=frozenset(reader.clocks),
        texts=frozenset(reader.texts),
        calls=frozenset(reader.calls),
        reads_any_variable=reader.reads_any_variable,
        is_open_ended=reader.is_open_ended,
    )


def _imports_for_type_checkers(tree: ast.Module) -> Iterator[ast.stmt]:
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and _last_name(node.test) == "TYPE_CHECKING":
            for statement in node.body:
                yield from (n for n in ast.walk(statement) if isinstance(n, ast.stmt))


class _Reader:
    """Collects the facts of one tree, node by node."""

    def __init__(self, aliases: Mapping[str, str]) -> None:
        self.aliases = aliases
        self.imports: list[tuple[ast.stmt, Imported]] = []
        self.bindings: dict[str, Imported] = {}
        self.mentioned: set[Imported] = set()
        self.variables: set[str] = set()
        self.clocks: set[str] = set()
        self.texts: set[str] = set()
        self.calls: set[str] = set()
        self.reads_any_variable = False
        self.is_open_ended = False
        # Parents come before their children, so that a use that is understood is not met again.
        self._understood: set[ast.expr] = set()

    def read(self, node: ast.AST) -> None:
        """Take in one node, without its children."""
        match node:
            case ast.Import():
                self._import(node)
            case ast.ImportFrom():
                self._import_from(node)
            case ast.Constant(value=str(text)) if _could_be_path(text):
                self.texts.add(text)
            case ast.Call():
                self._call(node)
            case ast.Subscript(value=value) if self._name(value) in _ENVIRONMENT:
                self._understood.add(value)
                if isinstance(node.ctx, ast.Load):
                    self._variable(node.slice)
            case ast.Compare(ops=[ast.In() | ast.NotIn()], comparators=[value]) if (
                self._name(value) in _ENVIRONMENT
            ):
                self._understood.add(value)
                self._variable(node.left)
            case ast.Attribute() | ast.Name():
                self._mention(node)
            case _:
                pass

    def _name(self, node: ast.expr) -> str:
        """Return the full dotted name that an expression stands for; empty for other ones."""
        if isinstance(node, ast.Name):
            return self.aliases.get(node.id, node.id)
        if isinstance(node, ast.Attribute):
            base = self._name(node.value)
            return f"{base}.{node.attr}" if base else ""
        return ""

    def _import(self, node: ast.Import) -> None:
        for item in node.names:
            imported = Imported(item.name)
            self.imports.append((node, imported))
            self.bindings[item.asname or item.name.partition(".")[0]] = imported

    def _import_from(self, node: ast.ImportFrom) -> None:
        for item in node.names:
            imported = Imported(node.module or "", item.name, node.level)
            self.imports.append((node, imported))
            self.bindings[item.asname or item.name] = imported

    def _mention(self, node: ast.Attribute | ast.Name) -> None:
        name = self._name(node)
        if name in _ENVIRONMENT and node not in self._understood:
            self.reads_any_variable = True
        # `figures.bars` uses the name `bars` of the module `figures`, as an import of it does.
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            module = self.aliases.get(node.value.id)
            if module is not None:
                self.mentioned.add(Imported(module, node.attr))

    def _call(self, node: ast.Call) -> None:
        name, last = self._name(node.func), _last_name(node.func)
        self.calls.add(last)
        if self._reads_clock(name, node):
            self.clocks.add(name)
        elif name in {"os.getenv", "os.getenvb"}:
            self._variable(node.args[0] if node.args else None)
        elif isinstance(node.func, ast.Attribute):
            self._call_of_environment(node.func, node)
        if name in {"importlib.import_module", "__import__", "runpy.run_module"}:
            self._import_by_name(node)
        elif name in {"exec", "eval", "runpy.run_path"}:
            self.is_open_ended = True

    def _call_of_environment(self, function: ast.Attribute, node: ast.Call) -> None:
        if self._name(function.value) in _ENVIRONMENT:
            self._understood.add(function.value)
            if function.attr in _ENVIRONMENT_METHODS:
                self._variable(node.args[0] if node.args else None)
            elif function.attr != "update":
                self.reads_any_variable = True

    def _reads_clock(self, name: str, node: ast.Call) -> bool:
        if name in _CLOCKS_BY_DEFAULT:
            return len(node.args) <= _CLOCKS_BY_DEFAULT[name]
        if name in _CLOCKS_BY_WORD:
            return any(_text(argument) in _WORDS_FOR_NOW for argument in node.args)
        return name in _CLOCKS

    def _import_by_name(self, node: ast.Call) -> None:
        name = _text(node.args[0]) if node.args else None
        if name and not name.startswith("."):
            self.mentioned.add(Imported(name))
        else:
            self.is_open_ended = True

    def _variable(self, node: ast.expr | None) -> None:
        name = _text(node) if node is not None else None
        if name is None:
            self.reads_any_variable = True
        else:
            self.variables.add(name)


def _text(node: ast.expr) -> str | None:
    """Return a constant's text, also of ``b"PATH"``; ``None`` for what is no constant."""
    if not isinstance(node, ast.Constant):
        return None
    value = node.value
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else _str_or_none(value)


def _str_or_none(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _last_name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _could_be_path(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_PATH and text.isprintable() and bool(text.strip(" ./\\~"))
