"""Paragraphs, shortcodes and blocks of WordPress as HTML."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from galley.importing.wordpress.blocks import has_blocks, remove_blocks
from galley.importing.wordpress.export import Attachment
from galley.importing.wordpress.paragraphs import with_paragraphs
from galley.importing.wordpress.shortcodes import replace_shortcodes
from galley.importing.wordpress.uploads import upload_paths

MEDIA = {"4": Attachment("https://x.org/a.png", "A brain", "Words <em>below</em>", "a")}


@pytest.mark.parametrize(
    ("classic", "html"),
    [
        ("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>"),
        ("One,\ntwo.", "<p>One,<br />\ntwo.</p>"),
        ("One.\r\n\r\n<h2>Two</h2>\r\nThree.", "<p>One.</p>\n<h2>Two</h2>\n<p>Three.</p>"),
        ("One.\n<ul>\n<li>a\n\nb</li>\n</ul>", "<p>One.</p>\n<ul>\n<li>a\n\nb</li>\n</ul>"),
        ("<pre>a\n\nb</pre>", "<pre>a\n\nb</pre>"),
        ("<p>Ready.</p>", "<p>Ready.</p>"),
        ("<strong>a</strong> b", "<p><strong>a</strong> b</p>"),
    ],
)
def test_empty_lines_part_paragraphs(classic: str, html: str) -> None:
    assert with_paragraphs(classic) == html


@pytest.mark.parametrize(
    ("code", "html"),
    [
        (
            '[caption width="9"]<img src="a.png" /> A <b>brain</b>[/caption]',
            '<figure><img src="a.png" /><figcaption>A <b>brain</b></figcaption></figure>',
        ),
        (
            '[caption caption="Old &amp; new"]<a href="b"><img src="a.png"></a>[/caption]',
            '<figure><a href="b"><img src="a.png"></a>'
            "<figcaption>Old &amp; new</figcaption></figure>",
        ),
        (
            '[gallery columns="2" ids="4,9"]',
            '<figure><img src="https://x.org/a.png" alt="A brain" />'
            "<figcaption>Words <em>below</em></figcaption></figure>",
        ),
        (
            "[embed]https://v.org/1[/embed]",
            '<p><a href="https://v.org/1">https://v.org/1</a></p>',
        ),
        ('[audio mp3="https://x.org/a.mp3"][/audio]', '<p><a href="https://x.org/a.mp3">'
         "https://x.org/a.mp3</a></p>"),
    ],
)  # fmt: skip
def test_shortcodes_of_wordpress_become_what_readers_saw(code: str, html: str) -> None:
    done = replace_shortcodes(code, MEDIA)
    assert done.text.strip() == html
    assert not done.unknown
    assert done.missing == (["9"] if "gallery" in code else [])


def test_other_shortcodes_are_named_and_what_they_enclose_stays() -> None:
    text = '[box color="red"]Kept[/box] [contact-form-7 id="3"] [su_note]also[/su_note] [box a="1"]'
    done = replace_shortcodes(text, {})
    assert done.text.split() == ["Kept", "also"]
    assert dict(done.unknown) == {"box": 2, "contact-form-7": 1, "su_note": 1}


@pytest.mark.parametrize("words", ["[1]", "[sic]", "[3–5, 8]", "[see above]", "[[box]]", "[a](b)"])
def test_brackets_of_a_writer_stay(words: str) -> None:
    done = replace_shortcodes(words, {})
    assert (done.text, dict(done.unknown)) == (words, {})


def test_blocks_leave_their_html_and_are_named_where_they_have_none() -> None:
    text = (
        '<!-- wp:paragraph {"a":{"b":1}} --><p>One.</p><!-- /wp:paragraph -->'
        '<!-- wp:spacer --><div></div><!-- /wp:spacer --><!-- wp:latest-posts {"n":3} /-->'
        '<!-- wp:acme/form {"id":1} /--><!-- wp:block {"ref":7} /--><!-- wp:block {"ref":8} /-->'
        "<!--more-->"
    )
    done = remove_blocks(text, {}, {"7": "<!-- wp:paragraph --><p>Shared.</p>"})
    assert has_blocks(text)
    assert done.text == "<p>One.</p><div></div><p>Shared.</p>"
    assert dict(done.unknown) == {"latest-posts": 1, "acme/form": 1, "block": 1}


def test_a_gallery_leaves_its_pictures_each_with_its_words() -> None:
    picture = (
        '<figure class="wp-block-image"><img src="{0}.png"/><figcaption>{0}</figcaption></figure>'
    )
    inside = (
        f"<!-- wp:image -->{picture.format('a')}<!-- /wp:image -->"
        f"<!-- wp:image -->{picture.format('b')}<!-- /wp:image -->"
    )
    text = (
        '<!-- wp:gallery {"linkTo":"none"} --><figure class="wp-block-gallery">'
        f'{inside}<figcaption class="blocks-gallery-caption">Both</figcaption></figure>'
        "<!-- /wp:gallery -->"
    )
    older = (
        '<!-- wp:gallery --><figure class="wp-block-gallery"><ul class="blocks-gallery-grid">'
        f'<li class="blocks-gallery-item">{picture.format("a")}</li></ul></figure>'
        "<!-- /wp:gallery -->"
    )
    assert remove_blocks(text, {}).text == f"{picture.format('a')}{picture.format('b')}<p>Both</p>"
    assert remove_blocks(older, {}).text == picture.format("a")


@pytest.mark.parametrize(
    ("block", "html"),
    [
        ('<pre class="wp-block-verse">A\nb</pre>', "<p>A<br />b</p>"),
        ('<pre class="wp-block-code"><code>x</code></pre>', "<pre><code>x</code></pre>"),
        (
            '<a href="a.pdf">A</a><a href="a.pdf" class="wp-block-file__button" download>Get</a>',
            '<a href="a.pdf">A</a>',
        ),
        ("<!-- wp:shortcode /--><!-- wp:paragraph /-->", ""),
    ],
)
def test_what_a_theme_needs_is_left_out(block: str, html: str) -> None:
    done = remove_blocks(block, {})
    assert (done.text, dict(done.unknown)) == (html, {})


def test_an_embedded_page_becomes_a_link() -> None:
    text = (
        '<figure class="wp-block-embed is-type-video"><div class="wp-block-embed__wrapper">\n'
        "https://v.org/1?a=1&amp;b=2\n</div></figure>"
    )
    # What stands in HTML is escaped already, and is a link all the same.
    assert 'href="https://v.org/1?a=1' in remove_blocks(text, {}).text


def test_footnotes_come_from_beside_the_text() -> None:
    meta = {"footnotes": '[{"id": "f1", "content": "In <em>mice</em>."}, {"id": "broken"}]'}
    assert remove_blocks("<p>x</p><!-- wp:footnotes /-->", meta).text == (
        '<p>x</p><ol class="wp-block-footnotes">'
        '<li id="f1">In <em>mice</em>. <a href="#f1-link">↩︎</a></li></ol>'
    )
    assert remove_blocks("<p>x</p>", {"footnotes": "{"}).text == "<p>x</p>"


@pytest.mark.parametrize(
    ("address", "paths"),
    [
        (
            "https://x.org/wp-content/uploads/2018/05/a-300x200.png",
            ["2018/05/a.png", "2018/05/a-300x200.png", "2018/05/a-scaled.png"],
        ),
        (
            "http://x.org/b/wp-content/uploads/sites/3/2020/01/b%20c.jpg?w=9",
            ["2020/01/b c.jpg", "2020/01/b c-scaled.jpg"],
        ),
        ("https://x.files.wordpress.com/2019/11/d.jpg", ["2019/11/d.jpg", "2019/11/d-scaled.jpg"]),
        ("https://x.org/wp-content/uploads/../../secret.png", []),
        ("https://x.org/logo.png", []),
    ],
)
def test_a_picture_lies_where_wordpress_kept_it(address: str, paths: list[str]) -> None:
    assert list(upload_paths(address)) == paths


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["[", "]", "/", "caption", "gallery", " ids=", '"', "4", "<img src=a>", "<p>", "</p>",
             "\n\n", "\n", "<!-- wp:", " /-->", "-->", "{", "}", "word", "<pre>", "</pre>", "embed"]
        ),
        max_size=20,
    ).map("".join)
)  # fmt: skip
def test_any_text_is_taken_apart(text: str) -> None:
    done = replace_shortcodes(remove_blocks(text, {}).text, MEDIA)
    assert with_paragraphs(done.text).count("<pre>") <= text.count("<pre>")
