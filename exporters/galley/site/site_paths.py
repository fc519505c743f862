"""Which paths may stand in a site, on every system it may be copied to."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from pathlib import PurePosixPath

from galley.findings import ContentError, Finding, Place, Severity

OWN_PREFIX = ".galley-"
"""Names in the site folder that Galley keeps for itself."""

_FORBIDDEN = frozenset('<>:"|?*\\')
# Windows opens these as devices, whatever their suffix.
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))],
)

# Disks take 255; a little less leaves room for what other tools put behind a name.
_LONGEST_BYTES = 240


def check_paths(paths: Iterable[str]) -> None:
    """Raise `ContentError` for every path that is unsafe or that clashes with another.

    A site built on Linux is copied to Windows and macOS, where ``A.png`` and ``a.png`` are one
    file; so the rules of all three hold on each.
    """
    ordered = sorted(paths)
    findings = [_unsafe(path, reason) for path in ordered if (reason := unsafe_reason(path))]
    findings += _clashes([path for path in ordered if not unsafe_reason(path)])
    if findings:
        raise ContentError(*findings)


def unsafe_reason(path: str) -> str:
    """Return why a path may not stand in a site, in a few words; empty where it may."""
    if not path or path.startswith("/"):
        return "it does not begin inside the site"
    for part in path.split("/"):
        if reason := _part_reason(part):
            return reason
    return ""


def fold(path: str) -> str:
    """Return the form in which two paths are one on a disk that ignores case and encoding."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def parents(path: str) -> tuple[str, ...]:
    """Return the folders of a path inside the site, outermost first, without the site itself."""
    return tuple(str(parent) for parent in reversed(PurePosixPath(path).parents[:-1]))


def _part_reason(part: str) -> str:
    if part in {"", ".", ".."}:
        return "it has an empty part, '.' or '..'"
    reasons = (
        (
            part.lower().startswith(OWN_PREFIX),
            f"names that begin with '{OWN_PREFIX}' are Galley's own",
        ),
        (
            any(char in _FORBIDDEN or not char.isprintable() for char in part),
            "it has a character that Windows does not allow",
        ),
        (part[-1] in ". ", "a part ends with a dot or a space, which Windows drops"),
        (len(part.encode()) > _LONGEST_BYTES, f"a part is longer than {_LONGEST_BYTES} bytes"),
        (_is_device(part), f"'{part}' is the name of a device on Windows"),
    )
    return next((reason for is_so, reason in reasons if is_so), "")


def _is_device(part: str) -> bool:
    return part.split(".", maxsplit=1)[0].rstrip().lower() in _DEVICES


def _unsafe(path: str, reason: str) -> Finding:
    return Finding(
        "site-address-unsafe",
        Severity.ERROR,
        Place(path),
        f"this address cannot be published: {reason}",
        "Change the slug, alias or file name it comes from.",
    )


def _clashes(paths: list[str]) -> list[Finding]:
    """Find paths that are one file on some systems, and files that are folders of others."""
    first: dict[str, str] = {}
    findings = []
    for path in paths:
        other = first.setdefault(fold(path), path)
        if other != path:
            findings.append(_clash(path, f"is the same file as '{other}' on Windows and macOS"))
    for path in paths:
        findings += [
            _clash(path, f"needs a folder where '{first[fold(parent)]}' is a file")
            for parent in parents(path)
            if fold(parent) in first
        ]
    return findings


def _clash(path: str, reason: str) -> Finding:
    return Finding(
        "site-address-clash",
        Severity.ERROR,
        Place(path),
        f"this address {reason}",
        "Give one of the two another slug, alias or file name.",
    )
