"""Write a folder of notebooks as real people have them, one behaviour per file.

    python tests/sites/foreign/make.py FOLDER

Nothing in it was made for Galley: no site.toml, no front matter of ours, no bibliography. What
real folders contain was counted; each of these files is one line of that count.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import old_files
import outputs
import pictures
import writing
from parts import Json


def as_bytes(content: Json | str | bytes) -> bytes:
    if isinstance(content, bytes):
        return content
    # Half characters are written as JSON escapes: that is how they travel.
    return (content if isinstance(content, str) else json.dumps(content)).encode()


def write_folder(folder: Path) -> None:
    for files in (old_files.FILES, writing.FILES, outputs.FILES, pictures.FILES):
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(as_bytes(content))


if __name__ == "__main__":
    write_folder(Path(sys.argv[1]))
