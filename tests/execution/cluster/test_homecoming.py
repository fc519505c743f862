"""A record from another machine reads as if the code had run here."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from galley.execution.cluster.homecoming import bring_home, packages_loaded, read_folders

THERE = {
    "content": "/scratch/content-1",
    "figures": "/opt/env/lib/python3.11/site-packages/galley_figures",
    "prefix": "/opt/env",
    "base": "/usr",
}
HERE = {
    "content": "/home/me/blog",
    "figures": "/home/me/galley/figures/galley_figures",
    "prefix": "/home/me/venv",
    "base": "/usr/local",
}


def home(*lines: list, there: dict[str, str] = THERE, here: dict[str, str] = HERE) -> list[list]:
    record = "".join(json.dumps(line) + "\n" for line in lines)
    return [json.loads(line) for line in bring_home(record, there, here).splitlines()]


def test_files_of_the_content_keep_size_and_time():
    line = ["read", 1, "/scratch/content-1/data/n.txt", 9, 10**18]
    assert home(line) == [["read", 1, "/home/me/blog/data/n.txt", 9, 10**18]]


def test_the_environment_is_the_one_here():
    start = {"python": "3.11.7", "executable": "/opt/env/bin/python", "sites": ["/opt/env/lib"]}
    assert home(["start", start], ["path", ["/scratch/content-1", "/usr/lib/python3"]]) == [
        [
            "start",
            {**start, "executable": "/home/me/venv/bin/python", "sites": ["/home/me/venv/lib"]},
        ],
        ["path", ["/home/me/blog", "/usr/local/lib/python3"]],
    ]


def test_figure_files_get_the_time_at_which_they_were_installed_here():
    here = read_folders(Path("/home/me/blog"))
    path = Path(here["figures"]) / "explanatory.py"
    found = path.stat()
    lines = home(["module", 1, f"{THERE['figures']}/explanatory.py", 1, 2], here=here)
    assert lines == [["module", 1, str(path), found.st_size, found.st_mtime_ns]]


def test_other_paths_and_paths_with_the_same_beginning_stay():
    lines = [["read", 1, "/data/x.csv", 1, 2], ["list", 1, "/scratch/content-12/data"]]
    assert home(*lines) == lines


def test_paths_of_windows_come_home_with_other_slashes():
    there = {**THERE, "content": "C:\\w\\content-1"}
    assert home(["list", 1, "C:\\w\\content-1\\data\\a"], there=there) == [
        ["list", 1, "/home/me/blog/data/a"]
    ]


def test_half_a_line_makes_a_record_worthless():
    assert bring_home('["cell", 1]\n["read", 1, "/scr', THERE, HERE) == ""


def test_packages_that_were_loaded_are_known():
    record = '["preloaded", ["scipy"]]\n["cell", 1]\n["package", 1, "numpy"]\n'
    assert list(packages_loaded(record)) == ["scipy", "numpy"]


def test_the_folders_here_are_those_of_this_python():
    folders = read_folders(Path("/home/me/blog"))
    assert (folders["content"], folders["prefix"]) == ("/home/me/blog", sys.prefix)
    assert Path(folders["figures"], "explanatory.py").is_file()
