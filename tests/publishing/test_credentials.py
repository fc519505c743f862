"""Passwords: where they come from, and that they are seen nowhere."""

from __future__ import annotations

import json
import pickle
import traceback
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoRing
from keyring.errors import KeyringLocked
from tests.publishing.authors import Author

from galley.findings import EnvironmentFault, UsageError
from galley.publishing.credentials import Credentials, Nobody, SystemRing
from galley.publishing.secret import Secret, SecretKind, WantedSecret, refuse_secret_in, shown
from galley.speech.say import say

WEB = WantedSecret("web", "sftp://maria@example.org/blog", "maria")
TOKEN = WantedSecret("web pages", "https://example.org/blog.git", kind=SecretKind.TOKEN)


class FileRing(KeyringBackend):
    """A keyring in a file, as systems without one have it."""

    priority = 1

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.file = file

    def held(self) -> dict[str, str]:
        return json.loads(self.file.read_text()) if self.file.exists() else {}

    def get_password(self, service, username):
        return self.held().get(f"{service}/{username}")

    def set_password(self, service, username, password):
        self.file.write_text(json.dumps(self.held() | {f"{service}/{username}": password}))

    def delete_password(self, service, username):
        raise NotImplementedError


class LockedRing(NoRing):
    def get_password(self, *_):
        raise KeyringLocked("the collection is locked")


@pytest.fixture
def ring(tmp_path: Path) -> Iterator[FileRing]:
    made = FileRing(tmp_path / "ring.json")
    was = keyring.get_keyring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(was)


def test_a_password_lies_in_the_keyring_under_the_targets_name(ring: FileRing) -> None:
    ring.set_password("galley:web", "maria", "gurita-42")

    found = Credentials({}, SystemRing(), Nobody()).find(WEB)

    assert found.reveal() == "gurita-42"


def test_a_variable_overrules_the_keyring(ring: FileRing) -> None:
    ring.set_password("galley:web", "maria", "old")

    found = Credentials({"GALLEY_WEB_PASSWORD": "new"}, SystemRing(), Nobody()).find(WEB)

    assert found.reveal() == "new"


def test_a_token_has_a_variable_and_an_entry_of_its_own(ring: FileRing) -> None:
    ring.set_password("galley:web pages", "token", "kept")

    assert TOKEN.variable == "GALLEY_WEB_PAGES_TOKEN"
    assert Credentials({}, SystemRing(), Nobody()).find(TOKEN).reveal() == "kept"


@pytest.mark.usefixtures("ring")
def test_where_nobody_can_be_asked_it_is_said_how_to_give_it() -> None:
    with pytest.raises(EnvironmentFault) as told:
        Credentials({}, SystemRing(), Nobody()).find(WEB)

    assert str(told.value) == (
        "there is no password for the target 'web' (sftp://maria@example.org/blog)\n"
        "  Fix: Set GALLEY_WEB_PASSWORD, or run 'galley publish web' at a terminal, where Galley "
        "asks for it and can keep it in this computer's keyring."
    )


def test_what_is_typed_is_asked_for_once_and_kept_once_a_server_took_it(ring: FileRing) -> None:
    author = Author("gurita-42")
    credentials = Credentials({}, SystemRing(), author)

    first, again = credentials.find(WEB), credentials.find(WEB)
    before = ring.held()
    credentials.accepted(WEB)

    assert (first, again) == (Secret("gurita-42"), Secret("gurita-42"))
    assert before == {}
    assert ring.held() == {"galley:web/maria": "gurita-42"}
    assert author.questions == [
        "Password of maria for sftp://maria@example.org/blog",
        "Keep it in this computer's keyring, so that it is not asked for again?",
    ]


def test_nothing_is_kept_against_the_authors_will(ring: FileRing) -> None:
    credentials = Credentials({}, SystemRing(), Author("gurita-42", agrees=False))

    credentials.find(WEB)
    credentials.accepted(WEB)

    assert ring.held() == {}


def test_a_refused_password_is_asked_for_anew_and_replaced(ring: FileRing) -> None:
    ring.set_password("galley:web", "maria", "old")
    author = Author("new")
    credentials = Credentials({}, SystemRing(), author)

    was = credentials.find(WEB)
    credentials.refused(WEB)
    now = credentials.find(WEB)
    credentials.accepted(WEB)

    assert (was.reveal(), now.reveal()) == ("old", "new")
    assert ring.held() == {"galley:web/maria": "new"}


@pytest.mark.parametrize("backend", [NoRing(), LockedRing()], ids=["missing", "locked"])
def test_a_keyring_that_is_missing_or_locked_is_no_obstacle(
    ring: FileRing, backend: KeyringBackend
) -> None:
    keyring.set_keyring(backend)
    author = Author("gurita-42")
    credentials = Credentials({}, SystemRing(), author)

    found = credentials.find(WEB)
    credentials.accepted(WEB)

    assert found.reveal() == "gurita-42"
    assert author.questions == ["Password of maria for sftp://maria@example.org/blog"]
    assert ring.held() == {}


def test_a_secret_is_seen_in_no_traceback_and_not_copied_away() -> None:
    secret = Secret("gurita-42")

    def fail() -> None:
        held = secret
        raise ValueError(f"{held} {[held]!r}")

    with pytest.raises(ValueError, match="hidden") as raised:
        fail()
    told = traceback.TracebackException.from_exception(raised.value, capture_locals=True)
    text = repr(told.stack[-1].locals) + str(raised.value)

    assert "Secret(hidden)" in text
    assert "gurita-42" not in text
    with pytest.raises(TypeError, match="does not leave its process"):
        pickle.dumps(secret)


def test_a_password_in_an_address_is_refused_without_repeating_it() -> None:
    with pytest.raises(UsageError) as told:
        refuse_secret_in("sftp://maria:gurita-42@example.org/blog", "web")

    assert str(told.value) == (
        "the address of the target 'web' has a password in it\n"
        "  Fix: Take it out: sftp://maria@example.org/blog. Galley asks for the password when it "
        "publishes and can keep it in this computer's keyring; a machine without one finds it in "
        "GALLEY_WEB_PASSWORD. Change the password where others may have read it."
    )


@pytest.mark.parametrize(
    ("address", "without"),
    [
        ("https://example.org/x?access_token=abc", "https://example.org/x"),
        ("s3://bucket/blog?secret=abc", "s3://bucket/blog"),
        ("https://u:p@example.org:8080/x", "https://u@example.org:8080/x"),
    ],
)
def test_other_ways_to_put_a_secret_into_an_address_are_refused_too(address, without) -> None:
    with pytest.raises(UsageError):
        refuse_secret_in(address, "web")

    assert shown(address) == without


@pytest.mark.parametrize(
    "address", ["sftp://maria@example.org/blog", "../public", "s3://bucket/a:b@c", "file:///x?y=1"]
)
def test_addresses_without_a_secret_pass(address: str) -> None:
    refuse_secret_in(address, "web")


def test_questions_are_asked_in_indonesian(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "id")

    assert say("Token for {place}", place="x") == "Token untuk x"
