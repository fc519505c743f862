"""What a stranger wrote commands neither the terminal nor the build server that shows it."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from galley.findings import Finding, Place, Severity
from galley.plain_words import plain_line, plain_words
from galley.speech.say import say

pytestmark = pytest.mark.kernel

ORDER = "\x1b]0;owned\x07\x1b[31m\r\n::error::owned\u202e"
ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
NAME = "odd\x1b[31m\n::error::x\u202e.ipynb"


@pytest.fixture(scope="module")
def folder(builds: Any, tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("terminal")
    front = "---\ntitle: {0}\ncategory: {0}\nauthors: [{0}]\n{0}: 1\n---".format(json.dumps(ORDER))
    broken = f"---\ntitle: T\ndate: {json.dumps(ORDER)}\n---"
    builds.write_notebook(folder / "blog" / "words.ipynb", front, f"[x](<{ORDER}.png>) [@{ORDER}]")
    builds.write_notebook(folder / "blog" / "broken.ipynb", broken)
    builds.write_notebook(folder / "blog" / "raises.ipynb", f"%%raise ValueError({ORDER!r})")
    builds.write_notebook(folder / "blog" / "kernel.ipynb", "%%1", kernelspec={"name": ORDER})
    builds.write_notebook(folder / "blog" / NAME, "# Odd name\n\n[x](no.png)")
    toml = json.dumps(ORDER)
    site = f"{toml} = 1\ntitle = {toml}\n"
    (folder / "blog" / "site.toml").write_text(site + f"trusted = [{toml}]\n", encoding="utf-8")
    (folder / "blog" / "references.bib").write_text(f"@article{{{ORDER},", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "command",
    [
        ("check", "blog", "--all"),
        ("check", "blog", "--format", "github"),
        ("build", "blog", "--output", "site"),
        ("status", "blog"),
    ],
    ids=" ".join,
)
def test_nothing_that_is_printed_is_an_order(
    folder: Any, builds: Any, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    # What is no terminal would have colours taken out on the way.
    monkeypatch.setattr("click.utils.should_strip_ansi", lambda *_: False)
    run = builds.galley(folder, *command)
    printed = run.out + run.err

    assert ODD.findall(printed) == []
    assert [each for each in printed.splitlines() if re.match(r"::\w+::", each)] == []
    assert printed


def test_a_name_is_shown_as_a_programmer_would_write_it(folder: Any, builds: Any) -> None:
    run = builds.galley(folder, "check", "blog", "--format", "json")
    files = {found["file"] for found in json.loads(run.out)["findings"]}

    assert "blog/odd\\x1b[31m ::error::x\\u202e.ipynb" in files


def test_a_finding_is_plain_wherever_it_goes() -> None:
    found = Finding("rule", Severity.ERROR, Place(ORDER, ORDER), ORDER, ORDER)

    assert ODD.findall(str(found)) == []
    assert "\n" not in found.message + found.place.file
    assert found.message == r"\x1b]0;owned\x07\x1b[31m\x0d ::error::owned\u202e"


def test_words_of_every_language_stay() -> None:
    words = "é ß 日本語 עברית\u200f العربية\u200d न्\u200dय, a\u00a0b"

    assert plain_line(words) == plain_words(words) == words
    assert plain_words("a\n\tb") == "a\n\tb"
    assert say("{name}", name=ORDER[:4]) == r"\x1b]0;"
