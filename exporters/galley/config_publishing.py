"""Where a site goes: the fields of ``[publish]`` in ``site.toml``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, Field, ValidationInfo, field_validator

from galley.article.front_matter_models import AuthoredValue
from galley.config_values import BaseUrl, Text
from galley.findings import did_you_mean
from galley.validation import wrong, wrong_value

_BRANCH = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*(?:[./][A-Za-z0-9_-]+)*")
_TARGET_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def _check_to(value: str) -> str:
    start, mark, rest = value.partition("://")
    user = rest.partition("/")[0].rpartition("@")[0]
    if mark and ":" in user:
        raise wrong(
            "'to' holds a password, and this file is no place for one",
            f"Write {start}://{user.partition(':')[0]}@… without it, and change the password if "
            "others have seen this file.",
        )
    return value


def _check_branch(value: str) -> str:
    if value and not _BRANCH.fullmatch(value):
        raise wrong_value("the name of a branch")
    return value


def _check_target_name(value: str) -> str:
    if not _TARGET_NAME.fullmatch(value):
        raise wrong(
            f"'{value}' cannot be the name of a target",
            "Use lower-case letters, digits and hyphens, for example [publish.targets.web].",
        )
    return value


class PublishTarget(AuthoredValue):
    """A place to which `galley publish` brings the site.

    Attributes
    ----------
    to
        A folder, seen from the content folder; a file that ends in ``.zip``; a repository; or an
        address. It never holds a password.
    address
        Where readers find the site; without it, that is ``base_url``.
    branch
        The branch of a repository that holds the site.
    """

    to: Annotated[Text, AfterValidator(_check_to)] = Field(examples=["../public"])
    address: BaseUrl = Field("", examples=["https://example.org/blog/"])
    branch: Annotated[str, AfterValidator(_check_branch)] = Field("", examples=["gh-pages"])


class PublishSettings(AuthoredValue):
    """Where the site goes after it was built; without it, it stays on this computer.

    Attributes
    ----------
    to
        A folder, seen from the content folder, or an address that fsspec reaches: the only target.
    command
        A program with its arguments, run in the content folder; ``{site}`` is the site's folder.
    default
        The one of `targets` that is meant where none is named.
    """

    to: Annotated[str, AfterValidator(_check_to)] = Field("", examples=["s3://bucket/blog"])
    command: tuple[Text, ...] = Field(
        (), examples=[["rsync", "-a", "{site}/", "maria@example.org:blog"]]
    )
    targets: Mapping[Annotated[str, AfterValidator(_check_target_name)], PublishTarget] = Field(
        default_factory=dict, examples=[{"web": {"to": "../public"}}]
    )
    default: str = Field("", examples=["web"])

    @field_validator("command")
    @classmethod
    def _check_one_of_both(cls, value: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        if value and info.data.get("to"):
            raise wrong(
                "'publish' has both 'to' and 'command'", "Keep the one by which the site travels."
            )
        return value

    @field_validator("default")
    @classmethod
    def _check_default(cls, value: str, info: ValidationInfo) -> str:
        targets: Mapping[str, PublishTarget] = info.data.get("targets", {value: None})
        if value and value not in targets:
            raise wrong(
                f"'default' in 'publish' is '{value}', and there is no such target",
                did_you_mean(value, targets) or f"Add [publish.targets.{value}], or remove it.",
            )
        return value

    @property
    def words(self) -> str:
        """What is done where no target is named, as it is written; empty where nothing is."""
        if self.to or self.command:
            return self.to or " ".join(self.command)
        name = self.default or (next(iter(self.targets)) if len(self.targets) == 1 else "")
        return self.targets[name].to if name else ""
