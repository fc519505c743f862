"""Two machines are compared by what decides an article's outputs."""

from __future__ import annotations

import sys

from galley.execution.cluster.versions import (
    Versions,
    differences,
    in_words,
    packages_needed,
    plain_name,
    read_versions,
    versions_from,
)

HERE = Versions(
    "3.11.7", {"galley": "a", "galley_figures": "b"}, {"numpy": "2.4.6", "scipy": "1.15"}
)


def test_this_machine_does_not_differ_from_itself():
    here = read_versions()
    assert differences(here, here) == ()
    assert here.python == ".".join(map(str, sys.version_info[:3]))
    assert {"numpy", "matplotlib", "ipykernel"} <= set(here.packages)


def test_packages_that_are_only_there_do_not_count():
    there = Versions("3.11.7", HERE.sources, {**HERE.packages, "pandas": "3.0"})
    assert differences(HERE, there) == ()


def test_every_difference_is_said_as_there_instead_of_here():
    there = Versions("3.12.1", {"galley": "a", "galley_figures": "x"}, {"numpy": "2.3.0"})
    assert differences(HERE, there) == (
        "Python 3.12.1 instead of 3.11.7",
        "another source of galley_figures",
        "numpy 2.3.0 instead of 2.4.6",
        "no scipy (here 1.15)",
    )


def test_a_long_list_is_cut():
    assert in_words(f"a{n}" for n in range(6)) == "a0, a1, a2, a3 and 2 more"
    assert in_words(["a"]) == "a"


def test_what_galley_needs_includes_what_its_packages_need():
    needed = packages_needed()
    assert {"numpy", "matplotlib", "papermill", "nbclient", "jupyter_client", "pyzmq"} <= needed
    assert "pytest" not in needed
    assert "pytest" in packages_needed(["pytest"])


def test_only_the_packages_asked_for_are_compared():
    assert HERE.only(["NumPy", "not-installed"]).packages == {"numpy": "2.4.6"}


def test_names_of_packages_have_one_spelling():
    assert plain_name("Ruamel.YAML") == plain_name("ruamel-yaml") == "ruamel_yaml"


def test_versions_travel_as_json():
    assert versions_from(HERE.as_json()) == HERE
