"""Names for the files that an article reads, the same on every machine where that is possible.

Inside the content folder a file is named by its path from there, with forward slashes. Files of
the figure library begin with its name in angle brackets, wherever it is installed. All others
have their whole path.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path

FIGURES = "galley_figures"
_FIGURES_MARK = f"<{FIGURES}>"
# What programs keep for themselves; it changes by itself, and no figure shows it.
_OF_PROGRAMS = frozenset(
    {
        ".DS_Store",
        ".galley",
        ".git",
        ".ipynb_checkpoints",
        ".ipython",
        ".jupyter",
        ".virtual_documents",
        "Thumbs.db",
        "__pycache__",
        "desktop.ini",
        "fontconfig",
    }
)
_OF_THE_SYSTEM = ("/etc/", "/proc/", "/dev/", "/sys/", "/usr/", "/lib/", "/lib64/", "/bin/")
_IN_PREFIX = ("bin", "etc", "include", "lib", "lib64", "Lib", "Scripts", "share")


@dataclass(frozen=True)
class Places:
    """The folders by which files are named.

    Attributes
    ----------
    root
        The content folder.
    excluded
        Folders that Galley writes: the store and the site.
    prefixes
        Folders of Python environments, whose files are those of packages.
    """

    root: Path
    excluded: tuple[Path, ...] = ()
    prefixes: tuple[str, ...] = ()
    _names: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    def name_of(self, path: str) -> str:
        """Return the name of a file or folder; empty where it is no input of any article."""
        if path not in self._names:
            self._names[path] = self._name_of(path)
        return self._names[path]

    def figure_files(self) -> list[str]:
        """Return the names of all files of the figure library."""
        paths = sorted(Path(self._figures).rglob("*"))
        files = (os.fspath(path) for path in paths if path.suffix != ".pyc" and path.is_file())
        return list(filter(None, map(self.name_of, files)))

    def names_in(self, folder: str) -> list[str]:
        """Return the names in a folder that count, in order; none where there is no such folder.

        What Galley and other programs keep there does not count.
        """
        path = self.path_of(folder)
        try:
            names = os.listdir(path)  # noqa: PTH208 - names alone, as text
        except OSError:
            return []
        return sorted(name for name in names if self._counts(f"{path}{os.sep}{name}", name))

    def _counts(self, path: str, name: str) -> bool:
        is_ours = f"{path}{os.sep}".startswith(self._ignored)
        return not (is_ours or name in _OF_PROGRAMS or name.endswith(".pyc"))

    def path_of(self, name: str) -> str:
        """Return where a named file is on this machine."""
        if name.startswith(_FIGURES_MARK):
            return os.path.normpath(self._figures + name[len(_FIGURES_MARK) :])
        return os.path.normpath(os.path.join(self._roots[0], name))  # noqa: PTH118 - called often

    @cached_property
    def _roots(self) -> tuple[str, ...]:
        """The content folder as it was named and where it really is."""
        both = (os.fspath(self.root.absolute()), os.fspath(self.root.resolve()))
        return tuple(dict.fromkeys(both))

    @cached_property
    def _figures(self) -> str:
        """The figure library's folder, found without importing it."""
        spec = find_spec(FIGURES)
        folders = list(spec.submodule_search_locations or ()) if spec else []
        return os.path.abspath(folders[0]) if folders else FIGURES  # noqa: PTH100 - links stay

    @cached_property
    def _ignored(self) -> tuple[str, ...]:
        """Folders of Galley, Python and programs, each with its closing separator."""
        ours = [form for path in self.excluded for form in (path.absolute(), path.resolve())]
        environment = [Path(prefix, part) for prefix in self.prefixes for part in _IN_PREFIX]
        return tuple(dict.fromkeys(f"{path}{os.sep}" for path in (*ours, *environment)))

    @cached_property
    def _of_the_machine(self) -> tuple[str, ...]:
        """What is ignored unless the content folder itself lies in it."""
        return (*_OF_THE_SYSTEM, *_settings_of_matplotlib())

    def _name_of(self, path: str) -> str:
        folder = f"{path}{os.sep}"
        if folder.startswith(f"{self._figures}{os.sep}"):
            return _FIGURES_MARK + path[len(self._figures) :].replace(os.sep, "/")
        parts = path.replace("\\", "/").split("/") if os.name == "nt" else path.split("/")
        if folder.startswith(self._ignored) or not _OF_PROGRAMS.isdisjoint(parts):
            return ""
        for root in self._roots:
            if folder.startswith(f"{root}{os.sep}"):
                return path[len(root) + 1 :].replace(os.sep, "/") or "."
        return "" if folder.startswith(self._of_the_machine) else path


def is_of_figures(name: str) -> bool:
    """Tell whether a name is that of a file of the figure library."""
    return name.startswith(_FIGURES_MARK)


def dotted_figures_name(name: str) -> str:
    """Return the name by which code imports a module of the figure library; else nothing."""
    if not is_of_figures(name):
        return ""
    return shown(name).removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def shown(name: str) -> str:
    """Return a file's name as an author reads it."""
    return name.replace(_FIGURES_MARK, FIGURES, 1)


def _settings_of_matplotlib() -> tuple[str, ...]:
    """Return the folders of matplotlib's settings and font lists, which it makes itself."""
    home = Path.home()
    folders = [
        home / ".matplotlib",
        Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config") / "matplotlib",
        Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache") / "matplotlib",
    ]
    own = os.environ.get("MPLCONFIGDIR")
    return tuple(f"{folder}{os.sep}" for folder in (*folders, *([Path(own)] if own else [])))
