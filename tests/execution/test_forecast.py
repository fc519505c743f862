from dataclasses import replace
from typing import Any

import pytest

from galley.execution.forecast import Forecast
from galley.execution.model import Job


class Clock:
    """A clock that stands until it is set."""

    now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def jobs(content: Any) -> Any:
    """Return a function that makes jobs by what they took last time."""
    content.article("a.ipynb", "1")
    (job,) = content.plan().jobs

    def make(*expected_s: float | None) -> list[Job]:
        return [
            replace(job, key=f"k{number}", expected_s=seconds)
            for number, seconds in enumerate(expected_s)
        ]

    return make


def test_what_is_left_is_shared_by_those_that_run_side_by_side(jobs: Any, clock: Any) -> None:
    assert Forecast(jobs(10, 20, 30, 40), 2, clock).left_s() == 50
    assert Forecast(jobs(10, 20, 30, 40), 1, clock).left_s() == 100


def test_one_long_article_cannot_be_shared(jobs: Any, clock: Any) -> None:
    long = jobs(5, 60)
    forecast = Forecast(long, 4, clock)
    forecast.note_start(long[1])
    assert forecast.left_s() == 60


def test_what_runs_gets_shorter_and_never_less_than_nothing(jobs: Any, clock: Any) -> None:
    (job,) = jobs(10)
    forecast = Forecast([job], 1, clock)
    forecast.note_start(job)
    clock.now_s += 4
    assert forecast.left_s() == 6
    clock.now_s += 60
    assert forecast.left_s() == 0


def test_an_article_of_which_nothing_is_known_takes_what_the_others_take(
    jobs: Any, clock: Any
) -> None:
    assert Forecast(jobs(10, 20, None), 1, clock).left_s() == 45


def test_nothing_is_foreseen_until_something_is_known(jobs: Any, clock: Any) -> None:
    new = jobs(None, None)
    forecast = Forecast(new, 1, clock)
    forecast.note_start(new[0])
    assert forecast.left_s() is None
    forecast.note_end(new[0], 8)
    assert forecast.left_s() == 8


def test_a_slower_machine_is_noticed(jobs: Any, clock: Any) -> None:
    known = jobs(10, 10)
    forecast = Forecast(known, 1, clock)
    forecast.note_start(known[0])
    forecast.note_end(known[0], 30)
    assert forecast.left_s() == 30


def test_nothing_is_left_when_all_have_ended_and_editions_of_one_run_count_once(
    jobs: Any, clock: Any
) -> None:
    (job,) = jobs(10)
    forecast = Forecast([job, replace(job, edition="clinician")], 1, clock)
    assert forecast.left_s() == 10
    forecast.note_start(job)
    forecast.note_end(job, 10)
    assert forecast.left_s() == 0


@pytest.mark.kernel
def test_a_job_knows_how_long_its_last_run_took(content: Any) -> None:
    content.article("a.ipynb", "1 + 1")
    assert content.plan().jobs[0].expected_s is None
    executed = content.build()["a"]
    content.article("a.ipynb", "2 + 2")
    (job,) = content.plan().jobs
    assert job.reason
    assert job.expected_s == pytest.approx(executed.seconds, abs=0.001)
