"""Links between notebooks, to files, to other hosts; and HTML that stands in Markdown."""

from __future__ import annotations

from tests.corpus.case import Case
from tests.corpus.parts import markdown, notebook, png, prose


def _link(address: str, words: str) -> str:
    return f'<a href="{address}">{words}</a>'


_NOWHERE = "the link '{}' leads to nothing on this site"
_NOT_SHOWN = "the text holds <{}>, which no page shows"

LINKS = (
    Case(
        "Café du matin – étude 1.ipynb",
        "A name with spaces, accents and a dash",
        prose("# Café du matin – étude 1", "", "## A Section here", "", "Le café."),
        shows=("<p>Le café.</p>",),
    ),
    Case(
        "old stuff/Über Ärzte (2).ipynb",
        "A folder and a name with spaces, umlauts and brackets",
        prose("# Ärzte", "", "[back](../Café%20du%20matin%20–%20étude%201.ipynb)"),
        shows=(_link("../cafe-du-matin-etude-1.html", "back"),),
    ),
    Case(
        "to-notebooks.ipynb",
        "Links to notebooks: encoded, in brackets, with spaces, from the root, as references",
        prose(
            "# To notebooks",
            "",
            "[encoded](Caf%C3%A9%20du%20matin%20–%20étude%201.ipynb),",
            "[pointed](<Café du matin – étude 1.ipynb>),",
            "[spaced](Café du matin – étude 1.ipynb),",
            "[root](/to-files.ipynb), [dot](./to-files.ipynb), [by name][name],",
            "[folder](old%20stuff/Über%20Ärzte%20(2).ipynb),",
            "[strokes](old%20stuff\\Über%20Ärzte%20(2).ipynb)",
            "",
            "[name]: to-files.ipynb",
            "",
            "| in a table |\n|---|\n| [cell](to-files.ipynb) |",
        ),
        shows=(
            _link("cafe-du-matin-etude-1.html", "encoded"),
            _link("cafe-du-matin-etude-1.html", "pointed"),
            _link("cafe-du-matin-etude-1.html", "spaced"),
            _link("to-files.html", "root"),
            _link("to-files.html", "dot"),
            _link("to-files.html", "by name"),
            _link("old-stuff/uber-arzte-2.html", "folder"),
            _link("old-stuff/uber-arzte-2.html", "strokes"),
            f"<td>{_link('to-files.html', 'cell')}</td>",
        ),
        failed_first=True,
    ),
    Case(
        "to-pages.ipynb",
        "Links to a notebook's page or text, in other capitals, without an ending",
        prose(
            "# To pages",
            "",
            "[html](Café%20du%20matin%20–%20étude%201.html), [text](to-files.md),",
            "[capitals](To-Files.ipynb), [bare](to-files),",
            "[anchor](to-files.ipynb#Some-Data-&-more),",
            "[server](http://localhost:8888/notebooks/to-files.ipynb),",
            "[lab](http://127.0.0.1:8889/lab/tree/to-files.ipynb), [](to-files.ipynb).",
        ),
        shows=(
            _link("cafe-du-matin-etude-1.html", "html"),
            _link("to-files.html", "text"),
            _link("to-files.html", "capitals"),
            _link("to-files.html", "bare"),
            _link("to-files.html#some-data-more", "anchor"),
            _link("to-files.html", "server"),
            _link("to-files.html", "lab"),
            _link("to-files.html", "To files"),
        ),
        failed_first=True,
    ),
    Case(
        "to-files.ipynb",
        "Links to files: data are published, what is not there is said",
        prose(
            "# To files",
            "",
            "## Some Data & more",
            "",
            "[data](data/table%20one.csv), [gone](gone.ipynb), [lost](lost/notes.html),",
            "[up](../../../../etc/passwd).",
        ),
        files={"data/table one.csv": "a,b\n1,2\n"},
        shows=('<a href="assets/files/table-one-', "<a>gone</a>", "<a>up</a>"),
        says={"link-broken": _NOWHERE.format("lost/notes.html")},
        dead=("lost/notes.html",),
    ),
    Case(
        "to-others.ipynb",
        "Addresses in the text, of mail and of works",
        prose(
            "# To others",
            "",
            "https://journal.example/a_b_c, (see http://b.example/a(b)), www.c.example/x,",
            "doi:10.1000/182 and [work](doi:10.1000/183), [mail](mailto:a@clinic.example).",
        ),
        shows=(
            '"is-address">https://journal.example/a_b_c</a>,',
            ">http://b.example/a(b)</a>),",
            _link("https://www.c.example/x", "www.c.example/x"),
            _link("https://doi.org/10.1000/182", "doi:10.1000/182"),
            _link("https://doi.org/10.1000/183", "work"),
            _link("mailto:a@clinic.example", "mail"),
        ),
        failed_first=True,
    ),
    Case(
        "without-scheme.ipynb",
        "An address of another site without its beginning",
        prose("# Without scheme", "", "[a site](clinic.org/hours)"),
        says={"link-broken": _NOWHERE.format("clinic.org/hours")},
        dead=("clinic.org/hours",),
    ),
    Case(
        "refused.ipynb",
        "A link that would run something: its words stay, and it is said",
        prose("# Refused", "", "Press [here](javascript:alert(1))."),
        shows=("Press <a>here</a>.",),
        says={
            "link-broken": "the address of this link could run something, "
            "so readers see its words alone"
        },
        failed_first=True,
    ),
    Case(
        "to-labels.ipynb",
        "Links to labels, as older MyST has them, and to what is not there",
        prose(
            "# To labels",
            "",
            "(sec-b)=\n## The section\n\n[words](sec-b), [](sec-b), [](#nowhere).",
        ),
        shows=(_link("#sec-b", "words"), _link("#sec-b", "The section")),
        says={"cross-reference-unknown": "nothing in this article has the label 'nowhere'"},
        failed_first=True,
    ),
    Case(
        "in-html.ipynb",
        "Links in HTML lead where those of Markdown do, and are told of where they do not",
        prose(
            "# Links in HTML",
            "",
            "<a href='to-files.ipynb' target=_blank>page</a> <a href=\"nothing.csv\">lost</a>",
        ),
        shows=(_link("to-files.html", "page"),),
        says={"link-broken": _NOWHERE.format("nothing.csv")},
        dead=("nothing.csv",),
        failed_first=True,
    ),
)

HTML = (
    Case(
        "html-inline.ipynb",
        "Elements in a sentence, old ones too",
        prose(
            "# In a sentence",
            "",
            "H<sub>2</sub>O<br>x<sup>2</sup> <u>under</u> <kbd>Ctrl</kbd>",
            '<font color="red">red</font>',
            "<tt>code</tt> <strike>gone</strike> <mark>marked</mark> <!-- HIDDEN REMARK -->",
            "",
            "An unclosed <b>bold and <i>italic",
        ),
        shows=(
            "H<sub>2</sub>O<br>x<sup>2</sup> <u>under</u> <kbd>Ctrl</kbd>\nred",
            "<code>code</code> <del>gone</del> <mark>marked</mark>",
        ),
        lacks=("HIDDEN REMARK",),
    ),
    Case(
        "html-blocks.ipynb",
        "Centred, folded, aligned; paragraphs over an empty line; Markdown between tags",
        prose(
            "# Blocks",
            "",
            '<center><font size="5">A centred warning</font></center>',
            "",
            "<details><summary>More</summary>",
            "",
            "Folded *words* here.",
            "",
            "</details>",
            "",
            '<p align="center">\n\nCentred *words*\n\n</p>',
            "",
            '<div align="right" style="position:fixed;top:0">Right</div>',
        ),
        shows=(
            '<div class="center">A centred warning</div>',
            "<summary>More</summary>\n<p>Folded <em>words</em> here.</p>",
            '<div class="center">\n<p>Centred <em>words</em></p>',
            '<div class="right">Right</div>',
        ),
        failed_first=True,
    ),
    Case(
        "html-alerts.ipynb",
        "Boxes of Bootstrap and Sphinx are callouts, and Markdown in them is read",
        prose(
            "# Boxes",
            "",
            '<div class="alert alert-block alert-warning">\n**Warning**: read this.\n</div>',
            "",
            '<div class="alert alert-info">\n<b>Note</b> that.\n</div>',
            "",
            '<div class="admonition tip"><p class="admonition-title">A title</p>',
            "<p>A tip.</p></div>",
        ),
        shows=(
            '<div class="callout callout--warning">\n<p><strong>Warning</strong>: read this.</p>',
            '<div class="callout callout--note">\n<b>Note</b> that.',
            '<div class="callout callout--tip"><p class="callout__label">A title</p>',
        ),
        failed_first=True,
    ),
    Case(
        "html-headings.ipynb",
        "Headings of HTML are headings of the article; the first is its title",
        prose(
            '<h1 align="center">A title in HTML</h1>',
            "",
            "Words.",
            "",
            '<h4 id="own">A heading</h4>',
            "",
            "<center><h2>Another</h2></center>",
            "",
            "See [it](#own).",
        ),
        shows=(
            '<h1 class="article-head__title">A title in HTML</h1>',
            '<h2 id="own">A heading',
            '<h2 id="another">Another',
            _link("#own", "it"),
        ),
        failed_first=True,
    ),
    Case(
        "html-formulas.ipynb",
        "Formulas in blocks of HTML",
        prose(
            "# Formulas in HTML",
            "",
            "<center>$$E < mc^2$$</center>",
            "",
            "<table><tr><td>$a_b$</td><td>\\(c\\) for $5</td></tr></table>",
            "",
            "<pre>$x$</pre>",
            "",
            "Empty: $$ $$ and a lone $$",
        ),
        shows=("<mo>&lt;</mo>", "<td><math", "for $5</td>", "<pre>$x$</pre>"),
        says={"markup-unknown": "'$$' stands alone: a formula has one at each end"},
        failed_first=True,
    ),
    Case(
        "html-no-tags.ipynb",
        "What looks like a tag and is none stays text",
        prose("# No tags", "", "Type <your name>, x<y>z, List<String> or a < b.", "", "<notatag>"),
        shows=("Type &lt;your name&gt;, x&lt;y&gt;z, List&lt;String&gt; or", "&lt;notatag&gt;"),
        failed_first=True,
    ),
    Case(
        "html-media.ipynb",
        "Films, sounds and frames become links with their titles",
        prose(
            "# Media",
            "",
            '<iframe src="https://www.youtube.com/embed/abc123" title="A lecture"></iframe>',
            "",
            '<video controls src="https://films.example/a.mp4"></video>',
            "",
            '<video><source src="film.mp4" type="video/mp4"></video>',
            "",
            '<iframe src="//www.youtube.com/embed/xyz"></iframe>',
            "",
            '<iframe src="plot.html"></iframe>',
        ),
        files={"film.mp4": b"film"},
        shows=(
            '<a class="embed" href="https://www.youtube.com/watch?v=abc123">A lecture</a>',
            '<a class="embed" href="https://films.example/a.mp4">Video on films.example</a>',
            '<a class="embed" href="assets/files/film-',
            '<a class="embed" href="https://www.youtube.com/watch?v=xyz">Video on youtube.com</a>',
        ),
        says={"html-not-shown": _NOT_SHOWN.format("iframe")},
        failed_first=True,
    ),
    Case(
        "html-lost.ipynb",
        "What no page shows is named",
        prose("# Lost", "", "Press <button>Start</button> now.", "", "<script>x()</script>"),
        shows=("Press ",),
        lacks=("x()",),
        says={"html-not-shown": _NOT_SHOWN.format("button")},
        failed_first=True,
    ),
    Case(
        "html-tables.ipynb",
        "Tables of HTML scroll, and their headings say what they head",
        prose(
            "# Tables",
            "",
            '<table border="1"><tr><th>Drug</th></tr><tr><td bgcolor="red">Dose</td></tr></table>',
            "",
            "| | |\n|---|---|\n| a | b |",
        ),
        shows=('<th scope="col">Drug</th>', "<td>a</td>"),
    ),
    Case(
        "html-pictures.ipynb",
        "A picture in HTML with its size, and one that stands in a figure",
        prose(
            "# Pictures",
            "",
            '<img src="images/scan.png" width="300" alt="A scan" onerror="alert(1)">',
            "",
            '<figure><img src="images/scan.png" alt="Again">',
            "<figcaption>Words below</figcaption></figure>",
        ),
        files={"images/scan.png": png()},
        shows=('alt="A scan" width="300"', "<figcaption>Words below</figcaption>"),
    ),
    Case(
        "html-unclosed.ipynb",
        "Tags that one cell leaves open end with it",
        notebook(
            markdown("# Open", "", '<div class="x">', "", "Inside.", "", "<b>bold"),
            markdown("After.", "", "</div></section>", "", "Last."),
        ),
        shows=("<p>After.</p>", "<p>Last.</p>"),
    ),
)

CASES = (*LINKS, *HTML)
