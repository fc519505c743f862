"""Previews are made in a process that can be ended; one notebook does not hold up the others."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest
from tests.jupyterlab.notebooks import markdown, notebook_of

from galley.jupyterlab.bench import Bench, TooSlowError
from galley.jupyterlab.worker import EndedError, Worker

pytestmark = pytest.mark.kernel  # pandoc

WIDE = "|" + " a |" * 1_500
HEAVY = markdown(f"{WIDE}\n|{'---|' * 1_500}\n" + f"{WIDE}\n" * 60, "heavy")
MakeBench = Callable[..., Bench]


@pytest.fixture
def make_bench(tmp_path: Path) -> Iterator[MakeBench]:
    made = []

    def make(patience_s: float = 60, **more: Any) -> Bench:
        made.append(Bench(Worker(tmp_path, patience_s=patience_s), **more))
        return made[-1]

    yield make
    for bench in made:
        bench.close()


def ask(bench: Bench, *cells: dict[str, Any], name: str = "a.ipynb", **more: Any) -> Any:
    question = {"notebook": notebook_of(*cells), "client": "me", **more}
    return json.loads(asyncio.run(bench.ask(Path("/", name), question)))


def processes() -> set[int]:
    return {child.pid for child in psutil.Process().children(recursive=True)}


def test_page_and_findings_are_answered_apart(make_bench: MakeBench) -> None:
    bench = make_bench()
    cells = [markdown("# Title\n\nWords.", "a")]
    page = ask(bench, *cells, want="page", have=[])
    assert {"head", "top", "blocks", "end", "parts", "title", "cells"} < page.keys()
    assert "findings" not in page
    findings = ask(bench, *cells, want="findings")
    assert {"findings", "counts"} < findings.keys()
    assert not {"html", "parts"} & findings.keys()
    again = ask(bench, *cells, want="page", have=list(page["parts"]))
    assert again["parts"] == {}


def test_a_notebook_that_takes_too_long_is_stopped_and_others_go_on(make_bench: MakeBench) -> None:
    bench = make_bench(patience_s=1, pause_s=60)
    ask(bench, markdown("Fast.", "a"))
    before = time.monotonic()
    with pytest.raises(TooSlowError):
        ask(bench, HEAVY, name="heavy.ipynb")
    assert time.monotonic() - before < 10
    assert "Fast." in ask(bench, markdown("Fast.", "a"))["html"]


def test_it_is_not_tried_again_at_once(make_bench: MakeBench) -> None:
    clock = [100.0]
    bench = make_bench(patience_s=1, pause_s=60, now=lambda: clock[0])
    ask(bench, markdown("Fast.", "a"))
    with pytest.raises(TooSlowError):
        ask(bench, HEAVY)
    before = time.monotonic()
    with pytest.raises(TooSlowError) as slow:
        ask(bench, markdown("Mended.", "a"))
    assert time.monotonic() - before < 0.5
    assert slow.value.again_after_s == 60
    clock[0] += 61
    assert "Mended." in ask(bench, markdown("Mended.", "a"))["html"]


def test_a_process_that_breaks_down_is_started_again(make_bench: MakeBench) -> None:
    bench = make_bench()
    before = processes()
    ask(bench, markdown("Well.", "a"))
    for pid in processes() - before:
        os.kill(pid, signal.SIGKILL)
    time.sleep(0.2)
    assert "Well." in ask(bench, markdown("Well.", "a"))["html"]


def test_what_ends_the_process_is_told(make_bench: MakeBench) -> None:
    bench = make_bench()
    ask(bench, markdown("Well.", "a"))
    with pytest.raises(EndedError) as ended:
        ask(bench, notebook=1)  # the route lets no such question pass
    assert not ended.value.is_slow
    assert "Well." in ask(bench, markdown("Well.", "a"))["html"]


@pytest.mark.parametrize(
    "more",
    [
        {"keys": [{}, None, 1], "cells": 7},
        {"keys": [[]], "cells": {"[]": 3}, "client": {"a": []}},
        {"keys": {"a": 1}, "have": {"a": 1}},
        {"have": [None, {}, []], "view": ["feed"], "edition": {"a": 1}, "lang": [1]},
        {"want": {"page": 1}, "view": "../../etc/passwd"},
    ],
)
def test_a_question_of_any_form_is_answered(more: dict[str, Any], make_bench: MakeBench) -> None:
    answer = ask(make_bench(), markdown("Well.", "a"), **more)
    assert {"missing", "html", "parts"} & answer.keys()


def test_nothing_is_left_behind(make_bench: MakeBench) -> None:
    before = processes()
    bench = make_bench()
    ask(bench, markdown("$x$ [@a]", "a"))
    started = processes() - before
    assert started
    bench.close()
    end = time.monotonic() + 10
    while started & set(psutil.pids()) and time.monotonic() < end:
        time.sleep(0.1)
    alive = {
        pid for pid in started & set(psutil.pids()) if psutil.Process(pid).status() != "zombie"
    }
    assert not alive
