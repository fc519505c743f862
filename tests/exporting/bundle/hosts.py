"""Pages of other people that an article is put into, each with the habits of some sites."""

from __future__ import annotations

PREFLIGHT = """
*, ::before, ::after {
  box-sizing: border-box;
  border-width: 0;
  border-style: solid;
  border-color: #e5e7eb;
}
html, :host { line-height: 1.5; tab-size: 4; font-family: ui-sans-serif, system-ui, sans-serif; }
body { margin: 0; line-height: inherit; }
hr { height: 0; color: inherit; border-top-width: 1px; }
abbr:where([title]) { text-decoration: underline dotted; }
h1, h2, h3, h4, h5, h6 { font-size: inherit; font-weight: inherit; }
a { color: inherit; text-decoration: inherit; }
b, strong { font-weight: bolder; }
code, kbd, samp, pre { font-family: ui-monospace, monospace; font-size: 1em; }
small { font-size: 80%; }
table { text-indent: 0; border-color: inherit; border-collapse: collapse; }
button, input, optgroup, select, textarea {
  font-family: inherit;
  font-size: 100%;
  line-height: inherit;
  color: inherit;
  margin: 0;
  padding: 0;
}
button, input:where([type='button']) { background-color: transparent; background-image: none; }
summary { display: list-item; }
blockquote, dl, dd, h1, h2, h3, h4, h5, h6, hr, figure, p, pre { margin: 0; }
fieldset, legend, ol, ul, menu { margin: 0; padding: 0; }
ol, ul, menu { list-style: none; }
img, svg, video, canvas, audio, iframe, embed, object { display: block; vertical-align: middle; }
img, video { max-width: 100%; height: auto; }
"""

REBOOT = """
*, *::before, *::after { box-sizing: border-box; }
:root {
  --accent: hotpink;
  --paper: tomato;
  --text: 40px;
  --fig-ink: hotpink;
  --space: 90px;
  --serif: cursive;
}
body {
  margin: 0;
  font-family: system-ui, "Segoe UI", Roboto;
  font-size: 1rem;
  line-height: 1.5;
  color: #212529;
  background: #fff;
}
h1, h2, h3, h4, h5, h6 {
  margin-top: 0;
  margin-bottom: .5rem;
  font-weight: 500;
  line-height: 1.2;
  color: #0d6efd;
  text-transform: uppercase;
}
p { margin-top: 0; margin-bottom: 1rem; }
a { color: #0d6efd; text-decoration: underline; }
figure { margin: 0 0 1rem; }
.figure { display: inline-block; border: 4px solid red; }
.code { float: right; }
.number { color: red; }
.toc, .body, .article, .callout { background: yellow; padding: 3em; }
caption {
  padding-top: .5rem;
  padding-bottom: .5rem;
  color: #6c757d;
  text-align: left;
  caption-side: bottom;
}
th { text-align: inherit; background: #eee; }
button, [type=button] {
  -webkit-appearance: button;
  border-radius: 9px;
  background: #0d6efd;
  color: #fff;
  padding: 1rem;
}
label { display: inline-block; margin-bottom: 1rem; }
legend { float: left; width: 100%; font-size: 1.5rem; }
table { width: 100%; border: 1px solid #000; }
td, th { border: 1px solid #000; padding: 2rem; }
"""

IMPORTANT = """
html { font-size: 62.5%; }
body {
  font: 1.6rem/2.4 "Comic Sans MS", cursive;
  letter-spacing: .2em;
  text-transform: uppercase;
  text-align: center;
  direction: ltr;
  color: #888;
  word-spacing: 1em;
}
#page * {
  margin: 7px !important;
  padding: 11px !important;
  font-family: cursive !important;
  color: red !important;
  border: 1px dotted red !important;
  fill: lime !important;
  stroke: none !important;
  float: left;
}
#page p, #page li {
  font-size: 9px !important;
  line-height: 3 !important;
  text-indent: 4em !important;
}
#page a { display: block !important; background: black !important; }
#page svg { width: 40px !important; height: 40px !important; }
#page table, #page tr, #page td { display: block !important; }
#page details > * { display: none !important; }
"""

DARK = """
:root {
  color-scheme: dark;
}
body { margin: 0; background: #111; color: #eee; font: 16px/1.6 sans-serif; }
a { color: #9cf; }
"""

SYSTEM = """
body { margin: 0; }
@media (prefers-color-scheme: dark) { body { background: #111; color: #eee; } }
"""

HOSTS: dict[str, tuple[str, str]] = {
    "bare": ("", ""),
    "preflight": (PREFLIGHT, ""),
    "reboot": (REBOOT, ""),
    "important": (IMPORTANT, ""),
    "dark": (DARK, ' class="dark"'),
    "bootstrap-dark": (DARK, ' data-bs-theme="dark"'),
    "system": (
        "body{margin:0}@media (prefers-color-scheme: dark){body{background:#111;color:#eee}}",
        ' data-galley-theme="auto"',
    ),
}
"""Name of a host → its style sheet and what stands on its `<html>`."""


# The element around an article has the same size on all hosts, so that articles can be compared.
_PLACE = "margin:0!important;padding:0!important;border:0!important;float:none!important;"


def host_page(name: str, body: str, sheet: str = "style.css", width: str = "1000px") -> str:
    """Return a page of a host around the body of a bundle."""
    style, marks = HOSTS[name]
    return f"""<!DOCTYPE html>
<html lang="en"{marks}>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>A host</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="{sheet}">
<style>{style}</style>
<style>.host {{ max-width: 72rem; margin: 0 auto; padding: 16px; }}</style></head>
<body><div id="page">
<header class="host" id="before"><h2>Of the host</h2>
<p>Text of the <a href="#">host</a>.</p></header>
<main class="host"><div style="{_PLACE}width:{width}!important">{body}</div></main>
<footer class="host" id="after"><h2>Of the host</h2><ul><li>One</li></ul><figure class="figure">
<figcaption>Two</figcaption></figure><table><tr><th>a</th><td>b</td></tr></table></footer>
</div></body></html>
"""
