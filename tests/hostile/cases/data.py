"""What is said of an article and of a site: front matter, bibliography, glossary, names."""

from __future__ import annotations

import json

from tests.corpus.case import Case
from tests.corpus.parts import Json, markdown, notebook, png, prose, raw
from tests.corpus.touching import ASKED, MARKER

RUN, CALL = MARKER, ASKED
SCRIPT = f"<script>{RUN}</script>"
QUOTE = f'"><img src=x onerror="{RUN}">'
# As YAML and TOML hold it between single quotes.
OVERRIDE = "\u202e"


def front(*lines: str, body: str = "Words.") -> Json:
    return notebook(raw("---", *lines, "---"), markdown(body))


def _case(name: str, what: str, *lines: str, body: str = "Words.", **expected: object) -> Case:
    return Case(f"{name}.ipynb", what, front(*lines, body=body), **expected)  # type: ignore[arg-type]


FIELDS = (
    _case(
        "title",
        "A title that closes every element it stands in",
        f"title: '</title></h1></a>{SCRIPT}'",
        "date: 2026-01-02",
        shows=(f'<h1 class="article-head__title">{RUN}</h1>',),
    ),
    _case(
        "title-long",
        "A title as long as an article, which every list would carry",
        f"title: '{'long word ' * 500}'",
        "date: 2026-01-02",
        shows=("long word…</h1>",),
        lacks=("long word " * 40,),
        failed_first=True,
    ),
    _case(
        "title-json",
        "A title that would end a block of data, with the line ends of JavaScript",
        "title: 'A </script><!-- <script> B \u2028 C \u2029 D'",
        "date: 2026-01-03",
        shows=("\\u003c/script\\u003e",),
    ),
    _case(
        "title-direction",
        "A title with a sign that turns its end around",
        f"title: 'A report {OVERRIDE}fdp.exe'",
        "date: 2026-01-04",
        lacks=(OVERRIDE,),
        failed_first=True,
    ),
    _case(
        "title-template",
        "A title in the braces of template engines",
        "title: '{{ 7 * 7 }} {% raw %} ${7*7} <%= 7*7 %>'",
        "date: 2026-01-05",
        shows=("{{ 7 * 7 }} {% raw %}",),
    ),
    _case(
        "description",
        "A description that breaks out of the tags for messengers",
        f"description: '{QUOTE}{SCRIPT}'",
        "date: 2026-01-06",
        shows=(f'<meta name="description" content="&#34;&gt;{RUN}">',),
    ),
    _case(
        "people",
        "People whose names, institutes and addresses are attacks",
        "authors:",
        f"  - name: '{SCRIPT}'",
        f"    credentials: '{QUOTE}'",
        f"    affiliation: '{QUOTE}'",
        f"    bio: '{SCRIPT} [x](javascript:{RUN})'",
        "  - evil",
        f"reviewers: [{{name: '{QUOTE}'}}]",
        shows=("&lt;script&gt;",),
        omits=('href="javascript',),
    ),
    _case(
        "people-address",
        "A person whose address runs",
        f"authors: [{{name: A, url: 'javascript:{RUN}'}}]",
        omits=('href="javascript',),
        says={
            "front-matter-wrong-value": f"'url' in 'authors' (entry 1) is 'javascript:{RUN}', which"
            " is not an address that begins with https:// or http://"
        },
    ),
    _case(
        "people-address-lines",
        "A person whose address goes on in a second line",
        'authors: [{name: A, url: "https://a.example/\\nPolicy: x"}]',
        lacks=("Policy: x",),
        failed_first=True,
    ),
    _case(
        "tags-category",
        "Tags and a category that are attacks and climb",
        f"tags: ['{SCRIPT}', '../../up', '{QUOTE}', '.', 'con']",
        f"category: '{QUOTE}'",
        "date: 2026-01-07",
        shows=("&lt;script&gt;",),
    ),
    _case(
        "key-points",
        "Key points, interests and funding with HTML and links that run",
        f"key_points: ['{SCRIPT}', '[k](javascript:{RUN})',",
        '  \'<b title="`">x</b>`" onclick="x`\']',
        f"disclosures: '{SCRIPT}'",
        f"funding: \"<iframe src='{CALL}'></iframe>\"",
        omits=('href="javascript',),
    ),
    _case(
        "changes",
        "Corrections and a withdrawal with HTML",
        "date: 2026-01-02",
        "updated: 2026-01-03",
        f"changes: [{{date: 2026-01-03, note: '{QUOTE}'}}]",
        f"withdrawn: {{date: 2026-01-04, reason: '{SCRIPT}'}}",
        shows=("&lt;script&gt;",),
    ),
    _case(
        "image",
        "A picture for lists outside the folder",
        "image: ../secret.png",
        f"image_alt: '{QUOTE}'",
        "inputs: ['../secret.txt', '/etc/passwd']",
        "date: 2026-01-08",
    ),
    _case(
        "slug",
        "An address that climbs out of the site",
        "title: Climbs",
        "slug: ../../climbed",
        state="failed",
        says={
            "front-matter-wrong-value": "'slug' is '../../climbed', which is not lower-case"
            " letters, digits and hyphens"
        },
    ),
    _case(
        "aliases",
        "Old addresses that run, climb or add lines for the site's host",
        f"aliases: ['javascript:{RUN}', '/../../climbed']",
        state="failed",
    ),
    _case(
        "alias-lines",
        "An old address of two lines",
        'aliases: ["old\\n/* https://evil.example/x 301!"]',
        state="failed",
        failed_first=True,
    ),
    _case(
        "language",
        "A language that breaks out of its attribute",
        "lang: 'en\" onload=\"x'",
        state="failed",
        says={
            "front-matter-wrong-value": "'lang' is 'en\" onload=\"x', which is not a language code"
        },
    ),
    _case(
        "yaml-object",
        "YAML that would make an object of Python",
        "title: !!python/object/apply:os.system ['touch ran']",
    ),
    _case(
        "yaml-bomb",
        "YAML whose aliases multiply",
        "a: &a [x,x,x,x,x,x,x,x,x,x]",
        *(
            f"{b}: &{b} [*{a},*{a},*{a},*{a},*{a},*{a},*{a},*{a},*{a}]"
            for a, b in zip("abcdefgh", "bcdefghi", strict=True)
        ),
        "title: *i",
    ),
    _case(
        "editions",
        "Editions whose names climb",
        "editions: {'../../up': {audience: x}}",
        state="failed",
    ),
    Case(
        "metadata.ipynb",
        "Front matter in the notebook's metadata, with HTML in place of values",
        notebook(
            markdown("# Metadata"),
            title="",
            authors=[{"name": SCRIPT}],
            tags=[QUOTE],
            keywords=SCRIPT,
            abstract={"x": SCRIPT},
        ),
    ),
)

WORKS = """
@article{html2020,
  title = {SCRIPT \\href{javascript:RUN}{T} <img src=x onerror=RUN>},
  author = {"><script>RUN</script>, A. and Smith, J.},
  journal = {<iframe src="CALL">},
  year = {2020},
}
@article{address2020,
  title = {An address that runs}, author = {Ana, B.}, year = {2020}, journal = {J},
  url = {javascript:RUN},
  doi = {10.1/"><img src=x onerror=RUN>},
  pmid = {1"><script>},
}
@article{files2020,
  title = {\\input{../secret.txt} \\include{../secret.txt} \\write18{touch ran}},
  author = {Ana, B.}, year = {2020}, journal = {\\verbatiminput{../secret.txt}},
}
@article{lines2020,
  title = {One line
ER  -
TY  - JOUR
TI  - Another work}, author = {Ana, B.}, year = {2020}, journal = {J
UR  - javascript:RUN},
}
@article{direction2020,
  title = {A report OVERRIDEfdp.exe}, author = {Ana, B.}, year = {2020}, journal = {J},
}
@misc{note2020,
  title = {A page}, author = {Ana, B.}, year = {2020}, url = {https://a.example/"onclick="RUN},
  note = {SCRIPT}, annote = {SCRIPT}, abstract = {SCRIPT}, howpublished = {QUOTE},
}
@article{"><script>, title = {A key}, author = {Ana, B.}, year = {2020}, journal = {J} }
"""


def _works() -> str:
    text = WORKS.replace("SCRIPT", SCRIPT).replace("QUOTE", QUOTE).replace("OVERRIDE", OVERRIDE)
    return text.replace("RUN", RUN).replace("CALL", CALL)


def _cites(name: str, what: str, key: str, **expected: object) -> Case:
    body = prose("# Cites", "", f"A sentence [@{key}]. And @{key} again.")
    return Case(f"cites-{name}.ipynb", what, body, **expected)  # type: ignore[arg-type]


BIBLIOGRAPHY = (
    _cites("html", "A work whose title, author and journal are HTML", "html2020"),
    _cites(
        "address",
        "A work whose addresses and numbers run",
        "address2020",
        shows=('href="https://doi.org/10.1/%22%3E%3Cimg%20src=x',),
        omits=('href="javascript',),
        failed_first=True,
    ),
    _cites("files", "A work whose title would read files in LaTeX", "files2020"),
    _cites("lines", "A work whose title goes on as another work (RIS)", "lines2020"),
    _cites("direction", "A work whose title reads backwards", "direction2020", failed_first=True),
    _cites("note", "A work with notes in HTML and an address with quotes", "note2020"),
    Case(
        "csl.ipynb",
        "A bibliography in CSL-JSON whose fields are attacks",
        prose("# CSL", "", "A sentence."),
        files={
            "other.json": json.dumps(
                [{"id": "csl2020", "title": SCRIPT, "URL": f"javascript:{RUN}"}]
            )
        },
    ),
)

WORDS = (
    Case(
        "terms.ipynb",
        "Terms and abbreviations whose meanings are HTML",
        prose(
            "# Terms",
            "",
            f"{{term}}`evil` and {{abbr}}`EV ({QUOTE})` and {{abbr}}`EW ({SCRIPT})`.",
        ),
        omits=('href="javascript',),
    ),
    Case(
        "related.ipynb",
        "An article beside others with the same hostile tag",
        front("title: Beside", f"tags: ['{SCRIPT}', '{QUOTE}']", "date: 2026-01-09"),
    ),
)

NAMES = (
    Case(
        f"{QUOTE.replace('/', '')}.ipynb",
        "A file whose name is HTML",
        prose("Words."),
        shows=("&lt;img",),
        committed=False,
    ),
    Case(
        f"report{OVERRIDE}fdp.ipynb",
        "A file whose name reads backwards",
        prose("Words."),
        shows=("Report",),
        committed=False,
        failed_first=True,
    ),
    Case(
        "{{ 7 * 7 }} {% raw %}.ipynb",
        "A file whose name is a template",
        prose("Words."),
        shows=("{{ 7 * 7 }}",),
        committed=False,
    ),
    Case(
        "picture-name.ipynb",
        "Pictures and data whose names are HTML",
        prose(
            "# Names",
            "",
            "![](<a\"onerror=x.png>) [data](<t'><script>.csv>)",
        ),
        files={'a"onerror=x.png': png(9, 9), "t'><script>.csv": "a,b\n=1+1,2\n"},
        committed=False,
    ),
)

GLOSSARY = f"""evil:
  en: evil
  definition:
    en: '{QUOTE} [x](javascript:{RUN}) {SCRIPT}'
quote:
  en: '{QUOTE}'
  definition:
    en: '{SCRIPT}'
"""

SITE = f"""title = '</title>{SCRIPT}'
description = '{QUOTE}'
base_url = "https://blog.example/"
languages = ["en"]
host = "netlify"
trusted = []
notice = '{SCRIPT} [x](javascript:{RUN})'
footer = '{QUOTE} {{{{ 7 * 7 }}}}'
disclaimer = '{SCRIPT}'
licence = '{QUOTE}'
categories = ['{QUOTE}', '../../up']

[[navigation]]
title = '{QUOTE}'
href = "archive.html"

[authors.evil]
name = '{SCRIPT}'
credentials = '{QUOTE}'
affiliation = '{QUOTE}'
bio = '{SCRIPT} [x](javascript:{RUN})'
url = "https://a.example/?a='b'&c=d"
"""
SHARED = {"references.bib": _works(), "glossary.yml": GLOSSARY}
CASES: tuple[Case, ...] = (*FIELDS, *BIBLIOGRAPHY, *WORDS, *NAMES)
