"""A folder that rsync reaches as target: a daemon (``rsync://``), or over ssh (``rsync+ssh://``).

rsync is told exactly which files to bring and which to take away, so it never looks at others'. It
brings them beside their targets and renames them all at the end (``--delay-updates``).
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from galley.findings import EnvironmentFault
from galley.locations.listing import RemoteFile
from galley.publishing.credentials import Credentials
from galley.publishing.remembered import Remembered, remembered_of
from galley.publishing.remote_faults import Patience
from galley.publishing.rsync_program import MissingThereError, Rsync
from galley.publishing.server_address import ServerAddress, parse_server_address
from galley.publishing.target import TargetSpec
from galley.site.site_paths import parents

_EXAMPLE = "rsync+ssh://maria@example.org/www/blog"
# Size, moment, name; a folder's name ends with a slash.
_LISTING = "%l %M %n"
# Where rsync keeps what has arrived until all has.
_ARRIVING = ".~tmp~"
_TO_SEND = (
    "--recursive",
    # Others' clocks and sizes are no sign that a file is the same.
    "--ignore-times",
    "--compress",
    "--delay-updates",
    # A web server runs as somebody else and has to read what is put there.
    "--perms",
    "--chmod=D755,F644",
)


def make(spec: TargetSpec, credentials: Credentials) -> RsyncTarget:
    """Return the target that a spec names."""
    return RsyncTarget(spec.name, parse_server_address(spec.to, _EXAMPLE), credentials)


@dataclass(frozen=True)
class RsyncTarget:
    """A folder on a server with rsync."""

    name: str
    address: ServerAddress
    credentials: Credentials
    patience: Patience = field(default_factory=Patience)

    @property
    def words(self) -> str:
        """The address, which never holds a password."""
        return self.address.words

    @contextmanager
    def open(self) -> Iterator[RsyncPlace]:
        """Be ready to call rsync; nothing is asked yet."""
        program = Rsync(self.name, self.address, self.credentials, self.patience)
        program.refuse_if_missing()
        with tempfile.TemporaryDirectory(prefix="galley-") as folder:
            yield RsyncPlace(program, remembered_of(self.words), Path(folder))


@dataclass
class RsyncPlace:
    """A folder on a server while a site is published to it.

    Attributes
    ----------
    folder
        An empty one of this machine.
    """

    program: Rsync
    remembered: Remembered
    folder: Path

    def files(self) -> Mapping[str, int]:
        """Return every file below the folder, and remove what a killed publish has left behind."""
        found = self._listed()
        left = [path for path in found if _ARRIVING in path.split("/")]
        self.remove(left)
        found = {path: file for path, file in sorted(found.items()) if path not in set(left)}
        self.remembered.note_listed({path: file.mark for path, file in found.items()})
        return {path: file.size for path, file in found.items()}

    def digest(self, path: str) -> str:
        """Return the digest of what was sent, if it has not changed since."""
        return self.remembered.digest(path)

    def read(self, path: str) -> bytes | None:
        """Return the content of a file; None where there is none."""
        with self._empty_folder() as folder:
            try:
                self.program.run([self.program.at(path), f"{folder}/file"])
            except MissingThereError:
                return None
            return (folder / "file").read_bytes()

    def send(self, files: Mapping[str, bytes]) -> None:
        """Lay the files out here, and let rsync bring them."""
        with self._empty_folder() as folder:
            for path in files:
                local = folder / path
                local.parent.mkdir(parents=True, exist_ok=True)
                local.write_bytes(files[path])
                self.remembered.note_sent(path, files[path])
            self._bring(folder, list(files))

    def remove(self, paths: Sequence[str]) -> None:
        """Take files away, and folders that are empty then."""
        if not paths:
            return
        self._take_away(paths)
        folders = {up for path in paths for up in parents(path)}
        for depth in sorted({folder.count("/") for folder in folders}, reverse=True):
            # One that still holds something refuses.
            with suppress(EnvironmentFault):
                self._take_away([each for each in folders if each.count("/") == depth])

    def finish(self, message: str) -> None:
        """Do nothing: each file was public from the moment it was renamed."""

    def _listed(self) -> dict[str, RemoteFile]:
        with self._empty_folder() as folder:
            options = ["--recursive", "--links", "--dry-run", "--8-bit-output"]
            try:
                told = self.program.run(
                    [*options, f"--out-format={_LISTING}", self.program.at(""), f"{folder}/"]
                )
            except MissingThereError:
                return {}
        return dict(_listed_files(told))

    def _bring(self, folder: Path, paths: Sequence[str]) -> None:
        options = [*_TO_SEND, "--files-from=-", "--from0"]
        names = "\0".join(paths)
        try:
            self.program.run([*options, f"{folder}/", self.program.at("")], names)
        except MissingThereError:
            # Old programs do not know the option, so it is given only where it is needed.
            self.program.run([*options, "--mkpath", f"{folder}/", self.program.at("")], names)

    def _take_away(self, paths: Sequence[str]) -> None:
        """Ask for files that are missing here, which rsync then removes there, and no others."""
        options = ["--files-from=-", "--from0", "--dirs", "--delete-missing-args"]
        with self._empty_folder() as folder:
            for around in {up for path in paths for up in parents(path)}:
                (folder / around).mkdir(parents=True, exist_ok=True)
            try:
                self.program.run([*options, f"{folder}/", self.program.at("")], "\0".join(paths))
            except MissingThereError:
                return

    @contextmanager
    def _empty_folder(self) -> Iterator[Path]:
        with tempfile.TemporaryDirectory(dir=self.folder) as folder:
            yield Path(folder)


def _listed_files(told: str) -> Iterator[tuple[str, RemoteFile]]:
    for line in told.splitlines():
        size, _, rest = line.partition(" ")
        moment, _, name = rest.partition(" ")
        if size.isdigit() and name and not name.endswith("/"):
            yield name, RemoteFile(int(size), f"{size} {moment}")
