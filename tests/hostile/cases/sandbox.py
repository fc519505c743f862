"""What code tries in the sandbox; each prints what came of it."""

from __future__ import annotations

from tests.corpus.case import Case
from tests.corpus.parts import code, markdown, notebook

ARGUMENTS = ("--sandbox",)
NEEDS = ("bwrap", "bubblewrap")

_TRUST = "or, if you trust the notebook, build with --no-sandbox."


def _tries(title: str, *sources: str) -> dict[str, object]:
    return notebook(*map(code, sources), title=title)


# Prints what a call gives, or how it is refused.
_TRY = """def attempt(what, call):
    try:
        print(what, "gave", call())
    except BaseException as error:
        print(what, "is refused:", type(error).__name__)
"""
_SYSTEM = f"""import os
{_TRY}
attempt("shadow", lambda: open("/etc/shadow").read())
attempt("keys", lambda: os.listdir(os.path.expanduser("~/.ssh")))
attempt("homes", lambda: os.listdir("/home"))
attempt("the file outside", lambda: open("../secret.txt").read())
attempt("hidden", lambda: open(".env").read())
attempt("the store", lambda: os.listdir(".galley"))
attempt("what was hidden", lambda: open("/run/galley/own/.env").read())
attempt("what was stored", lambda: os.listdir("/run/galley/own/.galley"))
"""
_ENVIRONMENT = """import glob, os
print("told" if "GALLEY_CORPUS" in os.environ else "untold")
every = b"".join(open(path, "rb").read() for path in glob.glob("/proc/*/environ"))
print("found" if b"GALLEY_CORPUS" in every else "not found")
"""
_SOCKETS = f"""import os, socket
{_TRY}
attempt("an address", lambda: socket.create_connection(("192.0.2.1", 80), 2))
attempt("a name", lambda: socket.getaddrinfo("evil.example", 80))
attempt("the bus", lambda: os.listdir("/run/user"))
attempt("the screen", lambda: os.listdir("/tmp/.X11-unix"))
print(len(open("/proc/net/unix").readlines()) < 20 and "no sockets of the system")
print(os.listdir("/sys/class/net") if os.path.exists("/sys") else "no devices")
"""
_WRITES = f"""import os, pathlib, sys
{_TRY}
for place in ("/usr/lib/evil", "/etc/evil", "/evil", "/dev/evil", sys.prefix + "/evil"):
    attempt(os.path.dirname(place)[:5] or "/", lambda: open(place, "w"))
"""
_OTHERS = """import os, shutil
for name in os.listdir("."):
    if os.path.isfile(name):
        open(name, "w").write("{}")
    shutil.rmtree(name, ignore_errors=True)
open("innocent.ipynb", "w").write("SMASHED")
open("site.toml", "w").write("title = 'SMASHED'")
print("done")
"""
_PRIVILEGES = f"""import ctypes, os
{_TRY}
libc = ctypes.CDLL(None, use_errno=True)
print("mount", libc.mount(b"none", b"/tmp", b"tmpfs", 0, None))
print("namespace", libc.unshare(0x10000000))
print("chroot", libc.chroot(b"/tmp"))
attempt("memory", lambda: os.open("/proc/1/mem", os.O_RDWR))
for name in ("sys/kernel/core_pattern", "sys/vm/drop_caches", "sysrq-trigger"):
    attempt(name, lambda: os.open("/proc/" + name, os.O_WRONLY))
print("others", [p for p in os.listdir("/proc") if p.isdigit() and int(p) > 100])
attempt("a disk", lambda: os.mknod("/tmp/disk", 0o60600, os.makedev(8, 0)))
"""
_KILLS = """import os, signal, subprocess
helper = subprocess.Popen(["sleep", "600"])
os.kill(1, signal.SIGKILL)
os.kill(-1, signal.SIGKILL)
print("only", helper.wait(), "died")
"""
_LINKS = """import glob, os
os.symlink("/etc/passwd", "leak.png")
os.symlink("../secret.png", "outside.png")
os.symlink(os.path.abspath("../secret.txt"), "data.csv")
print(open("/etc/passwd").read().split(":")[0])
"""
_RECORD = """import glob, os
for path in glob.glob("/tmp/galley-*/k/*"):
    os.remove(path)
    os.symlink(os.path.abspath("../secret.txt"), path)
print("replaced")
"""
_SHARED = """import glob, time
folder = glob.glob("/tmp/galley-*/k")[0]
for number in range(300):
    open(f"{folder}/{number}", "wb").write(bytes(1_000_000))
time.sleep(30)
"""
_FULL = """with open("large.bin", "wb") as file:
    for _ in range(400):
        file.write(bytes(1_000_000))
"""
_USE = """import csv, pathlib
pathlib.Path("out.csv").write_text(pathlib.Path("numbers.csv").read_text() + "3,4\\n")
pathlib.Path("numbers.csv").write_text("changed")
print(sum(int(row["a"]) for row in csv.DictReader(open("out.csv"))), "in all")
"""

CASES: tuple[Case, ...] = (
    Case(
        "reads.ipynb",
        "Reads keys, passwords, other people's files and hidden ones",
        _tries("Reads", _SYSTEM),
        files={".env": "PASSWORD=OUTSIDE-THE-FOLDER\n"},
        shows=(
            "shadow is refused: FileNotFoundError",
            "keys is refused: FileNotFoundError",
            "homes is refused: FileNotFoundError",
            "the file outside is refused: FileNotFoundError",
            "hidden is refused: FileNotFoundError",
            "the store is refused: FileNotFoundError",
            "what was hidden gave \n",
            "what was stored gave []",
        ),
        failed_first=True,
    ),
    Case(
        "environment.ipynb",
        "Reads environment variables of the build, its own and those of other processes",
        _tries("Environment", _ENVIRONMENT),
        shows=("untold\nnot found",),
        failed_first=True,
    ),
    Case(
        "sockets.ipynb",
        "Connects to an address, a name, the desktop's bus and its screen",
        _tries("Sockets", _SOCKETS),
        shows=(
            "an address is refused: OSError",
            "a name is refused: gaierror",
            "the bus is refused: FileNotFoundError",
            "the screen is refused: FileNotFoundError",
            "no sockets of the system",
            "no devices",
        ),
        says={
            "sandbox-network": "the code asked for the network (192.0.2.1), which the sandbox "
            "refused"
        },
        failed_first=True,
    ),
    Case(
        "network.ipynb",
        "Cannot do without the network",
        _tries(
            "Network", "import urllib.request\nurllib.request.urlopen('https://evil.example/x')"
        ),
        state="failed",
        says={"cell-failed": "the code stopped with URLError because the sandbox has no network"},
        failed_first=True,
    ),
    Case(
        "writes.ipynb",
        "Writes to the system, to devices and into Python",
        _tries("Writes", _WRITES),
        shows=(
            "/usr/ is refused: OSError",
            "/etc is refused: OSError",
            "/ is refused: OSError",
            "/dev is refused: OSError",
        ),
        failed_first=True,
    ),
    Case(
        "others.ipynb",
        "Overwrites and removes its own notebook and all others",
        _tries("Others", _OTHERS),
        shows=("done",),
        lacks=("SMASHED",),
        failed_first=True,
    ),
    Case(
        "kills.ipynb",
        "Kills every process that it can",
        _tries("Kills", _KILLS),
        shows=("only -9 died",),
        failed_first=True,
    ),
    Case(
        "privileges.ipynb",
        "Mounts, changes the system's settings, makes namespaces and devices",
        _tries("Privileges", _PRIVILEGES),
        shows=(
            "mount -1",
            "namespace -1",
            "chroot -1",
            "memory is refused: OSError",
            "sys/kernel/core_pattern is refused: OSError",
            "sys/vm/drop_caches is refused: OSError",
            "a disk is refused: PermissionError",
            "others []",
        ),
        failed_first=True,
    ),
    Case(
        "links.ipynb",
        "Leaves links to other files where the page looks for pictures",
        notebook(
            code(_LINKS),
            markdown("![A leak](leak.png)", "", "![Outside](outside.png)"),
            title="Links",
        ),
        shows=("author",),
        failed_first=True,
    ),
    Case(
        "record.ipynb",
        "Replaces what the build reads of it by links to other files",
        _tries("Record", _RECORD),
        shows=("replaced",),
        failed_first=True,
    ),
    Case(
        "shared.ipynb",
        "Fills the folder in which its kernel and the build meet",
        _tries("Shared", _SHARED),
        state="failed",
        says={"cell-failed": "the code filled a folder that is not its own, and was stopped"},
        failed_first=True,
    ),
    Case(
        "full.ipynb",
        "Fills the disk",
        _tries("Full", _FULL),
        state="failed",
        says={
            "cell-failed": "the code stopped with OSError because the sandbox holds no more than "
            "256 MB of new files"
        },
        failed_first=True,
    ),
    Case(
        "below/above.ipynb",
        "Writes into the folder above its own",
        _tries("Above", "open('../innocent.ipynb', 'w')"),
        state="failed",
        says={
            "cell-failed": "the code stopped with OSError because in the sandbox it may write only "
            "into its own folder"
        },
        failed_first=True,
    ),
    Case(
        "elsewhere.ipynb",
        "Reads a file of the machine that it was written on",
        _tries("Elsewhere", "open('/data/trial.csv').read()"),
        state="failed",
        says={
            "cell-failed": "the code stopped with FileNotFoundError because the sandbox shows "
            "nothing outside the content folder"
        },
        failed_first=True,
    ),
    Case(
        "honest.ipynb",
        "Reads its data, changes it and writes a file, as many do",
        _tries("Honest", _USE),
        files={"numbers.csv": "a,b\n1,2\n"},
        shows=("4 in all",),
        says={"sandbox-written": "what the code wrote in the sandbox is gone (out.csv)"},
    ),
    Case(
        "figure.ipynb",
        "Draws a figure",
        _tries("Figure", "import matplotlib.pyplot as plt\nplt.plot([1, 2, 3]);"),
        shows=("<svg",),
    ),
)
