"""Write the expected pages of the small sites anew; run by hand, then look at the difference.

python tests/sites/update.py && git diff tests/sites
"""

from __future__ import annotations

import re
import shutil
import tempfile
from datetime import date
from pathlib import Path

from galley.site.build import build_site
from galley.site.request import BuildRequest

SITES = Path(__file__).parent
TODAY = date(2026, 6, 1)
_HASHED = re.compile(r"(assets/(?:cards/)?[\w-]+)-[0-9a-f]{8}\.(css|js|png|woff2)")
_SCRIPT = re.compile(r"(script-src &#39;sha256-)[^&]*|(?<=<script>).*?(?=</script>)", re.DOTALL)


def update(name: str) -> None:
    """Build one site and keep its pages, feeds and lists."""
    expected = SITES / name / "expected"
    shutil.rmtree(expected, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        content, site = Path(folder, "content"), Path(folder, "site")
        shutil.copytree(SITES / name / "content", content)
        build_site(BuildRequest(content, "content", site, TODAY))
        for path in sorted(site.rglob("*")):
            if path.suffix in {".html", ".xml", ".txt"} or path.name == "feed.json":
                target = expected / path.relative_to(site)
                target.parent.mkdir(parents=True, exist_ok=True)
                text = _HASHED.sub(r"\1-HASH.\2", path.read_text(encoding="utf-8"))
                # The site's script is tested for itself; a change of it is none of each page.
                text = _SCRIPT.sub(lambda match: f"{match[1] or ''}…", text)
                target.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    for site in sorted(path.parent.name for path in SITES.glob("*/content")):
        update(site)
