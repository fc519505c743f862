"""Recording, inside a kernel, what an article's code reads while it runs.

This file is complete in itself and imports only the standard library, because it also runs in
kernels of environments that have no Galley. `start` installs a hook for Python's audit events,
which writes one JSON list per line::

    ["start", {...}]               the kernel's Python and where its packages are
    ["preloaded", [name, ...]]     packages that were loaded before the first cell began
    ["cell", n]                    the n-th cell begins
    ["path", [folder, ...]]        where modules are searched, at the end of a cell
    [kind, n, ...]                 what the n-th cell did, once for each thing

Kinds: ``read`` and ``write`` (path, size, time of change; size -1: there is no such file),
``remove`` (path), ``meddle`` (path of a file of Python or a package that is written), ``list``
(folder), ``module`` (path, size, time: a module that no installed package holds),
``package`` (top name of an installed one), ``import`` (top name asked for), ``program`` and
``network`` (what, and the package that asked; empty for the author's own code), ``fault``.

Lines are written at once, so that a kernel that is killed has lost none. As a program this file
starts recording to the path in ``GALLEY_TRACE`` and then becomes ``ipykernel_launcher``.
"""

# Functions of `os` cost a fraction of pathlib's, and the calling frame has no public name.
# ruff: noqa: PTH100, PTH109, PTH110, PTH116, PTH118, PTH119, PTH120, SLF001

from __future__ import annotations

import json
import os
import site
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from types import CodeType, FrameType, ModuleType

VARIABLE = "GALLEY_TRACE"
"""The environment variable that holds the path to record to."""

# The figure library counts by its files, also where it is installed: an article that uses one
# figure does not depend on the others.
_COUNTED_BY_FILES = ("galley_figures",)
_SYSTEM_FOLDERS = ("/proc/", "/dev/", "/sys/")
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1", "0.0.0.0", ""})  # noqa: S104 - not bound to
_IMPORT_SYSTEM = "<frozen importlib"
_BYTECODE = (".py", ".pyc")
# Cells reach programs and networks through these; what they do themselves is the author's doing.
_SHELL_PACKAGES = frozenset({"IPython", "ipykernel", "pexpect", "ptyprocess"})
_SHELLS = frozenset({"sh", "bash", "zsh", "dash", "cmd.exe", "cmd"})
_DEEPEST_CALL = 40
# Python and its installers look through all folders of the search path for installed packages.
_LOOKING_FOR_PACKAGES = ("importlib/metadata", "importlib_metadata", "pkg_resources")
# Python tells one version of a module from the next by whole seconds.
_YOUNG_S = 2.0


def start(path: str) -> None:
    """Record to `path` from now on, until the process ends."""
    recorder = _Recorder(path)
    recorder.say(["start", recorder.places.described()])
    sys.addaudithook(recorder.hook())
    recorder.look_for_shell()


class _Places:
    """Where this Python keeps its own library and installed packages."""

    def __init__(self) -> None:
        self.library = _folder(os.path.dirname(os.__file__))
        self.sites = tuple(dict.fromkeys(_folder(path) for path in _site_folders()))

    def described(self) -> dict[str, object]:
        """Return what a trace must know of this Python."""
        return {
            "schema": 1,
            "python": ".".join(str(part) for part in sys.version_info[:3]),
            "executable": sys.executable,
            "prefixes": sorted({sys.prefix, sys.base_prefix}),
            "library": self.library.rstrip(os.sep),
            "sites": [path.rstrip(os.sep) for path in self.sites],
            "cwd": os.getcwd(),
        }

    def package_of(self, path: str) -> str | None:
        """Return the top name of the installed package that holds a file.

        Empty for Python's own files and for what no author's code reads on purpose; ``None`` for
        all others.
        """
        for folder in self.sites:
            if path.startswith(folder):
                top = path[len(folder) :].split(os.sep, 1)[0]
                name = top.partition(".")[0]
                return None if name in _COUNTED_BY_FILES else name
        is_own = path.startswith(self.library) or path.startswith(_SYSTEM_FOLDERS)
        return "" if is_own else None


def _site_folders() -> list[str]:
    found = list(site.getsitepackages()) if hasattr(site, "getsitepackages") else []
    found.append(site.getusersitepackages() if hasattr(site, "getusersitepackages") else "")
    named = ("site-packages", "dist-packages")
    found += [path for path in sys.path if os.path.basename(path) in named]
    return [path for path in found if path]


def _folder(path: str) -> str:
    return os.path.join(os.path.abspath(path), "")


class _Recorder:
    def __init__(self, path: str) -> None:
        self.path = path
        self.places = _Places()
        self.cell = 0
        self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        self._said: set[object] = set()
        self._known_modules: set[str] = set()
        self._search_path: list[str] = []
        self._outermost: object = None
        self._has_shell = False
        self._keeps_no_bytecode = sys.dont_write_bytecode

    def hook(self) -> Callable[[str, tuple[object, ...]], None]:
        """Return the function that Python calls for every audit event."""
        handlers = {
            "open": self._open,
            "exec": self._exec,
            "compile": self._compile,
            "import": self._import,
            "os.listdir": self._list,
            "os.scandir": self._list,
            "os.mkdir": self._make_folder,
            "os.rename": self._rename,
            "os.link": self._link,
            "os.symlink": self._link,
            "os.remove": self._remove,
            "os.rmdir": self._remove,
            "os.truncate": self._truncate,
            "shutil.rmtree": self._remove,
            "sqlite3.connect": self._database,
            "ctypes.dlopen": self._library,
            "subprocess.Popen": self._program,
            "os.system": self._program,
            "os.exec": self._program,
            "os.spawn": self._program,
            "os.posix_spawn": self._program,
            "os.startfile": self._program,
            "pty.spawn": self._program,
            "socket.connect": self._connect,
            "socket.getaddrinfo": self._look_up,
            "socket.gethostbyname": self._look_up,
            "urllib.Request": self._request,
        }

        find = handlers.get

        # Python waits for this function at every event, thousands of them in a figure.
        def hear(event: str, arguments: tuple[object, ...]) -> None:
            handle = find(event)
            if handle is None:
                return
            try:
                if self.cell:
                    handle(arguments)
                elif not self._has_shell:
                    self.look_for_shell()
            except Exception as error:  # noqa: BLE001 - recording must never change what runs
                with suppress(Exception):
                    self.say(["fault", self.cell, event, repr(error)])

        return hear

    def say(self, line: list[object]) -> None:
        """Write a line; a file descriptor that the code has closed is opened anew."""
        data = json.dumps(line, separators=(",", ":")).encode() + b"\n"
        try:
            os.write(self._file, data)
        except OSError:
            self._file = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            os.write(self._file, data)

    def _once(self, kind: str, *details: object) -> None:
        line = (kind, self.cell, *details)
        if line not in self._said:
            self._said.add(line)
            self.say(list(line))

    # The shell, and the cells that it runs.

    def look_for_shell(self) -> None:
        """Ask the shell, once there is one, to tell of its cells; before them nothing counts."""
        module = sys.modules.get("IPython.core.interactiveshell")
        shells = getattr(module, "InteractiveShell", None)
        if shells is not None and shells.initialized():
            self._has_shell = True
            events = shells.instance().events
            events.register("pre_run_cell", self._enter_cell)
            events.register("post_run_cell", self._leave_cell)

    def _enter_cell(self, info: object = None) -> None:
        # A cell may run others inside, as `%%time` does.
        if self._outermost is None:
            self._outermost = info
            self.cell += 1
            if self.cell == 1:
                self._begin()
            self.say(["cell", self.cell])

    def _begin(self) -> None:
        self._known_modules = set(sys.modules)
        tops = {name.partition(".")[0] for name in self._known_modules}
        self.say(["preloaded", sorted(tops - set(_standard_modules()))])

    def _leave_cell(self, result: object = None) -> None:
        if getattr(result, "info", None) is self._outermost:
            self._outermost = None
        sys.dont_write_bytecode = self._keeps_no_bytecode
        self._note_new_modules()
        if sys.path != self._search_path:
            self._search_path = list(sys.path)
            self.say(["path", [os.path.abspath(path) for path in self._search_path]])

    def _note_new_modules(self) -> None:
        """Note modules that were loaded without an event, for example by a loader of C code."""
        new = set(sys.modules) - self._known_modules
        self._known_modules |= new
        for name in new:
            origin = _origin_of(sys.modules.get(name))
            if origin:
                self._module(origin)

    # Modules.

    def _exec(self, arguments: tuple[object, ...]) -> None:
        code = arguments[0]
        if isinstance(code, CodeType) and code.co_name == "<module>":
            self._module(code.co_filename)

    def _module(self, path: str) -> None:
        if path.startswith("<") or path in ("built-in", "frozen"):
            return
        package = self.places.package_of(path)
        if package is None:
            place = os.path.abspath(path)
            size, time_ns = _stat(place)
            if size >= 0:
                self._once("module", place, size, time_ns)
        elif package:
            self._once("package", package)

    def _import(self, arguments: tuple[object, ...]) -> None:
        name, path = str(arguments[0]), arguments[1]
        if isinstance(path, str):
            self._module(path)
        else:
            self._once("import", name.partition(".")[0])

    def _compile(self, arguments: tuple[object, ...]) -> None:
        """Keep Python from storing bytecode of a module that was saved a moment ago.

        Saved again within the same second and with the same size, the module would be taken for
        the old one, and the figure would be stale.
        """
        path = arguments[1]
        if not isinstance(path, str) or path.startswith("<") or not _is_import(sys._getframe(2)):
            return
        if self.places.package_of(path) is None:
            size, time_ns = _stat(path)
            is_young = size >= 0 and time.time() - time_ns / 1e9 < _YOUNG_S
            sys.dont_write_bytecode = self._keeps_no_bytecode or is_young

    # Files and folders.

    def _open(self, arguments: tuple[object, ...]) -> None:
        path, _, flags = arguments
        if isinstance(path, int) or path is None:
            return
        place = self._place(path)
        reads, writes = _purpose(flags if isinstance(flags, int) else 0)
        if place is None:
            if writes:
                self._meddle(path)
            return
        if place == self.path or (place.endswith(_BYTECODE) and _is_import(sys._getframe(2))):
            return
        size, time_ns = _stat(place)
        # Appending to a file that is not there makes it.
        if reads and not (writes and size < 0):
            self._once("read", place, size, time_ns)
        if writes:
            self._once("write", place, size, time_ns)

    def _list(self, arguments: tuple[object, ...]) -> None:
        path = "." if arguments[0] is None else arguments[0]
        caller = sys._getframe(2)
        if isinstance(path, int) or _is_import(caller) or _looks_for_packages(caller):
            return
        place = self._place(path)
        if place is not None:
            self._once("list", place)

    def _meddle(self, path: object) -> None:
        """Note that a file is written which belongs to Python or a package."""
        if isinstance(path, (str, bytes, os.PathLike)):
            place = os.path.abspath(os.fsdecode(path))
            # Bytecode is written under a name of its own first.
            if not place.startswith(_SYSTEM_FOLDERS) and "__pycache__" not in place:
                self._once("meddle", place)

    def _remove(self, arguments: tuple[object, ...]) -> None:
        """Note what is removed; names in a folder that is open count with that folder."""
        path, folder = arguments[0], arguments[-1]
        is_plain = len(arguments) == 1 or folder in (-1, None)
        if is_plain and isinstance(path, (str, bytes, os.PathLike)):
            place = os.path.abspath(os.fsdecode(path))
            if os.path.lexists(place) and not place.startswith(_SYSTEM_FOLDERS):
                self._once("remove", place)

    def _truncate(self, arguments: tuple[object, ...]) -> None:
        place = self._place(arguments[0])
        if place is not None:
            self._once("write", place, *_stat(place))

    def _rename(self, arguments: tuple[object, ...]) -> None:
        self._remove(arguments[:1])
        self._link(arguments)

    def _link(self, arguments: tuple[object, ...]) -> None:
        """Note the new name as written; a file that is read under it was there under the old."""
        place = self._place(arguments[1])
        if place is not None:
            self._once("write", place, *_stat(place))

    def _make_folder(self, arguments: tuple[object, ...]) -> None:
        place = self._place(arguments[0])
        if place is not None and _stat(place)[0] < 0:
            self._once("write", place, -1, 0)

    def _database(self, arguments: tuple[object, ...]) -> None:
        path = arguments[0]
        text = os.fsdecode(path) if isinstance(path, (str, bytes, os.PathLike)) else ""
        if text and text != ":memory:":
            self._use_unopened(text.partition("?")[0].removeprefix("file:"), writes=True)

    def _library(self, arguments: tuple[object, ...]) -> None:
        path = arguments[0]
        if isinstance(path, str) and os.path.exists(path):
            self._use_unopened(path, writes=False)

    def _use_unopened(self, path: str, *, writes: bool) -> None:
        """Note a file that C code opens; a database that is not there is made."""
        place = self._place(path)
        if place is not None:
            size, time_ns = _stat(place)
            if size >= 0:
                self._once("read", place, size, time_ns)
            if writes:
                self._once("write", place, size, time_ns)

    def _place(self, path: object) -> str | None:
        """Return an absolute path, or nothing for files that belong to Python or a package."""
        if not isinstance(path, (str, bytes, os.PathLike)):
            return None
        place = os.path.abspath(os.fsdecode(path))
        return place if self.places.package_of(place) is None else None

    # What cannot be followed.

    def _program(self, arguments: tuple[object, ...]) -> None:
        by = self._caller()
        if by is not None:
            self._once("program", _program_name(arguments), by)

    def _connect(self, arguments: tuple[object, ...]) -> None:
        address = arguments[1]
        if isinstance(address, tuple) and address:
            self._network(address[0])

    def _look_up(self, arguments: tuple[object, ...]) -> None:
        self._network(arguments[0])

    def _request(self, arguments: tuple[object, ...]) -> None:
        address = str(arguments[0])
        if address.startswith(("http:", "https:", "ftp:")):
            self._network(address.partition("//")[2].partition("/")[0])

    def _network(self, host: object) -> None:
        name = os.fsdecode(host) if isinstance(host, (str, bytes)) else ""
        if name not in _LOOPBACK:
            by = self._caller()
            if by is not None:
                self._once("network", name, by)

    def _caller(self) -> str | None:
        """Return the package that asks for something; empty for the author's own code.

        ``None`` where an installed package does it while it is being imported: they look at the
        machine, not at data.
        """
        package = None
        frame: FrameType | None = sys._getframe(2)
        for _ in range(_DEEPEST_CALL):
            if frame is None:
                break
            path = frame.f_code.co_filename
            if package and path.startswith(_IMPORT_SYSTEM):
                return None
            if package is None and not path.startswith("<") and path != __file__:
                own = self.places.package_of(path)
                if own is None or own in _SHELL_PACKAGES:
                    return ""
                package = own or None
            frame = frame.f_back
        return package or ""


def _purpose(flags: int) -> tuple[bool, bool]:
    """Return whether a file is opened for its content, and whether it is changed."""
    writes = bool(flags & (os.O_WRONLY | os.O_RDWR))
    is_emptied = bool(flags & os.O_TRUNC) or bool(flags & os.O_CREAT and flags & os.O_EXCL)
    return not is_emptied, writes


def _stat(path: str) -> tuple[int, int]:
    """Return a file's size and time of change; -1 where there is none."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return -1, 0
    return found.st_size, found.st_mtime_ns


def _is_import(frame: FrameType) -> bool:
    return frame.f_code.co_filename.startswith(_IMPORT_SYSTEM)


def _looks_for_packages(frame: FrameType) -> bool:
    folder = os.path.dirname(frame.f_code.co_filename).replace(os.sep, "/")
    return folder.endswith(_LOOKING_FOR_PACKAGES)


def _origin_of(module: object) -> str:
    """Return the file a module came from; asking some modules for it would load others."""
    if not isinstance(module, ModuleType):
        return ""
    names = object.__getattribute__(module, "__dict__")
    spec = names.get("__spec__")
    origin = getattr(spec, "origin", None) or names.get("__file__")
    return origin if isinstance(origin, str) else ""


def _standard_modules() -> frozenset[str]:
    return frozenset(getattr(sys, "stdlib_module_names", ())) | frozenset(sys.builtin_module_names)


def _program_name(arguments: tuple[object, ...]) -> str:
    """Return the name of the program that an event is about, without folder and arguments."""
    lists = [part for part in arguments if isinstance(part, (list, tuple)) and part]
    words = [_text(part) for part in lists[0]] if lists else _text(arguments[0]).split()
    if not words:
        words = _text(arguments[0]).split()
    name = os.path.basename(words[0]) if words else ""
    inner = words[2].split() if name in _SHELLS and len(words) > 2 else []  # noqa: PLR2004 - sh -c …
    return os.path.basename(inner[0]) if inner else name


def _text(value: object) -> str:
    return os.fsdecode(value) if isinstance(value, (str, bytes, os.PathLike)) else ""


def main() -> None:
    """Start recording and become the kernel, as ``python -m ipykernel_launcher`` would."""
    import runpy

    here = os.path.dirname(os.path.abspath(__file__))
    # The folder of this file is no place to import from: its names would hide others.
    if sys.path and os.path.abspath(sys.path[0]) == here:
        del sys.path[0]
    arguments = getattr(sys, "orig_argv", [])
    if sys.argv[0] in arguments:
        at = arguments.index(sys.argv[0])
        arguments[at : at + 1] = ["-m", "ipykernel_launcher"]
    path = os.environ.pop(VARIABLE, "")
    # Older Pythons have no such events; their kernels run all the same.
    if path and hasattr(sys, "addaudithook"):
        start(path)
    runpy.run_module("ipykernel_launcher", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
