"""Which servers are known by their keys: what ssh knows on this computer, and what Galley was told.

A server whose key is not the known one is never talked to. One that nobody knows yet is shown to
the author by its fingerprint, once.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from galley.disk import replace_patiently
from galley.findings import EnvironmentFault
from galley.publishing.credentials import Asking
from galley.speech.say import say

if TYPE_CHECKING:
    from asyncssh import SSHKey
    from asyncssh.known_hosts import SSHKnownHosts

CONFIG_VARIABLE = "GALLEY_CONFIG"
"""Names another folder than the system's own place for what this user has settled."""
_USUAL_PORT = 22


@dataclass(frozen=True)
class KnownHosts:
    """The files in which servers are known.

    Attributes
    ----------
    own
        Galley's own, the only one that is written.
    others
        Those of ssh.
    """

    own: Path
    others: tuple[Path, ...] = ()

    def read(self) -> SSHKnownHosts:
        """Return what all files know; lines that make no sense are passed over, as ssh does."""
        from asyncssh.known_hosts import SSHKnownHosts

        known = SSHKnownHosts()
        for file in (self.own, *self.others):
            for line in _lines(file):
                with suppress(ValueError):
                    known.load(line)
        return known

    def remember(self, host: str, port: int, key: SSHKey) -> None:
        """Add a server to Galley's own file."""
        name = host if port == _USUAL_PORT else f"[{host}]:{port}"
        line = f"{name} {key.export_public_key('openssh').decode().split(' # ')[0].strip()}"
        beside = self.own.with_name(f"{self.own.name}.new")
        try:
            self.own.parent.mkdir(parents=True, exist_ok=True)
            beside.write_text("\n".join([*_lines(self.own), line, ""]), encoding="utf-8")
            replace_patiently(beside, self.own)
        except OSError as error:
            raise EnvironmentFault(
                f"cannot write to {self.own.as_posix()}: {error.strerror or error}",
                f"Let {CONFIG_VARIABLE} name a folder that you can write.",
            ) from None


def known_hosts_of_user(environ: Mapping[str, str]) -> KnownHosts:
    """Return the files of whoever runs Galley."""
    from platformdirs import user_config_path

    folder = Path(environ.get(CONFIG_VARIABLE) or user_config_path("galley", appauthor=False))
    ssh = Path("~/.ssh").expanduser()
    system = (
        Path(environ.get("PROGRAMDATA", "/etc")) / "ssh" if os.name == "nt" else Path("/etc/ssh")
    )
    others = (ssh / "known_hosts", ssh / "known_hosts2", system / "ssh_known_hosts")
    return KnownHosts(folder / "known_hosts", others)


def settle_stranger(known: KnownHosts, host: str, port: int, key: SSHKey, asking: Asking) -> None:
    """Ask whether a server that nobody knows is the right one, and remember the answer yes.

    Raises
    ------
    EnvironmentFault
        If it is not, or nobody can be asked.
    """
    fingerprint = key.get_fingerprint()
    question = say(
        "{host} is not known to this computer yet. The fingerprint of its key is\n"
        "  {fingerprint}\n"
        "Whoever runs the server can tell you whether that is right. Is it?",
        host=host,
        fingerprint=fingerprint,
    )
    if not asking.agrees(question):
        raise EnvironmentFault(
            f"{host} is not known to this computer, and nobody has said that its key "
            f"{fingerprint} is right",
            "Nothing was sent. Ask whoever runs the server for its fingerprint, then run "
            "'galley publish' at a terminal and say yes once.",
        )
    known.remember(host, port, key)


def changed_key(known: KnownHosts, host: str, key: SSHKey) -> EnvironmentFault:
    """Return what is said of a server that shows another key than the known one."""
    return EnvironmentFault(
        f"{host} shows another key than the one that this computer knows: {key.get_fingerprint()}",
        "Nothing was sent: somebody may be in between. If whoever runs the server confirms the new "
        f"key, remove the line of {host} from {known.own.as_posix()} and from ~/.ssh/known_hosts, "
        "and publish again.",
    )


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []
