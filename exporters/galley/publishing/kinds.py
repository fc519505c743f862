"""Which kind of target an author means by ``to = …``; each kind is imported when it is wanted."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable
from dataclasses import dataclass

from galley.findings import UsageError
from galley.locations.address import is_address
from galley.publishing.credentials import Credentials
from galley.publishing.secret import refuse_secret_in
from galley.publishing.target import Target, TargetSpec

# maria@example.org:blog.git, as git and scp write it; one letter before the colon is a drive.
_SCP = re.compile(r"[\w.-]+@[\w.-]+:(?!//).+")


@dataclass(frozen=True)
class Kind:
    """A kind of target.

    Attributes
    ----------
    takes
        Tells whether a target is of this kind; the first one that says so has it.
    module
        Its module, with a function ``make(spec, credentials)`` that returns the `Target`.
    """

    name: str
    takes: Callable[[TargetSpec], bool]
    module: str


def _protocols(*names: str) -> Callable[[TargetSpec], bool]:
    return lambda spec: spec.to.partition("://")[0].lower() in names and "://" in spec.to


def _is_zip(spec: TargetSpec) -> bool:
    return not is_address(spec.to) and spec.to.lower().endswith(".zip")


def _is_git(spec: TargetSpec) -> bool:
    is_repository = spec.to.rstrip("/").endswith(".git") or _SCP.fullmatch(spec.to) is not None
    return bool(spec.branch) or is_repository or spec.to.startswith("git+")


def is_wordpress(spec: TargetSpec) -> bool:
    """Tell whether articles go there as drafts, and no site."""
    return _protocols("wordpress", "wordpress+https", "wordpress+http")(spec)


def _is_store(spec: TargetSpec) -> bool:
    """Tell whether fsspec may reach it; on the web it only reads."""
    return is_address(spec.to) and not _protocols("http", "https")(spec)


def _is_folder(spec: TargetSpec) -> bool:
    return not is_address(spec.to)


KINDS = (
    Kind("git", _is_git, "galley.publishing.git_branch"),
    Kind("rsync", _protocols("rsync", "rsync+ssh"), "galley.publishing.rsync"),
    Kind("sftp", _protocols("sftp", "ssh"), "galley.publishing.sftp"),
    Kind("wordpress", is_wordpress, "galley.publishing.wordpress.kind"),
    Kind("zip", _is_zip, "galley.publishing.archive"),
    Kind("bucket", _is_store, "galley.publishing.bucket"),
    Kind("folder", _is_folder, "galley.publishing.folder"),
)
"""In the order in which they are asked."""


def make_target(spec: TargetSpec, credentials: Credentials) -> Target:
    """Return the target that a spec names.

    Raises
    ------
    UsageError
        If nothing here can reach it, or it holds a password.
    """
    refuse_secret_in(spec.to, spec.name)
    kind = next((kind for kind in KINDS if kind.takes(spec)), None)
    if kind is None:
        raise UsageError(
            f"'{spec.to}' is no place that a site can be published to",
            "give a folder, a file that ends in .zip, or the address of a repository",
        )
    target: Target = importlib.import_module(kind.module).make(spec, credentials)
    return target
