"""Pictures in every spelling, place and format."""

from __future__ import annotations

import base64
import io

from PIL import Image
from tests.corpus.case import Case
from tests.corpus.parts import base64_of, markdown, notebook, png, prose

SECRET = "WARD-7-CAMERA"
SCRIPT = "<script>window.galley_marker=1</script>"
KINDS = ("c.jpg", "t.tif", "b.bmp", "s.png", "w.webp", "g.gif")
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="6"><circle r="3"/></svg>'
PASTED = {"image/png": base64_of(png(11, 7))}


def saved(
    kind: str, mode: str = "RGB", size: tuple[int, int] = (40, 20), **options: object
) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size).save(out, kind, **options)
    return out.getvalue()


def photograph() -> bytes:
    exif = Image.Exif()
    exif[0x010F] = SECRET
    exif[0x0112] = 6  # lies on its side
    return saved("JPEG", exif=exif)


SHARED = {"images/scan.png": saved("PNG"), "images/my scan (1) é.png": saved("PNG", size=(9, 9))}

CASES: tuple[Case, ...] = (
    Case(
        "html-sizes.ipynb",
        "Pictures in HTML with a width, a height, a share and a side",
        prose(
            "# Sizes",
            "",
            '<img src="images/scan.png" alt="wide" width="30" height="900" align="right">'
            ' <img src="images/scan.png" alt="high" height=10>'
            ' <img src="images/scan.png" alt="styled" style="width: 22px">'
            ' <img src="images/scan.png" alt="share" width=50%>',
        ),
        shows=(
            'alt="wide" width="30" height="15"',
            'class="right"',
            'alt="high" width="20" height="10"',
            'alt="styled" width="22" height="11"',
            'class="width-50"',
        ),
        failed_first=True,
    ),
    Case(
        "sizes-in-brackets.ipynb",
        "Sizes behind the address, with and without a title",
        prose(
            "# Sizes",
            "",
            "![one](images/scan.png =30x) ![two](images/scan.png =30x900)"
            ' ![three](images/scan.png "Words" =20x) ![four](images/scan.png =50%x)',
        ),
        shows=('alt="one" width="30" height="15"', 'alt="three" width="20"', 'class="width-50"'),
        omits=("=30x", "=20x", "=50%"),
        failed_first=True,
    ),
    Case(
        "names-with-spaces.ipynb",
        "Names with spaces, brackets and accents, encoded, pointed and as they are",
        prose(
            "# Names",
            "",
            "![encoded](images/my%20scan%20%281%29%20é.png) ![pointed](<images/my scan (1) é.png>)"
            " ![bare](images/my scan (1) é.png)",
        ),
        shows=('alt="encoded" width="9"', 'alt="pointed" width="9"', 'alt="bare" width="9"'),
        failed_first=True,
    ),
    Case(
        "places.ipynb",
        "Pictures from the root of the folder, with a query and by reference",
        prose(
            "# Places",
            *("", "![root](/images/scan.png) ![query](images/scan.png?raw=true) ![named][s]"),
            *("", '[s]: images/scan.png "Title"'),
        ),
        shows=('alt="root" width="40"', 'alt="query" width="40"', 'alt="named" width="40"'),
    ),
    Case(
        "below/parent.ipynb",
        "Pictures in the folder above",
        prose("# Above", "", '![up](../images/scan.png) <img src="../images/scan.png" alt="html">'),
        shows=('src="../assets/img/scan-', 'alt="html" width="40"'),
    ),
    Case(
        "elsewhere.ipynb",
        "A picture of another host becomes a link, and nothing asks for it",
        prose(
            "# Far",
            "",
            '![Far](https://evil.example/x.png) <img src="https://evil.example/x.png" alt="Too">'
            " [![Badge](https://evil.example/b.svg)](https://clinic.example)",
        ),
        shows=(
            '<a class="image-elsewhere" href="https://evil.example/x.png">Far</a>',
            '<a href="https://clinic.example"><span class="image-absent">Badge</span></a>',
        ),
    ),
    Case(
        "missing.ipynb",
        "A picture that is not there leaves its words",
        prose("# Missing", "", "Here ![The ward](nowhere.png) it was, ![](none.png) and <img>."),
        shows=('<span class="image-absent">The ward</span>', '<span class="image-absent">none.png'),
        says={"image-missing": "the image 'nowhere.png' is not there"},
    ),
    Case(
        "wrong-capitals.ipynb",
        "A name whose capitals differ is another name on most servers",
        prose("# Capitals", "", "![Scan](images/Scan.PNG)"),
        says={"image-missing": "the image 'images/Scan.PNG' is not there"},
    ),
    Case(
        "without-words.ipynb",
        "A picture without an alternative text",
        prose("# Wordless", "", "![](images/scan.png)"),
        shows=('alt="" width="40"',),
        says={"image-missing-alt": "the image 'images/scan.png' has no alternative text"},
    ),
    Case(
        "attributes-of-quarto.ipynb",
        "Quarto's braces: a share of the width, a label, an alternative text",
        prose(
            "# Braces",
            *("", "![](images/scan.png){width=50%}"),
            *("", '![A caption](images/scan.png){#fig-x fig-alt="What it shows" fig-align="left"}'),
            *("", "See @fig-x."),
        ),
        shows=(
            'class="width-50"',
            '<span class="figure__number">Figure 1</span> A caption',
            'alt="What it shows"',
            'See <a href="#fig-x">Figure\u00a01</a>',
        ),
        omits=("fig-align",),
        failed_first=True,
    ),
    Case(
        "figures-of-myst.ipynb",
        "MyST's figure and image, with name, width and text",
        prose(
            "# MyST",
            *("", "```{figure} images/scan.png", ":name: fig-ward", ":width: 60%", ":alt: A ward"),
            *("", "The caption $x_1$", "```", ""),
            *("```{image} images/scan.png", ":width: 30px", ":alt: Small", "```", ""),
            *(
                "```{figure-md} fig-md",
                '<img src="images/scan.png" alt="In HTML">',
                "",
                "Words",
                "```",
            ),
            *("", "{numref}`fig-ward`, [](#fig-md)"),
        ),
        shows=(
            '<figure class="figure" id="fig-ward">',
            'alt="A ward" width="40" height="20"',
            'alt="Small" width="30" height="15"',
            'href="#fig-md"',
        ),
    ),
    Case(
        "attached.ipynb",
        "Pasted pictures: several, with spaces, as a drawing, in HTML, missing, of another cell",
        notebook(
            markdown(
                "# Pasted",
                "",
                "![one](attachment:a.png) ![two](attachment:b%20c.png) ![three](attachment:b c.png)"
                ' ![drawn](attachment:s.svg) <img src="attachment:a.png" alt="html" width="5">'
                " ![lost](attachment:lost.png) ![page](attachment:page.html)",
                attachments={
                    "a.png": PASTED,
                    "b c.png": {"image/png": [PASTED["image/png"]]},
                    "s.svg": {"image/svg+xml": [SVG]},
                    "page.html": {"text/html": "<script>window.galley_marker=1</script>"},
                    "odd.png": "not a bundle",
                },
            ),
            markdown("![other](attachment:a.png)"),
        ),
        shows=(
            *(f'alt="{name}" width="11"' for name in ("one", "two", "three", "other")),
            'alt="drawn" width="9" height="6"',
            'alt="html" width="5"',
            '<span class="image-absent">lost</span>',
        ),
        says={"image-missing": "the image 'attachment:lost.png' is not there"},
        failed_first=True,
    ),
    Case(
        "inside-addresses.ipynb",
        "Pictures inside their address, in Markdown and in HTML",
        prose(
            "# Inside",
            "",
            f"![md](data:image/png;base64,{PASTED['image/png']})"
            f' <img src="data:image/png;base64,{PASTED["image/png"]}" alt="html">',
        ),
        shows=('alt="md" width="11"', 'alt="html" width="11"'),
    ),
    Case(
        "formats.ipynb",
        "Formats that browsers show, and those that become one",
        prose(
            "# Formats",
            "",
            *(f"![{n}](kinds/{n})\n" for n in KINDS),
        ),
        files={
            "kinds/c.jpg": saved("JPEG", "CMYK"),
            "kinds/t.tif": saved("TIFF"),
            "kinds/b.bmp": saved("BMP"),
            "kinds/s.png": saved("PNG", "I;16"),
            "kinds/w.webp": saved("WEBP"),
            "kinds/g.gif": saved("GIF", "P"),
        },
        shows=(
            *(f'alt="{n}" width="40" height="20"' for n in KINDS),
            'src="assets/img/t-',
        ),
    ),
    Case(
        "formats-for-nobody.ipynb",
        "Formats that no browser shows leave their words, and that is said",
        prose("# Formats", "", "![As PDF](odd/p.pdf) ![As EPS](odd/e.eps) ![As HEIC](odd/h.heic)"),
        files={
            "odd/p.pdf": b"%PDF-1.4 small",
            "odd/e.eps": b"%!PS-Adobe-3.0 EPSF-3.0\n",
            "odd/h.heic": b"\0\0\0\x18ftypheic small",
        },
        shows=(">As PDF<", ">As EPS<", ">As HEIC<"),
        says={
            "image-unknown-format": "'odd/p.pdf' is not a picture that browsers show, or it is "
            "damaged from its first byte"
        },
    ),
    Case(
        "photograph.ipynb",
        "A photograph stands upright, and what the camera wrote is gone",
        prose("# Photograph", "", "![ward](photo.jpg)"),
        files={"photo.jpg": photograph()},
        shows=('alt="ward" width="20" height="40"',),
        lacks=(SECRET,),
    ),
    Case(
        "large.ipynb",
        "A picture far wider than any page is made narrower",
        prose("# Large", "", "![wide](wide.png)"),
        files={"wide.png": saved("PNG", size=(3000, 30))},
        shows=('alt="wide" width="1440"',),
    ),
    Case(
        "drawing.ipynb",
        "A drawing beside the notebook that holds a script",
        prose("# Drawing", "", "![dots](dots.svg)"),
        files={"dots.svg": SVG.replace("<circle", f"{SCRIPT}<circle")},
        shows=('alt="dots" width="9" height="6"',),
        lacks=("galley_marker",),
    ),
    Case(
        "broken.ipynb",
        "A picture that breaks off, and a page that is called a picture",
        prose("# Broken", "", "![cut](cut.png) ![page](page.png)"),
        files={"cut.png": base64.b64decode(PASTED["image/png"])[:40], "page.png": b"<p>no picture"},
        shows=('<span class="image-absent">cut</span>', '<span class="image-absent">page</span>'),
        says={
            "image-unknown-format": "'page.png' is not a picture that browsers show, or it is "
            "damaged from its first byte"
        },
    ),
)
