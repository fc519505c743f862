"""The one script of every page: small, alone, and allowed by its digest."""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
from dataclasses import replace

from galley.html.context import PageContext, SiteContext
from galley.html.page_script import page_script, shrink_script
from galley.html.words import words_for

PAGE = PageContext("en", words_for("en"), SiteContext("A site"), "A page")


def test_the_script_stays_within_its_budget() -> None:
    assert len(page_script()) <= 5_000
    assert len(gzip.compress(page_script().encode(), mtime=0)) <= 2_000


def test_the_script_cannot_end_its_element_and_asks_no_host() -> None:
    assert not re.search(r"</script|<!--|https?:|fetch|import|XMLHttp|eval", page_script())


def test_shrinking_leaves_out_comments_and_indentation_and_no_statement() -> None:
    script = "// why\n  if (a) {\n    b = 1; // stays\n    c\n  }\n\n  else d\n"
    assert shrink_script(script) == "if (a) {b = 1; // stays\nc\n}\nelse d"


def test_the_policy_allows_the_script_by_its_digest() -> None:
    digest = base64.b64encode(hashlib.sha256(page_script().encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}';" in PAGE.content_security_policy


def test_a_page_with_a_script_of_its_own_has_not_got_the_usual_one() -> None:
    preview = replace(PAGE, allowed_script="alert(1)")
    assert preview.script == ""
    assert hashlib.sha256(page_script().encode()).hexdigest() not in preview.content_security_policy
    assert preview.content_security_policy.count("sha256-") == 1
