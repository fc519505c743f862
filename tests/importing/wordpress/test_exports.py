"""Exports as WordPress 4 (classic) and WordPress 6 (blocks) write them."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from galley.importing.fields import render_fields
from galley.importing.joining import join_posts
from galley.importing.pandoc_reading import UnreadableError
from galley.importing.post import Post
from galley.importing.reading_parts import Source
from galley.importing.wordpress.export import read_items, read_site
from galley.importing.wordpress.reading import read_wordpress

HERE = Path(__file__).parent
pytestmark = pytest.mark.kernel


def picture(colour: str) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (40, 30), colour).save(data, "PNG")
    return data.getvalue()


UPLOADS = {
    "uploads/2018/05/otak.png": picture("red"),
    "2018/05/jalan.png": picture("blue"),
    "wp-content/uploads/2025/03/night-scaled.png": picture("black"),
}


def read(name: str) -> dict[str, Post]:
    source = Source(name, (HERE / name).read_bytes(), UPLOADS.get)
    return {post.slug: post for post in join_posts(read_wordpress(source))}


@pytest.fixture(scope="module")
def classic() -> dict[str, Post]:
    return read("classic.xml")


@pytest.fixture(scope="module")
def blocks() -> dict[str, Post]:
    return read("blocks.xml")


def body(post: Post) -> str:
    return "\n\n".join(block.text for block in post.blocks)


def told(post: Post) -> list[str]:
    return [str(finding) for finding in post.findings]


def test_a_classic_post(classic: dict[str, Post]) -> None:
    assert list(classic) == ["kapan-otak-mendengarkan", "tentang-tidur"]
    post = classic["kapan-otak-mendengarkan"]
    assert render_fields(post.fields) == (
        "---\n"
        'title: "Kapan otak mendengarkan?"\n'
        'description: "Mengapa minggu pertama penting."\n'
        "date: 2018-05-07\n"
        'authors: [{name: "dr. Ratna Contoh", credentials: "Sp.N."}]\n'
        "tags: [Latihan]\n"
        "category: Stroke\n"
        "lang: id\n"
        'aliases: ["/2018/05/kapan-otak-mendengarkan/"]\n'
        'image: "images/kapan-otak-mendengarkan/jalan.png"\n'
        "image_alt: Orang berjalan dengan terapis\n"
        "---"
    )
    text = body(post)
    assert text.startswith(
        "Banyak keluarga bertanya kapan latihan harus dimulai (Biernaskie dkk., 2004).\\\n"
        "Jawabannya tidak satu.\n\n## Minggu pertama\n\n"
        ":::{figure} images/kapan-otak-mendengarkan/otak.png\n"
        ":alt: Gambar otak dari samping\n:width: 300px\n\nOtak dari samping.\n:::\n\n"
    )
    assert "[tulisan tentang tidur](tentang-tidur.ipynb)" in text
    assert "- Duduk\n- Berdiri" in text
    assert ":alt: Orang berjalan dengan terapis\n\nLatihan berjalan.\n:::" in text
    assert "<https://video.example.org/watch?v=1>" in text
    assert "contact-form" not in text
    assert [each.path for each in post.pictures] == [
        "images/kapan-otak-mendengarkan/otak.png",
        "images/kapan-otak-mendengarkan/jalan.png",
    ]


def test_an_old_caption_and_a_link_by_number(classic: dict[str, Post]) -> None:
    text = body(classic["tentang-tidur"])
    assert "Keterangan lama" in text
    assert "[tulisan pertama](kapan-otak-mendengarkan.ipynb)" in text
    assert "category" not in classic["tentang-tidur"].fields


def test_what_a_classic_export_cannot_bring_is_told(classic: dict[str, Post]) -> None:
    assert told(classic["kapan-otak-mendengarkan"]) == [
        "classic.xml: 'hanya-untuk-pasien' is protected by a password and is not imported\n"
        "  Fix: Whoever may read it, Galley cannot ask for a password; "
        "remove it in WordPress and export again.",
        "classic.xml: entries of the export that are no posts: 1 'trash'\n"
        "  Fix: Nothing needs to be done, unless a plug-in keeps articles in one of these.",
        "classic.xml#kapan-otak-mendengarkan: "
        "the shortcode [contact-form-7] is left out: nothing here does what it did\n"
        "  Fix: Look at the old page, and write what readers saw there into the text.",
        "classic.xml#kapan-otak-mendengarkan: comments of readers: 1\n"
        "  Fix: Galley has no comments; take into the text what was worth keeping.",
    ]
    assert told(classic["tentang-tidur"]) == [
        "classic.xml#tentang-tidur: a picture lies at another address: "
        "http://klinik.example.org/wp-content/uploads/2018/05/hilang.jpg\n"
        "  Fix: Copy the folder wp-content/uploads of the old site to this computer, "
        "and import again with --uploads and its name."
    ]


def test_a_post_of_blocks(blocks: dict[str, Post]) -> None:
    post = blocks["sleep-and-the-brain"]
    assert render_fields(post.fields) == (
        "---\n"
        'title: "Sleep & the brain"\n'
        'description: "Why sleep is work for the brain."\n'
        "date: 2025-03-03\n"
        "updated: 2025-04-10\n"
        "authors: [Sam Example]\n"
        "tags: [night, Memory]\n"
        "category: Sleep\n"
        "lang: en\n"
        'aliases: ["/blog/sleep-and-the-brain/"]\n'
        "---"
    )
    text = body(post)
    assert "(Huang & Reichardt, 2001).[^1]" in text
    assert "[^1]: In *mice* above all." in text
    assert (
        ":::{figure} images/sleep-and-the-brain/night.png\n:alt: A room at night\n\n"
        "A dark room.\n:::" in text
    )
    assert "| Phase | Minutes |\n| --- | --- |\n| Deep | 90 |" in text
    assert "[A talk on sleep](https://video.example.org/watch?v=2)" in text
    assert "> Sleep on it." in text
    assert "wp:" not in text


def test_what_blocks_cannot_bring_is_told(blocks: dict[str, Post]) -> None:
    assert [each.partition("\n")[0] for each in told(blocks["sleep-and-the-brain"])] == [
        "blocks.xml: entries of the export that are no posts: 1 'wp_global_styles'",
        "blocks.xml#sleep-and-the-brain: "
        "the block 'latest-posts' is left out: nothing here does what it did",
        "blocks.xml#sleep-and-the-brain: "
        "the block 'block' is left out: nothing here does what it did",
        "blocks.xml#sleep-and-the-brain: "
        "the shortcode [sleep_quiz] is left out: nothing here does what it did",
    ]


def test_pages_drafts_and_private_posts(blocks: dict[str, Post]) -> None:
    assert list(blocks) == ["sleep-and-the-brain", "about-us", "not-ready", "for-the-team"]
    assert blocks["about-us"].fields["kind"] == "page"
    draft = blocks["not-ready"]
    assert draft.fields["draft"] is True
    assert not {"date", "aliases"} & set(draft.fields)
    assert told(draft) == [
        "blocks.xml#not-ready: the post is a draft in WordPress\n"
        "  Fix: Remove 'draft: true' when it may be read."
    ]
    assert told(blocks["for-the-team"])[0].startswith(
        "blocks.xml#for-the-team: the post is private in WordPress"
    )


HEAD = (
    '<?xml version="1.0"?>{doctype}<rss xmlns:wp="http://wordpress.org/export/1.2/" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
)
ITEM = (
    "<item><title>T{0}</title><content:encoded><![CDATA[W{0}.]]></content:encoded>"
    "<wp:post_id>{0}</wp:post_id><wp:post_type>post</wp:post_type>"
    "<wp:status>publish</wp:status></item>"
)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"<rss><channel/></rss>", "it is no export of WordPress"),
        (HEAD.format(doctype="").encode() + b"</channel></rss>", "there is no post in it"),
        (HEAD.format(doctype="").encode() + b"<item>", "it is no whole XML file: line 1 is broken"),
        (
            HEAD.format(doctype='<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>').encode()
            + b"<item><title>&a;</title></item></channel></rss>",
            "it declares entities, which no WordPress export does",
        ),
    ],
)
def test_a_file_that_is_no_export_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(UnreadableError, match=why):
        read_wordpress(Source("x.xml", data))


def test_signs_that_xml_forbids_are_passed_over_and_many_posts_are_a_stream() -> None:
    items = "".join(ITEM.format(number) for number in range(1000))
    data = (HEAD.format(doctype="") + items + "</channel></rss>").encode()
    data = data.replace(b"W7.", b"W\x0b7.")
    found = list(read_items(data))
    assert [len(found), found[7].content, found[999].title] == [1000, "W7.", "T999"]
    assert len(read_site(data).links) == 1000
