"""A real rsync daemon on this machine, and a line to it that can be cut."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

PASSWORD = "gurita-42"


@dataclass
class Peer:
    """The daemon, as tests see it."""

    root: Path
    port: int


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def _answers(port: int) -> bool:
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1) as line:
        return line.recv(8).startswith(b"@RSYNCD:")
    return False


@contextmanager
def running(folder: Path) -> Iterator[Peer]:
    """Start the daemon on a free port of this machine, and end it."""
    if shutil.which("rsync") is None:
        told = "needs rsync: apt install rsync"
        pytest.fail(told) if os.environ.get("CI") else pytest.skip(told)
    root, port = folder / "served", _free_port()
    root.mkdir()
    (folder / "secrets").write_text(f"maria:{PASSWORD}\n")
    (folder / "secrets").chmod(0o600)
    common = f"path = {root}\nread only = no\n"
    (folder / "config").write_text(
        "use chroot = no\nreverse lookup = no\n"
        f"uid = {os.getuid()}\ngid = {os.getgid()}\nmax verbosity = 0\n"
        f"log file = {folder}/log\n"
        f"[open]\n{common}"
        f"[www]\n{common}auth users = maria\nsecrets file = {folder}/secrets\n"
        f"[locked]\npath = {root}\nread only = yes\n"
    )
    daemon = subprocess.Popen(
        ["rsync", "--daemon", "--no-detach", f"--port={port}", "--address=127.0.0.1",
         f"--config={folder}/config"],
        stdin=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        end = time.monotonic() + 20
        while not _answers(port):
            assert time.monotonic() < end, (folder / "log").read_text()
            time.sleep(0.02)
        yield Peer(root, port)
    finally:
        daemon.terminate()
        daemon.wait()


@contextmanager
def cut_line(port: int, after_bytes: int) -> Iterator[int]:
    """Open another port that leads to a port, and breaks off after so many bytes sent there."""
    server = socket.create_server(("127.0.0.1", 0))
    threads = []

    def carry(source: socket.socket, sink: socket.socket, left: int) -> None:
        with suppress(OSError):
            while left > 0 and (data := source.recv(min(left, 65536))):
                sink.sendall(data)
                left -= len(data)
        for each in (source, sink):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    def accept() -> None:
        with suppress(OSError):
            while True:
                near, _ = server.accept()
                far = socket.create_connection(("127.0.0.1", port))
                pair = [
                    threading.Thread(target=carry, args=(near, far, after_bytes)),
                    threading.Thread(target=carry, args=(far, near, 10**9)),
                ]
                for each in pair:
                    each.start()
                for each in pair:
                    each.join()
                near.close()
                far.close()

    threads.append(threading.Thread(target=accept))
    threads[0].start()
    try:
        yield server.getsockname()[1]
    finally:
        server.shutdown(socket.SHUT_RDWR)
        server.close()
        threads[0].join()
