"""(d) the floor: the files of all figures, drawn by the same functions in one warm process."""

import csv
import importlib
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path.cwd()))

out, calls = sys.argv[1:]
for number, (module, function, arguments) in enumerate(json.loads(Path(calls).read_text("utf-8"))):
    figure = getattr(importlib.import_module(module), function)(**arguments)
    stem = Path(out) / f"figure-{number}"
    stem.with_suffix(".wide.svg").write_text(figure.wide_svg, encoding="utf-8")
    stem.with_suffix(".narrow.svg").write_text(figure.narrow_svg, encoding="utf-8")
    stem.with_suffix(".png").write_bytes(figure.png)
    with stem.with_suffix(".csv").open("w", encoding="utf-8", newline="") as table:
        csv.writer(table).writerows([figure.data.columns, *figure.data.rows])
