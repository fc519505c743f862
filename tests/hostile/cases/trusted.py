"""What a trusted author's own HTML may do, and that nobody else's may."""

from __future__ import annotations

import base64
import io
import wave

from tests.corpus.case import Case
from tests.corpus.parts import Json, markdown, output, prose, stored
from tests.corpus.touching import ASKED

BLOCKED = (
    "this HTML asks evil.example for a script, a style or data, which no page may do, so readers "
    "do not get what needs it"
)


def html(text: str) -> Json:
    """Return an article with an HTML output."""
    return stored(markdown("# Own HTML"), output({"text/html": text}))


def written(*lines: str) -> Json:
    """Return an article with HTML in its Markdown."""
    return prose("# Own HTML", "", *lines)


def tone() -> bytes:
    """Return a tenth of a second of silence."""
    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setparams((1, 1, 8000, 0, "NONE", ""))
        sound.writeframes(b"\x80" * 800)
    return out.getvalue()


PAGE = """<!DOCTYPE html><html><head><title>Figure</title></head>
<body onload="lost()"><p id="inside">no</p>
<script>document.getElementById("inside").textContent = "ran"; parent.own = 1</script></body></html>
"""

CASES: tuple[Case, ...] = (
    Case(
        "script-in-markdown.ipynb",
        "A script in the Markdown of a trusted article",
        written("<div>plasticity</div>", "", "<script>", "window.own = 'plasticity';", "</script>"),
        runs="window.own === 'plasticity' && document.querySelector('label.term')",
        failed_first=True,
    ),
    Case(
        "script-in-output.ipynb",
        "A figure that a script draws, as plotly and bokeh make it",
        html(
            '<div id="plot-1" data-root="r" style="height: 90px"></div>'
            '<script type="text/javascript">'
            'var plot = document.getElementById("plot-1");'
            'plot.innerHTML = "<svg width=9 height=9></svg>"; plot.style.width = "50%";'
            'var s = document.createElement("style"); s.textContent = "#plot-1 {color: #010203}";'
            "document.head.append(s);</script>"
        ),
        runs=(
            "document.querySelector('#plot-1 svg') && "
            "getComputedStyle(document.getElementById('plot-1')).color === 'rgb(1, 2, 3)'"
        ),
        failed_first=True,
    ),
    Case(
        "script-bytes.ipynb",
        "A script with line ends of Windows, signs of HTML, letters beyond ASCII",
        html(
            '<script>\r\nif (1 < 2 && 3 > 2) {\r\n  window.own = \'&amp;é</p> id="a" id="a" '
            '<a href="#ref-a" role="doc-biblioref">A</a> <img src=x loading="lazy">\';'
            "\r\n}\r\n</script><p>plasticity</p>"
        ),
        runs='window.own?.startsWith(\'&amp;é</p> id="a" id="a" <a href\')',
        failed_first=True,
    ),
    Case(
        "script-of-text.ipynb",
        "A script that makes functions of text, as vega does",
        html("<script>window.own = new Function('return 5')();</script>"),
        runs="window.own === 5",
        failed_first=True,
    ),
    Case(
        "script-file.ipynb",
        "A script that stands as a file beside the notebook becomes part of the page",
        written('<script src="draw.js"></script>'),
        files={"draw.js": "window.own = 'é </scr' + 'ipt>';\r\n// </script>\n"},
        runs="window.own === 'é </script>'",
        lacks=('src="draw.js"',),
        failed_first=True,
    ),
    Case(
        "handler.ipynb",
        "An event handler on an element",
        written('<button type="button" id="b" onclick="window.own = &quot;yes&quot;">b</button>'),
        runs="(document.getElementById('b').click(), window.own === 'yes')",
        failed_first=True,
    ),
    Case(
        "styles.ipynb",
        "A style attribute and a style element",
        written(
            '<div id="a" style="color: rgb(1, 2, 3)">a</div>',
            "",
            "<style>",
            "#a > b { color: rgb(4, 5, 6) }",
            "</style>",
        ),
        runs="getComputedStyle(document.getElementById('a')).color === 'rgb(1, 2, 3)'",
        failed_first=True,
    ),
    Case(
        "frame-inside.ipynb",
        "A frame with its own document and script, as folium makes it",
        html(
            '<iframe title="Map" srcdoc="&lt;p&gt;map&lt;/p&gt;&lt;script&gt;parent.own = 1'
            '&lt;/script&gt;"></iframe>'
        ),
        runs="window.own === 1",
        failed_first=True,
    ),
    Case(
        "frame-file.ipynb",
        "A frame with a page beside the notebook, as bokeh and altair save it",
        html('<iframe src="figure.html" width="700" height="400"></iframe>'),
        files={"figure.html": PAGE},
        runs="window.own === 1",
        shows=('title="Figure"',),
        lacks=('src="figure.html"',),
        failed_first=True,
    ),
    Case(
        "sound.ipynb",
        "A sound that stands beside the notebook",
        written('<audio controls src="tone.wav"></audio>'),
        files={"tone.wav": tone()},
        shows=('src="assets/files/tone-',),
        runs="document.querySelector('audio').readyState >= 1",
        failed_first=True,
    ),
    Case(
        "sound-inside.ipynb",
        "A sound inside the output, as IPython makes it",
        html(
            '<audio controls="controls"><source type="audio/wav" src="data:audio/wav;base64,'
            f'{base64.b64encode(tone()).decode()}" /></audio>'
        ),
        runs="document.querySelector('audio').readyState >= 1",
        failed_first=True,
    ),
    Case(
        "canvas.ipynb",
        "A drawing surface with controls",
        html(
            '<canvas id="c" width="9" height="9"></canvas><label>Day <input type="range" id="r" '
            "oninput=\"window.own = this.value\"></label><script>document.getElementById('c')"
            ".getContext('2d').fillRect(0, 0, 9, 9)</script>"
        ),
        runs=(
            "(document.getElementById('r').dispatchEvent(new Event('input')), window.own === '50') "
            "&& document.getElementById('c').getContext('2d').getImageData(1, 1, 1, 1).data[3] > 0"
        ),
        failed_first=True,
    ),
    Case(
        "drawing.ipynb",
        "A drawing in HTML, with names in capitals and a script of its own",
        html(
            '<svg viewBox="0 0 9 9" width="9" role="img" aria-label="d"><linearGradient id="lg">'
            "</linearGradient><script>if (1 < 2) window.own = 1</script></svg>"
        ),
        shows=('viewBox="0 0 9 9"', "<linearGradient"),
        runs="window.own === 1",
        failed_first=True,
    ),
    Case(
        "left-open.ipynb",
        "Elements that their author left open end with their cell",
        written("<div><b><script>window.own = 1</script><table><tr><td>a", "", "</main></article>"),
        runs="window.own === 1 && document.querySelector('main footer')",
        failed_first=True,
    ),
    Case(
        "two-ends.ipynb",
        "A script that speaks of comments and scripts ends where it says",
        written(
            "<script>window.own = '<!--<script>'</script>", "", "**After**", "", "<script>left"
        ),
        runs="window.own === '<!--<script>' && document.querySelector('main footer')",
        failed_first=True,
    ),
    Case(
        "script-elsewhere.ipynb",
        "A script of another host is taken out and told of, also in a trusted article",
        html(f'<p>Left.</p><script src="{ASKED}.js"></script><script>window.own = 1</script>'),
        says={"own-html-blocked": BLOCKED},
        runs="window.own === 1",
        lacks=(f"{ASKED}.js",),
        failed_first=True,
    ),
    Case(
        "asks-elsewhere.ipynb",
        "A script that asks another host by itself is stopped by the policy",
        html(
            "<script>const s = document.createElement('script'); s.onerror = () => { fetch('"
            f"{ASKED}').catch(() => {{ window.own = 1 }}) }}; s.src = '{ASKED}'; "
            "document.head.append(s)</script>"
        ),
        says={"own-html-blocked": BLOCKED},
        runs="window.own === 1",
        failed_first=True,
    ),
    Case(
        "injects.ipynb",
        "What a script writes into the page does not run by itself",
        html(
            "<div id='d'></div><script>d.innerHTML = '<img src=data: onerror=\"window.bad = 1\">';"
            "setTimeout(() => { window.own = window.bad ?? 'held' }, 300)</script>"
        ),
        runs="window.own === 'held'",
        failed_first=True,
    ),
    Case(
        "film-elsewhere.ipynb",
        "A film of another host is a link, also in a trusted article",
        written(
            '<iframe src="https://www.youtube.com/embed/abc" title="A film"></iframe>',
            "",
            "<script>window.own = 1</script>",
        ),
        shows=('href="https://www.youtube.com/watch?v=abc">A film</a>',),
        runs="window.own === 1",
        failed_first=True,
    ),
    Case(
        "addresses.ipynb",
        "Addresses that run are taken away from a trusted article too",
        written(
            '<a href="javascript:window.galley_marker=1">a</a>',
            '<form action="javascript:window.galley_marker=1"></form>',
            "",
            "<script>window.own = 1</script>",
        ),
        runs="window.own === 1",
        lacks=("javascript:window",),
    ),
    Case(
        "outside.ipynb",
        "Files outside the content folder are not read, also for a trusted article",
        written(
            '<iframe src="../secret.txt"></iframe>',
            "",
            '<script src="../secret.txt"></script>',
            "",
            "<script>window.own = 1</script>",
        ),
        runs="window.own === 1",
    ),
    Case(
        "only-words.ipynb",
        "A trusted article without HTML has the page and the policy of any other",
        prose("# Own HTML", "", "Words, **bold** ones, and $x$."),
        shows=("style-src &#39;self&#39; file:; ", "<strong>bold</strong>"),
    ),
    Case(
        "names-itself.ipynb",
        "Front matter that calls its own article trusted is told that this has no effect",
        prose(
            "---",
            "title: Trust me",
            "trusted: true",
            "---",
            "",
            "<script>window.galley_marker=1</script>",
        ),
        says={
            "front-matter-trusted": "'trusted' has no effect in front matter, because whoever "
            "wrote the notebook wrote that too"
        },
        failed_first=True,
    ),
    Case(
        "signed-by-jupyter.ipynb",
        "A notebook that Jupyter's own metadata calls trusted is not",
        stored(
            markdown("# Trust me", metadata={"trusted": True}),
            output({"text/html": "<p>Left.</p><script>window.galley_marker=1</script>"})
            | {"metadata": {"trusted": True}},
            trusted=True,
            signature="sha256:0",
        ),
        says={
            "output-needs-script": "this output needs a script, which this page does not run; "
            "readers see what is left without it"
        },
    ),
)

_TRUSTED = [case.file.removesuffix(".ipynb") for case in CASES]
_TRUSTED = [slug for slug in _TRUSTED if slug not in {"names-itself", "signed-by-jupyter"}]

SITE = f"""title = "Own HTML"
base_url = "https://blog.example/"
trusted = {_TRUSTED}
""".replace("'", '"')

SHARED = {
    "glossary.yml": "plasticity:\n  en: plasticity\n  definition:\n    en: Change.\n",
}
