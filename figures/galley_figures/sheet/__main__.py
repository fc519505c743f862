"""``python -m galley_figures.sheet``: draw every figure and measure it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from galley_figures.errors import FigureError
from galley_figures.sheet.write import write_sheet


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the sheet; return 0, or 2 if something cannot be done."""
    parser = argparse.ArgumentParser(
        prog="python -m galley_figures.sheet",
        description="Draw every figure in light, dark, narrow and grey, and measure it.",
    )
    parser.add_argument("--output", type=Path, default=Path("figures-sheet"), help="the folder")
    parser.add_argument("--pictures", action="store_true", help="also a picture of each drawing")
    parser.add_argument("--only", nargs="+", default=(), metavar="NAME", help="only these figures")
    options = parser.parse_args(arguments)
    try:
        count = write_sheet(options.output, only=options.only, with_pictures=options.pictures)
    except FigureError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(f"{count} drawings: {options.output / 'index.html'}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
