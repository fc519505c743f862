"""What code says that it reads."""

import pytest

from galley.execution.tracing.opened_in_c import libraries_in_c
from galley.execution.tracing.syntax import Imported, join_facts, read_cells, read_module


@pytest.mark.parametrize(
    "code",
    [
        "import os\nos.environ['YEAR']",
        "import os\nos.environ.get('YEAR', '2026')",
        "import os\nos.environ.setdefault('YEAR', '2026')",
        "import os\nos.getenv('YEAR')",
        "import os as system\nsystem.environ['YEAR']",
        "from os import environ\nenviron['YEAR']",
        "from os import getenv as g\ng('YEAR')",
        "import os\n'YEAR' in os.environ",
        "import os\nos.environb[b'YEAR']",
    ],
)
def test_an_environment_variable_is_known_by_its_name(code: str) -> None:
    facts = read_module(code)
    assert (facts.variables, facts.reads_any_variable) == ({"YEAR"}, False)


@pytest.mark.parametrize(
    "code",
    [
        "import os\nos.environ[name]",
        "import os\nos.getenv(name)",
        "import os\nfor name in os.environ: ...",
        "import os\ndict(os.environ)",
        "import os\nos.environ.copy()",
    ],
)
def test_variables_whose_names_only_the_running_code_knows_are_told(code: str) -> None:
    assert read_module(code).reads_any_variable


@pytest.mark.parametrize(
    "code",
    [
        "import os\nos.environ['YEAR'] = '2026'",
        "import os\ndel os.environ['YEAR']",
        "import os\nos.environ.update(YEAR='2026')",
        "environ = {}\nenviron['YEAR']",
    ],
)
def test_setting_a_variable_reads_none(code: str) -> None:
    facts = read_module(code)
    assert (facts.variables, facts.reads_any_variable) == (set(), False)


@pytest.mark.parametrize(
    ("code", "clock"),
    [
        ("import time\ntime.time()", "time.time"),
        ("from time import time\ntime()", "time.time"),
        ("import time\ntime.strftime('%Y')", "time.strftime"),
        ("import time\ntime.localtime()", "time.localtime"),
        ("from datetime import datetime\ndatetime.now()", "datetime.datetime.now"),
        ("import datetime as dt\ndt.datetime.utcnow()", "datetime.datetime.utcnow"),
        ("import datetime\ndatetime.date.today()", "datetime.date.today"),
        ("import pandas as pd\npd.Timestamp.now()", "pandas.Timestamp.now"),
        ("import pandas as pd\npd.to_datetime('today')", "pandas.to_datetime"),
        ("import numpy as np\nnp.datetime64('now')", "numpy.datetime64"),
    ],
)
def test_the_clock_is_known_by_its_functions(code: str, clock: str) -> None:
    assert read_module(code).clocks == {clock}


@pytest.mark.parametrize(
    "code",
    [
        "import time\ntime.perf_counter()",
        "import time\ntime.localtime(0)",
        "import time\ntime.strftime('%Y', moment)",
        "from datetime import datetime\ndatetime(2026, 11, 20)",
        "import numpy as np\nnp.datetime64('2026-11-20')",
        "class clock:\n    now = 1\nclock.now",
    ],
)
def test_a_given_time_is_not_the_clock(code: str) -> None:
    assert read_module(code).clocks == set()


def test_an_import_in_one_cell_has_its_meaning_in_all() -> None:
    first, second = read_cells(["import numpy as np", "np.datetime64('now')"])
    assert (first.clocks, second.clocks) == (set(), {"numpy.datetime64"})


def test_option_lines_magics_and_other_languages_are_no_python() -> None:
    cells = [
        "%matplotlib inline\nimport a",
        "files = !ls\nimport b",
        "if True:\n    %time x = 1\nimport c",
        "%%time\nimport d",
        "%%bash\nimport e",
        "numpy?\nimport f",
        "await g()\nimport g",
    ]
    tops = [{item.top for item in facts.imports} for facts in read_cells(cells)]
    assert tops == [{"a"}, {"b"}, {"c"}, {"d"}, set(), {"f"}, {"g"}]


def test_code_that_cannot_be_parsed_may_do_anything_and_names_its_texts() -> None:
    (facts,) = read_cells(["print 'data.csv'"])
    assert (facts.is_open_ended, facts.texts) == (True, {"data.csv"})


def test_texts_that_could_be_paths_are_kept_and_others_are_not() -> None:
    code = "a = 'data.csv'; b = 'two\\nlines'; c = ''; d = '..'; e = 'x' * 300; f = b'no'"
    assert read_module(f"{code}; g = {'y' * 256!r}").texts == {"data.csv", "x"}


def test_imports_are_known_with_their_names_and_levels() -> None:
    code = "import a.b\nfrom c import d as e\nfrom ..f import g\nfrom . import h"
    assert read_module(code).eager == {
        Imported("a.b"),
        Imported("c", "d"),
        Imported("f", "g", 2),
        Imported("", "h", 1),
    }


def test_a_name_of_an_imported_module_counts_as_imported_from_it() -> None:
    assert Imported("figures", "bars") in read_module("import figures as f\nf.bars()").eager


def test_imports_for_type_checkers_give_names_a_home_but_load_nothing() -> None:
    facts = read_module("if TYPE_CHECKING:\n    from kinds.bars import bars")
    assert (facts.eager, facts.bindings) == (set(), {"bars": Imported("kinds.bars", "bars")})


@pytest.mark.parametrize(
    ("code", "is_open_ended"),
    [
        ("import importlib\nimportlib.import_module('a.b')", False),
        ("import importlib\nimportlib.import_module(name)", True),
        ("__import__(name)", True),
        ("exec(text)", True),
        ("frame.eval('a + b')", False),
    ],
)
def test_code_that_only_the_running_program_knows_is_told(
    code: str, *, is_open_ended: bool
) -> None:
    assert read_module(code).is_open_ended == is_open_ended


@pytest.mark.parametrize(
    ("code", "libraries"),
    [
        ("import h5py", ("h5py",)),
        ("import pandas as pd\npd.read_parquet(path)", ("pandas",)),
        ("import pandas as pd\npd.read_csv(path)", ()),
        ("import xarray as xr\nxr.DataArray([1])", ()),
        ("import xarray as xr\nxr.open_dataset(path)", ("xarray",)),
    ],
)
def test_libraries_that_open_files_unseen_are_known(code: str, libraries: tuple[str, ...]) -> None:
    assert libraries_in_c(read_module(code)) == libraries


def test_facts_of_several_pieces_join() -> None:
    facts = join_facts(read_cells(["import time\ntime.time()", "import os\nos.getenv('A')"]))
    assert (facts.clocks, facts.variables) == ({"time.time"}, {"A"})
    assert {item.top for item in facts.imports} == {"time", "os"}
