"""Notebooks with pictures beside, inside, far away and missing; and the files themselves."""

from __future__ import annotations

from drawings import PNG, SVG, jpeg_bytes, png_bytes
from parts import Json, markdown, notebook, prose

FILES: dict[str, Json | str | bytes] = {
    "images/scan.png": png_bytes(),
    "images/my scan é.png": png_bytes(9, 9, "#00aa00"),
    "images/ward.JPG": jpeg_bytes(),
    "images/dots.svg": SVG,
    "images/broken.png": b"\x89PNG\r\n\x1a\n broken",
    "images/page.html": b"<script>alert('marker')</script>",
    "data/table.csv": b"a,b\n1,2\n",
    "pictures/beside.ipynb": prose(
        "# Pictures beside",
        "",
        "![A scan](../images/scan.png) ![A place](../images/my%20scan%20é.png)",
        "",
        "![Sized](../images/scan.png =400x) ![Sized too](../images/scan.png =400x300)",
        "",
        "![Pointed](<../images/my scan é.png>) ![From the root](/images/ward.JPG)",
        "",
        '![Drawn](../images/dots.svg "Title") <img src="../images/dots.svg" width=50%>',
        "",
        "![Quarto](../images/scan.png){width=50% fig-alt='x' style='color:red' onclick='a()'}",
    ),
    "pictures/missing.ipynb": prose(
        "# Missing pictures",
        "",
        "![Not there](nowhere.png) ![Broken](../images/broken.png) ![A page](../images/page.html)",
        "",
        "![Far](https://far.example/x.png) ![Outside](../../../../../etc/passwd)",
        "",
        '![Disk](file:///etc/passwd) <img src="C:\\Users\\nurse\\scan.png" alt="Local">',
        "",
        "![Script](data:text/html;base64,PHNjcmlwdD4=) ![Empty]()",
        "",
        f"![Inside](data:image/png;base64,{PNG})",
    ),
    "pictures/attached.ipynb": notebook(
        markdown(
            "# Attachments",
            "",
            "![Pasted](attachment:image.png) ![Spaced](attachment:my%20image.png)",
            "",
            "![Lost](attachment:lost.png) ![Evil](attachment:evil.html)",
            attachments={
                "image.png": {"image/png": PNG},
                "my image.png": {"image/png": [PNG]},
                "evil.html": {"text/html": "<script>alert('marker')</script>"},
                "odd.png": "not a bundle",
            },
        ),
        markdown("![Of another cell](attachment:image.png)"),
    ),
}
