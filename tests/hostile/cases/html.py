"""HTML that acts, asks, covers, hides or pretends: in prose, in outputs and in Markdown outputs."""

from __future__ import annotations

import base64

from tests.corpus.case import Case
from tests.corpus.parts import Json, markdown, output, stored
from tests.corpus.touching import ASKED, MARKER

RUN, CALL = MARKER, ASKED
SVG_64 = base64.b64encode(f"<svg onload={RUN}/>".encode()).decode()


def everywhere(html: str) -> Json:
    """Return a notebook with the HTML inside a line, as a block, and in outputs of both kinds."""
    return stored(
        markdown(f"Before {html} after.", "", html, "", "The end."),
        output({"text/html": html}),
        output({"text/markdown": html}),
        title="HTML",
    )


def block(*lines: str) -> Json:
    """Return a notebook with the HTML as one Markdown cell."""
    return stored(markdown(*lines), title="HTML")


def _case(name: str, what: str, html: str, **expected: object) -> Case:
    return Case(f"{name}.ipynb", what, everywhere(html), **expected)  # type: ignore[arg-type]


SCRIPTS = (
    _case("script", "A script", f"<script>{RUN}</script>"),
    _case("script-odd-case", "A script in capitals, with a slash", f"<SCRIPT/x>{RUN}</SCRIPT >"),
    _case(
        "script-in-pieces",
        "A script that appears when a filter removes another",
        f"<scr<script>ipt>{RUN}</scr</script>ipt>",
    ),
    _case("script-unclosed", "A script without an end", f"<script>{RUN}"),
    _case("script-src", "A script from another host", f'<script src="{CALL}"></script>'),
    _case(
        "script-json-closed-early",
        "JSON data that ends its script early",
        f'<script type="application/json">"</script><script>{RUN}</script>"</script>',
    ),
    _case(
        "handler-img", "A picture that fails on purpose", f'<img src=nothing.png onerror="{RUN}">'
    ),
    _case(
        "handler-slashes",
        "Attributes parted by slashes",
        f'<img/src=nothing.png/onerror="{RUN}">',
    ),
    _case("handler-svg", "A drawing that loads", f'<svg/onload="{RUN}">'),
    _case("handler-body", "A second body that loads", f'<body onload="{RUN}">b</body>'),
    _case(
        "handler-toggle",
        "A fold that opens by itself",
        f'<details open ontoggle="{RUN}"><summary>s</summary>d</details>',
    ),
    _case(
        "handler-focus",
        "A field that takes the focus",
        f'<input autofocus onfocus="{RUN}"><a href=\'#\' autofocus onfocus="{RUN}">a</a>',
        lacks=("autofocus onfocus",),
    ),
    _case(
        "handler-animation",
        "A handler of an animation or a transition",
        f'<p style="animation:x" onanimationstart="{RUN}" ontransitionend="{RUN}">a</p>',
        lacks=("onanimationstart", "animation:x"),
    ),
    _case(
        "handler-popover",
        "A popover with handlers, and a button that opens it",
        f'<div id="p" popover onbeforetoggle="{RUN}">p</div>'
        f'<button popovertarget="p" command="show-popover" commandfor="p">b</button>',
        lacks=("onbeforetoggle", "commandfor"),
    ),
    _case(
        "handler-marquee",
        "Text that moves and blinks",
        f'<marquee onstart="{RUN}">m</marquee><blink>b</blink>',
        lacks=("<marquee", "<blink"),
    ),
    _case(
        "handler-media",
        "Sound and film with handlers",
        f'<video onloadstart="{RUN}" src={CALL}></video>'
        f'<audio src={CALL} onerror="{RUN}" autoplay>',
    ),
    _case(
        "command-linker",
        "JupyterLab's attributes that run a command",
        '<a href="#" data-commandlinker-command="x" data-commandlinker-args="{}">a</a>',
        lacks=("data-commandlinker",),
    ),
    _case(
        "jupyter-button",
        "A button that JupyterLab would obey",
        '<button data-commandlinker-command="terminal:create-new" is="x-y">b</button>',
        lacks=("terminal:create-new",),
    ),
)

MUTATIONS = (
    _case(
        "mutation-noscript",
        "A title that ends where scripts are off",
        f'<noscript><p title="</noscript><img src=x onerror={RUN}>"></noscript>',
    ),
    _case(
        "mutation-mglyph",
        "Formula, table and style that a second reading takes apart",
        f'<math><mtext><table><mglyph><style><img src=x onerror="{RUN}"></style></mglyph></table>',
    ),
    _case(
        "mutation-form",
        "Nested forms that change places",
        f'<form><math><mtext></form><form><mglyph><style></math><img src onerror="{RUN}">',
    ),
    _case(
        "mutation-annotation",
        "HTML inside a formula's annotation",
        '<math><annotation-xml encoding="text/html"><style><img title="</style>'
        f'<img src onerror={RUN}>"></style></annotation-xml></math>',
    ),
    _case(
        "mutation-svg-style",
        "A drawing whose style is text in HTML",
        f'<svg><style><a title="</style><img src onerror={RUN}>"></style></svg>',
    ),
    _case(
        "mutation-svg-title",
        "A drawing's title, where HTML begins again",
        f'<svg></p><title><a id="</title><img src onerror={RUN}>"></title></svg>',
    ),
    _case(
        "mutation-comment",
        "Comments that end sooner than they seem to",
        f'<!--><img src=x onerror="{RUN}">--><!---!><img src=x onerror="{RUN}">-->',
    ),
    _case(
        "mutation-cdata",
        "A CDATA section, which HTML does not know",
        f"<![CDATA[<script>{RUN}</script>]]><?x <script>{RUN}</script>?>",
    ),
    _case(
        "mutation-textarea",
        "Tags inside a text field and a template",
        f"<textarea><script>{RUN}</script></textarea><template><script>{RUN}</script></template>",
    ),
    _case(
        "mutation-shadow",
        "A shadow tree that HTML declares",
        f'<div><template shadowrootmode=open><img src=x onerror="{RUN}"></template></div>',
        lacks=("shadowrootmode",),
    ),
    _case(
        "mutation-xmp",
        "Elements whose content is text",
        f'<xmp><script>{RUN}</script></xmp><listing><b></listing><noembed><img onerror="{RUN}">',
    ),
    _case("mutation-plaintext", "An element without an end", f"<plaintext><script>{RUN}</script>"),
    _case(
        "mutation-select",
        "Elements inside a list of choices",
        f'<select><option><style></option></select><img src onerror="{RUN}"></style></select>',
    ),
    _case(
        "mutation-deep",
        "More levels than a parser keeps",
        "<div>" * 600 + f"<svg><style><!--</style><img title='--><img src onerror=\"{RUN}\">'>",
    ),
    _case(
        "mutation-null",
        "NUL bytes inside names",
        f"<scr\x00ipt>{RUN}</scr\x00ipt><img src=x one\x00rror={RUN}>",
    ),
    Case(
        "open-tag-takes-code.ipynb",
        "A tag left open, and code that would end an attribute",
        block('<div title="', "", f'`" onmouseover="{RUN}` x', "", '">', "", "The end."),
        shows=("<p>The end.</p>",),
        failed_first=True,
    ),
    Case(
        "open-tag-takes-fence.ipynb",
        "A tag left open before a code block",
        block("<div title='", "", "```", f"' onmouseover='{RUN}' ", "```", "", "'>"),
        failed_first=True,
    ),
    Case(
        "open-tag-takes-formula.ipynb",
        "A tag left open before a formula",
        block('<a href="#" title="', "", f'$\\text{{" onmouseover="{RUN}}}$', "", '">a</a>'),
        failed_first=True,
    ),
    Case(
        "open-tag-takes-element.ipynb",
        "A tag left open that would pass for Galley's own",
        block('<div class="masthead open-wide" ', "", "Words.", "", "The end."),
        shows=('<div class="open-wide">', "<p>The end.</p>"),
        lacks=('"masthead open-wide"', "data-galley"),
        failed_first=True,
    ),
)

ADDRESSES = (
    _case(
        "address-javascript",
        "A link that runs",
        f'<a href="javascript:{RUN}">a</a>',
        lacks=("javascript:window",),
    ),
    _case(
        "address-entities",
        "The same with entities, blanks and capitals",
        f'<a href=" java&#x09;script:{RUN}">a</a><a href="JaVaScRiPt&colon;{RUN}">b</a>'
        f'<a href="&#1;javascript:{RUN}">c</a><a href="java\nscript:{RUN}">d</a>',
    ),
    _case(
        "address-data",
        "A link to a page in the address",
        f'<a href="data:text/html,<script>{RUN}</script>">a</a>',
        lacks=("data:text/html",),
    ),
    _case(
        "address-others",
        "Links of other schemes",
        '<a href="vbscript:x">a</a><a href="blob:x">b</a><a href="file:///etc/passwd">c</a>'
        '<a href="view-source:x">d</a><a href="filesystem:x">e</a><a href="intent:x">f</a>',
        lacks=('"vbscript:', '"blob:', 'href="file:', '"view-source:', '"intent:'),
    ),
    _case(
        "address-ping",
        "A link that tells another host that it was followed",
        f'<a href="https://a.example/" ping="{CALL}" download="x.exe" target="_blank">a</a>',
        shows=('<a href="https://a.example/">a</a>',),
        lacks=("x.exe",),
    ),
    _case(
        "address-base",
        "Another root for all links",
        f'<base href="{CALL}"><base target="_top">',
        lacks=("<base",),
    ),
    _case(
        "address-map",
        "A picture's map, and links of old",
        f'<map name="m"><area href="javascript:{RUN}" shape="default"></map>'
        f'<img usemap="#m" longdesc="{CALL}" dynsrc="{CALL}" lowsrc="{CALL}" src="nothing.png">',
        lacks=("<area", "usemap"),
    ),
)

ASKING = (
    _case(
        "ask-style",
        "A style sheet that loads, hides and reads",
        f"<style>@import '{CALL}'; main {{ display: none }}"
        f" a[href^='x'] {{ background: url({CALL}) }}</style>kept",
        shows=("kept",),
        lacks=("display: none }",),
    ),
    _case(
        "ask-link",
        "Links in the head: style, preload, prefetch",
        f'<link rel="stylesheet" href="{CALL}"><link rel="prefetch" href="{CALL}">'
        f'<link rel="dns-prefetch" href="{CALL}"><link rel="modulepreload" href="{CALL}">',
    ),
    _case(
        "ask-refresh",
        "A page that leads away by itself",
        f'<meta http-equiv="refresh" content="0;url={CALL}">',
    ),
    _case(
        "ask-frames",
        "Frames, objects and portals",
        f'<iframe src="{CALL}" srcdoc="<script>parent.{RUN.removeprefix("window.")}</script>">'
        f'</iframe><object data="{CALL}"><embed src="{CALL}"></object><portal src="{CALL}">'
        f'</portal><frameset><frame src="{CALL}"></frameset><fencedframe></fencedframe>',
        lacks=("srcdoc", "<portal"),
    ),
    _case(
        "ask-pictures",
        "Pictures of another host in every form",
        f'<img srcset="{CALL} 2x" src="{CALL}"><picture><source srcset="{CALL}"></picture>'
        f'<input type="image" src="{CALL}"><image src="{CALL}">',
        lacks=("srcset=",),
    ),
    _case(
        "ask-backgrounds",
        "Backgrounds of old",
        f'<table background="{CALL}"><tr><td background="{CALL}">cell</td></tr></table>',
        shows=("<td>cell</td>",),
        lacks=("background=",),
    ),
    _case(
        "ask-media",
        "Film, sound and subtitles",
        f'<video poster="{CALL}"><source src="{CALL}"><track src="{CALL}" default></video>',
        lacks=("poster=",),
    ),
    _case(
        "ask-svg-data",
        "A drawing with a script as a picture in the address",
        f'<img src="data:image/svg+xml;base64,{SVG_64}" alt="drawn">',
        lacks=("data:image/svg+xml",),
    ),
    _case(
        "ask-form",
        "A form that sends what is typed",
        f'<form action="{CALL}"><input name="password"><button formaction="{CALL}">Log in</button>'
        f'</form><isindex action="{CALL}">',
        lacks=("<form a", "formaction"),
    ),
    _case(
        "ask-manifest",
        "Attributes by which old browsers load",
        f'<html manifest="{CALL}"><b style="behavior:url({CALL})">b</b>'
        f'<applet codebase="{CALL}" code="x"></applet><bgsound src="{CALL}">',
        lacks=("manifest=", "behavior:url"),
    ),
)

COVERING = (
    _case(
        "cover-style",
        "An element that covers the page",
        '<div style="position:fixed;inset:0;z-index:99999;background:white">covers</div>',
        shows=("<div>covers</div>",),
        lacks=("z-index:99999",),
    ),
    _case(
        "cover-sizes",
        "Sizes beyond every page",
        '<img src="data:image/png;base64,AAAA" width="99999" height="99999" alt="big">'
        '<table width="99999"><tr><td height="99999">cell</td></tr></table>'
        '<hr size="9999" width="9999">',
        lacks=("99999",),
    ),
    _case(
        "cover-dialog",
        "A dialogue that is open",
        "<dialog open><p>Your session has expired.</p></dialog>"
        '<details name="x"><summary>s</summary>d</details>',
        lacks=("<dialog", 'name="x"'),
    ),
    _case(
        "end-of-page",
        "What would end the page",
        "</div></section></article></main></body></html><h1>After the end</h1>",
    ),
    _case(
        "open-elements",
        "Elements that are never closed",
        "<b><i><a href='#x'><table><tr><td><ul><li><blockquote><div><section>",
    ),
    _case("open-comment", "A comment that is never closed", "kept <!-- and the rest"),
    _case(
        "direction",
        "Text that runs against its own direction, and a language that breaks out",
        '<bdo dir="rtl">exe.gnp</bdo><p lang="en&quot; onclick=&quot;x" dir="auto">p</p>',
        shows=('<bdi dir="rtl">exe.gnp</bdi>',),
        lacks=("<bdo",),
        failed_first=True,
    ),
    _case(
        "hidden-words",
        "Words for screen readers only, and words hidden from them",
        '<p class="visually-hidden">heard</p><p aria-hidden="true">seen</p><p hidden>h</p>'
        "<p inert>i</p>",
        lacks=('<p class="visually-hidden">heard', '<p aria-hidden="true">', "<p inert"),
        failed_first=True,
    ),
    _case(
        "wrong-names",
        "Names for screen readers that are not what is seen",
        '<a href="https://a.example/" aria-label="Your bank">Another place</a>'
        '<p role="alert" aria-live="assertive" aria-labelledby="content">p</p>'
        '<div role="dialog" aria-modal="true">d</div>',
        shows=('<a href="https://a.example/">Another place</a>',),
        lacks=("Your bank", 'role="alert"', 'role="dialog"'),
        failed_first=True,
    ),
    _case(
        "wordless-link",
        "A link that is only a sign: its name becomes its words",
        '<a href="https://a.example/" aria-label="The code"><i class="fab fa-git"></i></a>',
        shows=('<i class="fab fa-git"></i>The code</a>',),
        failed_first=True,
    ),
    _case(
        "keys",
        "Keys and places in the order of the Tab key",
        '<p tabindex="5" accesskey="s" contenteditable draggable="true" spellcheck>p</p>'
        '<a href="#x" tabindex="-1">a</a>',
        lacks=("accesskey", "contenteditable", 'tabindex="5"'),
    ),
    _case(
        "landmarks",
        "A second main part, navigation and banner",
        "<main>m</main><nav>n</nav><aside>a</aside>",
        shows=("<div>m</div><div>n</div><div>a</div>",),
        failed_first=True,
    ),
)

_CHROME = """<div class="masthead"><p class="masthead__name">Ministry of Health</p></div>
<p class="figure__evidence figure__evidence--data">Measured data</p>
<section class="accountability"><h2>Reviewed by</h2><p>Dr A. Nobody</p></section>
<div class="notice">Notice</div><div class="withdrawn-text">Withdrawn</div>
<div class="overdue">Overdue</div><a class="skip-link" href="#x">Skip</a>
<ul class="byline"><li>By Dr A. Nobody</li></ul><div class="key-points">Key</div>
<span class="citation">(Smith 2020)</span><div class="preview">p</div>
<div class="galley-sheet paper-only printed colophon">c</div>"""

PRETENDING = (
    _case(
        "pretend-classes",
        "The classes of the page's own parts, in HTML",
        _CHROME,
        shows=("Ministry of Health",),
        lacks=(
            'masthead__name">Ministry',
            'figure__evidence--data">Measured',
            'class="accountability"><h2',
            '<div class="notice">Notice',
            'class="withdrawn-text">Withdrawn',
            'class="overdue">Overdue',
            'class="skip-link" href="#x"',
            "<li>By Dr A. Nobody</li></ul><div class",
            'class="citation">(Smith',
            "galley-sheet paper-only",
        ),
        failed_first=True,
    ),
    Case(
        "pretend-markdown.ipynb",
        "The same classes in Markdown: spans, headings, boxes, figures",
        block(
            "[Reviewed by Dr Nobody]{.accountability} [Data]{.figure__evidence .mine}",
            "",
            "## Head {.masthead .mine}",
            "",
            ":::{note}",
            ":class: withdrawn-text mine",
            "Words.",
            ":::",
            "",
            "::: {.notice .mine}",
            "Words.",
            ":::",
            "",
            "`code`{.skip-link}",
        ),
        shows=('<span class="mine">Data</span>', 'class="callout callout--note mine"'),
        lacks=(
            'class="accountability">Reviewed',
            "masthead mine",
            "withdrawn-text mine",
            "notice mine",
            'code class="skip-link"',
        ),
        failed_first=True,
    ),
    _case(
        "clobber-names",
        "Names that hide properties of the document",
        '<img name="body" src="data:image/png;base64,AAAA" alt="a">'
        '<form name="cookie"></form><a name="querySelector" id="getElementById">c</a>',
        lacks=('name="body"', 'name="cookie"'),
    ),
    _case(
        "clobber-ids",
        "Ids of the page's own parts and functions",
        '<p id="content">1</p><p id="references">2</p><p id="see:smith">3</p>'
        '<p id="term:bdnf">4</p><p id="addEventListener">5</p><p id="changes">6</p>',
        lacks=('id="see:smith"', 'id="term:bdnf"', 'id="addEventListener"', 'id="content">1'),
        failed_first=True,
    ),
    Case(
        "clobber-labels.ipynb",
        "A label with the name of a function of the window",
        block("(addEventListener)=", "## One", "", "## Two {#dispatchEvent}"),
        shows=('id="s-addEventListener"', 'id="s-dispatchEvent"'),
        failed_first=True,
    ),
)

CASES: tuple[Case, ...] = (
    *SCRIPTS,
    *MUTATIONS,
    *ADDRESSES,
    *ASKING,
    *COVERING,
    *PRETENDING,
)
