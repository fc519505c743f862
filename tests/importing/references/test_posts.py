"""A post's typed list becomes entries, its text cites them, and nothing is lost on the way."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.importing.references.shelf import library

from galley.article.bibliography import parse_bibliography
from galley.article.bibliography_entry import BibliographyEntry
from galley.citing.pasted import PastedWork, read_pasted
from galley.importing.post import Block, Post
from galley.importing.references.post_references import cite_posts

HUANG = (
    "Huang EJ & Reichardt LF (2001). Neurotrophins: roles in neuronal development and function. "
    "Annual Review of Neuroscience, 24, 677-736."
)
SONG = (
    "Song S, Miller KD, Abbott LF. Competitive Hebbian learning through "
    "spike-timing-dependent synaptic plasticity. Nat Neurosci. 2000;3(9):919-26."
)


def text(words: str, kind: str = "paragraph") -> Block:
    return Block(kind, words)  # type: ignore[arg-type]


def heading(words: str) -> Block:
    return Block("heading", f"## {words}", level=2)


def cited(
    *blocks: Block,
    folder: tuple[BibliographyEntry, ...] = (),
    beside: tuple[PastedWork, ...] = (),
    entries: tuple[str, ...] = (),
) -> Post:
    post = Post("old.docx", "0" * 64, "old", {}, blocks, entries=entries)
    (done,) = cite_posts([post], folder, beside)
    return done


def texts(post: Post) -> list[str]:
    return [block.text for block in post.blocks]


def keys(post: Post) -> list[str]:
    entries, findings = parse_bibliography("\n".join(post.entries), "references.bib")
    assert findings == ()
    return list(entries.entries)


def told(post: Post) -> list[str]:
    return [str(finding) for finding in post.findings]


@pytest.mark.parametrize(
    "title",
    ["References", "7. References", "Daftar Pustaka:", "Sumber", "**Referensi**", "Bibliography"],
)
def test_a_list_leaves_where_the_text_cites_all_of_it(title: str) -> None:
    post = cited(
        text("It grows (Huang & Reichardt, 2001) and learns.[2]"),
        heading(title),
        text(f"1. {HUANG}\n2. {SONG}", "list"),
    )
    assert texts(post) == ["It grows [@huang2001] and learns [@song2000]."]
    assert keys(post) == ["huang2001", "song2000"]
    assert told(post) == [
        "old.docx: 2 works were read from typed references: huang2001, song2000\n"
        "  Fix: Compare each entry with its line, which it keeps as its note; "
        "'galley check --online' compares those that have a DOI with what is registered."
    ]


def test_a_line_that_the_text_cites_nowhere_stays_and_says_so() -> None:
    post = cited(
        text("It learns (Song et al., 2000)."),
        heading("References"),
        text(f"- {HUANG}\n- {SONG}", "list"),
        text("Written in May by the clinic."),
    )
    assert texts(post) == [
        "It learns [@song2000].",
        "## References",
        f"- {HUANG}",
        "Written in May by the clinic.",
    ]
    assert keys(post) == ["huang2001", "song2000"]
    assert told(post)[1:] == [
        "old.docx#references: 'Huang EJ & Reichardt LF (2001). Neurotrophins: roles in neuronal "
        "deve…' stays in the list of references, because the text cites it nowhere\n"
        "  Fix: Write [@huang2001] into the sentence that rests on Huang and Reichardt 2001 and "
        "remove the line; what is cited is listed by itself."
    ]


def test_a_line_that_is_no_work_stays_with_its_number() -> None:
    post = cited(
        text("It learns [1] as we saw [2]."),
        heading("References"),
        text(f"1. {SONG}\n2. Personal talk with a colleague in 2019", "list"),
    )
    assert texts(post) == [
        "It learns [@song2000] as we saw [2].",
        "## References",
        "- (2) Personal talk with a colleague in 2019",
    ]
    assert [each.partition("\n")[0] for each in told(post)[1:]] == [
        "old.docx#references: 'Personal talk with a colleague in 2019' stays in the list of "
        "references, because no work could be read from it",
        "old.docx: '[2]' stays as words: no work could be read from its line in the list of "
        "references",
    ]


def test_a_citation_without_a_work_stays_and_names_the_nearest() -> None:
    post = cited(
        heading("How it grows"),
        text("It grows (Huang et al., 2014) and (Nobody & Other, 2015)."),
        folder=(next(entry for entry in library() if entry.key == "huang2001"),),
    )
    assert texts(post)[1] == "It grows (Huang et al., 2014) and (Nobody & Other, 2015)."
    assert told(post) == [
        "old.docx#how-it-grows: 'Huang et al., 2014' stays as words: no work of that name and "
        "year is known\n"
        "  Fix: Did you mean Huang and Reichardt 2001 [@huang2001]? Otherwise put the work into "
        "the bibliography and cite it as [@key].",
        "old.docx#how-it-grows: 'Nobody & Other, 2015' stays as words: no work of that name and "
        "year is known\n"
        "  Fix: Put the work into the bibliography and cite it as [@key].",
    ]


def test_works_of_one_name_and_year_are_told_apart_by_the_author() -> None:
    lines = (
        "- Smith J. First words about stroke. J Ex. 2001;1:2-3.\n"
        "- Smith J. Second words about stroke. J Ex. 2001;1:4-5."
    )
    post = cited(text("As said (Smith, 2001)."), heading("References"), text(lines, "list"))
    assert keys(post) == ["smith2001", "smith2001b"]
    assert told(post)[-1] == (
        "old.docx: 'Smith, 2001' stays as words: it may mean several works\n"
        "  Fix: Write [@smith2001] or [@smith2001b] in its place."
    )


def test_a_work_of_the_folder_is_taken_and_nothing_is_added() -> None:
    post = cited(
        text("It grows.^1^"), heading("References"), text(f"1. {HUANG}", "list"), folder=library()
    )
    assert texts(post) == ["It grows [@huang2001]."]
    assert (post.entries, post.findings) == ((), ())


def test_a_file_given_beside_brings_the_whole_work_under_its_own_key() -> None:
    given = (
        "@article{huangNeurotrophins2001, author={Huang, Eric J. and Reichardt, Louis F.},\n"
        "  title={Neurotrophins: Roles in Neuronal Development and Function}, year=2001,\n"
        "  journal={Annu. Rev. Neurosci.}, doi={10.1146/annurev.neuro.24.1.677}}\n"
        "@article{song2000, author={Song, Sen}, title={Competitive}, year=2000, journal={N}}\n"
    )
    beside = read_pasted(given).works
    post = cited(
        text("It grows [1] and learns (Song, 2000)."),
        heading("References"),
        text(f"1. {HUANG}", "list"),
        beside=beside,
    )
    assert texts(post) == ["It grows [@huangNeurotrophins2001] and learns [@song2000]."]
    assert keys(post) == ["huangNeurotrophins2001", "song2000"]
    assert "10.1146/annurev.neuro.24.1.677" in post.entries[0]
    assert post.findings == ()


def test_works_that_came_with_a_post_get_keys_of_the_folder() -> None:
    entry = (
        '[{"id": "77", "type": "article-journal", "title": "Competitive Hebbian learning", '
        '"author": [{"family": "Song", "given": "Sen"}], '
        '"issued": {"date-parts": [[2000]]}}]'
    )
    post = cited(text("It learns [@{77}, p. 3]."), entries=(entry,))
    assert texts(post) == ["It learns [@song2000, p. 3]."]
    assert '"id": "song2000"' in post.entries[0]


def test_posts_that_are_imported_together_share_their_works() -> None:
    blocks = (text("It grows [1]."), heading("References"), text(f"1. {HUANG}", "list"))
    posts = [Post(f"{n}.docx", "0" * 64, n, {}, blocks) for n in ("a", "b")]
    first, second = cite_posts(posts, ())
    assert texts(first) == texts(second) == ["It grows [@huang2001]."]
    assert (len(first.entries), len(second.entries)) == (1, 0)


def test_what_is_recommended_to_read_is_no_list_of_references() -> None:
    blocks = (text("Words."), heading("Further reading"), text(f"- {HUANG}", "list"))
    post = cited(*blocks)
    assert (post.blocks, post.entries, post.findings) == (blocks, (), ())


def test_a_list_without_a_heading_is_one_where_each_line_is_an_article() -> None:
    post = cited(text("It grows [1] and learns [2]."), text(f"1. {HUANG}\n2. {SONG}", "list"))
    assert texts(post) == ["It grows [@huang2001] and learns [@song2000]."]
    steps = (text("Do this [1]."), text("1. Sit up.\n2. Stand (2019).", "list"))
    assert cited(*steps).blocks == steps


def test_code_and_headings_are_left_alone() -> None:
    blocks = (heading("What (Huang, 2001) found [1]"), text("a[1]", "code"), text("b[1]", "cell"))
    post = cited(*blocks, heading("References"), text(f"1. {HUANG}", "list"))
    assert post.blocks[:3] == blocks


def test_footnotes_that_are_references_are_cited_and_others_stay() -> None:
    post = cited(
        text("It grows.[^a] It learns[^b][^c], and [^d] rests."),
        text(
            f"[^a]: {HUANG}\n\n[^b]: {SONG}\n\n[^c]: In mice (Song et al., 2000).\n"
            "[^d]: doi:10.1093/brain/awy302",
            "notes",
        ),
    )
    assert texts(post) == [
        "It grows [@huang2001]. It learns [@song2000][^c], and [@work] rests.",
        "[^c]: In mice [@song2000].",
    ]
    assert keys(post) == ["huang2001", "song2000", "work"]


@pytest.mark.parametrize(
    ("words", "written"),
    [
        (
            "Otak tumbuh (1), dan belajar (2). Keduanya (1,2).",
            "Otak tumbuh [@huang2001], dan belajar [@song2000]. Keduanya [@huang2001; @song2000].",
        ),
        ("Two ways: (1) sit, (2) stand.", "Two ways: (1) sit, (2) stand."),
        ("It grows (1), in all of them (36).", "It grows (1), in all of them (36)."),
        ("It grows [1] in two (2).", "It grows [@huang2001] in two (2)."),
        ("It grows (1).", "It grows (1)."),
    ],
)
def test_numbers_in_round_brackets_are_citations_where_all_are(words: str, written: str) -> None:
    post = cited(text(words), heading("References"), text(f"1. {HUANG}\n2. {SONG}", "list"))
    assert texts(post)[0] == written


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("It grows.[1] It learns.{sup}`2`", "It grows [@huang2001]. It learns [@song2000]."),
        ("It learns [2], it grows [1].", "It learns [2], it grows [1]."),
        ("It grows [1] and [3].", "It grows [1] and [3]."),
    ],
)
def test_a_list_without_numbers_is_counted_where_the_text_counts_it(
    words: str, written: str
) -> None:
    post = cited(text(words), heading("References"), text(f"- {HUANG}\n- {SONG}", "list"))
    assert texts(post)[0] == written


@pytest.mark.parametrize("part", ["Aa-", "`", "¹", "Aa, Bb & ", "[1, ", "_a ", "(Aa, 2001; "])
def test_a_long_text_is_read_in_time(part: str) -> None:
    begun = process_time()
    cited(text(part * (10_000 // len(part))), heading("References"), text(f"1. {HUANG}", "list"))
    assert process_time() - begun < 5


PARTS = """
Huang EJ|& Reichardt LF|(2001)| 2001.| et al.|dkk.|. |Neurotrophins: roles|. 2006;37(9):2348-53
doi:10.1161/x(1)|PMID: 12345|[1]|[2-4]|{sup}`1`|¹|(1)|(Huang, 2001)|Huang (2001)|[^1]|[^1]: |-
1. |`code`|$x$|[@huang2001]|{|}|\\
https://x.org/a\\|“Curly title”|World Health Organization|*em*|New York: Wiley; 1949|é|"|@|word
""".replace("\n", "|").strip("|").split("|")  # fmt: skip
LINES = st.lists(st.sampled_from([*PARTS, "\n"]), min_size=1, max_size=12).map("".join)
KINDS = st.sampled_from(["paragraph", "list", "notes", "table", "heading", "quote"])


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(KINDS, LINES), min_size=1, max_size=4), st.lists(LINES, max_size=3))
def test_whatever_a_post_says_its_entries_can_be_read(
    blocks: list[tuple[str, str]], lines: list[str]
) -> None:
    listed = text("\n".join(f"- {line}" for line in lines), "list")
    post = cited(*(text(words, kind) for kind, words in blocks), heading("References"), listed)
    assert len(keys(post)) == len(post.entries)
