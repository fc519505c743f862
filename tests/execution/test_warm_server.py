"""JupyterLab's server starts its kernels from a nursery of its own."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil
import pytest
from jupyter_client.blocking.client import BlockingKernelClient

from galley.commands.lab import READY_KERNELS
from galley.execution.warm.server_nursery import ServerNursery

pytestmark = [
    pytest.mark.kernel,
    pytest.mark.skipif(sys.platform != "linux", reason="kernels are forked on Linux only"),
]
PATIENCE_S = 60


class Server:
    """A Jupyter server with a folder of its own."""

    def __init__(self, folder: Path, port: int) -> None:
        self.runtime, self.address = folder / "runtime", f"http://127.0.0.1:{port}"

    def ask(self, method: str, path: str, body: object = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{self.address}{path}?token=t", data, method=method)
        with urllib.request.urlopen(request, timeout=PATIENCE_S) as answer:
            text = answer.read()
        return json.loads(text) if text else None

    def client(self, kernel: str) -> BlockingKernelClient:
        client = BlockingKernelClient()
        client.load_connection_file(str(self.runtime / f"kernel-{kernel}.json"))
        client.start_channels()
        client.wait_for_ready(timeout=PATIENCE_S)
        return client


def text_of(client: Any, code: str) -> str:
    said: list[str] = []

    def hear(message: Any) -> None:
        content = message["content"]
        said.append(content.get("text") or content.get("data", {}).get("text/plain", ""))

    client.execute_interactive(code, output_hook=hear, timeout=PATIENCE_S)
    return "".join(said)


@contextmanager
def running_server(folder: Path) -> Iterator[tuple[Server, subprocess.Popen[bytes]]]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = Server(folder, port)
    command = [sys.executable, "-m", "jupyter_server", "--allow-root", "--no-browser"]
    command += [f"--port={port}", "--ServerApp.port_retries=0", "--IdentityProvider.token=t"]
    command += [f"--ServerApp.root_dir={folder}", "--ServerApp.disable_check_xsrf=True"]
    env = psutil.Process().environ() | READY_KERNELS
    env["JUPYTER_RUNTIME_DIR"] = str(server.runtime)
    with subprocess.Popen(command, env=env, stderr=subprocess.DEVNULL) as process:
        try:
            wait_until_it_answers(server)
            yield server, process
        finally:
            process.kill()


def wait_until_it_answers(server: Server) -> None:
    end_s = time.monotonic() + PATIENCE_S
    while True:
        try:
            server.ask("GET", "/api/status")
        except OSError:
            assert time.monotonic() < end_s
            time.sleep(0.2)
        else:
            return


def is_warm(pid: int) -> bool:
    return "launch_nursery" in " ".join(psutil.Process(pid).cmdline())


def test_a_servers_kernels_are_warm_and_can_be_interrupted_restarted_and_ended(
    tmp_path: Path,
) -> None:
    (tmp_path / "helper.py").write_text("word = 'from the folder'")
    with running_server(tmp_path) as (server, process):
        kernel = server.ask("POST", "/api/kernels", {"name": "python3", "path": "x.ipynb"})["id"]
        client = server.client(kernel)
        pid = int(text_of(client, "import os; os.getpid()"))
        assert is_warm(pid)
        assert text_of(client, "import helper; print(helper.word)") == "from the folder\n"
        assert text_of(client, "get_ipython().history_manager.enabled") == "True"

        client.execute(
            "import time; kept = 1; print('asleep', flush=True); time.sleep(600)",
            # Otherwise what comes right after the interrupt is refused as if it stood in a queue.
            stop_on_error=False,
        )
        while client.get_iopub_msg(timeout=PATIENCE_S)["msg_type"] != "stream":
            pass
        server.ask("POST", f"/api/kernels/{kernel}/interrupt")
        assert client.get_shell_msg(timeout=PATIENCE_S)["content"]["ename"] == "KeyboardInterrupt"
        assert text_of(client, "kept") == "1"

        server.ask("POST", f"/api/kernels/{kernel}/restart")
        client.wait_for_ready(timeout=PATIENCE_S)
        restarted = int(text_of(client, "import os; os.getpid()"))
        assert restarted != pid
        assert is_warm(restarted)
        assert not psutil.pid_exists(pid)
        assert "NameError" in str(client.execute("kept", reply=True, timeout=PATIENCE_S)["content"])

        server.ask("DELETE", f"/api/kernels/{kernel}")
        assert not psutil.pid_exists(restarted)
        client.stop_channels()
        assert process.poll() is None


def test_a_server_that_is_killed_leaves_no_kernel_behind(tmp_path: Path) -> None:
    with running_server(tmp_path) as (server, process):
        kernel = server.ask("POST", "/api/kernels", {"name": "python3"})["id"]
        client = server.client(kernel)
        text_of(client, "import subprocess; subprocess.Popen(['sleep', '600'])")
        client.stop_channels()
        below = psutil.Process(process.pid).children(recursive=True)
        assert len(below) == 3
        process.kill()
        assert psutil.wait_procs(below, timeout=PATIENCE_S)[1] == []


def test_after_an_installation_kernels_come_from_a_new_nursery(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packages = tmp_path / "lib"
    packages.mkdir()
    monkeypatch.syspath_prepend(str(packages))
    nurseries = ServerNursery()
    first = nurseries.open(os.environ)
    assert first is not None
    assert nurseries.open(os.environ) is first
    kernel = first.start_kernel(
        ["sleep", "600"], arguments=None, cwd=str(tmp_path), env=os.environ, outputs=(1, 2)
    ).result(PATIENCE_S)
    (packages / "new.py").write_text("")
    second = nurseries.open(os.environ)
    assert second is not None
    assert second is not first
    assert kernel.poll() is None
    kernel.kill()
    kernel.wait(PATIENCE_S)
    (packages / "newer.py").write_text("")
    third = nurseries.open(os.environ)
    assert third is not None
    assert (first.is_gone, second.is_gone, third.is_gone) == (True, True, False)
    third.close()
