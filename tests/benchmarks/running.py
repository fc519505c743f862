"""The benchmark itself: everything measured in turn, a round at a time.

Rounds mix the contenders, so that a machine that grows slower treats them alike.
"""

from __future__ import annotations

import shutil
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.benchmarks.articles import add_prose, slug
from tests.benchmarks.builds import Blog, Build, make_blog, users_of
from tests.benchmarks.measuring import Cost, measure
from tests.benchmarks.results import GALLEY, Results, Row
from tests.benchmarks.rivals import Rival, install, rivals, run, versions

MANY = 1000
PYTHON_RUNS = 20


@dataclass(frozen=True)
class Plan:
    """What to measure, how often, and where.

    Attributes
    ----------
    work
        Emptied before and after.
    environments
        Kept between runs.
    contenders
        Letters of the rivals; ``g`` is Galley.
    say
        Told of each step.
    """

    work: Path
    environments: Path
    sizes: tuple[int, int]
    repeat: int
    contenders: str
    is_long: bool
    say: Callable[[str], None]

    @property
    def has_galley(self) -> bool:
        """Whether Galley takes part."""
        return "g" in self.contenders


def run_benchmark(plan: Plan, machine: Mapping[str, str], version: Mapping[str, str]) -> Results:
    """Measure everything that the plan names."""
    taking_part = [rival for rival in rivals() if rival.name in plan.contenders]
    pythons = {rival: install(rival, plan.environments, plan.say) for rival in taking_part}
    blogs = {count: make_blog(plan.work / f"{count}", count) for count in sorted(plan.sizes)}
    clean = _measure_clean(plan, pythons, blogs)
    rows = _measure_rows(plan, blogs[max(plan.sizes)]) if plan.has_galley else {}
    if plan.is_long:
        rows |= _measure_many(plan)
    words = {rival.name: rival.words for rival in taking_part}
    return Results(
        machine=machine,
        versions={**version, **_versions(pythons)},
        words=words | {GALLEY: "Galley: a process for each article, and a whole site"},
        clean=clean,
        rows=rows,
        python_s=_python_s(plan),
    )


# ------------------------------------------------------------------ all from nothing


def _measure_clean(
    plan: Plan, pythons: Mapping[Rival, Path], blogs: Mapping[int, Blog]
) -> dict[tuple[str, int], tuple[Cost, ...]]:
    _warm_up(plan, pythons, blogs[min(blogs)])
    costs: dict[tuple[str, int], list[Cost]] = defaultdict(list)
    for turn in range(plan.repeat):
        for count, blog in blogs.items():
            for rival, python in pythons.items():
                cost = _run_rival(plan, rival, python, blog, count)
                costs[rival.name, count].append(cost)
                _tell(plan, f"{turn + 1}. ({rival.name}), {count} articles", cost)
            if plan.has_galley:
                cost = _run_clean(blog, count).cost
                costs[GALLEY, count].append(cost)
                _tell(plan, f"{turn + 1}. Galley, {count} articles", cost)
    return {key: tuple(runs) for key, runs in costs.items()}


def _warm_up(plan: Plan, pythons: Mapping[Rival, Path], blog: Blog) -> None:
    """Have modules compiled and fonts listed, which happens once on every machine."""
    plan.say("Warming up")
    for rival, python in pythons.items():
        _run_rival(plan, rival, python, blog, 1)
    if plan.has_galley:
        blog.build()


def _run_rival(plan: Plan, rival: Rival, python: Path, blog: Blog, count: int) -> Cost:
    out = plan.work / "out"
    shutil.rmtree(out, ignore_errors=True)
    return run(rival, python, blog.content, count, out)


def _run_clean(blog: Blog, count: int) -> Build:
    blog.forget()
    build = blog.build()
    _expect(build, frozenset(map(slug, range(count))))
    return build


# ------------------------------------------------------------------ what authors do


def _measure_rows(plan: Plan, blog: Blog) -> dict[str, Row]:
    count = max(plan.sizes)
    every, one = frozenset(map(slug, range(count))), frozenset({slug(1)})

    def repeated(words: str, must_run: frozenset[str], build: Callable[[], Build]) -> Row:
        return _row(plan, words, count, must_run, (build() for _ in range(plan.repeat)))

    def first() -> Build:
        blog.forget()
        return blog.build(first=True)

    def after(change: Callable[[], None]) -> Build:
        change()
        return blog.build()

    rows = {"first": repeated("a user's very first build", every, first)}
    blog.build()
    rows["nothing"] = repeated("nothing changed", frozenset(), blog.build)
    rows["sentence"] = repeated(
        "one sentence changed", frozenset(), lambda: after(lambda: blog.change_sentence(1))
    )
    rows["cell"] = repeated(
        "one code cell changed", one, lambda: after(lambda: blog.change_cell(1))
    )
    rows["module"] = repeated(
        "a module of every other article changed",
        users_of("gains", count),
        lambda: after(lambda: blog.change_module("gains")),
    )
    return rows


def _measure_many(plan: Plan) -> dict[str, Row]:
    """Measure once: a thousand articles from nothing, then two thousand of which none changed."""
    blog = make_blog(plan.work / "many", MANY)
    every = frozenset(map(slug, range(MANY)))
    thousand = _row(plan, "clean build", MANY, every, [blog.build()])
    add_prose(blog.content, range(MANY, 2 * MANY))
    blog.build()
    blog.build()
    nothing = _row(
        plan,
        "nothing changed; the second thousand has no code",
        2 * MANY,
        frozenset(),
        (blog.build() for _ in range(plan.repeat)),
    )
    return {"thousand": thousand, "nothing-many": nothing}


def _row(
    plan: Plan,
    words: str,
    count: int,
    must_run: frozenset[str],
    builds: Iterator[Build] | list[Build],
) -> Row:
    made = []
    for build in builds:
        made.append(build)
        _tell(plan, f"Galley: {words}, {len(build.ran)} ran", build.cost)
    is_exact = all(build.ran == must_run for build in made)
    return Row(words, tuple(build.cost for build in made), count, len(made[-1].ran), is_exact)


# ------------------------------------------------------------------ small things


def _expect(build: Build, must_run: frozenset[str]) -> None:
    if build.ran != must_run:
        raise RuntimeError(f"{len(must_run)} articles had to run, but {len(build.ran)} did")


def _python_s(plan: Plan) -> float:
    command = [sys.executable, "-c", "import json, hashlib"]
    return median(measure(command, cwd=plan.work).wall_s for _ in range(PYTHON_RUNS))


def _versions(pythons: Mapping[Rival, Path]) -> dict[str, str]:
    wanted = {
        "a": ("papermill", "nbconvert", "ipykernel"),
        "c": ("ploomber-engine",),
        "d": ("matplotlib", "numpy"),
    }
    found: dict[str, str] = {}
    for rival, python in pythons.items():
        found |= versions(python, wanted.get(rival.name, ()))
    return found


def _tell(plan: Plan, what: str, cost: Cost) -> None:
    plan.say(f"{what}: CPU {cost.cpu_s:.2f} s, wall {cost.wall_s:.2f} s")
