"""What WordPress makes of a post by an author who may not write unfiltered HTML.

An imitation by what its documentation lists (`wp_kses_allowed_html( 'post' )` of WordPress 6, and
what `wpautop` promises), written anew: tags that are not listed go and leave their text, scripts
and styles go whole in editors, attributes that are not listed go, and lines become paragraphs.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

_EVERYWHERE = """
    aria-controls aria-current aria-describedby aria-details aria-expanded aria-hidden aria-label
    aria-labelledby aria-live class dir hidden id lang style title role xml:lang
"""
_TAGS = """
    a: href rel rev name target download
    abbr: ; acronym: ; address: ; b: ; big: ; bdo: ; br: ; cite: ; code: ; dd: ; dfn: ; dl: ; dt:
    em: ; fieldset: ; i: ; kbd: ; mark: ; rb: ; rp: ; rt: ; rtc: ; ruby: ; s: ; samp: ; small:
    strike: ; strong: ; sub: ; sup: ; title: ; tt: ; u: ; var: ; pre: width; q: cite
    area: alt coords href nohref shape target
    article: align; aside: align; figcaption: align; figure: align; footer: align; header: align
    hgroup: align; main: align; nav: align; p: align; section: align; span: align; summary: align
    div: align; caption: align; legend: align; details: align open; blockquote: cite
    h1: align; h2: align; h3: align; h4: align; h5: align; h6: align
    audio: autoplay controls loop muted preload src
    button: disabled name type value
    col: align char charoff span valign width; colgroup: align char charoff span valign width
    del: datetime; ins: datetime cite; font: color face size; hr: align noshade size width
    img: alt align border height hspace loading longdesc vspace src usemap width
    label: for; li: align value; map: name; menu: type; ol: start type reversed; ul: type
    object: data type
    table: align bgcolor border cellpadding cellspacing rules summary width
    tbody: align char charoff valign; tfoot: align char charoff valign
    thead: align char charoff valign
    td: abbr align axis bgcolor char charoff colspan headers height nowrap rowspan scope valign \
width
    th: abbr align axis bgcolor char charoff colspan headers height nowrap rowspan scope valign \
width
    tr: align bgcolor char charoff valign; textarea: cols rows disabled name readonly
    track: default kind label src srclang
    video: autoplay controls height loop muted playsinline poster preload src width
"""
ALLOWED = {
    tag.strip(): frozenset(names.split()) | frozenset(_EVERYWHERE.split())
    for tag, _, names in (part.partition(":") for part in re.split(r"[;\n]", _TAGS) if part.strip())
}
"""Tag → its attributes."""

_BLOCKS = (
    "table thead tfoot caption col colgroup tbody tr td th div dl dd dt ul ol li pre form map area "
    "blockquote address style p h[1-6] hr fieldset legend section article aside hgroup header "
    "footer nav figure figcaption details menu summary"
)
_BLOCK = f"(?:{'|'.join(_BLOCKS.split())})"


class _Filter(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.out: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ALLOWED:
            kept = [self._attribute(*each) for each in attrs if self._is_allowed(tag, each[0])]
            self.out.append(f"<{tag}{''.join(kept)}>")

    def handle_endtag(self, tag: str) -> None:
        if tag in ALLOWED:
            self.out.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.out.append(data)

    def handle_entityref(self, name: str) -> None:
        self.out.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.out.append(f"&#{name};")

    def _is_allowed(self, tag: str, name: str) -> bool:
        return name in ALLOWED[tag] or name.startswith("data-")

    def _attribute(self, name: str, value: str | None) -> str:
        if value is None:
            return f" {name}"
        escaped = value.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
        return f' {name}="{escaped}"'


def kses_post(html: str) -> str:
    """Return what `wp_kses_post` leaves."""
    made = _Filter()
    made.feed(html)
    made.close()
    return "".join(made.out)


def autop(html: str) -> str:
    """Return what `wpautop` makes: a paragraph of each blank line, a break of each other one."""
    kept: list[str] = []

    def put_away(match: re.Match[str]) -> str:
        kept.append(match[0])
        return f"<pre kept-{len(kept) - 1}></pre>"

    text = re.sub(r"<pre\b.*?</pre>", put_away, html, flags=re.DOTALL)
    text = re.sub(rf"(<{_BLOCK}[\s/>])", r"\n\n\1", text)
    text = re.sub(rf"(</{_BLOCK}>)", r"\1\n\n", text)
    parts = (part.strip("\n") for part in re.split(r"\n\s*\n", text) if part.strip())
    text = "".join(f"<p>{part}</p>\n" for part in parts)
    text = re.sub(rf"<p>\s*(</?{_BLOCK}[^>]*>)\s*</p>", r"\1", text)
    text = re.sub(rf"<p>\s*(</?{_BLOCK}[^>]*>)", r"\1", text)
    text = re.sub(rf"(</?{_BLOCK}[^>]*>)\s*</p>", r"\1", text)
    text = re.sub(r"(?<!<br />)\s*\n", "<br />\n", text)
    text = re.sub(rf"(</?{_BLOCK}[^>]*>)\s*<br />", r"\1", text)
    text = re.sub(r"<br />(\s*</?(?:p|li|div|dl|dd|dt|th|pre|td|ul|ol)[^>]*>)", r"\1", text)
    return re.sub(r"<pre kept-(\d+)></pre>", lambda match: kept[int(match[1])], text)
