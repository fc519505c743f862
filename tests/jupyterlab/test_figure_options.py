"""Label and caption of a figure's cell, changed line by line; and the cell of a new figure."""

from __future__ import annotations

import ast

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.jupyterlab.figure_cells import IMPORT, article, catalogue, change

from galley.article.cell_options import cell_options
from galley.jupyterlab.figures.changing import Change, RefusedError, changed
from galley.jupyterlab.figures.inserting import new_cell
from galley_figures.locale import LANGS, Lang

CODE = f"{IMPORT}bars(t)  # label: x"


def option(top: str, name: str, value: str) -> str:
    """Change an option; return the lines at the top of the cell."""
    new = change(top + CODE, name, value, call=None)
    assert new.endswith(CODE)
    return new.removesuffix(CODE)


@pytest.mark.parametrize(
    ("top", "expected"),
    [
        ("", "#| caption: New\n"),
        ("\n\n", "\n\n#| caption: New\n"),
        ("#| label: fig-a\n", "#| label: fig-a\n#| caption: New\n"),
        ("#| echo: true\n", "#| caption: New\n#| echo: true\n"),
        (
            "#| label: fig-a\n#| caption: Old\n#| echo: true\n",
            "#| label: fig-a\n#| caption: New\n#| echo: true\n",
        ),
        ("#|caption: Old\n", "#|caption: New\n"),
        (
            "#| caption: >\n#|   Old and\n#|   long\n#| echo: true\n",
            "#| caption: New\n#| echo: true\n",
        ),
        ("#| caption: Old\r\n#| echo: true\n", "#| caption: New\r\n#| echo: true\n"),
    ],
)
def test_a_caption_is_changed_or_comes_below_the_label(top: str, expected: str) -> None:
    assert option(top, "caption", "New") == expected


def test_a_label_comes_first() -> None:
    top = "#| caption: A\n#| echo: true\n"
    assert option(top, "label", "fig-b") == f"#| label: fig-b\n{top}"


@pytest.mark.parametrize(
    ("caption", "written"),
    [
        ("Plain words.", "Plain words."),
        ("What: to see", '"What: to see"'),
        ("Half # of it", '"Half # of it"'),
        ('“Quoted” and "quoted"', '“Quoted” and "quoted"'),
        ('"All"', '"\\"All\\""'),
        ("true", '"true"'),
        ("10", '"10"'),
        ("[a](b)", '"[a](b)"'),
        ("  two\n lines ", "two lines"),
        ("", '""'),
    ],
)
def test_a_caption_stands_bare_unless_it_would_be_read_as_something_else(
    caption: str, written: str
) -> None:
    assert option("", "caption", caption) == f"#| caption: {written}\n"


@given(caption=st.text(st.characters(codec="utf-8"), max_size=50), has_other=st.booleans())
def test_any_caption_is_read_again_and_the_rest_stays(caption: str, has_other: bool) -> None:  # noqa: FBT001 - hypothesis names it
    top = "#| label: fig-a\n" + "#| echo: true\n" * has_other
    try:
        new = option(top, "caption", caption)
    except RefusedError:
        # A sign that YAML has no way to write.
        assume(False)
    options, rest = cell_options(new + CODE)
    assert (options["caption"], rest) == (" ".join(caption.split()), CODE)
    assert all(line in new for line in top.splitlines(keepends=True))


@pytest.mark.parametrize("label", ["", "two words", "1st", "fig/a", "-a", "fig-ü b"])
def test_a_label_is_one_word(label: str) -> None:
    with pytest.raises(RefusedError) as refused:
        option("", "label", label)
    assert str(refused.value) == (
        "A label is one word of letters, digits and hyphens, for example fig-window."
    )


def test_a_label_is_not_given_twice() -> None:
    sent = article(CODE, "#| label: fig-a\nbars(t)")
    assert changed(sent, "cell-0", catalogue(), Change("label", "fig-b")).startswith(
        "#| label: fig-b\n"
    )
    with pytest.raises(RefusedError) as refused:
        changed(sent, "cell-0", catalogue(), Change("label", "fig-a"))
    assert str(refused.value) == ("The label fig-a is taken: another cell of this article has it.")


def test_no_other_option_is_changed_by_a_form() -> None:
    with pytest.raises(RefusedError, match=r"^A form changes the label and the caption"):
        option("", "echo", "true")
    with pytest.raises(RefusedError, match="cannot be changed by a form"):
        change(f"%%time\n{CODE}", "label", "fig-a", call=None)


# A new figure


def insert(name: str, *sources: str, lang: Lang = "en", tags: str = "", caption: str = "C.") -> str:
    sent = article(*sources, tags=tags)
    after = f"cell-{len(sources) - 1}" if sources else ""
    return new_cell(catalogue()[name], sent, after=after, lang=lang, caption=caption)


def test_a_ready_figure_is_called_in_the_manner_of_our_own_articles() -> None:
    parameters = 'lang = "en"\naudience = "patient"'
    assert insert("plasticity_window", parameters, tags="parameters") == (
        "#| label: fig-plasticity-window\n"
        "#| caption: C.\n"
        "from galley_figures import plasticity_window\n"
        "\n"
        "plasticity_window(lang=lang, audience=audience)"
    )


def test_without_parameters_the_article_s_language_is_written_out() -> None:
    assert insert("plasticity_window").endswith("\nplasticity_window()")
    assert insert("plasticity_window", lang="id").endswith('\nplasticity_window(lang="id")')
    # A variable that no cell of parameters gives is not one for editions.
    assert insert("plasticity_window", 'lang = "id"').endswith("\nplasticity_window()")


def test_the_import_is_written_once() -> None:
    first = insert("bars", "x = 1")
    assert "from galley_figures import bars\n" in first
    assert "import" not in insert("bars", first)
    assert insert("bars", "import galley_figures as gf").count("import") == 0
    assert "\ngf.bars(\n" in insert("bars", "import galley_figures as gf")
    assert "\nb(\n" in insert("bars", "from galley_figures import bars as b")
    # Inside of a function, an import names nothing outside.
    assert "import bars" in insert("bars", "def f():\n    from galley_figures import bars")


def test_where_the_library_knows_no_caption_the_author_is_asked_for_one() -> None:
    assert insert("bars", caption="").startswith("#| label: fig-bars\n#| caption:\nfrom ")


def test_an_import_below_does_not_count() -> None:
    sent = article("x = 1", "from galley_figures import bars")
    source = new_cell(catalogue()["bars"], sent, after="cell-0", lang="en", caption="")
    assert "from galley_figures import bars\n" in source


def test_a_label_is_one_that_the_article_has_not() -> None:
    taken = [
        "#| label: fig-bars\nx",
        "(fig-bars-2)=\n# T",
        ":::{figure} a.png\n:name: fig-bars-3\n:::",
    ]
    assert insert("bars", *taken).startswith("#| label: fig-bars-4\n")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", list(catalogue()))
def test_a_new_cell_is_code_that_has_label_caption_and_language(name: str, lang: Lang) -> None:
    source = insert(name, 'lang = "x"', tags="parameters", lang=lang)
    options, code = cell_options(source)
    assert options["label"] == f"fig-{name.replace('_', '-')}"
    assert options["caption"] == "C."
    (call,) = (
        each
        for each in ast.walk(ast.parse(code))
        if isinstance(each, ast.Call) and isinstance(each.func, ast.Name) and each.func.id == name
    )
    assert "lang" in {key.arg for key in call.keywords}
    assert not source.endswith("\n")
