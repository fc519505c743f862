"""Connecting to a Dask scheduler, and refusing one whose machines would give other outputs."""

from __future__ import annotations

import asyncio
import logging
import warnings
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from distributed import Client, rpc
from distributed.security import Security

from galley.cluster_tasks import greet, tell_versions
from galley.execution.cluster.versions import (
    Versions,
    differences,
    in_words,
    packages_needed,
    read_versions,
    versions_from,
)
from galley.findings import EnvironmentFault

_PATIENCE_S = 10.0
_WORKER_PATIENCE_S = 60.0
# What the two ends of Dask's own protocol must have in common.
_OF_DASK = ("dask", "distributed", "msgpack", "cloudpickle")


@dataclass(frozen=True)
class Connection:
    """A scheduler that answers.

    Attributes
    ----------
    address
        The scheduler's, as the author typed it.
    here
        All that is installed on this machine.
    """

    client: Client
    address: str
    here: Versions


@contextmanager
def connected(address: str) -> Iterator[Connection]:
    """Return a connection to a scheduler on whose workers the same is installed as here.

    Raises
    ------
    EnvironmentFault
        If no scheduler answers, it has no workers, or something else is installed on one of its
        machines.
    """
    client = _connect(address)
    try:
        _wait_for_worker(client, address)
        here = read_versions()
        _compare(client, address, here.only(packages_needed()))
        yield Connection(client, address, here)
    finally:
        client.close(timeout=_PATIENCE_S)


def _connect(address: str) -> Client:
    _quieten()
    try:
        asyncio.run(_greet(address))
        with warnings.catch_warnings():
            # Galley compares versions itself, and refuses instead of warning.
            warnings.simplefilter("ignore")
            return Client(address, set_as_default=False, timeout=_PATIENCE_S)
    except TimeoutError as error:
        problem = f"no Dask scheduler answers at {address} within {_PATIENCE_S:g} s"
        raise EnvironmentFault(problem, _fix(address)) from error
    except Exception as error:
        words = " ".join(str(error).split()) or type(error).__name__
        problem = f"no Dask scheduler answers at {address}: {words}"
        raise EnvironmentFault(problem, _fix(address)) from error


def _quieten() -> None:
    """Let Dask be silent: it tells of lost workers with tracebacks, Galley with sentences."""
    names = [name for name in logging.root.manager.loggerDict if name.startswith("distributed")]
    for name in ("distributed", *names):
        logging.getLogger(name).setLevel(logging.CRITICAL)


async def _greet(address: str) -> None:
    """Ask the scheduler for its name; a client that finds none leaves threads behind."""
    options = Security().get_connection_args("client")
    async with asyncio.timeout(_PATIENCE_S), rpc(address, connection_args=options) as there:
        if (await there.identity())["type"] != "Scheduler":
            raise ValueError("it is another part of Dask")


def _fix(address: str) -> str:
    if address.startswith("tls://"):
        return (
            "Check the address, and the certificates that Dask's configuration names under "
            "distributed.comm.tls."
        )
    return "Start one with 'dask scheduler', or check the address and the firewall between."


def _wait_for_worker(client: Client, address: str) -> None:
    try:
        client.wait_for_workers(1, timeout=_WORKER_PATIENCE_S)
    except TimeoutError as error:
        raise EnvironmentFault(
            f"the scheduler {address} has no workers",
            f"Start one with 'dask worker {address}'.",
        ) from error


def _compare(client: Client, address: str, versions: Versions) -> None:
    """Refuse a cluster on which something else is installed, before anything runs there."""
    dask: Any = client.get_versions(check=False)
    _compare_dask(f"the scheduler {address}", dask["client"], dask["scheduler"])
    for worker, found in dask["workers"].items():
        _compare_dask(f"the worker {worker}", dask["client"], found)
    _check_scheduler(client, address)
    told = client.run(tell_versions, on_error="return")
    for worker, found in told.items():
        _compare_galley(worker, versions, found)


def _check_scheduler(client: Client, address: str) -> None:
    """Find out whether the scheduler can read tasks; it runs none, so its versions are its own."""
    try:
        client.run_on_scheduler(greet)
    except Exception as error:
        raise _without_galley(f"the scheduler {address}", error) from error


def _compare_dask(name: str, here: Mapping[str, Any], there: Mapping[str, Any]) -> None:
    ours, theirs = here["packages"], there["packages"]
    found = [
        f"{package} {theirs.get(package)} instead of {ours[package]}"
        for package in _OF_DASK
        if theirs.get(package) != ours[package]
    ]
    if found:
        raise _refusal(name, found)


def _compare_galley(worker: str, here: Versions, told: object) -> None:
    if not isinstance(told, dict):
        raise _without_galley(f"the worker {worker}", told)
    if found := differences(here, versions_from(told)):
        raise _refusal(f"the worker {worker}", found)


def _without_galley(name: str, error: object) -> EnvironmentFault:
    return EnvironmentFault(
        f"{name} has no Galley of this version: {' '.join(str(error).split())}",
        "Install the same galley-articles there as here, for example from requirements.lock.",
    )


def _refusal(name: str, found: Iterable[str]) -> EnvironmentFault:
    return EnvironmentFault(
        f"{name} has {in_words(found)}",
        "Install the same versions there as here, for example from requirements.lock, or build "
        "without --scheduler.",
    )
