"""`make benchmark`: Galley and the other ways to publish notebooks, measured in one run.

make benchmark ARGS="--repeat 3"          about half an hour on two cores
make benchmark ARGS="--long"              with 1,000 and 2,000 articles
make benchmark ARGS="--sizes 2 4"         a look, in some minutes
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

from tests.benchmarks.machine import describe_machine, describe_version
from tests.benchmarks.measuring import MeasuredCommandError
from tests.benchmarks.report import report_json, report_markdown
from tests.benchmarks.running import Plan, run_benchmark

ROOT = Path(__file__).resolve().parents[2]
# Not in the system's folder for temporary files, which may lie in memory.
FOLDER = ROOT / ".venv" / "benchmark"


def main() -> int:
    """Measure, print the tables, and write the numbers."""
    options = _options()
    folder: Path = options.folder.absolute()
    work = folder / "work"
    shutil.rmtree(work, ignore_errors=True)
    plan = Plan(
        work=work,
        environments=folder / "environments",
        sizes=tuple(options.sizes),
        repeat=options.repeat,
        contenders=options.contenders,
        is_long=options.long,
        say=_say,
    )
    machine = describe_machine()
    version = describe_version()
    if options.date:
        version["date"] = options.date
    try:
        results = run_benchmark(plan, machine, version)
    except MeasuredCommandError as error:
        _say(str(error))
        return 1
    text = report_markdown(results)
    (folder / "results.json").write_text(report_json(results), encoding="utf-8")
    (folder / "results.md").write_text(text, encoding="utf-8")
    sys.stdout.write(text)
    shutil.rmtree(work, ignore_errors=True)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make benchmark ARGS=…", description=__doc__)
    parser.add_argument("--repeat", type=int, default=3, help="medians of so many runs")
    parser.add_argument(
        "--sizes", type=int, nargs=2, default=(10, 50), metavar="N", help="numbers of articles"
    )
    parser.add_argument(
        "--contenders", default="abcdg", help="letters of the other ways; g is Galley"
    )
    parser.add_argument("--long", action="store_true", help="1,000 and 2,000 articles too")
    parser.add_argument("--date", help="the day to print in place of the commit's")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="environments and results")
    return parser.parse_args()


def _say(message: str) -> None:
    sys.stderr.write(f"{message}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
