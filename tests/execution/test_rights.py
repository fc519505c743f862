"""Before code of others runs for the first time, it is said whose rights it has."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from galley.execution.rights import note_of_rights

pytestmark = pytest.mark.kernel

_ADVICE = "with your rights; if you do not know it, stop with Ctrl-C and build with --sandbox"


def test_it_is_said_once_and_only_where_code_is_not_from_here(content: Any) -> None:
    content.article("a.ipynb", "1 + 1")
    one = content.plan()
    first = f"The code of notebooks/a.ipynb runs here for the first time, {_ADVICE}"
    assert note_of_rights(one, content.root) == first
    assert note_of_rights(content.plan(sandbox=True), content.root) == ""
    assert note_of_rights(content.plan(execute=False), content.root) == ""

    (content.root / "site.toml").touch()
    assert note_of_rights(content.plan(), content.root) == ""

    for name in ("b.ipynb", "c.ipynb"):
        source = content.article(name, "2")
        content.sources[name] = replace(source, has_front_matter=False)
    said = note_of_rights(content.plan(), content.root)
    assert said == f"The code of 2 notebooks runs here for the first time, {_ADVICE}"

    content.build()
    assert note_of_rights(content.plan(), content.root) == ""
