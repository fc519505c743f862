from datetime import timedelta
from typing import Any

import pytest

from galley.execution.key import KeyParts, why_changed
from galley.execution.tracing.trace import Trace
from galley.findings import UsageError

PARAMETERS = "lang = 'en'\naudience = 'patient'\ndays = 30"


def test_every_edition_of_an_article_is_a_job(content: Any, tagged: Any) -> None:
    editions = {"patient": {"audience": "patient"}, "clinician": {"audience": "clinician"}}
    content.article("a.ipynb", tagged(PARAMETERS, "parameters"), editions=editions)
    content.article("b.ipynb", "1")
    jobs = content.plan().jobs
    assert [(job.source.slug, job.edition, dict(job.parameters)) for job in jobs] == [
        ("a", "patient", {"audience": "patient", "lang": "en"}),
        ("a", "clinician", {"audience": "clinician", "lang": "en"}),
        ("b", "", {}),
    ]


def test_one_edition_can_be_asked_for(content: Any) -> None:
    content.article("a.ipynb", "1", editions={"patient": {}, "clinician": {}})
    content.article("b.ipynb", "1")
    jobs = content.plan(editions=["clinician"]).jobs
    assert [(job.source.slug, job.edition) for job in jobs] == [("a", "clinician"), ("b", "")]


def test_an_unknown_edition_is_an_error_of_usage_with_the_nearest(content: Any) -> None:
    content.article("a.ipynb", "1", editions={"patient": {}, "clinician": {}})
    with pytest.raises(UsageError) as raised:
        content.plan(editions=["clinicians"])
    assert str(raised.value) == (
        "no article has an edition 'clinicians'\n"
        "  Fix: did you mean 'clinician'? The editions are: clinician, patient."
    )


def test_an_edition_is_an_error_of_usage_where_no_article_has_any(content: Any) -> None:
    content.article("a.ipynb", "1")
    with pytest.raises(UsageError, match="No article has 'editions:' in its front matter"):
        content.plan(editions=["patient"])


def test_drafts_and_articles_of_a_day_to_come_are_not_executed(content: Any) -> None:
    content.article("a.ipynb", "1", draft=True)
    content.article("b.ipynb", "1", date="2026-11-24")
    content.article("c.ipynb", "1", date="2026-11-23")
    made = content.plan()
    assert [job.source.slug for job in made.jobs] == ["c"]
    assert [source.slug for source in made.unpublished] == ["a", "b"]


def test_an_article_without_code_needs_no_kernel(content: Any, prose: Any, tagged: Any) -> None:
    content.article("a.ipynb", prose("Words."), tagged("1 / 0", "skip-execution"), "#| echo: true")
    (job,) = content.plan().jobs
    assert (job.kernel, job.reason, job.key) == (None, "", "")


def test_a_wrong_value_in_site_toml_fails_the_article_and_no_other(
    content: Any, tagged: Any
) -> None:
    content.config = content.config.model_copy(update={"parameters": {"days": "many"}})
    content.article("a.ipynb", tagged(PARAMETERS, "parameters"))
    content.article("b.ipynb", "1")
    jobs = content.plan().jobs
    assert [(job.source.slug, job.is_legal) for job in jobs] == [("a", False), ("b", True)]


def test_a_site_parameter_nobody_declares_is_a_finding_of_the_plan(content: Any) -> None:
    content.config = content.config.model_copy(update={"parameters": {"season": "wet"}})
    content.article("a.ipynb", "1")
    (finding,) = content.plan().findings
    assert str(finding.place) == "notebooks/site.toml"


def test_a_command_line_parameter_reaches_each_article_that_declares_it(
    content: Any, tagged: Any
) -> None:
    content.article("a.ipynb", tagged("days = 30", "parameters"))
    content.article("b.ipynb", tagged("days = 'thirty'", "parameters"))
    content.article("c.ipynb", "1")
    jobs = content.plan(parameters={"days": "7"}).jobs
    assert [dict(job.parameters) for job in jobs] == [{"days": 7}, {"days": "7"}, {}]


def test_the_key_does_not_depend_on_prose_options_or_front_matter(content: Any, prose: Any) -> None:
    content.article("a.ipynb", prose("Old."), "#| caption: Old.\n1 + 1", title="Old")
    before = content.plan().jobs[0].key
    content.article("a.ipynb", prose("New."), "#| caption: New.\n1 + 1", title="New")
    assert content.plan().jobs[0].key == before


@pytest.mark.parametrize("tag", ["raises-exception", "edition:patient"])
def test_the_key_depends_on_tags_only_where_they_change_the_run(
    content: Any, tagged: Any, tag: Any
) -> None:
    content.article("a.ipynb", "1 + 1")
    before = content.plan().jobs[0].key
    content.article("a.ipynb", tagged("1 + 1", tag))
    assert (content.plan().jobs[0].key != before) == (tag == "raises-exception")


def test_the_same_code_in_another_place_has_another_key(content: Any) -> None:
    content.article("a.ipynb", "1 + 1")
    content.article("deep/a.ipynb", "1 + 1")
    first, second = content.plan().jobs
    assert first.key != second.key


def test_the_day_is_no_part_of_the_key(content: Any) -> None:
    source = content.article("a.ipynb", "1 + 1")
    assert source.front_matter.date is None
    today = content.plan().jobs[0].today
    later = content.plan(today=today + timedelta(days=1))
    assert later.jobs[0].key == content.plan().jobs[0].key


def keep(content: Any, job: Any) -> None:
    """Keep an outcome of a job that read nothing."""
    day = job.today.isoformat()
    content.store.write(job.parts, Trace(), job.edition, job.source.notebook, day=day, seconds=1)


def test_kept_outcomes_expire_as_the_front_matter_says(content: Any) -> None:
    content.article("a.ipynb", "1 + 1", cache="2 days")
    (job,) = content.plan().jobs
    keep(content, job)
    assert content.reasons(today=job.today + timedelta(days=1)) == {"a": ""}
    assert content.reasons(today=job.today + timedelta(days=2)) == {
        "a": "the front matter says 'cache: 2 days', and it ran on 2026-11-23"
    }


def test_an_article_that_is_never_to_be_kept_runs_again(content: Any) -> None:
    content.article("a.ipynb", "1 + 1", cache="never")
    keep(content, content.plan().jobs[0])
    assert content.reasons() == {"a": "the front matter says 'cache: never'"}


def test_an_outcome_that_was_kept_before_the_last_one_still_stands(content: Any) -> None:
    for code in ("1 + 1", "2 + 2"):
        content.article("a.ipynb", code)
        keep(content, content.plan().jobs[0])
    content.article("a.ipynb", "1 + 1")
    assert content.reasons() == {"a": ""}


def test_an_outcome_of_another_edition_stands_where_the_code_gives_the_same(content: Any) -> None:
    content.article("a.ipynb", "1 + 1", editions={"patient": {}})
    keep(content, content.plan().jobs[0])
    content.article("a.ipynb", "1 + 1", editions={"patient": {}, "clinician": {}})
    assert [job.reason for job in content.plan().jobs] == ["", ""]


def test_a_new_edition_with_other_parameters_is_a_first_run(content: Any, tagged: Any) -> None:
    cell = tagged("days = 1", "parameters")
    content.article("a.ipynb", cell, editions={"patient": {"days": 1}})
    keep(content, content.plan().jobs[0])
    content.article("a.ipynb", cell, editions={"patient": {"days": 1}, "clinician": {"days": 2}})
    assert [job.reason for job in content.plan().jobs] == ["", "first run"]


def test_a_lost_outcome_is_a_reason_of_its_own(content: Any) -> None:
    content.article("a.ipynb", "1 + 1")
    keep(content, content.plan().jobs[0])
    for blob in (content.store.root / "blobs").rglob("*"):
        if blob.is_file():
            blob.unlink()
    assert content.reasons() == {"a": "the kept result is missing or damaged"}


def test_only_the_notebook_that_was_named_is_planned(content: Any) -> None:
    content.article("a.ipynb", "1 + 1")
    content.article("b.ipynb", "1 + 1")
    content.selected = frozenset({"notebooks/b.ipynb"})
    assert [job.source.slug for job in content.plan().jobs] == ["b"]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"code": "other"}, "code changed"),
        ({"parameters": {"lang": "id"}}, "parameter 'lang' changed"),
        ({"parameters": {"days": 1}}, "parameter 'days' and 1 more changed"),
        ({"kernel": ["ir", "r"]}, "the kernel changed to 'ir'"),
        ({"schema": 99}, "Galley's way of running changed"),
        ({}, ""),
    ],
)
def test_the_reason_names_what_is_asked_differently(change: Any, sentence: Any) -> None:
    old = {
        "notebook": "a.ipynb",
        "code": "digest",
        "parameters": {"lang": "en"},
        "kernel": ["python3", "python"],
    }
    assert why_changed(KeyParts(**old).as_json(), KeyParts(**(old | change))) == sentence
