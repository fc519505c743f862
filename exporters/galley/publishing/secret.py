"""Passwords as values that cannot be seen by accident, and addresses that must not hold one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from galley.findings import UsageError

# As GitHub and GitLab begin theirs; git takes them in place of a name.
_TOKEN = re.compile(r"(?:gh[a-z]_|github_pat_|glpat-)\w+")
_TELLING = re.compile(r"(?i)[?&](?:[\w-]*(?:password|passwd|secret|token|signature)|key|sig)=")


class SecretKind(StrEnum):
    """What is asked for; the name is also the end of its environment variable."""

    PASSWORD = "password"  # noqa: S105 - the word, not one
    TOKEN = "token"  # noqa: S105
    PASSPHRASE = "passphrase"  # noqa: S105


class Secret:
    """A password that says nothing of itself in a traceback, a log or a list of local variables."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """Return the password itself, for the one call that needs it."""
        return self._value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and self._value == other._value

    def __hash__(self) -> int:
        return hash(self._value)

    def __repr__(self) -> str:
        return "Secret(hidden)"

    def __reduce__(self) -> str:
        raise TypeError("a secret does not leave its process")


@dataclass(frozen=True)
class WantedSecret:
    """Which secret is wanted.

    Attributes
    ----------
    target
        The name of the target in ``site.toml``.
    place
        The address as authors may see it.
    account
        For whom; empty where a token alone says it.
    """

    target: str
    place: str
    account: str = ""
    kind: SecretKind = SecretKind.PASSWORD

    @property
    def service(self) -> str:
        """Under which name the system's keyring has it."""
        return f"galley:{self.target}"

    @property
    def entry(self) -> str:
        """Whose it is, in the keyring."""
        return self.account or str(self.kind)

    @property
    def variable(self) -> str:
        """Which environment variable may hold it."""
        name = re.sub(r"[^A-Za-z0-9]+", "_", self.target).strip("_").upper()
        return f"GALLEY_{name or 'TARGET'}_{self.kind.upper()}"


def refuse_secret_in(address: str, target: str) -> None:
    """Raise `UsageError` for an address that has a password in it; the words do not repeat it."""
    if not holds_secret(address):
        return
    variable = WantedSecret(target, "").variable
    raise UsageError(
        f"the address of the target '{target}' has a password in it",
        f"Take it out: {shown(address)}. Galley asks for the password when it publishes and can "
        f"keep it in this computer's keyring; a machine without one finds it in {variable}. "
        "Change the password where others may have read it.",
    )


def holds_secret(address: str) -> bool:
    """Tell whether an address names a password, in front of its host or behind a question mark."""
    user, at, _ = urlsplit(address).netloc.rpartition("@")
    is_told = bool(at and ":" in user) or _TOKEN.match(user) is not None
    return is_told or _TELLING.search(address) is not None


def shown(address: str) -> str:
    """Return an address as it may be shown: without what could be a password."""
    parts = urlsplit(address)
    user, at, host = parts.netloc.rpartition("@")
    name = "" if _TOKEN.match(user) else user.partition(":")[0]
    at = at if name else ""
    return f"{parts.scheme}://{name}{at}{host}{parts.path}" if parts.scheme else address
