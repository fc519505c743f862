"""Titles, headings and text as authors of other tools write them."""

from __future__ import annotations

from tests.corpus.case import Case
from tests.corpus.parts import ABSENT, code, markdown, notebook, png, printed, prose

_BADGE = (
    '<a href="https://colab.example/x.ipynb" target="_parent"><img '
    'src="https://colab.example/colab-badge.svg" alt="Open In Colab"/></a>'
)


def _title(words: str) -> str:
    return f'<h1 class="article-head__title">{words}</h1>'


TITLES = (
    Case(
        "no-heading.ipynb",
        "No first-level heading: the file's name is the title",
        prose("Just text, and a rule.", "", "---", "", "Setext", "------"),
        shows=(_title("No heading"), "<hr>", '<h2 id="setext">Setext'),
    ),
    Case(
        "2020-01-28-my_first-plot.ipynb",
        "A name with a date, hyphens and underscores",
        prose("Words."),
        shows=(_title("My first plot"),),
    ),
    Case(
        "several-headings.ipynb",
        "Several first-level headings, one skipped level, one heading twice",
        notebook(
            markdown("Words before any heading.", "", "# The first of three", "", "One."),
            markdown("### Skipped a level", "", "# The second of three", "", "Two."),
            markdown("# The first of three", "", "Again.", "", "##No space", "", "####### Seven"),
        ),
        shows=(
            _title("The first of three"),
            "<p>Words before any heading.</p>",
            '<h2 id="skipped-a-level">',
            '<h3 id="no-space">',
        ),
        says={"heading-without-space": "a heading without a space after ##"},
    ),
    Case(
        "numbered-sections.ipynb",
        "Several first-level headings with numbers: they head sections, none is the title",
        notebook(
            markdown("# 1. Introduction", "", "One."),
            markdown("# 2. Methods", "", "## 2.1 People", "", "Two."),
        ),
        shows=(
            _title("Numbered sections"),
            '<h2 id="1-introduction">',
            '<h2 id="2-methods">',
            '<h3 id="2-1-people">',
        ),
        failed_first=True,
    ),
    Case(
        "title-setext.ipynb",
        "A title underlined with equals signs",
        prose("An underlined title", "===================", "", "Words."),
        shows=(_title("An underlined title"),),
    ),
    Case(
        "title-badge-before.ipynb",
        "A Colab badge before the title",
        prose(
            _BADGE,
            "",
            "# After the badge",
            "",
            "[![Binder](https://b.example/b.svg)](https://b.example/v2)",
        ),
        shows=(
            _title("After the badge"),
            '<a href="https://colab.example/x.ipynb"><span class="image-absent">Open In',
        ),
    ),
    Case(
        "title-badge-inside.ipynb",
        "A badge and a picture in the title: they stand below it, and are no part of it",
        prose(f"# Sleep and learning {_BADGE} ![A brain](brain.png)", "", "Words."),
        files={"brain.png": png()},
        shows=(_title("Sleep and learning"), "Open In Colab", 'alt="A brain"'),
        failed_first=True,
    ),
    Case(
        "title-tex.ipynb",
        "Formulas in the title: words in every list, feed and tab",
        prose(r"# The constant $\tau_m$ of \(x^2\) and $\alpha$ waves", "", "Words."),
        shows=(_title("The constant τₘ of x² and α waves"),),
        lacks=(r"The constant \tau_m",),
        failed_first=True,
    ),
    Case(
        "title-emoji.ipynb",
        "Emoji in the title, and headings of nothing else",
        prose("# 🧠 The brain", "", "## 🎉", "", "One.", "", "## 🎉", "", "Two."),
        shows=(_title("🧠 The brain"), '<h2 id="section">🎉', '<h2 id="section-2">🎉'),
    ),
    Case(
        "title-marked-up.ipynb",
        "A title of links, code, colours and a line break",
        prose(
            "# [Linked](https://a.example) **bold** `code`<br><font color='red'>red</font>",
            "",
            "Words.",
        ),
        shows=(_title("Linked bold code red"),),
        failed_first=True,
    ),
    Case(
        "title-in-a-list.ipynb",
        "First-level headings in a list and in a quotation: neither is the title",
        prose(
            "- # In a list", "  words", "", "> # In a quotation", "", "Words.", "", "# The title"
        ),
        shows=(_title("The title"), "In a list", "In a quotation"),
        failed_first=True,
    ),
    Case(
        "title-between-rules.ipynb",
        "A title between two rules",
        prose("---", "# A title between rules", "---", "", "Words."),
        shows=(_title("A title between rules"), '<div class="body">\n<p>Words.</p>'),
        failed_first=True,
    ),
    Case(
        "title-long.ipynb",
        "A title of sixty words",
        prose("# " + "A very long title " * 15, "", "Words."),
        shows=("A very long title A very long title",),
    ),
    Case(
        "title-with-label.ipynb",
        "References to the title and to the top of the page",
        prose(
            "(sec-all)=",
            "# Everything",
            "",
            "See {ref}`sec-all`, [back to top](#top).",
            "",
            "## Next",
        ),
        shows=('<a href="#content">Everything</a>', '<a href="#content">back to top</a>'),
        failed_first=True,
    ),
)

HEADINGS = (
    Case(
        "headings-closed.ipynb",
        "Headings that are closed with signs",
        prose("# Closed #", "", "## Two ##", "", "One.", "", "##Three##", "", "Two."),
        shows=(_title("Closed"), '<h2 id="two">Two ', '<h2 id="three">Three '),
    ),
    Case(
        "headings-empty.ipynb",
        "Headings without words vanish",
        prose("# Empty headings", "", "##", "", "Words.", "", "###", "", "More."),
        shows=('<div class="body">\n<p>Words.</p>\n<p>More.</p>',),
        failed_first=True,
    ),
    Case(
        "headings-maths.ipynb",
        "A formula in a heading: drawn in the text, words in the contents",
        prose(
            "# Headings", "", *(f"## Part {n} $\\Delta w_{n} < 0$\n\nWords.\n" for n in range(5))
        ),
        shows=('<h2 id="part-1-delta-w-1-0">Part 1 <math', ">Part 1 Δw₁ &lt; 0</a>"),
        failed_first=True,
    ),
    Case(
        "headings-by-hand.ipynb",
        "Anchors made by hand, also with names that the page uses itself",
        prose(
            "# Anchors",
            "",
            '<a id="intro"></a>',
            "## Intro",
            "",
            "<a id='content'></a><a class='anchor' name='references'></a>",
            "",
            "[one](#intro), [two](#content), [three](#references).",
        ),
        shows=(
            '<a href="#intro">one</a>',
            '<a id="content-2"></a>',
            '<a href="#content-2">two</a>',
            '<a href="#references-2">three</a>',
        ),
        failed_first=True,
    ),
    Case(
        "headings-linked-as-jupyter.ipynb",
        "A list of contents with the anchors that Jupyter makes",
        prose(
            "# Contents by hand",
            "",
            "* [Intro](#1.-Intro)",
            "* [Data](#Data-&-methods)",
            "* [Über](#Über-uns)",
            "",
            "## 1. Intro\n\nA.\n\n## Data & methods\n\nB.\n\n## Über uns\n\nC.",
        ),
        shows=(
            '<a href="#1-intro">Intro</a>',
            '<a href="#data-methods">Data</a>',
            '<a href="#uber-uns">Über</a>',
        ),
    ),
)

TEXT = (
    Case(
        "odd-spaces.ipynb",
        "No-break and zero-width spaces, separators, controls, half characters",
        prose(
            "#\u00a0A\u00a0heading with no-break spaces",
            "",
            "zero\u200bwidth, soft\u00adhyphen,\u2028separator,",
            "NUL \0 and bell \x07, lone \ud800 half.",
        ),
        shows=("no-break spaces</h1>", "lone ? half."),
    ),
    Case(
        "right-to-left.ipynb",
        "Arabic and Hebrew, and a mark that turns the direction",
        prose(
            "# السكتة الدماغية",
            "",
            '<div dir="rtl">شلل نصفي بعد السكتة الدماغية</div>',
            "",
            "שבץ מוחי \u202eevil\u202c",
        ),
        shows=(_title("السكتة الدماغية"), '<div dir="rtl">'),
    ),
    Case(
        "prices.ipynb",
        "Prices are no formulas",
        prose("# Prices", "", "It costs $5 and $10, or \\$3; US$4 in all."),
        shows=("It costs $5 and $10, or $3; US$4 in all.",),
    ),
    Case(
        "handles.ipynb",
        "Handles and addresses of mail that look like citations, and a key that is none",
        prose(
            "# Handles",
            "",
            "Thanks to @ward_nurse, write to me@clinic.example or see [@nobody2019].",
        ),
        shows=("Thanks to @ward_nurse, write to me@clinic.example or see",),
        says={"citation-unknown-key": "unknown citation key 'nobody2019'"},
    ),
    Case(
        "lists.ipynb",
        "Nested lists with odd indents, numbers that begin at five, tasks, code in an item",
        prose(
            "# Lists",
            "",
            "- a\n   - b\n     - c\n- d\n\t- tab",
            "",
            "5. five\n6. six",
            "",
            "- [ ] open\n- [x] done",
            "",
            "* a\n\n      code in item",
        ),
        shows=("<li>b\n<ul>\n<li>c</li>", '<ol start="5">', "<li>tab</li>", "code in item"),
    ),
    Case(
        "notes.ipynb",
        "Footnotes of every kind, definitions, indices and powers",
        prose(
            "# Notes",
            "",
            "A word^[a short note] and[^1] more; H~2~O and x^2^, about ~5 to ~6, 10^3-10^4.",
            "",
            "[^1]: A long note.",
            "",
            "Term\n: what it means",
        ),
        shows=(
            "H<sub>2</sub>O and x<sup>2</sup>, about ~5 to ~6, 10^3-10^4.",
            "<dd>what it means</dd>",
            "a short note",
        ),
        failed_first=True,
    ),
    Case(
        "braces.ipynb",
        "Braces of templates in prose, code and outputs stay text",
        notebook(
            markdown("# Braces {{ title }}", "", "{{ 7 * 7 }} {# note #} and ${x}$."),
            markdown("`{{ config }}` and `{% if %}`"),
            code("#| echo: true\n'{{ code }}'", printed("{{ output }} {% if %}\n")),
            kernel=ABSENT,
        ),
        shows=(
            _title("Braces {{ title }}"),
            "{{ 7 * 7 }} {# note #}",
            "{{ output }} {% if %}",
            "<code>{{ config }}</code> and <code>{% if %}</code>",
        ),
        lacks=(">49 ",),
    ),
)

CASES = (*TITLES, *HEADINGS, *TEXT)
