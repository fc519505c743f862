"""What is said of networks that fail, word for word, and how often something is tried again."""

from __future__ import annotations

import errno
import socket
import ssl

import pytest

from galley.publishing.remote_faults import (
    Patience,
    is_full,
    network_fault,
    no_room,
    wrong_secret,
)
from galley.publishing.secret import SecretKind, WantedSecret
from galley.speech.findings import refusal_in

REFUSED = ConnectionRefusedError(errno.ECONNREFUSED, "Connection refused")


@pytest.mark.parametrize(
    ("error", "english", "indonesian"),
    [
        (
            socket.gaierror(socket.EAI_NONAME, "Name or service not known"),
            "there is no server named 'example.org'",
            "tidak ada server bernama 'example.org'",
        ),
        (
            REFUSED,
            "nothing answers at example.org, port 22",
            "tidak ada yang menjawab di example.org, porta 22",
        ),
        (
            OSError(errno.ENETUNREACH, "Network is unreachable"),
            "this computer finds no way to example.org",
            "komputer ini tidak menemukan jalan ke example.org",
        ),
        (
            TimeoutError(),
            "example.org does not answer in time",
            "example.org tidak menjawab pada waktunya",
        ),
        (
            ConnectionResetError(),
            "the connection to example.org broke off",
            "sambungan ke example.org terputus",
        ),
        (
            ssl.SSLError(1, "wrong version number"),
            "example.org cannot prove that it is example.org: it does not speak as https servers "
            "do",
            "example.org tidak dapat membuktikan bahwa ia example.org: ia tidak berbicara seperti "
            "server https",
        ),
    ],
)
def test_a_network_that_fails_is_told_in_both_languages(
    error: Exception, english: str, indonesian: str
) -> None:
    fault = network_fault(error, "example.org", 22)

    assert fault is not None
    assert fault.message == english
    assert refusal_in("id", fault.message) == indonesian
    assert refusal_in("id", fault.fix) != fault.fix


def test_what_is_no_fault_of_the_network_is_left_to_others() -> None:
    assert network_fault(ValueError("x"), "example.org", 22) is None
    assert is_full(OSError(errno.ENOSPC, "No space left on device"))


def test_a_token_and_a_full_disk_are_told_in_both_languages() -> None:
    token = wrong_secret(WantedSecret("web", "https://x.org/b.git", kind=SecretKind.TOKEN))

    assert str(token) == (
        "https://x.org/b.git does not take this token\n"
        "  Fix: Make a new one there, set GALLEY_WEB_TOKEN to it, or publish at a terminal, where "
        "Galley asks for it."
    )
    assert refusal_in("id", token.message) == "https://x.org/b.git tidak menerima token ini"
    assert (
        refusal_in("id", no_room("sftp://x.org").message) == "tidak ada ruang lagi di sftp://x.org"
    )


def test_something_is_tried_again_after_each_pause_and_then_no_more() -> None:
    slept: list[float] = []
    tried: list[int] = []

    def work() -> None:
        tried.append(1)
        raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        Patience((1.0, 4.0), slept.append).try_again(work, lambda _: True)

    assert (len(tried), slept) == (3, [1.0, 4.0])


def test_what_will_not_pass_is_tried_once() -> None:
    slept: list[float] = []

    with pytest.raises(ValueError, match="wrong"):
        Patience((1.0,), slept.append).try_again(lambda: int("wrong"), lambda _: False)

    assert slept == []
