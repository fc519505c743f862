"""Findings for programs: JSON by its schema, GitHub's annotations, SARIF."""

import json
from importlib.resources import files

import jsonschema
import pytest

from galley.checks.rule_facts import known_rules
from galley.console.file_lines import FileLines
from galley.console.findings_github import findings_github
from galley.console.findings_json import findings_json
from galley.console.findings_sarif import findings_sarif
from galley.findings import Finding, Place, Severity

KEY = Finding(
    "citation-unknown-key",
    Severity.ERROR,
    Place("n/ä, 100%.ipynb", "text", 2),
    "100% unknown: 'x' really",
    "Add it, now.",
)
HOUSE = Finding("house-rule", Severity.ADVICE, Place("n/site.toml"), "not so")
NOTEBOOK = '{"cells": [\n{"id": "text",\n"source": [\n"one\\n",\n"two"]}]}'


@pytest.fixture
def lines(tmp_path):
    path = tmp_path / "x.ipynb"
    path.write_text(NOTEBOOK, encoding="utf-8")
    return FileLines({KEY.place.file: path})


@pytest.mark.parametrize("found", [(), (KEY, HOUSE)])
def test_json_keeps_to_its_schema(found):
    schema = json.loads(files("galley.checks").joinpath("findings.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(json.loads(findings_json(found)))


def test_the_schema_allows_every_rule():
    schema = json.loads(files("galley.checks").joinpath("findings.schema.json").read_text("utf-8"))
    found = [Finding(rule, Severity.ADVICE, Place("x"), "x") for rule in known_rules()]
    jsonschema.Draft202012Validator(schema).validate(json.loads(findings_json(found)))


def test_json_holds_the_findings_and_what_is_known_of_their_rules():
    assert json.loads(findings_json((KEY, HOUSE))) == {
        "schema": 1,
        "rules": [
            {
                "id": "citation-unknown-key",
                "severity": "error",
                "group": "citations",
                "what": "a citation of a work that the bibliography does not have",
                "why": "A reader who wants to check the claim finds no reference behind it.",
                "harm": 4,
                "cost": "a look into the sources",
            }
        ],
        "findings": [
            {
                "rule": "citation-unknown-key",
                "severity": "error",
                "file": "n/ä, 100%.ipynb",
                "cell": "text",
                "line": 2,
                "message": "100% unknown: 'x' really",
                "fix": "Add it, now.",
            },
            {
                "rule": "house-rule",
                "severity": "advice",
                "file": "n/site.toml",
                "cell": None,
                "line": None,
                "message": "not so",
                "fix": "",
            },
        ],
    }


def test_github_is_told_the_line_of_the_file_with_everything_escaped(lines):
    assert findings_github((KEY, HOUSE), lines) == (
        "::error file=n/ä%2C 100%25.ipynb,line=5,title=citation-unknown-key"
        "::100%25 unknown: 'x' really (cell text)%0AFix: Add it, now.\n"
        "::notice file=n/site.toml,title=house-rule::not so\n"
    )


def test_a_file_that_is_gone_has_no_lines():
    assert FileLines().line(Place("n/nowhere.ipynb", "a", 3)) is None
    assert FileLines().line(Place("n/nowhere.bib", line=3)) == 3


def test_sarif_has_what_the_standard_requires(lines):
    log = json.loads(findings_sarif((KEY, HOUSE, KEY), lines, "0.1.0"))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["semanticVersion"]) == ("Galley", "0.1.0")
    assert [rule["id"] for rule in driver["rules"]] == ["citation-unknown-key", "house-rule"]
    assert driver["rules"][0] == {
        "id": "citation-unknown-key",
        "shortDescription": {"text": "A citation of a work that the bibliography does not have"},
        "fullDescription": {
            "text": "A reader who wants to check the claim finds no reference behind it."
        },
        "help": {
            "text": "A reader who wants to check the claim finds no reference behind it. Mending "
            "it costs a look into the sources. To publish an article all the same, write "
            "ignore: {citation-unknown-key: the reason} in its front matter."
        },
        "defaultConfiguration": {"level": "error"},
        "properties": {"group": "citations", "harm": 4, "cost": "a look into the sources"},
    }
    assert len(run["results"]) == 3
    for result in run["results"]:
        assert set(result) == {"ruleId", "ruleIndex", "level", "message", "locations"}
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in {"error", "warning", "note", "none"}
        assert result["message"]["text"]
    assert run["results"][0]["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "n/%C3%A4,%20100%25.ipynb"},
                "region": {"startLine": 5},
            },
            "logicalLocations": [
                {
                    "name": "text",
                    "fullyQualifiedName": "n/ä, 100%.ipynb#text:2",
                    "kind": "cell",
                }
            ],
        }
    ]
    assert run["results"][1]["locations"] == [
        {"physicalLocation": {"artifactLocation": {"uri": "n/site.toml"}}}
    ]


def test_sarif_without_findings_is_a_run_without_results(lines):
    (run,) = json.loads(findings_sarif((), lines, "0.1.0"))["runs"]
    assert run["results"] == []
    assert run["tool"]["driver"]["rules"] == []
