"""Checks: one rule per file, each a pure function from an article to findings."""

from galley.checks.article import check_article, has_error
from galley.checks.content import check_workspace

__all__ = ["check_article", "check_workspace", "has_error"]
