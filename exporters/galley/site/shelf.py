"""The files of a site while it is assembled: each address is given away once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from galley.findings import Finding, Place, Severity
from galley.site.files import BlobStore, MemoryBlobs, SiteFiles
from galley.site.site_paths import fold, parents, unsafe_reason


@dataclass
class Shelf:
    """Collects files; a second claim on an address becomes a finding, and the first one stays.

    Attributes
    ----------
    blobs
        Where contents are kept.
    digests
        Path → digest of the content.
    findings
        Claims that were refused.
    """

    blobs: BlobStore = field(default_factory=MemoryBlobs)
    digests: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    _owners: dict[str, str] = field(default_factory=dict)
    _folders: dict[str, str] = field(default_factory=dict)

    @property
    def files(self) -> SiteFiles:
        """What lies on the shelf."""
        return SiteFiles(self.digests, self.blobs)

    def put(self, path: str, data: bytes, owner: str) -> bool:
        """Put a file on the shelf; tell whether it is there now.

        Parameters
        ----------
        owner
            Whose file it is, for the author: a notebook, or a few words.
        """
        return self.put_kept(path, self.blobs.put(data), owner)

    def put_kept(self, path: str, digest: str, owner: str) -> bool:
        """Put a file on the shelf whose content is kept already."""
        reason = unsafe_reason(path) or self._taken(path, digest)
        if reason:
            self.findings.append(_refusal(path, owner, reason))
            return False
        self.digests[path] = digest
        self._owners[fold(path)] = owner
        self._folders |= {fold(parent): owner for parent in parents(path)}
        return True

    def put_all(self, files: Mapping[str, bytes], owner: str) -> None:
        """Put several files on the shelf."""
        for path in sorted(files):
            self.put(path, files[path], owner)

    def put_all_kept(self, digests: Mapping[str, str], owner: str) -> None:
        """Put several files on the shelf whose contents are kept already."""
        for path in sorted(digests):
            self.put_kept(path, digests[path], owner)

    def _taken(self, path: str, digest: str) -> str:
        if self.digests.get(path) == digest:
            return ""
        blockers = [self._owners.get(fold(parent)) for parent in parents(path)]
        found = [self._owners.get(fold(path)), self._folders.get(fold(path)), *blockers]
        other = next((owner for owner in found if owner), "")
        return f"it is already taken by {other}" if other else ""


def _refusal(path: str, owner: str, reason: str) -> Finding:
    return Finding(
        "site-address-clash",
        Severity.ERROR,
        Place(owner),
        f"the address '{path}' cannot be used: {reason}",
        "Change the slug, the alias or the file name it comes from.",
    )
