"""Which cells use a module that has changed."""

from pathlib import Path

from galley.execution.tracing.places import Places
from galley.execution.tracing.present import Present
from galley.execution.tracing.trace import Trace
from galley.execution.tracing.usage import cells_using

MODULES = {
    "models/__init__.py": "from models.synapse import stdp",
    "models/synapse.py": "from .constants import TAU\ndef stdp(): ...",
    "models/constants.py": "TAU = 20",
    "tools/plots.py": "import models.constants\ndef draw(): ...",
    "lazy/__init__.py": "if TYPE_CHECKING:\n"
    "    from lazy.one import one\n    from lazy.two import two",
    "lazy/one.py": "",
    "lazy/two.py": "",
}


def using(root: Path, name: str, *cells: str) -> tuple[int, ...]:
    for module, text in MODULES.items():
        path = root / module
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    trace = Trace(modules=dict.fromkeys(MODULES, ""), search=(".", "tools"))
    return cells_using(name, trace, cells, Present(Places(root)))


def test_every_cell_that_imports_a_module_uses_it_not_the_first_alone(tmp_path: Path) -> None:
    cells = ("from models.synapse import stdp", "x = 1", "import models.synapse as s\ns.stdp()")
    assert using(tmp_path, "models/synapse.py", *cells) == (0, 2)


def test_a_module_is_used_through_other_modules(tmp_path: Path) -> None:
    cells = ("from models.synapse import stdp", "import plots", "import statistics")
    assert using(tmp_path, "models/constants.py", *cells) == (0, 1)


def test_a_package_is_used_by_those_that_import_its_modules(tmp_path: Path) -> None:
    assert using(tmp_path, "models/__init__.py", "import models.constants", "x = 1") == (0,)


def test_a_name_that_a_package_hands_on_leads_to_its_module_alone(tmp_path: Path) -> None:
    cells = ("from lazy import one", "import lazy\nlazy.two()", "lazy.one()")
    assert using(tmp_path, "lazy/one.py", *cells) == (0, 2)
    assert using(tmp_path, "lazy/two.py", *cells) == (1,)


def test_a_file_is_used_by_the_cells_that_were_seen_to_read_it(tmp_path: Path) -> None:
    trace = Trace(files={"data.csv": "1"}, cells={"data.csv": (3, 5)})
    assert cells_using("data.csv", trace, (), Present(Places(tmp_path))) == (3, 5)
