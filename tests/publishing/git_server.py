"""A web server before a real repository: git's own http-backend, with a token if one is wanted."""

from __future__ import annotations

import base64
import os
import subprocess
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

Environ = dict[str, Any]
StartResponse = Callable[[str, list[tuple[str, str]]], Any]


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - as the base
        pass


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


@contextmanager
def git_server(folder: Path, token: str = "", *, may_write: bool = True) -> Iterator[str]:
    """Serve the repositories in a folder; yield the address of the folder."""

    def app(environ: Environ, start: StartResponse) -> Iterable[bytes]:
        expected = f"Basic {base64.b64encode(f'git:{token}'.encode()).decode()}"
        if token and environ.get("HTTP_AUTHORIZATION") != expected:
            start("401 Unauthorized", [("WWW-Authenticate", 'Basic realm="git"')])
            return [b""]
        if not may_write and "receive-pack" in f"{environ['PATH_INFO']}{environ['QUERY_STRING']}":
            start("403 Forbidden", [])
            return [b""]
        head, body = _run_backend(folder, environ)
        start(head.pop("Status", "200 OK"), list(head.items()))
        return [body]

    with make_server("127.0.0.1", 0, app, _Server, _Quiet) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def _run_backend(folder: Path, environ: Environ) -> tuple[dict[str, str], bytes]:
    names = ("PATH_INFO", "QUERY_STRING", "REQUEST_METHOD", "CONTENT_TYPE", "CONTENT_LENGTH")
    asked = {name: str(environ.get(name, "")) for name in names}
    asked |= {"HTTP_CONTENT_ENCODING": str(environ.get("HTTP_CONTENT_ENCODING", ""))}
    given = {"GIT_PROJECT_ROOT": str(folder), "GIT_HTTP_EXPORT_ALL": "1", "REMOTE_USER": "git"}
    length = int(environ.get("CONTENT_LENGTH") or 0)
    body = environ["wsgi.input"].read(length) if length else _unchunked(environ)
    done = subprocess.run(
        ["git", "http-backend"],
        input=body,
        env={**os.environ, **asked, **given},
        stdout=subprocess.PIPE,
        check=True,
    )
    head, _, rest = done.stdout.partition(b"\r\n\r\n")
    lines = (line.partition(": ") for line in head.decode().splitlines())
    return {name: value for name, _, value in lines}, rest


def _unchunked(environ: Environ) -> bytes:
    if environ.get("HTTP_TRANSFER_ENCODING") != "chunked":
        return b""
    body, stream = b"", environ["wsgi.input"]
    while size := int(stream.readline().strip() or b"0", 16):
        body += stream.read(size)
        stream.readline()
    return body
