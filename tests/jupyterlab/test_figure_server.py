"""The addresses about figures on a real Jupyter server."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from tests.jupyterlab.figure_cells import IMPORT
from tests.jupyterlab.test_articles_server import blog_server
from tests.jupyterlab.test_preview_server import Answer, Server

import galley_figures
from galley.kept_copies import KeptCopies

pytestmark = pytest.mark.kernel

CALL = f"{IMPORT}plasticity_window(start_day=7)"


@pytest.fixture(scope="module")
def server(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Server]:
    home = tmp_path_factory.mktemp("server")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GALLEY_CACHE", str(home / "cache"))
        with blog_server(home) as running:
            yield running


def post(server: Server, route: str, **asked: Any) -> Answer:
    return server.send(f"galley/figures/{route}", json.dumps(asked).encode())


def cells(*sources: str) -> list[dict[str, Any]]:
    return [
        {"id": f"cell-{at}", "type": "code", "source": source, "tags": []}
        for at, source in enumerate(sources)
    ]


def test_every_figure_is_listed_in_the_lab_s_language(server: Server) -> None:
    figures = server.send("galley/figures?lang=id").data["figures"]
    names = {"ExplanatoryFigure", "explore"} | {figure["name"] for figure in figures}
    assert names == set(galley_figures.__all__)
    (window,) = (figure for figure in figures if figure["name"] == "plasticity_window")
    assert window == {
        "name": "plasticity_window",
        "title": "Jendela plastisitas",
        "shows": "Fase setelah stroke, kapan uji klinis memulai latihan, dan kurva gambaran.",
        "evidence": "schematic",
        "parameters": [
            {"name": "Ditulis untuk", "legal": "pasien; klinisi"},
            {"name": "Latihan mulai setelah", "legal": "0 sampai 365 hari"},
        ],
    }
    assert (
        server.send("galley/figures").data["figures"][0]["title"] == "Outcomes in the AVERT trial"
    )


def test_a_picture_is_drawn_in_the_colours_of_both_themes(server: Server) -> None:
    picture = server.send("galley/figures/picture?name=recovery_matrix&lang=en").data
    assert list(picture) == ["alt", "caption", "svg"]
    assert picture["svg"]["light"].startswith("<svg")
    assert picture["svg"]["light"] != picture["svg"]["dark"]


@pytest.mark.parametrize("name", ["", "nothing", "explore", "../list", "ExplanatoryFigure"])
def test_there_is_no_picture_of_anything_else(name: str, server: Server) -> None:
    answer = server.send(f"galley/figures/picture?name={name}")
    assert (answer.status, answer.data) == (404, {"message": "There is no figure of this name."})


def test_the_form_of_a_cell_is_read_and_a_value_changed(server: Server) -> None:
    read = post(server, "read", cells=cells(CALL), cell="cell-0").data
    (call,) = read["calls"]
    assert (call["title"], call["fields"][0]["value"]) == ("The window of plasticity", 7)
    changed = post(
        server, "rewrite", cells=cells(CALL), cell="cell-0", call=0, name="start_day", value=30
    ).data
    assert changed["source"] == CALL.replace("=7", "=30")
    assert changed["form"]["calls"][0]["fields"][0]["value"] == 30


def test_a_caption_is_changed(server: Server) -> None:
    asked = {"cells": cells(CALL), "cell": "cell-0", "call": None, "name": "caption"}
    changed = post(server, "rewrite", **asked, value="Better: later").data
    assert changed["source"] == f'#| caption: "Better: later"\n{CALL}'
    assert changed["form"]["options"]["caption"] == "Better: later"


def test_a_value_that_is_not_legal_is_refused_in_the_library_s_words(server: Server) -> None:
    asked = {"cells": cells(CALL), "cell": "cell-0", "call": 0, "name": "start_day"}
    refused = post(server, "rewrite", **asked, value=400)
    assert (refused.status, refused.data) == (
        422,
        {"message": "start_day must be 0 to 365 days, not 400"},
    )
    # A sign of per cent is none of tornado's.
    refused = post(server, "rewrite", **asked, value="95%")
    assert refused.data == {"message": "start_day must be 0 to 365 days, not '95%'"}


def test_a_new_cell_has_the_figure_s_caption_in_the_article_s_language(server: Server) -> None:
    asked = {"cells": cells("x = 1"), "cell": "cell-0", "name": "recovery_matrix"}
    inserted = post(server, "insert", **asked, article_lang="id").data
    assert inserted == {
        "after": "cell-0",
        "source": "#| label: fig-recovery-matrix\n"
        '#| caption: "Membaik dapat berarti dua hal: bekerja seperti semula, atau mencapai '
        'tujuan dengan cara lain."\n'
        "from galley_figures import recovery_matrix\n"
        "\n"
        'recovery_matrix(lang="id")',
    }


@pytest.mark.parametrize(
    ("front", "path", "written"),
    [
        ("---\ntitle: T\nlang: id\n---", "a.ipynb", 'bars(lang="id")'),
        ("---\ntitle: T\n---", "folder/a.id.ipynb", 'bars(lang="id")'),
        ("---\nlang: en\n---", "a.id.ipynb", "bars()"),
        ("# lang: id", "a.ipynb", "bars()"),
    ],
)
def test_without_a_page_the_front_matter_says_the_language(
    front: str, path: str, written: str, server: Server
) -> None:
    sent = [{"id": "front", "type": "markdown", "source": front, "tags": []}]
    asked = {"cells": sent, "cell": "front", "name": "recovery_matrix", "path": path}
    source = post(server, "insert", **asked, article_lang="").data["source"]
    assert source.endswith(f"\n{written.replace('bars', 'recovery_matrix')}")


def test_a_new_cell_stands_below_the_parameters_that_it_uses(server: Server) -> None:
    sent = cells("# front matter", "lang = 'en'", "x = 1")
    sent[1]["tags"] = ["parameters"]
    asked = {"cells": sent, "name": "bars", "article_lang": "en"}
    below = [post(server, "insert", **asked, cell=f"cell-{at}").data["after"] for at in range(3)]
    assert below == ["cell-1", "cell-1", "cell-2"]
    assert post(server, "insert", **asked, cell="").data["after"] == ""


def test_a_figure_that_is_not_there_is_not_inserted(server: Server) -> None:
    answer = post(server, "insert", cells=[], cell="", name="nothing")
    assert (answer.status, answer.data) == (404, {"message": "There is no figure of this name."})


@pytest.mark.parametrize("route", ["read", "rewrite", "insert"])
def test_a_request_that_is_broken_is_refused(route: str, server: Server) -> None:
    for body in (b"", b"{", b"[]", b"\xff"):
        answer = server.send(f"galley/figures/{route}", body)
        assert (answer.status, list(answer.data)) == (400, ["message"])


def test_a_notebook_beyond_measure_is_refused(server: Server) -> None:
    answer = post(server, "read", cells=cells("x" * 2_000_001), cell="cell-0")
    assert (answer.status, answer.data) == (
        413,
        {"message": "This notebook is too long for a form."},
    )


@pytest.mark.parametrize(
    ("route", "body"),
    [
        ("figures", None),
        ("figures/picture?name=bars", None),
        ("figures/read", b"{}"),
        ("figures/rewrite", b"{}"),
        ("figures/insert", b"{}"),
    ],
)
def test_nobody_is_answered_without_the_token(
    route: str, body: bytes | None, server: Server
) -> None:
    assert server.send(f"galley/{route}", body, token="").status == 403
    assert server.send(f"galley/{route}", body, token="wrong").status == 403


def test_the_server_goes_on_while_pictures_are_drawn_and_hostile_code_is_read(
    server: Server,
) -> None:
    deep = cells(f"{IMPORT}bars(t, unit={'-' * 90_000}1)")
    with ThreadPoolExecutor(8) as pool:
        slow = [
            *(
                pool.submit(server.send, f"galley/figures/picture?name={name}&lang=id")
                for name in ("bars", "timeline")
            ),
            *(pool.submit(post, server, "read", cells=deep, cell="cell-0") for _ in range(3)),
        ]
        waited = []
        while not all(each.done() for each in slow):
            before = time.monotonic()
            server.send("api/status")
            waited.append(time.monotonic() - before)
    assert {each.result().status for each in slow} == {200}
    assert max(waited, default=0) < 3


def test_the_notebook_is_kept_as_it_lies_there_once_for_each_form(server: Server) -> None:
    path, kept = server.folder / "blog" / "kept.ipynb", KeptCopies(server.folder / "blog")
    path.write_text("first", encoding="utf-8")
    asked = {"cells": cells(CALL), "cell": "cell-0", "call": 0, "path": "blog/kept.ipynb"}
    post(server, "rewrite", **asked, name="start_day", value=14)
    path.write_text("saved meanwhile", encoding="utf-8")
    post(server, "rewrite", **asked, name="start_day", value=21)
    assert [kept.read(copy) for copy in kept.of("kept.ipynb")] == [b"first"]
    about = {"path": "blog/kept.ipynb", "kind": "raw", "source": "---\ntitle: X\n---"}
    server.send("galley/about", json.dumps(about).encode())
    assert len(kept.of("kept.ipynb")) == 1
    server.send("galley/about", json.dumps({**about, "changes": {"title": "Y"}}).encode())
    copies = kept.of("kept.ipynb")
    assert [kept.read(copy) for copy in copies] == [b"saved meanwhile", b"first"]
    assert {copy.reason for copy in copies} == {"form"}
