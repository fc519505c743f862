"""What an author is told of a post that is not written, or not anew."""

from __future__ import annotations

from galley.findings import Finding, Place, Severity
from galley.importing.post import Post


def taken_finding(post: Post, path: str) -> Finding:
    """Tell that another file has the name."""
    return Finding(
        "import-name-taken",
        Severity.ERROR,
        Place(post.source),
        f"'{path}' is there already and was not imported from this; nothing is written over it",
        "Rename the one or the other, and import again.",
    )


def edited_finding(post: Post, path: str) -> Finding:
    """Tell that a file was edited since it was imported."""
    return Finding(
        "import-edited",
        Severity.ERROR,
        Place(post.source),
        f"'{path}' was edited since it was imported; nothing is written over it",
        "To take the new text, rename your file and import again; then copy over what you need.",
    )


def changed_finding(post: Post, path: str) -> Finding:
    """Tell that a source has changed."""
    return Finding(
        "import-changed",
        Severity.ADVICE,
        Place(post.source),
        f"it has changed since it was imported as '{path}'",
        "Import it again with --update to take the new text; a copy of the old one is kept.",
    )


def removed_finding(post: Post, path: str) -> Finding:
    """Tell that the notebook of a source is gone."""
    return Finding(
        "import-changed",
        Severity.ADVICE,
        Place(post.source),
        f"it was imported as '{path}', which is gone",
        "Import it again with --update to have it back.",
    )
