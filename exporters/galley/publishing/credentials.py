"""Where passwords come from: the environment, the system's keyring, or the author who is asked.

They are never read from ``site.toml`` or an address. A variable that was set goes first, so that a
wrong password in a keyring can be overruled. What was asked for is offered to the keyring only once
a server has taken it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from galley.findings import EnvironmentFault
from galley.publishing.secret import Secret, SecretKind, WantedSecret
from galley.speech.say import say


class Asking(Protocol):
    """Whoever sits at the terminal."""

    def secret(self, question: str, /) -> str | None:
        """Ask for what is not shown while it is typed; None where there is nobody to ask."""

    def agrees(self, question: str, /) -> bool:
        """Ask yes or no; no where there is nobody to ask."""


class Nobody:
    """Nobody sits there: a program runs Galley."""

    def secret(self, _question: str, /) -> str | None:
        """Return nothing."""

    def agrees(self, _question: str, /) -> bool:
        """Agree to nothing."""
        return False


class Ring(Protocol):
    """A place of the system's where passwords lie; that of `keyring`."""

    def get_password(self, service: str, username: str) -> str | None:
        """Return what lies there."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Put something there."""


class SystemRing:
    """The system's keyring, or none: locked, without a desktop, or its package not installed."""

    def get_password(self, service: str, username: str) -> str | None:
        """Return what lies there."""
        import keyring

        return keyring.get_password(service, username)

    def set_password(self, service: str, username: str, password: str) -> None:
        """Put something there."""
        import keyring

        keyring.set_password(service, username, password)


class Credentials:
    """Finds secrets, each asked for once.

    Parameters
    ----------
    environ
        The environment's variables.
    """

    def __init__(self, environ: Mapping[str, str], ring: Ring, asking: Asking) -> None:
        self._environ, self._ring, self.asking = environ, ring, asking
        self._asked: dict[WantedSecret, Secret] = {}
        self._refused: dict[WantedSecret, Secret] = {}

    def known(self, wanted: WantedSecret) -> Secret | None:
        """Return a secret if it is known without asking anybody."""
        if wanted in self._asked:
            return self._asked[wanted]
        value = self._environ.get(wanted.variable) or self._recall(wanted)
        secret = Secret(value) if value else None
        # A server has said no to this one: it is asked for anew.
        return None if secret == self._refused.get(wanted) else secret

    def find(self, wanted: WantedSecret) -> Secret:
        """Return a secret, asking for it where it is not known.

        Raises
        ------
        EnvironmentFault
            If nobody can be asked.
        """
        secret = self.known(wanted) or self.ask(wanted)
        if secret is None:
            raise EnvironmentFault(
                f"there is no {wanted.kind} for the target '{wanted.target}' ({wanted.place})",
                f"Set {wanted.variable}, or run 'galley publish {wanted.target}' at a terminal, "
                "where Galley asks for it and can keep it in this computer's keyring.",
            )
        return secret

    def ask(self, wanted: WantedSecret) -> Secret | None:
        """Ask for a secret; None where there is nobody to ask, or nothing is typed."""
        typed = self.asking.secret(_question(wanted))
        if typed:
            self._asked[wanted] = Secret(typed)
        return self._asked.get(wanted)

    def accepted(self, wanted: WantedSecret) -> None:
        """Hear that a server took it: what was typed is offered to the keyring."""
        secret = self._asked.get(wanted)
        if secret is None or self._recall(wanted) == secret.reveal() or not self._has_ring():
            return
        question = say("Keep it in this computer's keyring, so that it is not asked for again?")
        if self.asking.agrees(question):
            self._keep(wanted, secret)

    def refused(self, wanted: WantedSecret) -> None:
        """Hear that a server did not take it: the next time it is asked for."""
        secret = self.known(wanted)
        self._asked.pop(wanted, None)
        if secret is not None:
            self._refused[wanted] = secret

    def _recall(self, wanted: WantedSecret) -> str | None:
        try:
            return self._ring.get_password(wanted.service, wanted.entry)
        except Exception:  # noqa: BLE001 - each system's keyring fails in words of its own
            return None

    def _has_ring(self) -> bool:
        """Tell whether a keyring answers at all, before somebody is asked to use it."""
        try:
            self._ring.get_password("galley", "galley")
        except Exception:  # noqa: BLE001 - as above
            return False
        return True

    def _keep(self, wanted: WantedSecret, secret: Secret) -> None:
        try:
            self._ring.set_password(wanted.service, wanted.entry, secret.reveal())
        except Exception:  # noqa: BLE001 - as above; publishing goes on without
            return


def _question(wanted: WantedSecret) -> str:
    match wanted.kind:
        case SecretKind.TOKEN:
            return say("Token for {place}", place=wanted.place)
        case SecretKind.PASSPHRASE:
            return say("Passphrase of the key for {place}", place=wanted.place)
        case _ if wanted.account:
            return say(
                "Password of {account} for {place}", account=wanted.account, place=wanted.place
            )
        case _:
            return say("Password for {place}", place=wanted.place)
