"""From a key in JupyterLab to the new page: how long an author waits, measured in a browser.

.venv/bin/python -m tests.benchmarks.live_page                 some minutes
.venv/bin/python -m tests.benchmarks.live_page --keys 10       a look
"""

from __future__ import annotations

import argparse
import copy
import json
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright
from tests.jupyterlab.conftest import Lab, command, environment, free_port, wait_until_ready
from tests.jupyterlab.notebooks import ARTICLES, in_memory

from galley.console.machine import find_browser

EXAMPLE = "what-recovery-means.ipynb"
WORDS = 1_500
MARK = "zq"
# Some five letters a second, as people write.
PAUSES_MS = (120, 300)
GOAL_MS = 300

# In the lab: when each key went down. In the page: when it was painted after each change, and how
# many letters had come by then.
NOTE = f"""
if (window === top) {{
  performance.setResourceTimingBufferSize(100000);
  window.keys = [];
  addEventListener('keydown', event => {{
    if (event.key === 'x') keys.push(performance.timeOrigin + performance.now());
  }}, true);
}} else {{
  window.painted = [];
  const note = () => requestAnimationFrame(() => setTimeout(() => {{
    const now = performance.timeOrigin + performance.now();
    const found = /{MARK}(x*)/.exec(document.body?.textContent ?? '');
    if (found) painted.push([found[1].length, now]);
  }}));
  new MutationObserver(note).observe(document, {{
    childList: true, characterData: true, subtree: true
  }});
}}
"""
GO = """([number, offset]) => {
  const notebook = jupyterapp.shell.currentWidget.content;
  notebook.activeCellIndex = number;
  const cell = notebook.activeCell;
  if ('rendered' in cell) cell.rendered = false;
  notebook.mode = 'edit';
  cell.editor.setCursorPosition(cell.editor.getPositionAt(offset));
  cell.editor.focus();
}"""
ANSWERS = """() => performance.getEntriesByType('resource')
  .filter(each => each.name.includes('galley/preview'))
  .map(each => [performance.timeOrigin + each.startTime, performance.timeOrigin + each.responseEnd])
"""


@dataclass(frozen=True)
class Place:
    """Where letters are written: a cell, and the words behind which they go."""

    name: str
    cell: int
    before: str


@dataclass(frozen=True)
class Wait:
    """What passed between a key and the page with its letter, in milliseconds."""

    whole: float
    server: float


def article(repeated: int) -> tuple[dict[str, Any], int]:
    """Return an article with figures, and how many words it has."""
    notebook = in_memory(ARTICLES / EXAMPLE)
    figures = [cell for cell in notebook["cells"] if "#| label: fig" in cell["source"]]
    notebook["cells"].remove(figures[-1])
    texts = [cell for cell in notebook["cells"][1:] if cell["cell_type"] == "markdown"]
    for number, cell in enumerate(texts):
        if _words(notebook) < WORDS:
            notebook["cells"].append({**cell, "id": f"{cell['id']}-more-{number}"})
    own = notebook["cells"][1:]
    for number in range(1, repeated):
        for cell in copy.deepcopy(own):
            cell["id"] += f"-{number}"
            cell["source"] = re.sub(r"(label: \S+)", rf"\1-{number}", cell["source"])
            notebook["cells"].append(cell)
    return notebook, _words(notebook)


def _words(notebook: dict[str, Any]) -> int:
    cells = (cell for cell in notebook["cells"] if cell["cell_type"] == "markdown")
    return sum(len(cell["source"].split()) for cell in cells)


def places(notebook: dict[str, Any]) -> list[Place]:
    """Return where letters are written, and write the mark there."""
    cells = notebook["cells"]
    wanted = {
        "letter in a paragraph": r"\n\n[A-Z][a-z]+ ",
        "heading": r"(?m)^## \w+",
        "figure caption": r"#\| caption: \w+",
        "front matter (title)": r"title: \w+",
    }
    return [Place(name, *_mark(cells, pattern)) for name, pattern in wanted.items()]


def _mark(cells: list[dict[str, Any]], pattern: str) -> tuple[int, str]:
    for number, cell in enumerate(cells):
        is_front = number == 0
        found = re.search(pattern, cell["source"])
        if found and is_front == pattern.startswith("title"):
            return number, found[0]
    raise ValueError(pattern)


@contextmanager
def lab(folder: Path) -> Iterator[Lab]:
    """Start JupyterLab on a folder, and end it."""
    running = Lab(folder / "notebooks", folder / "settings", f"http://127.0.0.1:{free_port()}")
    running.folder.mkdir()
    for name in ("site.toml", "references.bib"):
        shutil.copy(ARTICLES / name, running.folder / name)
    log = folder / "log.txt"
    with log.open("w", encoding="utf-8") as stream:
        process = subprocess.Popen(
            command(running), env=environment(folder), stdout=stream, stderr=subprocess.STDOUT
        )
        try:
            wait_until_ready(running, process, log)
            yield running
            running.ask("api/shutdown", "POST").close()
            process.wait(20)
        finally:
            process.kill()
            process.wait()


def measure(page: Page, place: Place, keys: int, chance: random.Random) -> list[Wait]:
    """Write letters at a place, and return how long the page took with each."""
    source = str(
        page.evaluate(
            "number => jupyterapp.shell.currentWidget.content.widgets[number].model"
            ".sharedModel.getSource()",
            place.cell,
        )
    )
    page.evaluate(GO, [place.cell, source.index(place.before) + len(place.before)])
    page.keyboard.type(MARK, delay=50)
    frame = page.frame_locator(".galley-frame:not(.galley-coming)").locator("html")
    frame.get_by_text(MARK).first.wait_for(state="attached")
    page.wait_for_timeout(2000)
    page.evaluate("() => { window.keys.length = 0 }")
    for _ in range(keys):
        page.keyboard.press("x")
        page.wait_for_timeout(chance.randrange(*PAUSES_MS))
    page.wait_for_timeout(2000)
    pressed = page.evaluate("keys")
    painted = [each for inner in page.frames[1:] for each in inner.evaluate("window.painted ?? []")]
    answers = page.evaluate(ANSWERS)
    for _ in range(keys + len(MARK)):
        page.keyboard.press("Backspace")
    page.wait_for_timeout(1000)
    return [
        _wait(
            time, min(when for count, when in painted if count >= number and when > time), answers
        )
        for number, time in enumerate(pressed, start=1)
    ]


def _wait(pressed: float, painted: float, answers: list[list[float]]) -> Wait:
    asked = [end - begin for begin, end in answers if begin >= pressed and end <= painted]
    return Wait(painted - pressed, asked[0] if asked else 0.0)


def row(words: int, place: str, waits: list[Wait]) -> str:
    """Return a row of the table."""
    whole = sorted(wait.whole for wait in waits)
    server = statistics.median(wait.server for wait in waits)
    rest = statistics.median(wait.whole - wait.server for wait in waits)
    p95 = whole[min(len(whole) - 1, int(0.95 * len(whole)))]
    numbers = (statistics.median(whole), p95, whole[-1], server, rest)
    return f"| {words:,} | {place} | " + " | ".join(f"{each:.0f}" for each in numbers) + " |"


def main() -> int:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keys", type=int, default=60, help="letters at each place")
    parser.add_argument("--long", type=int, default=7, help="how often the long article repeats")
    options = parser.parse_args()
    chance = random.Random(1)
    sys.stdout.write(
        "| words | what is written | p50 ms | p95 ms | max ms | server p50 ms | browser p50 ms |\n"
        "|---|---|---|---|---|---|---|\n"
    )
    with tempfile.TemporaryDirectory() as folder, lab(Path(folder)) as running:
        for repeated in (1, options.long):
            notebook, words = article(repeated)
            name = f"article-{repeated}.ipynb"
            (running.folder / name).write_text(json.dumps(notebook), encoding="utf-8")
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(
                    executable_path=find_browser().found, args=["--no-sandbox"]
                )
                page = browser.new_page(viewport={"width": 1280, "height": 800})
                page.add_init_script(NOTE)
                page.goto(running.page(name))
                page.locator("[data-jp-item-name=galley-page]").click()
                shown = page.frame_locator(".galley-frame:not(.galley-coming)")
                shown.locator("h1").wait_for()
                page.wait_for_timeout(5000)
                for place in places(notebook):
                    waits = measure(page, place, options.keys, chance)
                    sys.stdout.write(row(words, place.name, waits) + "\n")
                    sys.stdout.flush()
                browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
