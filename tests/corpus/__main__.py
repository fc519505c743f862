"""Builds areas of the corpora, says what is wrong, and writes their files and tables.

python -m tests.corpus [hostile/paths …]
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from tests.corpus.building import build_area
from tests.corpus.case import CORPORA, TESTS, Area, area_names, read_area
from tests.corpus.folders import committed_files, write_files
from tests.corpus.judging import (
    faults_of_case,
    faults_of_files,
    faults_of_pages,
    lacking,
    strangers_outside,
)
from tests.corpus.tables import overview, table


def renew(area: Area) -> list[str]:
    """Write an area's files and table anew; return what is wrong."""
    shutil.rmtree(area.folder, ignore_errors=True)
    write_files(area.folder, committed_files(area))
    with tempfile.TemporaryDirectory() as folder:
        built = build_area(area, Path(folder))
        area.table.write_text(table(built), encoding="utf-8")
        cases = [f"{case.file}: {f}" for case in area.cases for f in faults_of_case(built, case)]
        outside = [f"written outside: {name}" for name in strangers_outside(built)]
        others = [*faults_of_pages(built), *faults_of_files(built), *lacking(built), *outside]
        running = [f"still runs: {command}" for command in built.processes]
        seconds = built.run.report.get("seconds", {})
        sys.stdout.write(f"{area.name}: {len(area.cases)} cases in {seconds} s\n")
        return [*cases, *others, *running]


def write_overviews() -> None:
    """Write what each corpus holds."""
    areas = [read_area(name) for name in area_names()]
    for corpus in CORPORA:
        (TESTS / corpus / "README.md").write_text(overview(corpus, areas), encoding="utf-8")


def main(names: list[str]) -> int:
    write_overviews()
    faults = [fault for name in names or area_names() for fault in renew(read_area(name))]
    sys.stdout.write("".join(f"{fault}\n" for fault in faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
