"""A style sheet on its way into one element of somebody else's page."""

import pytest

from galley.exporting.bundle.scoping import Scoping, renamed_families, selector

HERE = ".galley-article:not(#g#g)"


def scoped(css: str) -> str:
    return Scoping().scoped(css)


@pytest.mark.parametrize(
    ("css", "inside"),
    [
        ("p{margin:0}", f"{HERE} p{{margin:0!important}}"),
        ("a,b{margin:0}", f"{HERE} a,{HERE} b{{margin:0!important}}"),
        (":is(a, b) > p{margin:0}", f"{HERE} :is(a, b) > p{{margin:0!important}}"),
        (":root{--ink:red}", f"{HERE} .galley-sheet{{--galley-ink:red!important}}"),
        ("html{color:var(--ink)}", f"{HERE} .galley-sheet{{color:var(--galley-ink)!important}}"),
        (
            "p{color:var(--a,var(--b,red))}",
            f"{HERE} p{{color:var(--galley-a,var(--galley-b,red))!important}}",
        ),
        ("h2.x{margin:0}", f'{HERE} [data-level="2"].x{{margin:0!important}}'),
        (".h2{margin:0}", f"{HERE} .h2{{margin:0!important}}"),
        (
            "p{margin:-1.5rem 0rem}",
            f"{HERE} p{{margin:calc(var(--galley-unit)*-1.5) 0px!important}}",
        ),
        (
            "@media print{p{margin:0}}",
            f"@media print{{{HERE} p{{margin:0!important}}}}",
        ),
        (
            "@media (min-width: 40rem){p{margin:0}}",
            f"@container galley-article (min-width: 40em){{{HERE} p{{margin:0!important}}}}"
            "@supports not (container-type:inline-size){@media (min-width: 40em)"
            f"{{{HERE} p{{margin:0!important}}}}}}",
        ),
        ("@page{margin:0}", ""),
        (".masthead{margin:0}", ""),
        (":root:not([data-theme=light]){--ink:red}", ""),
        ("@keyframes turn{to{opacity:0}}", "@keyframes galley-turn{to{opacity:0}}"),
    ],
)
def test_a_rule_holds_inside_and_nowhere_else(css: str, inside: str) -> None:
    assert scoped(css) == inside


def test_faces_get_names_that_no_host_has() -> None:
    css = '@font-face{font-family:"Serif";src:url("a.woff2")}p{font-family:"Serif",serif}'
    assert scoped(css) == (
        '@font-face{font-family:"Galley Serif";src:url("a.woff2")}'
        f'{HERE} p{{font-family:"Galley Serif",serif!important}}'
    )
    assert renamed_families("<text font-family=\"'Serif', sans\">", ["Serif"]) == (
        "<text font-family=\"'Galley Serif', sans\">"
    )


def test_a_later_layer_wins_whatever_the_selectors_of_the_earlier_one() -> None:
    css = "@layer a,b;@layer b{p{margin:0}}@layer a{div > p.x{margin:1px}}p{margin:2px}"
    assert scoped(css) == (
        f"{selector('p', 1)}{{margin:0!important}}"
        f"{selector('div > p.x', 0)}{{margin:1px!important}}"
        f"{selector('p', 2)}{{margin:2px!important}}"
    )
    assert selector("p", 1) == ".galley-article:not(#g#g#g) p"
