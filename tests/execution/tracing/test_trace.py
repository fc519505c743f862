"""Whether a trace still stands, and how a change is said."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from galley.execution.tracing.explain import explain, since_day
from galley.execution.tracing.places import Places
from galley.execution.tracing.present import Present
from galley.execution.tracing.trace import (
    CHANGED_MEANWHILE,
    Difference,
    Trace,
    differences,
    parse_trace,
    verify,
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "content" / "many").mkdir(parents=True)
    (tmp_path / "content" / "data.csv").write_text("1", encoding="utf-8")
    (tmp_path / "content" / "many" / "a.txt").write_text("1", encoding="utf-8")
    (tmp_path / "site-packages" / "numpy-2.0.dist-info").mkdir(parents=True)
    (tmp_path / "site-packages" / "numpy.py").write_text("", encoding="utf-8")
    return tmp_path / "content"


def look(root: Path, **changes: Any) -> Present:
    known = Present(Places(root), variables={"YEAR": "2026"}, python="3.11.7", executable="/python")
    return replace(known, **changes)


def trace_now(root: Path) -> Trace:
    present = look(root)
    return Trace(
        modules={"models.py": ""},
        files={"data.csv": present.digest("data.csv"), "later.csv": ""},
        folders={"many": present.folder_digest("many", frozenset())},
        variables={"YEAR": present.variable_digest("YEAR"), "UNSET": ""},
        packages={"numpy": "2.0"},
        imports=("numpy", "models"),
        search=(".",),
        missing=("numexpr",),
        python="3.11.7",
        executable="/python",
        sites=(str(root.parent / "site-packages"),),
    )


def found(root: Path, trace: Trace, **changes: Any) -> list[Difference]:
    return list(differences(trace, look(root, **changes), {}))


def test_nothing_is_found_where_nothing_has_changed(root: Path) -> None:
    assert verify(trace_now(root), look(root), {}) is None


def test_a_trace_is_the_same_after_it_was_kept_as_json(root: Path) -> None:
    trace = replace(trace_now(root), beside={"a": "b"}, cells={"data.csv": [0, 1]})
    assert parse_trace(json.loads(json.dumps(trace.as_json()))) == trace


@pytest.mark.parametrize("damage", ["files", "cells", "remarks", "imports"])
def test_what_is_no_trace_is_not_read_as_one(root: Path, damage: str) -> None:
    assert parse_trace(trace_now(root).as_json() | {damage: 1}) is None
    assert parse_trace({}) is None


def test_files_change_come_and_go(root: Path) -> None:
    trace = trace_now(root)
    (root / "data.csv").write_text("2", encoding="utf-8")
    (root / "later.csv").write_text("2", encoding="utf-8")
    assert found(root, trace) == [
        Difference("file", "data.csv", "changed"),
        Difference("file", "later.csv", "new"),
    ]
    (root / "data.csv").unlink()
    assert found(root, trace)[0] == Difference("file", "data.csv", "removed")


def test_a_file_that_is_touched_or_written_anew_with_the_same_bytes_is_the_same(root: Path) -> None:
    trace = trace_now(root)
    (root / "data.csv").unlink()
    (root / "data.csv").write_text("1", encoding="utf-8")
    assert found(root, trace) == []


def test_a_file_that_changed_while_it_was_read_never_stands(root: Path) -> None:
    trace = replace(trace_now(root), files={"data.csv": CHANGED_MEANWHILE})
    assert found(root, trace) == [Difference("file", "data.csv", "changed", "meanwhile")]


def test_a_folder_counts_by_its_names_without_what_programs_keep(root: Path) -> None:
    trace = trace_now(root)
    (root / "many" / "a.txt").write_text("other", encoding="utf-8")
    (root / "many" / ".ipynb_checkpoints").mkdir()
    (root / "many" / "__pycache__").mkdir()
    assert found(root, trace) == []
    (root / "many" / "b.txt").write_text("", encoding="utf-8")
    assert found(root, trace) == [Difference("folder", "many")]


def test_a_folder_does_not_count_by_the_site_and_the_store_in_it(root: Path) -> None:
    trace = replace(trace_now(root), folders={".": look(root).folder_digest(".", frozenset())})
    (root / "site").mkdir()
    (root / ".galley").mkdir()
    places = Places(root, (root / "site",))
    assert found(root, trace, places=places) == []
    assert found(root, trace) == [Difference("folder", ".")]


def test_a_file_that_the_article_made_does_not_change_the_folder_it_lists(root: Path) -> None:
    trace = replace(trace_now(root), made=("many/out.txt",))
    (root / "many" / "out.txt").write_text("", encoding="utf-8")
    assert found(root, trace) == []


def test_variables_change_come_and_go(root: Path) -> None:
    trace = trace_now(root)
    assert found(root, trace, variables={"YEAR": "2027", "UNSET": ""}) == [
        Difference("variable", "YEAR", "changed"),
        Difference("variable", "UNSET", "new"),
    ]
    assert found(root, trace, variables={}) == [Difference("variable", "YEAR", "removed")]


@pytest.mark.parametrize("name", ["numpy.py", "numpy/__init__.py", "models.cpython-311.so"])
def test_a_new_file_with_the_name_of_an_import_hides_it(root: Path, name: str) -> None:
    trace = trace_now(root)
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).write_text("", encoding="utf-8")
    assert found(root, trace) == [Difference("shadow", name.split("/", maxsplit=1)[0], "new")]


@pytest.mark.parametrize("name", ["scipy.py", "numpy.txt", "many/numpy.py", "numpy/data.csv"])
def test_a_new_file_that_no_import_would_find_hides_nothing(root: Path, name: str) -> None:
    trace = replace(trace_now(root), folders={})
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).write_text("", encoding="utf-8")
    assert found(root, trace) == []


def test_packages_change_come_and_go(root: Path) -> None:
    trace, sites = trace_now(root), root.parent / "site-packages"
    (sites / "numpy-2.0.dist-info").rename(sites / "numpy-2.1.dist-info")
    assert found(root, trace) == [Difference("package", "numpy", "changed", "2.0 to 2.1")]
    (sites / "numpy-2.1.dist-info").rmdir()
    assert found(root, trace) == [Difference("package", "numpy", "removed")]
    (sites / "numpy-2.0.dist-info").mkdir()
    (sites / "numexpr.py").write_text("", encoding="utf-8")
    assert found(root, trace) == [Difference("package", "numexpr", "new")]


def test_another_version_of_python_is_a_change(root: Path) -> None:
    assert found(root, trace_now(root), python="3.12.0") == [
        Difference("python", "Python", "changed", "3.11.7 to 3.12.0")
    ]


def test_what_inputs_names_changes_comes_and_goes(root: Path) -> None:
    trace = replace(trace_now(root), named={"a": "1", "b": "1"})
    assert list(differences(trace, look(root), {"a": "2", "c": "1"})) == [
        Difference("input", "a", "changed"),
        Difference("input", "b", "removed"),
        Difference("input", "c", "new"),
    ]


def test_a_kernel_that_cannot_be_traced_depends_on_every_file_and_package(root: Path) -> None:
    trace = Trace(
        packages={}, python="3.11.7", executable="/python", sites=trace_now(root).sites, beside={}
    )
    assert found(root, trace, read_beside=lambda: {"x.csv": "1"}) == [
        Difference("beside", "x.csv"),
        Difference("package", "numpy", "new", "2.0"),
    ]


@pytest.mark.parametrize(
    ("difference", "cells", "sentence"),
    [
        (
            Difference("file", "models/synapse.py"),
            ("fig-stdp", "fig-ltp"),
            "models/synapse.py changed since 20 Nov; used in cells fig-stdp and fig-ltp",
        ),
        (
            Difference("file", "<galley_figures>/kinds/bars/words.py"),
            ("a", "b", "c"),
            "galley_figures/kinds/bars/words.py changed since 20 Nov; used in cells a, b and c",
        ),
        (
            Difference("file", "a.csv", "removed"),
            ("x",),
            "a.csv was removed since 20 Nov; used in cell x",
        ),
        (Difference("file", "a.csv", "new"), (), "a.csv is new since 20 Nov"),
        (
            Difference("file", "a.csv", "changed", "meanwhile"),
            (),
            "a.csv changed while the article ran",
        ),
        (Difference("input", "a.md"), (), "a.md, named under inputs, changed since 20 Nov"),
        (
            Difference("variable", "YEAR"),
            ("x",),
            "environment variable 'YEAR' changed since 20 Nov; used in cell x",
        ),
        (
            Difference("variable", "YEAR", "removed"),
            (),
            "environment variable 'YEAR' is no longer set since 20 Nov",
        ),
        (
            Difference("folder", "many"),
            ("x",),
            "the names of files in many/ changed since 20 Nov; listed in cell x",
        ),
        (
            Difference("folder", "."),
            (),
            "the names of files in the content folder changed since 20 Nov",
        ),
        (
            Difference("shadow", "numpy.py", "new"),
            (),
            "numpy.py is new since 20 Nov and has the name of an import",
        ),
        (
            Difference("package", "numpy", "changed", "2.0 to 2.1"),
            (),
            "a package changed: numpy 2.0 to 2.1",
        ),
        (Difference("package", "numpy", "removed"), (), "a package was removed: numpy"),
        (Difference("package", "pandas", "new", "3.0"), (), "a package was installed: pandas 3.0"),
        (
            Difference("python", "Python", "changed", "3.11.7 to 3.12.0"),
            (),
            "Python changed from 3.11.7 to 3.12.0",
        ),
        (Difference("beside", "x.r"), (), "a file beside the articles changed: x.r"),
    ],
)
def test_a_change_is_one_plain_sentence(
    difference: Difference, cells: tuple[str, ...], sentence: str
) -> None:
    assert explain([difference], "20 Nov", cells) == sentence


def test_several_changes_of_a_kind_are_counted() -> None:
    changed = [Difference("file", name) for name in ("a.py", "b.py", "c.py")]
    others = [Difference("file", "d.py", "new"), Difference("variable", "YEAR")]
    assert explain([*changed, *others], "20 Nov", ()) == "a.py and 2 more changed since 20 Nov"


@pytest.mark.parametrize(
    ("day", "words"), [("2026-11-20", "20 Nov"), ("2025-01-02", "2 Jan 2025"), ("", "")]
)
def test_a_day_of_another_year_has_its_year(day: str, words: str) -> None:
    assert since_day(day, date(2026, 11, 25)) == words
