"""Planning: which articles and editions there are, and whose code must run, and why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from galley.article.publication import is_visible
from galley.config import Limits
from galley.execution.code import code_digest, runs_anything
from galley.execution.declared import DeclaredParameters, read_declared
from galley.execution.held import check_parameters_have_effect, finding_of_unrun
from galley.execution.kernels import (
    Kernel,
    KernelChoice,
    choose_kernel,
    choose_none,
    is_traced,
    read_installed_kernels,
)
from galley.execution.key import KeyParts
from galley.execution.model import Job, Plan
from galley.execution.parameters import (
    check_command_line,
    check_values,
    gather_values,
    unused_in_site,
)
from galley.execution.standing import find_standing, read_present
from galley.execution.store import KeptRun, Store
from galley.execution.tracing.present import Present
from galley.findings import Finding, UsageError, did_you_mean
from galley.seen import SeenFiles
from galley.workspace import ArticleSource, Workspace

_DAYS = re.compile(r"(\d+)\s*days?")


@dataclass(frozen=True)
class _Setting:
    """What all articles of a build share."""

    workspace: Workspace
    store: Store
    parameters: Mapping[str, object]
    today: date
    present: Present
    runs: bool
    sandbox: bool | None

    @property
    def limits(self) -> Limits:
        """What site.toml says, unless something else was asked about the sandbox."""
        limits = self.workspace.config.limits
        if self.sandbox is None:
            return limits
        return limits.model_copy(update={"sandbox": self.sandbox})


@dataclass(frozen=True)
class _Candidate:
    """An article with what is known of its code before any edition is looked at."""

    source: ArticleSource
    choice: KernelChoice
    declared: DeclaredParameters
    has_code: bool


def plan(
    workspace: Workspace,
    store: Store,
    *,
    parameters: Mapping[str, object],
    editions: Sequence[str] | None = None,
    today: date,
    output: Path | None = None,
    seen: SeenFiles | None = None,
    execute: bool = True,
    sandbox: bool | None = None,
) -> Plan:
    """Plan the execution of a content folder; nothing is run and nothing is written.

    Parameters
    ----------
    parameters
        Names and values from the command line; text is read as the declared type wants it.
    editions
        The only editions to build, for articles that have editions; ``None`` or empty means all.
    output
        The site's folder, which is no input of any article even if it lies among them.
    seen
        What is known of files from earlier builds.
    execute
        Whether code is run at all; ``execute = false`` in ``site.toml`` says no for good.
    sandbox
        Whether code is to run in the sandbox; ``None`` leaves it to ``site.toml``.

    Raises
    ------
    UsageError
        If the command line names a parameter no article declares, a value of the wrong type, or
        an edition no article has.
    """
    sources = _selected(workspace)
    runs = execute and workspace.config.execute
    if not runs:
        check_parameters_have_effect(parameters)
    candidates = _candidates(sources) if runs else [_unrun(source) for source in sources]
    declared = [candidate.declared for candidate in candidates]
    check_command_line(parameters, declared)
    _check_editions(editions or (), sources)
    visible = [item for item in candidates if is_visible(item.source.front_matter, today)]
    present = read_present(workspace, store, output, seen or SeenFiles())
    setting = _Setting(workspace, store, parameters, today, present, runs, sandbox)
    return Plan(
        jobs=tuple(
            _job(setting, item, name)
            for item in visible
            for name in _chosen_editions(item.source, editions or ())
        ),
        findings=unused_in_site(workspace.config.parameters, declared, _config_file(workspace)),
        unpublished=tuple(s for s in sources if not is_visible(s.front_matter, today)),
    )


def _selected(workspace: Workspace) -> list[ArticleSource]:
    chosen = workspace.selected
    return [source for source in workspace.sources if not chosen or source.file in chosen]


def _candidates(sources: Iterable[ArticleSource]) -> list[_Candidate]:
    """Return all articles with their kernels; kernels are looked for only where code is run."""
    running = [(source, runs_anything(source.notebook)) for source in sources]
    kernels = read_installed_kernels() if any(has_code for _, has_code in running) else {}
    return [_candidate(source, kernels, has_code=has_code) for source, has_code in running]


def _unrun(source: ArticleSource) -> _Candidate:
    """Return an article whose code is not run."""
    choice = choose_none(source.notebook)
    declared = read_declared(source.notebook, choice.language)
    return _Candidate(source, choice, declared, has_code=False)


def _candidate(
    source: ArticleSource, kernels: Mapping[str, Kernel], *, has_code: bool
) -> _Candidate:
    choice = choose_kernel(source.notebook, kernels, source.file)
    return _Candidate(source, choice, read_declared(source.notebook, choice.language), has_code)


def _check_editions(wanted: Iterable[str], sources: Iterable[ArticleSource]) -> None:
    legal = sorted({name for source in sources for name in source.front_matter.editions})
    for name in wanted:
        if name not in legal:
            listing = (
                f"The editions are: {', '.join(legal)}."
                if legal
                else "No article has 'editions:' in its front matter."
            )
            guess = did_you_mean(name, legal)
            raise UsageError(f"no article has an edition '{name}'", f"{guess} {listing}".strip())


def _chosen_editions(source: ArticleSource, wanted: Sequence[str]) -> tuple[str, ...]:
    """Return the editions to build; an article without editions has one without a name."""
    own = tuple(source.front_matter.editions) or ("",)
    if not wanted or own == ("",):
        return own
    return tuple(name for name in own if name in wanted)


def _job(setting: _Setting, candidate: _Candidate, edition: str) -> Job:
    source = candidate.source
    values, findings = _values(setting, candidate, edition)
    finding = candidate.choice.finding
    notes = (*findings, *([finding] if finding and candidate.has_code else []))
    bare = Job(
        source=source,
        article=_article_name(setting.workspace, source),
        today=setting.today,
        edition=edition,
        parameters=values,
        findings=notes,
        limits=setting.limits,
    )
    kernel = candidate.choice.kernel
    if not setting.runs:
        unrun = finding_of_unrun(bare)
        return replace(bare, findings=(*notes, unrun)) if unrun else bare
    return bare if kernel is None or not candidate.has_code else _keyed(setting, bare, kernel)


def _keyed(setting: _Setting, job: Job, kernel: Kernel) -> Job:
    """Return the job with its key and what is kept of it, or else the reason to run."""
    parts = KeyParts(
        notebook=job.article,
        code=code_digest(job.source.notebook),
        parameters=dict(job.parameters),
        kernel=[kernel.name, kernel.language, *kernel.command],
        sandbox=job.limits.sandbox,
    )
    asked = replace(job, key=parts.key, parts=parts, kernel=kernel, present=setting.present)
    standing = find_standing(asked, setting.store, setting.present)
    reason = standing.reason or _expired(job.source, standing.run, setting.today)
    if reason and not is_traced(kernel):
        # What it may read is everything; looked at before it runs, because it may write as well.
        setting.present.beside()
    return replace(asked, kept=standing.run, reason=reason, expected_s=standing.last_s)


def _expired(source: ArticleSource, kept: KeptRun | None, today: date) -> str:
    """Say whether ``cache:`` in the front matter asks for another run of unchanged code."""
    policy = str(source.front_matter.cache or "")
    due = runs_again_on(source, kept, today)
    if kept is None or due is None or today < due:
        return ""
    if policy == "never":
        return "the front matter says 'cache: never'"
    return f"the front matter says 'cache: {policy}', and it ran on {kept.day}"


def runs_again_on(source: ArticleSource, kept: KeptRun | None, today: date) -> date | None:
    """Return the day on which ``cache:`` asks for another run of unchanged code, if it does."""
    policy = str(source.front_matter.cache or "")
    if policy == "never":
        return today
    days = _DAYS.fullmatch(policy)
    if kept is None or days is None:
        return None
    return date.fromisoformat(kept.day) + timedelta(days=int(days[1]))


def _values(
    setting: _Setting, candidate: _Candidate, edition: str
) -> tuple[dict[str, Any], tuple[Finding, ...]]:
    source = candidate.source
    given = gather_values(
        lang=source.lang,
        site=setting.workspace.config.parameters,
        edition=source.front_matter.editions.get(edition, {}),
        edition_origin=f"edition '{edition}' of {source.file}",
        command_line=setting.parameters,
    )
    return check_values(candidate.declared, given, source.file)


def _article_name(workspace: Workspace, source: ArticleSource) -> str:
    # Not resolved: a linked notebook belongs to the folder that holds the link.
    return source.path.absolute().relative_to(workspace.root.absolute()).as_posix()


def _config_file(workspace: Workspace) -> str:
    return f"{workspace.name}/site.toml" if workspace.name else "site.toml"
