"""The cited entries of a bibliography, cut out as text."""

from galley.html.bib_entries import BibEntry, select_csl_json, select_entries, split_entries


def test_entries_are_cut_where_the_next_begins() -> None:
    text = "@article{a, title = {x@y}}\n% note\n@book{b, title = {never closed\n@misc{c}"
    assert [entry.key for entry in split_entries(text)] == ["a", "b", "c"]


def test_only_what_is_cited_and_what_it_inherits_from_is_taken() -> None:
    text = (
        "@string{j = {Journal}}\n@comment{x}\n@article{a, crossref = {p}}\n@book{p, xdata={q}}\n"
        "@xdata{q, year=2000}\n@misc{unused,}"
    )
    assert [entry.key for entry in select_entries(text, {"a"})] == ["", "a", "p", "q"]


def test_an_entry_that_would_inherit_from_itself_inherits_nothing() -> None:
    text = (
        "@article{a, crossref = {a}, year = 2000}\n@book{b, title = {B}, xdata = {c}}\n"
        "@book{c, crossref = {b}, title = {C}}\n@book{d, crossref = {c}}"
    )
    texts = {entry.key: entry.text for entry in select_entries(text, {"a", "d"})}
    assert {key: "crossref" in text or "xdata" in text for key, text in texts.items()} == {
        "a": False,
        "b": False,
        "c": False,
        "d": True,
    }


def test_the_first_of_two_entries_of_one_key_counts() -> None:
    entries = select_entries("@misc{a, note={1}}\n@misc{a, note={2}}", {"a"})
    assert [("{1}" in entry.text) for entry in entries] == [True]


def test_a_particle_stays_with_the_surname_unless_the_entry_has_options() -> None:
    (entry,) = select_entries("@misc{a, year=2000}", {"a"})
    assert entry == BibEntry("a", "@misc{a, options = {useprefix=true}, year=2000}")
    (entry,) = select_entries("@misc{a, options = {useprefix=false}}", {"a"})
    assert "true" not in entry.text


def test_csl_json_is_told_from_bibtex() -> None:
    assert select_csl_json("@misc{a}", {"a"}) is None
    assert select_csl_json("[not json", {"a"}) is None
    assert select_csl_json('[{"id": "a"}, {"id": "b"}]', {"a"}) == '[{"id": "a"}]'
