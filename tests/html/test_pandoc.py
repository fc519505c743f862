"""Citations, references and formulas through a real pandoc."""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from galley.article.bibliography import parse_bibliography
from galley.article.model import Citation, CitationCluster
from galley.findings import EnvironmentFault, Place
from galley.html.pandoc import Pandoc, PandocRequest, PandocResult, Reference
from galley.html.pandoc_process import PandocProcess, find_pandoc
from galley.html.running_pandoc import _rehearsal

PLACE = Place("a.ipynb", "c1", 1)
BIBLIOGRAPHY = r"""
@string{jn = {Journal of Neuroscience}}
@article{bi2001, author = {Bi, Guo-Qiang and Poo, Mu-ming}, year = 2001, volume = 24,
  title = {Synaptic modification by correlated activity: {Hebb's} postulate revisited},
  journal = {Annual Review of Neuroscience}, pages = {139--166},
  doi = {10.1146/annurev.neuro.24.1.139}}
@article{one, author = {Smith, A and Jones, B and Lee, C}, title = {One}, journal = jn, year = 2018}
@article{two, author = {Smith, A and Jones, B and Lee, C}, title = {Two}, journal = jn, year = 2018}
@book{kandel, editor = {Kandel, Eric R and Mack, Sarah}, edition = 6, publisher = {McGraw Hill},
  title = {Principles of Neural Science}, year = 2021}
@inproceedings{child, author = {van den Berg, Jan}, title = {A child}, crossref = {parent},
  pages = {1--9}}
@proceedings{parent, title = {The parent}, year = 2011, editor = {Doe, Jane}}
@article{broken, author = {Smith, A, title = {Never closed}, year = 2019}
@online{who, author = {{World Health Organization}}, title = {Stroke}, url = {https://who.int/stroke}}
@misc{evil, author = {Evil, E}, title = {<b>x</b>}, url = {javascript:alert(1)}, year = 2020}
"""


@pytest.fixture(scope="module")
def pandoc() -> Iterator[Pandoc]:
    with Pandoc() as running:
        yield running


def _cluster(*citations: Citation | str) -> CitationCluster:
    works = (Citation(work) if isinstance(work, str) else work for work in citations)
    return CitationCluster(tuple(works), PLACE)


def _cite(pandoc: Pandoc, *clusters: CitationCluster, **options: str) -> PandocResult:
    return pandoc.convert(PandocRequest(clusters, bibliography=BIBLIOGRAPHY, **options))  # type: ignore[arg-type]


def _link(key: str, text: str) -> str:
    return f'<a href="#ref-{key}" role="doc-biblioref">{text}</a>'


def test_citations_with_author_and_year(pandoc: Pandoc) -> None:
    result = _cite(
        pandoc,
        _cluster(Citation("bi2001", "see", "p. 3")),
        _cluster("one", "two"),
        _cluster(Citation("one", suffix="p. 4", mode="narrative")),
        _cluster(Citation("two", mode="suppress_author")),
        _cluster("child"),
    )
    assert result.clusters == (
        f"(see {_link('bi2001', 'Bi &amp; Poo, 2001, p. 3')})",
        f"({_link('one', 'Smith et al., 2018a')}, {_link('two', '2018b')})",
        f"Smith et al. ({_link('one', '2018a, p. 4')})",
        f"({_link('two', '2018b')})",
        f"({_link('child', 'van den Berg, 2011')})",
    )


def test_references_with_author_and_year(pandoc: Pandoc) -> None:
    result = _cite(pandoc, _cluster("one", "two", "kandel", "child", "who", "bi2001"))
    doi = "https://doi.org/10.1146/annurev.neuro.24.1.139"
    assert [reference.html for reference in result.references] == [
        "Bi, G.-Q., &amp; Poo, M. (2001). Synaptic modification by correlated activity: Hebb’s "
        "postulate revisited. <em>Annual Review of Neuroscience</em>, <em>24</em>, 139–166. "
        f'<a href="{doi}">{doi}</a>',
        "Kandel, E. R., &amp; Mack, S. (Eds.) (2021). <em>Principles of neural science</em> "
        "(6th ed.). McGraw Hill.",
        "Smith, A., Jones, B., &amp; Lee, C. (2018a). One. <em>Journal of Neuroscience</em>.",
        "Smith, A., Jones, B., &amp; Lee, C. (2018b). Two. <em>Journal of Neuroscience</em>.",
        "van den Berg, J. (2011). A child. In J. Doe (Ed.), <em>The parent</em> (pp. 1–9).",
        "World Health Organization (n.d.). <em>Stroke</em>. "
        '<a href="https://who.int/stroke">https://who.int/stroke</a>',
    ]
    assert [reference.url for reference in result.references][::5] == [
        doi,
        "https://who.int/stroke",
    ]


def test_citations_and_references_by_number(pandoc: Pandoc) -> None:
    result = _cite(
        pandoc,
        _cluster("kandel"),
        _cluster("bi2001", "one", "two"),
        _cluster(Citation("bi2001", mode="narrative")),
        _cluster(Citation("one", mode="narrative")),
        style="numeric",
    )
    assert result.clusters == (
        f"[{_link('kandel', '1')}]",
        f"[{_link('bi2001', '2')}–{_link('two', '4')}]",
        f"Bi and Poo [{_link('bi2001', '2')}]",
        f"Smith et al. [{_link('one', '3')}]",
    )
    assert result.references[0] == Reference(
        "kandel",
        "Kandel ER, Mack S, editors. Principles of neural science. 6th ed. McGraw Hill; 2021.",
        number="1",
    )
    assert result.references[1].html.startswith("Bi G-Q, Poo M. Synaptic modification")
    assert ". 2001;24:139–66. <a" in result.references[1].html


def test_a_reference_manager_s_ris_file_is_cited_like_any_other(pandoc: Pandoc) -> None:
    ris = (
        "TY  - JOUR\nAU  - Bi, Guo-Qiang\nAU  - Poo, Mu-ming\nTI  - Synaptic modification\n"
        "T2  - Annual Review of Neuroscience\nPY  - 2001\nVL  - 24\nSP  - 139\nEP  - 166\n"
        "DO  - 10.1146/annurev.neuro.24.1.139\nER  - \n"
    )
    text = parse_bibliography(ris, "references.ris")[0].text
    result = pandoc.convert(PandocRequest((_cluster("bi2001"),), bibliography=text))
    assert result.clusters == (f"({_link('bi2001', 'Bi &amp; Poo, 2001')})",)
    address = "https://doi.org/10.1146/annurev.neuro.24.1.139"
    assert result.references[0].url == address
    assert "<em>Annual Review of Neuroscience</em>" in result.references[0].html


def test_a_page_does_not_run_into_the_next_number(pandoc: Pandoc) -> None:
    cluster = _cluster(Citation("bi2001", suffix="p. 140"), "one", "two")
    [html] = _cite(pandoc, cluster, style="numeric").clusters
    numbers = (_link("bi2001", "1 (p. 140)"), _link("one", "2"), _link("two", "3"))
    assert html == f"[{','.join(numbers)}]"


@pytest.mark.parametrize(
    ("style", "cluster"),
    [
        ("author-year", f"Smith dkk. ({_link('one', '2018, hlm. 4')})"),
        ("numeric", f"Smith dkk. [{_link('one', '1 (hlm. 4)')}]"),
    ],
)
def test_an_indonesian_article_cites_in_indonesian(
    pandoc: Pandoc, style: str, cluster: str
) -> None:
    citation = Citation("one", suffix="p. 4", mode="narrative")
    assert _cite(pandoc, _cluster(citation), lang="id", style=style).clusters == (cluster,)


def test_an_unknown_key_is_marked_and_not_listed(pandoc: Pandoc) -> None:
    result = _cite(pandoc, _cluster("nobody2024", "one"))
    unknown = '<span class="citation__unknown">nobody2024?</span>'
    assert result.clusters == (f"({_link('one', 'Smith et al., 2018')}; {unknown})",)
    assert [reference.key for reference in result.references] == ["one"]


def test_a_broken_entry_spoils_no_other_and_is_named(pandoc: Pandoc) -> None:
    result = _cite(pandoc, _cluster("broken"), _cluster("two"))
    assert result.unreadable == ("broken",)
    assert [reference.key for reference in result.references] == ["two"]


def test_articles_do_not_share_letters_behind_the_year(pandoc: Pandoc) -> None:
    assert _cite(pandoc, _cluster("one")).clusters == (f"({_link('one', 'Smith et al., 2018')})",)
    assert _cite(pandoc, _cluster("two")).clusters == (f"({_link('two', 'Smith et al., 2018')})",)


def test_a_bibliography_can_bring_nothing_active(pandoc: Pandoc) -> None:
    (reference,) = _cite(pandoc, _cluster("evil")).references
    assert reference.html == ("Evil, E. (2020). &lt;B&gt;x&lt;/b&gt;. <a>javascript:alert(1)</a>")
    assert reference.url == ""


def test_prefix_and_suffix_are_text(pandoc: Pandoc) -> None:
    result = _cite(pandoc, _cluster(Citation("one", "<script>", "<b>")))
    assert "<script>" not in result.clusters[0]
    assert "<b>" not in result.clusters[0]


def test_csl_json_is_a_bibliography_too(pandoc: Pandoc) -> None:
    work = '[{"id": "x", "type": "book", "title": "T", "author": [{"family": "F", "given": "G"}]}]'
    result = pandoc.convert(PandocRequest((_cluster("x"),), bibliography=work))
    assert result.references[0].html == "F, G. (n.d.). <em>T</em>."


def test_another_style_is_given_as_its_text(pandoc: Pandoc) -> None:
    style = (
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info/>'
        '<citation><layout prefix="{" suffix="}"><text variable="title"/></layout></citation>'
        "</style>"
    )
    assert _cite(pandoc, _cluster("one"), style=style).clusters == (f"{{{_link('one', 'One')}}}",)


def test_a_broken_style_is_said(pandoc: Pandoc) -> None:
    with pytest.raises(EnvironmentFault, match="pandoc could not set the citations"):
        _cite(pandoc, _cluster("one"), style="<style>")


def test_formulas_become_mathml_and_what_cannot_is_none(pandoc: Pandoc) -> None:
    formulas = (("x^2", False), (r"{a \over b}", True), (r"\unknown{x}", False))
    result = pandoc.convert(PandocRequest(formulas=formulas))
    namespace = 'xmlns="http://www.w3.org/1998/Math/MathML"'
    assert result.formulas == (
        f'<math display="inline" {namespace}><msup><mi>x</mi><mn>2</mn></msup></math>',
        f'<math display="block" {namespace}><mfrac><mi>a</mi><mi>b</mi></mfrac></math>',
        None,
    )


@pytest.mark.parametrize(
    "tex",
    [
        r"\frac{dV}{dt} = -\frac{V - E_{\rm rest}}{\tau}",
        r"\begin{align} a &= b \label{x} \\ c &= \mathbf{d} \tag{2} \end{align}",
        r"\left\{ \begin{array}{ll} A_+ e^{-\Delta t/\tau_+} & \Delta t > 0 \\ \hline "
        r"-A_- & \mbox{if } \Delta t < 0 \end{array} \right.",
        r"P(A \mid B) = {P(B \mid A) P(A) \over P(B)}",
        r"\underset{\theta}{\operatorname{arg\,max}} \, \lvert \theta \rvert",
        r"\ce{Ca^2+} + {\cal L} + \textcolor{red}{\boldsymbol{\beta}}",
        r"a &= b \\ c &= d",
    ],
)
def test_formulas_of_real_notebooks_can_be_read(pandoc: Pandoc, tex: str) -> None:
    (mathml,) = pandoc.convert(PandocRequest(formulas=((tex, True),))).formulas
    assert mathml is not None
    assert " style=" not in mathml
    assert "annotation" not in mathml


def test_a_formula_nobody_could_read_is_left_and_the_next_is_set(pandoc: Pandoc) -> None:
    deep = "{" * 500 + "x" + "}" * 500
    unread, too_long, read = pandoc.convert(
        PandocRequest(formulas=((deep, False), ("x+" * 20_000, False), ("y", False)))
    ).formulas
    assert (unread, too_long) == (None, None)
    assert read is not None
    assert "<mi>y</mi>" in read


def test_nothing_to_do_starts_nothing() -> None:
    pandoc = Pandoc()
    assert pandoc.convert(PandocRequest()) == PandocResult((), (), ())
    assert pandoc._process is None


def test_a_process_that_died_is_started_again() -> None:
    with Pandoc() as pandoc:
        request = PandocRequest(formulas=(("x", False),))
        first = pandoc.convert(request)
        assert pandoc._process is not None
        pandoc._process._process.kill()
        assert pandoc.convert(request) == first


def test_closing_leaves_no_process() -> None:
    with Pandoc() as pandoc:
        pandoc.convert(PandocRequest(formulas=(("x", False),)))
        assert pandoc._process is not None
        process = pandoc._process._process
    assert process.poll() is not None
    pandoc.close()


def test_many_threads_get_their_own_answers() -> None:
    answers: dict[int, str | None] = {}
    with Pandoc() as pandoc:

        def ask(number: int) -> None:
            formula = (str(number), False)
            answers[number] = pandoc.convert(PandocRequest(formulas=(formula,))).formulas[0]

        threads = [threading.Thread(target=ask, args=(n,)) for n in range(12)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert all(f"<mn>{n}</mn>" in (answers[n] or "") for n in range(12))


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands for a stuck pandoc")
def test_an_answer_that_never_comes_is_given_up(tmp_path: Path) -> None:
    stuck = tmp_path / "pandoc"
    stuck.write_text("#!/bin/sh\nexec sleep 60\n", encoding="utf-8")
    stuck.chmod(0o755)
    started = time.monotonic()
    process = PandocProcess(stuck, answer_seconds=0.2)
    assert process.ask("{}") == ""
    process.close()
    assert time.monotonic() - started < 20


def test_a_missing_pandoc_is_said_with_its_mend(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("galley.html.pandoc_process.find_spec", lambda _name: None)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(EnvironmentFault) as caught:
        find_pandoc()
    assert str(caught.value) == (
        "pandoc is missing; it writes citations and formulas\n"
        "  Fix: install it with 'pip install pypandoc_binary' or 'conda install pandoc'."
    )


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands for an old pandoc")
def test_an_old_pandoc_on_the_path_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    old = tmp_path / "pandoc"
    old.write_text("#!/bin/sh\necho pandoc 2.17.1\n", encoding="utf-8")
    old.chmod(0o755)
    monkeypatch.setattr("galley.html.pandoc_process.find_spec", lambda _name: None)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    with pytest.raises(EnvironmentFault, match=r"pandoc 2\.17 at .* is too old; 3\.2 or newer"):
        find_pandoc()


def test_a_program_that_is_not_pandoc_is_said(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match="cannot be started"):
        Pandoc(tmp_path / "nothing").convert(PandocRequest(formulas=(("x", False),)))


def test_a_program_that_ends_at_once_is_given_up() -> None:
    with pytest.raises(EnvironmentFault, match="pandoc stopped while it read"):
        Pandoc(Path(sys.executable)).convert(PandocRequest(formulas=(("x", False),)))


def test_an_early_start_is_the_process_that_answers(pandoc: Pandoc) -> None:
    with Pandoc() as early:
        early.start_early()
        early.start_early()

        answer = early.convert(PandocRequest(formulas=(("x", False),)))

    assert answer == pandoc.convert(PandocRequest(formulas=(("x", False),)))


def test_an_early_start_that_nobody_waits_for_leaves_no_process() -> None:
    script = (
        "import psutil\n"
        "from galley.html.pandoc import Pandoc\n"
        "with Pandoc() as pandoc:\n"
        "    pandoc.start_early()\n"
        "print(len(psutil.Process().children()))\n"
    )

    result = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert result.stdout == "0\n"


def test_who_asks_first_is_told_why_pandoc_did_not_start(tmp_path: Path) -> None:
    with Pandoc(tmp_path / "nothing") as pandoc:
        pandoc.start_early()

        with pytest.raises(EnvironmentFault, match="cannot be started"):
            pandoc.convert(PandocRequest(formulas=(("x", False),)))


def test_the_process_ends_with_the_program_that_started_it() -> None:
    script = (
        "from galley.html.pandoc import Pandoc, PandocRequest\n"
        "pandoc = Pandoc()\n"
        "pandoc.convert(PandocRequest(formulas=(('x', False),)))\n"
        "print(pandoc._process.pid)\n"
        "import os; os._exit(0)\n"
    )
    output = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    ).stdout
    pid = int(output)
    for _ in range(50):
        if not Path(f"/proc/{pid}/cmdline").exists() or _is_zombie(pid):
            return
        time.sleep(0.1)
    pytest.fail("pandoc is still running")


def _is_zombie(pid: int) -> bool:
    status = Path(f"/proc/{pid}/status")
    return status.exists() and "State:\tZ" in status.read_text(encoding="utf-8")


def test_a_rehearsal_changes_no_answer(pandoc: Pandoc) -> None:
    question = json.dumps(_rehearsal())
    with Pandoc() as fresh:
        first = fresh.ask(question)
        assert "error" not in first
        assert first["references"]
        assert fresh.ask(question) == pandoc.ask(question) == first
