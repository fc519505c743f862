"""Names and addresses that lead, or would lead, out of where files are read and written."""

from __future__ import annotations

from tests.corpus.case import Case
from tests.corpus.parts import (
    Json,
    base64_of,
    code,
    markdown,
    notebook,
    png,
    prose,
    raw,
    shown,
    stored,
)

_PNG = base64_of(png())
_WORDS = ("<p>Words.</p>",)


def _with(title: str, fields: str, *cells: Json) -> Json:
    """Return a notebook with front matter."""
    return notebook(raw(f"---\ntitle: {title}\n{fields}\n---"), markdown("Words."), *cells)


def _slug(name: str, given: str, shown_as: str, **fields: object) -> Case:
    """Return an article whose ``slug:`` cannot be one."""
    return Case(
        f"slug/{name}.ipynb",
        f"slug: {given if len(given) < 30 else f'{given[:9]}…'}",
        _with(name, f"slug: {given}"),
        state="failed",
        says={
            "front-matter-wrong-value": f"'slug' is '{shown_as}', which is not lower-case letters, "
            "digits and hyphens"
        },
        **fields,  # type: ignore[arg-type]
    )


def _taken(given: str, reason: str) -> Case:
    """Return an article whose ``slug:`` is something else's address."""
    return Case(
        f"taken-{given[:20]}.ipynb",
        f"slug: {given[:20]}",
        _with(given[:20], f"slug: '{given}'"),
        state="failed",
        says={"slug-refused": f"the article cannot have this address: {reason}"},
    )


def _named(name: str, what: str, slug: str = "", reason: str = "", **fields: object) -> Case:
    """Return an article whose file has an odd name."""
    said = f"the article is at '{slug}', since its name cannot be an address: {reason}"
    return Case(
        name,
        what,
        prose("# Named", "", "Words."),
        shows=_WORDS,
        says={"slug-given": said} if reason else {},
        failed_first=bool(reason),
        **fields,  # type: ignore[arg-type]
    )


def _alias(name: str, given: str, shown_as: str = "", **fields: object) -> Case:
    said = f"'{shown_as or given}', which is not an old address inside this site"
    return Case(
        f"alias/{name}.ipynb",
        f"An alias {given}",
        _with(name, f"aliases: ['{given}']"),
        state="failed",
        says={"front-matter-wrong-value": f"'aliases' (entry 1) is {said}"},
        **fields,  # type: ignore[arg-type]
    )


def _unused(name: str, fields: str, what: str, **more: object) -> Case:
    """Return an article whose front matter names what is outside; the rest of it is built."""
    return Case(f"field/{name}.ipynb", what, _with(name, fields), shows=_WORDS, **more)  # type: ignore[arg-type]


_OWN = "is an address that Galley uses itself"
_OUTSIDE = "the notebook is left out, because it is a link to a file outside the content folder"
_NO_FILE = "the notebook is left out, because it is a pipe or a device, not a file"
_IMAGES = (
    "../../secret.png",
    "/../secret.png",
    "/etc/passwd",
    "file:///etc/passwd",
    "%2e%2e/%2e%2e/secret.png",
    "sub/../../../secret.png",
    "C:/x.png",
    "~/x.png",
    "..%5C..%5Csecret.png",
    "a%00.png",
)
_LINKS = (
    "../../secret.csv",
    "/../secret.csv",
    "../../secret.ipynb",
    "file:///etc/passwd",
    "%2e%2e/%2e%2e/secret.csv",
    "../../secret.txt",
)
_ATTACHED = ("../../climbed.png", "/etc/climbed", "a b.png", "con.png")

SITE = """title = "Paths"
base_url = "https://blog.example/"
languages = ["en", "id"]
"""

CASES: tuple[Case, ...] = (
    # ------------------------------------------------------------ slugs
    _slug("climbs", "../../climbed", "../../climbed"),
    _slug("absolute", "/climbed", "/climbed"),
    _slug("dot", ".", "."),
    _slug("dots", "..", ".."),
    _slug("nul", '"a\\0b"', r"a\x00b"),
    _slug("backslash", r"a\b", r"a\b"),
    _slug("encoded", '"%2e%2e"', "%2e%2e"),
    _slug("look-alike", "раура", "раура"),
    _slug("decomposed", "cafe\u0301", "cafe\u0301"),
    _slug("device-suffix", "nul.txt", "nul.txt"),
    _slug("final-dot", '"aux."', "aux."),
    _slug("drive", '"a:b"', "a:b"),
    _slug("option", "-rf", "-rf"),
    _slug("folder", "a/b", "a/b"),
    _slug("break", '"a\\nb"', "a b"),
    _taken("index", f"'index' {_OWN}"),
    _taken("assets", f"'assets' {_OWN}"),
    _taken("search", f"'search' {_OWN}"),
    _taken("feed", f"'feed' {_OWN}"),
    _taken("404", f"'404' {_OWN}"),
    _taken("tag", f"'tag' {_OWN}"),
    _taken("archive-2020", f"'archive-2020' {_OWN}"),
    _taken("id", "'id' is where the pages in that language are"),
    _taken("con", "'con' is no file name on Windows"),
    _taken("x" * 300, "a part of it is longer than 200 characters"),
    # ------------------------------------------------------------ names of files
    _named("index.ipynb", "A name that the home page has", "index-1", f"'index' {_OWN}"),
    _named("assets/notes.ipynb", "A folder that Galley has", "assets-1/notes", f"'assets' {_OWN}"),
    _named(
        "names/con.ipynb",
        "A device",
        "names/con-1",
        "'con' is no file name on Windows",
        committed=False,
    ),
    _named(
        "names/\U0001f9e0.ipynb",
        "An emoji alone",
        "names/bf0e823c81",
        "no letter or digit is left of its name",
        committed=False,
    ),
    _named(
        "names/" + "n" * 249 + ".ipynb",
        "255 letters",
        f"names/{'n' * 80}-764c7b24d0",
        "a part of it is longer than 200 characters",
        committed=False,
    ),
    _named("names/" + "\u00e9" * 124 + ".ipynb", "254 bytes", committed=False),
    _named("names/new\nline.ipynb", "A line break", committed=False),
    _named("names/--output=x.ipynb", "An option"),
    _named("names/\U0001f9e0 \"q' `.ipynb", "Quotes", committed=False),
    _named("names/a#b?c%d&e.ipynb", "Signs of addresses", committed=False),
    _named("names/a%2e%2e%2fb.ipynb", "Signs by their numbers"),
    _named("names/back\\slash.ipynb", "A backslash", committed=False),
    _named("names/{{ 7*7 }}.ipynb", "Braces of templates", committed=False),
    _named("names/<b>.ipynb", "A tag", committed=False),
    _named("names/\u202egnp.ipynb", "Letters from right to left", committed=False),
    _named("names/x.ipynb.ipynb", "Two suffixes"),
    _named("names/LOUD.IPYNB", "Capitals"),
    Case(
        "same/Same.ipynb",
        "Two names that differ in capitals alone",
        prose("# One"),
        files={"same/same.ipynb": prose("# Two")},
        state="failed",
        says={
            "slug-taken": "the address same/same.html is also that of blog/same/same.ipynb",
        },
        committed=False,
    ),
    Case(
        "same/caf\u00e9.ipynb",
        "Two names that differ in how an accent is written",
        prose("# One"),
        files={"same/cafe\u0301.ipynb": prose("# Two")},
        state="failed",
        says={"slug-taken": "the address same/cafe.html is also that of blog/same/caf\u00e9.ipynb"},
        committed=False,
    ),
    # ------------------------------------------------------------ old addresses
    _alias("climbs", "../../climbed.html"),
    _alias("encoded", "%2e%2e/%2e%2e/climbed.html", failed_first=True),
    _alias("hidden", ".htaccess", failed_first=True),
    _alias("list", ".galley-published.json", failed_first=True),
    _alias("script", "javascript:alert(1)"),
    _alias("backslash", "..\\climbed.html"),
    Case(
        "alias/letters.ipynb",
        "An old address with letters as their numbers",
        _with("Letters", "aliases: ['/2015/caf%C3%A9/']"),
        shows=_WORDS,
        failed_first=True,
    ),
    Case(
        "alias/home.ipynb",
        "An alias that is the home page",
        _with("Home", "aliases: [index.html]"),
        shows=_WORDS,
        says={
            "site-address-clash": "the address 'index.html' cannot be used: it is already taken by "
            "a list of articles"
        },
    ),
    Case(
        "alias/device.ipynb",
        "An alias that is a device",
        _with("Device", "aliases: [CON.html]"),
        shows=_WORDS,
        says={
            "site-address-clash": "the address 'CON.html' cannot be used: 'CON.html' is the "
            "name of a device on Windows"
        },
    ),
    # ------------------------------------------------------------ fields
    _unused("image", "image: ../../secret.png", "An image outside"),
    _unused("image-absolute", "image: /etc/passwd", "An image by a path of the machine"),
    _unused("image-file", "image: file:///etc/passwd", "An image by a file's address"),
    _unused(
        "image-link",
        "image: linked.png",
        "An image that links outside",
        links={"field/linked.png": "../../secret.png"},
    ),
    _unused(
        "inputs",
        "inputs: ['../../secret.txt', /etc/passwd, '../../**', \"a\\0b\"]",
        "Inputs outside",
    ),
    _unused("bibliography", "bibliography: ../../secret.bib", "A bibliography outside"),
    _unused(
        "tags",
        "tags: ['../../up', '..', '/etc', 'CON', '%2e%2e', 'a\\b', '<b>']",
        "Tags that climb",
    ),
    _unused("category", "category: '../../up'", "A category that climbs"),
    _unused("authors", "authors: ['../../up', '..', 'A/B', {name: '../x'}]", "Authors that climb"),
    _unused("series", "series: '../../up'", "A series that climbs"),
    _unused(
        "template", "layout: ../../secret.txt\ntemplate: ../../secret.txt", "A template outside"
    ),
    Case(
        "field/lang.ipynb",
        "A language that climbs",
        _with("Lang", "lang: ../../up"),
        state="failed",
        says={"front-matter-wrong-value": "'lang' is '../../up', which is not a language code"},
    ),
    Case(
        "field/editions.ipynb",
        "An edition that climbs",
        _with("Editions", "editions: {'../../up': {}, b: {}}"),
        state="failed",
        says={
            "front-matter-wrong-value": "'../../up' cannot be the name of an edition, because it "
            "becomes part of an address"
        },
    ),
    # ------------------------------------------------------------ text
    Case(
        "text/images.ipynb",
        "Pictures outside, in Markdown",
        prose("# Images", "", *(f"![Picture {n}]({a})" for n, a in enumerate(_IMAGES))),
        says={"image-missing": "the image '../../secret.png' is not there"},
    ),
    Case(
        "text/images-html.ipynb",
        "Pictures outside, in HTML",
        prose(
            "# Images", "", *(f"<img src='{a}' alt='Picture {n}'>" for n, a in enumerate(_IMAGES))
        ),
        says={"image-missing": "the image '%2e%2e/%2e%2e/secret.png' is not there"},
    ),
    Case(
        "text/links.ipynb",
        "Links to files outside",
        prose("# Links", "", *(f"[Link {n}]({a})" for n, a in enumerate((*_LINKS, "linked.csv")))),
        links={"text/linked.csv": "../../secret.csv"},
        says={"link-broken": "the link '../../secret.csv' leads to nothing on this site"},
        dead=("/../secret.csv", "linked.csv"),
    ),
    Case(
        "text/folder.ipynb",
        "A folder that links outside",
        prose("# Folder", "", "![A picture](outside/secret.png) [data](outside/secret.csv)"),
        links={"text/outside": "../.."},
        says={"image-missing": "the image 'outside/secret.png' is not there"},
        dead=("outside/secret.csv",),
    ),
    Case(
        "text/include.ipynb",
        "Directives that include files",
        prose(
            "# Include",
            "",
            *(
                f"```{{{name}}} ../../secret.txt\n```\n"
                for name in ("include", "literalinclude", "embed", "csv-table")
            ),
            "{download}`x <../../secret.txt>` {doc}`../../secret`",
        ),
    ),
    Case(
        "text/attached.ipynb",
        "Attachments with names that climb",
        notebook(
            markdown(
                "# Attached",
                "",
                *(f"![Picture {n}](<attachment:{name}>)" for n, name in enumerate(_ATTACHED)),
                attachments={name: {"image/png": _PNG} for name in _ATTACHED},
            )
        ),
    ),
    Case(
        "outputs/names.ipynb",
        "Names of output files, in every place where a tool looks for them",
        stored(
            markdown("# Output names"),
            {
                **code(
                    "#| label: ../../climbed\n#| caption: Words.\nx",
                    shown(
                        {"image/png": _PNG},
                        metadata={"filenames": {"image/png": "../../climbed.png"}},
                    ),
                    id="../../climbed",
                ),
                "metadata": {"name": "../../climbed"},
            },
            name="../../climbed",
            output_files_dir="../../climbed",
        ),
    ),
    # ------------------------------------------------------------ links of the system
    Case(
        "link/inside.ipynb",
        "A link to another notebook of the folder",
        prose("# Inside"),
        links={"link/alias.ipynb": "inside.ipynb"},
    ),
    *(
        Case(
            f"link/{name}.ipynb",
            f"A notebook beside a link to {what}",
            prose(f"# Beside {name}"),
            links={f"link/{name}-link.ipynb": target},
            says={"notebook-left-out": said},
        )
        for name, what, target, said in (
            ("outside", "a notebook outside", "../../secret.ipynb", _OUTSIDE),
            ("process", "what a process knows", "/proc/self/environ", _OUTSIDE),
            ("device", "a device without end", "/dev/zero", _NO_FILE),
        )
    ),
    Case(
        "link/loop.ipynb",
        "A notebook beside links that lead to themselves",
        prose("# Beside loops", "", "![A picture](loop.png)"),
        links={
            "link/loop-link.ipynb": "loop-link.ipynb",
            "link/loop.png": "loop.png",
            "link/up": "..",
        },
        says={"notebook-broken": "the file cannot be opened: Too many levels of symbolic links"},
        failed_first=True,
    ),
    Case(
        "link/dead.ipynb",
        "A notebook beside a link that leads nowhere",
        prose("# Beside nothing"),
        links={"link/dead-link.ipynb": "nowhere.ipynb"},
        says={"notebook-broken": "the file cannot be opened: No such file or directory"},
    ),
)
