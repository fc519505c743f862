"""What WordPress is not: a place for the files of a site."""

from __future__ import annotations

from typing import NoReturn

from galley.findings import UsageError
from galley.publishing.credentials import Credentials
from galley.publishing.target import TargetSpec


def make(spec: TargetSpec, _credentials: Credentials) -> NoReturn:
    """Refuse what needs the files of a site: only `galley publish` knows WordPress."""
    raise UsageError(
        f"'{spec.to}' is a WordPress, which takes drafts and keeps their versions by itself",
        "send drafts with 'galley publish' at a terminal; for an older version, open the post "
        "there and look at its revisions",
    )
