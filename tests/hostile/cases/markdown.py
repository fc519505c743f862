"""Markdown, directives, roles and formulas that act, read, cover or pretend."""

from __future__ import annotations

from tests.corpus.case import Case
from tests.corpus.parts import png, prose
from tests.corpus.touching import ASKED, MARKER

RUN, CALL = MARKER, ASKED
OVERRIDE, ISOLATE, END = "\u202e", "\u2066", "\u202c"


def _case(name: str, what: str, *lines: str, **expected: object) -> Case:
    return Case(f"{name}.ipynb", what, prose("# Markdown", "", *lines), **expected)  # type: ignore[arg-type]


LINKS = (
    _case(
        "link-javascript",
        "Links that run, in each form",
        f"[a](javascript:{RUN}) [b]( jAvAsCrIpT:{RUN} ) [c](<java\tscript:{RUN}>) [d][ref]",
        "",
        f"<javascript:{RUN}> [e](&#106;avascript:{RUN}) [f](javascript&colon;{RUN})",
        "",
        f"[ref]: javascript:{RUN}",
        omits=('href="javascript',),
        dead=(f"java%09script:{RUN}",),
    ),
    _case(
        "link-data",
        "A link to a page in the address",
        "[c](data:text/html;base64,PHNjcmlwdD4=) ![d](data:text/html,x) [e](vbscript:x)",
        leaves=("![",),
        omits=('href="data:text', 'href="vbscript', 'src="data:text'),
    ),
    _case(
        "picture-javascript",
        "A picture whose address runs, and one from another host",
        f'![e](javascript:{RUN}) ![f](x "onerror={RUN}") ![g]({CALL}.png) ![h](//evil.example/x)',
        shows=('class="image-elsewhere"',),
        omits=('src="javascript', 'src="//'),
        leaves=("![",),
    ),
    _case(
        "title-quotes",
        "A link's title that ends its attribute",
        f'[h](#x "\\" onmouseover=\\"{RUN}") <b title="`">x</b>`" onclick="{RUN}`',
        dead=(),
    ),
    _case(
        "link-other-script",
        "An address with letters that look like others",
        "[аррӏе.com](https://www.аррӏе.com/) [who.int](https://evil.example/who.int)",
    ),
)

ATTRIBUTES = (
    _case(
        "heading-attributes",
        "A heading whose braces break out",
        f'## Head <img src=x onerror="{RUN}"> {{#id\\" onclick="{RUN}"}}',
        "",
        f'## Two {{#two onclick="{RUN}" style="color:red"}}',
        omits=('style="color', 'onclick="window'),
    ),
    _case(
        "span-attributes",
        "A span with a handler and a style",
        f'[span]{{.c onclick="{RUN}" style="position:fixed" id="x y" lang="\'><script>"}}',
        omits=('onclick="window', "position:fixed"),
    ),
    _case(
        "fence-language",
        "A code block whose language breaks out",
        f'```html"onload="{RUN}',
        "code",
        "```",
    ),
    _case(
        "label-quotes",
        "A label that breaks out",
        f'("><script>{RUN}</script>)=',
        "## Head",
        "",
        f'[](#"><script>{RUN}</script>) {{ref}}`"><script>`',
    ),
)

DIRECTIVES = (
    _case(
        "raw-html",
        "Raw HTML as MyST and pandoc write it",
        "```{raw} html",
        f"<script>{RUN}</script>",
        "```",
        "",
        "```{=html}",
        f"<script>{RUN}</script>",
        "```",
        "",
        f"{{raw}}`<script>{RUN}</script>`",
        leaves=("```",),
    ),
    _case(
        "include",
        "Directives that read a file beside the folder",
        "```{include} ../secret.txt",
        "```",
        "",
        "```{literalinclude} ../secret.txt",
        "```",
        "",
        "```{csv-table} T",
        ":file: ../secret.csv",
        "```",
        "",
        "{download}`x <../secret.txt>` {doc}`../secret`",
        leaves=("```",),
    ),
    _case(
        "figure-options",
        "A figure whose options break out",
        f"```{{figure}} javascript:{RUN}",
        f':name: "><script>{RUN}',
        f":target: javascript:{RUN}",
        f':width: "><script>{RUN}',
        f':align: " onclick="{RUN}',
        "Caption",
        "```",
        omits=('href="javascript',),
    ),
    _case(
        "iframe-mermaid",
        "A frame and a mermaid chart, which runs in stock nbconvert",
        f"```{{iframe}} {CALL}",
        "```",
        "",
        "```{mermaid}",
        f'graph LR; A[<img src=x onerror="{RUN}">]; click A "javascript:{RUN}"',
        "```",
        "",
        "```mermaid",
        f"graph LR; A[<script>{RUN}</script>]",
        "```",
        omits=('<pre class="mermaid"',),
    ),
    _case(
        "buttons",
        "Buttons and downloads that run",
        f"```{{button}} javascript:{RUN}",
        "```",
        "",
        f"{{download}}`x <javascript:{RUN}>` {{button}}`javascript:{RUN}`"
        f' {{abbr}}`X (<script>{RUN}</script>)` {{term}}`" onclick="x`',
        omits=('href="javascript',),
    ),
    _case(
        "code-cell",
        "Directives that would run code",
        "```{code-cell} python",
        "open('ran', 'w')",
        "```",
        "",
        "{eval}`1+1` {exec}`x`",
    ),
    _case(
        "notes-lists",
        "Footnotes, definitions and tasks with handlers",
        f'a[^note]\n\n[^note]: <img src=x onerror="{RUN}">',
        "",
        "term",
        f": <script>{RUN}</script>",
        "",
        f'- [ ] <img src=x onerror="{RUN}">',
        shows=('id="fn-1"',),
        failed_first=True,
    ),
)

FORMULAS = (
    _case(
        "formula-href",
        "A formula with a link, a style, a class and a script",
        f"$\\href{{javascript:{RUN}}}{{x}}$ $\\text{{<script>{RUN}</script>}}$",
        "",
        f'$\\style{{background:url({CALL})}}{{x}}$ $\\class{{x" onclick="{RUN}}}{{y}}$'
        f" $\\url{{javascript:{RUN}}}$ $\\includegraphics{{{CALL}}}$ $\\data{{x}}{{y}}$",
        omits=('href="javascript',),
    ),
    _case(
        "formula-files",
        "Formulas that read files",
        "$\\input{../secret.txt}$ $\\include{../secret.txt}$ $\\openin5=../secret.txt$",
        "",
        "$$\\verbatiminput{../secret.txt} \\write18{touch ran}$$",
    ),
    _case(
        "formula-space",
        "Formulas that reach over the page",
        "$a\\hspace{9999em}b$ $c\\hspace{-9999em}d$ $\\kern9999pt e$ $\\hskip-9999em f$",
        "",
        "$$x\\rule{9999em}{9999em}y \\raisebox{9999em}{z} \\hphantom{\\hspace{9999em}}$$",
        omits=('width="9999', 'width="-9999'),
        failed_first=True,
    ),
    _case(
        "formula-bomb",
        "Commands that define themselves",
        "$\\def\\a{\\a\\a}\\a$ $\\newcommand{\\b}{\\b\\b}\\b$ $\\let\\c\\c \\c$",
        "",
        "$\\newcommand{\\x}{xxxxxxxxxx}\\newcommand{\\y}{\\x\\x\\x\\x\\x\\x\\x\\x}"
        "\\newcommand{\\z}{\\y\\y\\y\\y\\y\\y\\y\\y}\\newcommand{\\w}{\\z\\z\\z\\z\\z\\z\\z\\z}"
        "\\newcommand{\\v}{\\w\\w\\w\\w\\w\\w\\w\\w}\\newcommand{\\u}{\\v\\v\\v\\v\\v\\v\\v\\v}\\u$",
    ),
    _case(
        "formula-colour",
        "Colours and names that break out of an attribute",
        f'$\\color{{red" onclick="{RUN}}}{{x}}$ $\\textcolor{{#f00;background:url({CALL})}}{{y}}$'
        f' $\\operatorname{{<img src=x onerror="{RUN}">}}$ $\\tag{{"><script>}} z$',
        omits=('onclick="window',),
    ),
    _case(
        "formula-controls",
        "Signs that XML forbids, in a formula",
        f'$x\x0b\x0c \\text{{a\x01<b onclick="{RUN}">}}$',
        omits=("<b onclick",),
    ),
)

TEMPLATES = (
    _case(
        "templates",
        "The braces of template engines",
        "{{ config }} {% include '../secret.txt' %} {{ ''.__class__ }} ${7*7} <%= 7 %>",
        "",
        "{# gone #} {{ 7 * 7 }} {% raw %} {{< include ../secret.txt >}} #{7*7} @(7*7)",
        shows=("{{ config }}", "{{ 7 * 7 }}"),
        leaves=("{{<",),
    ),
    _case(
        "paths",
        "Pictures and links outside the folder",
        "[s](../secret.csv) ![s](../secret.png) ![l](linked.png) ![a](/../secret.png)"
        " ![e](%2e%2e/secret.png) ![b](..\\secret.png) ![f](file:///etc/passwd)",
        links={"linked.png": "../secret.png"},
        leaves=("![",),
    ),
    _case(
        "citations",
        "Citations whose keys are attacks",
        '[@evil2020] [@"><script>] [@{<img src=x>}] @x"onclick= {cite}`<script>`'
        " [see <b onclick=x>@evil2020</b>, p. <script>]",
        leaves=("[@", "{cite"),
    ),
)

DIRECTIONS = (
    Case(
        "direction-title.ipynb",
        "A title that turns the words after it around",
        prose(f"# Report {OVERRIDE}fdp.exe", "", "Words."),
        shows=("Report fdp.exe",),
        lacks=(f"Report {OVERRIDE}fdp",),
        failed_first=True,
    ),
    _case(
        "direction-link",
        "Links and code that read backwards (Trojan Source)",
        f"[bank{OVERRIDE}moc.live{END}](https://a.example/) `x{OVERRIDE} # y{ISOLATE}`",
        "",
        "```python",
        f"if level != 'user{OVERRIDE} {ISOLATE}# admin\u2069 {ISOLATE}':",
        "```",
        omits=(OVERRIDE, ISOLATE),
        failed_first=True,
    ),
    _case(
        "direction-honest",
        "A sentence with a name in Arabic letters, set apart as it should be",
        "The word \u2067السكتة\u2069 means stroke.",
        shows=("\u2067السكتة\u2069",),
    ),
    _case(
        "direction-open",
        "A sentence that begins an embedding and never ends it",
        f"One {ISOLATE}two \u202bthree.",
        omits=(ISOLATE, "\u202b"),
        failed_first=True,
    ),
    _case(
        "tags-invisible",
        "Letters that nobody sees",
        "Plain\U000e0068\U000e0069 words\u2060\ufeff and \u3164 fillers.",
    ),
)

CASES: tuple[Case, ...] = (
    *LINKS,
    *ATTRIBUTES,
    *DIRECTIVES,
    *FORMULAS,
    *TEMPLATES,
    *DIRECTIONS,
    _case(
        "own-key",
        "Signs that Galley uses itself",
        '<b data-galley="0">a</b> \ue000abc.0\ue001 <i title="\ue000abc.raw.0\ue001">b</i>'
        " `code` \ue002",
        omits=("data-galley",),
    ),
)
SHARED = {"references.bib": "", "a.png": png()}
