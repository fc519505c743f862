"""Which target is meant: by its name in ``site.toml``, by itself, or as it was typed."""

from __future__ import annotations

import hashlib
from pathlib import Path

from galley.config import SiteConfig
from galley.findings import UsageError, did_you_mean
from galley.locations.address import is_address
from galley.publishing.target import TargetSpec

UNNAMED = "to-"
"""How the names of targets begin that are not in ``site.toml``."""
_SHORT = "site"
# The name of the only target where ``[publish]`` itself has ``to``.


def choose_target(name: str | None, config: SiteConfig, root: Path) -> TargetSpec:
    """Return the target of a name; without one, the default one or the only one.

    Raises
    ------
    UsageError
        If there is no such target, none at all, or several and no default.
    """
    known = targets_of(config, root)
    usual = config.publish.default or (_SHORT if config.publish.to else "")
    chosen = name or usual or (next(iter(known)) if len(known) == 1 else "")
    if chosen in known:
        return known[chosen]
    if chosen:
        raise UsageError(
            f"there is no target '{chosen}'",
            did_you_mean(chosen, known)
            or (f"site.toml has: {', '.join(known)}" if known else _how(config)),
        )
    if known:
        raise UsageError(
            f"there are several targets: {', '.join(known)}",
            f"name one, for example galley publish {next(iter(known))}; or set default under "
            "[publish] in site.toml",
        )
    raise UsageError("site.toml does not say where to publish", _how(config))


def target_of_text(to: str, cwd: Path) -> TargetSpec:
    """Return a target as it was typed; a relative path is seen from the current folder.

    It has no address: ``base_url`` is where the usual target is seen.
    """
    whole = to if is_address(to) else (cwd / Path(to).expanduser()).resolve().as_posix()
    name = f"{UNNAMED}{hashlib.sha256(whole.encode()).hexdigest()[:8]}"
    return TargetSpec(name, to, "", cwd)


def targets_of(config: SiteConfig, root: Path) -> dict[str, TargetSpec]:
    """Return the targets of ``site.toml`` by name."""
    settings = config.publish
    found = {
        name: TargetSpec(name, each.to, each.address or _usual(each.to, config), root, each.branch)
        for name, each in settings.targets.items()
    }
    if settings.to:
        found.setdefault(_SHORT, TargetSpec(_SHORT, settings.to, config.base_url, root))
    return found


def _usual(to: str, config: SiteConfig) -> str:
    """Return where readers find a target without an address of its own; a zip file is no place."""
    return "" if to.lower().endswith(".zip") else config.base_url


def _how(config: SiteConfig) -> str:
    """Say in three lines how a target is given."""
    if config.publish.command:
        return (
            "it has a command, which 'Publish' in JupyterLab runs; write below it, for a list of "
            'changes and a way back: [publish.targets.web] and to = "../public"'
        )
    return (
        "try it with a folder: galley publish --to ../public\n"
        "  Then write into site.toml: [publish.targets.web]\n"
        '  and below it: to = "../public"  # or "site.zip", or a repository'
    )
