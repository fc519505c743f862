"""Citing, as a real Jupyter server answers: who may ask, what comes back, what is written."""

from __future__ import annotations

import json
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.jupyterlab.conftest import TOKEN, environment, free_port
from tests.jupyterlab.notebooks import markdown, notebook_of
from tests.jupyterlab.services_of_a_test import ORIGIN
from tests.jupyterlab.test_preview_server import Answer, Server, command, wait
from tests.online.server import FakeNetwork, running

pytestmark = pytest.mark.kernel

BIB = """@article{huang2001, author={Huang, Eric J.}, title={Neurotrophins}, journal={Brain},
  year={2001}, volume={24}, pages={677--736}, doi={10.1146/annurev.neuro.24.1.677}}
"""
NEW = (
    "@article{X, author={Lopez, Maria}, title={Hands}, journal={Stroke}, year={2019}, volume={3},"
    " pages={1--9}, doi={10.1/y}}"
)
DOI = "10.1234/hands"
NOTEBOOK = json.dumps(notebook_of(markdown("Saved.", "saved")))


@pytest.fixture(scope="module")
def network() -> Iterator[FakeNetwork]:
    with running() as network:
        yield network


@pytest.fixture(scope="module")
def server(network: FakeNetwork, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    home = tmp_path_factory.mktemp("citing")
    started = Server(home / "open", f"http://127.0.0.1:{free_port()}/lab")
    started.folder.mkdir()
    (home / "references.bib").write_text(BIB, encoding="utf-8")
    (started.folder / "alone.ipynb").write_text(NOTEBOOK, encoding="utf-8")
    extensions = {"galley.jupyterlab": True, "tests.jupyterlab.services_of_a_test": True}
    start = "--ServerApp.jpserver_extensions="
    line = [f"{start}{extensions}" if part.startswith(start) else part for part in command(started)]
    own = {**environment(home), ORIGIN: network.origin}
    with (home / "log.txt").open("w", encoding="utf-8") as log:
        process = subprocess.Popen(line, env=own, stdout=log, stderr=subprocess.STDOUT)
        try:
            wait(started, process, home / "log.txt")
            yield started
            started.send("api/shutdown", b"")
            # What is being made ready for the first page is finished first.
            process.wait(60)
        finally:
            process.kill()
            process.wait()
    assert "Traceback" not in (home / "log.txt").read_text("utf-8")


@pytest.fixture
def folder(server: Server, request: pytest.FixtureRequest) -> Path:
    """Return a content folder of this test's own."""
    folder = server.folder / f"site-{abs(hash(request.node.name))}"
    folder.mkdir()
    (folder / "site.toml").write_text('title = "Site"', encoding="utf-8")
    (folder / "a.ipynb").write_text(NOTEBOOK, encoding="utf-8")
    (folder / "references.bib").write_text(BIB, encoding="utf-8")
    return folder


def post(server: Server, route: str, folder: Path, **question: Any) -> Answer:
    asked = {"path": f"{folder.name}/a.ipynb", **question}
    return server.send(f"galley/{route}", json.dumps(asked).encode())


def works(server: Server, path: str, stamp: str = "") -> tuple[int, dict[str, str], bytes]:
    headers = {"Authorization": f"token {TOKEN}"} | ({"If-None-Match": stamp} if stamp else {})
    url = f"{server.url}/galley/references?path={path}"
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers)) as answer:
            return answer.status, dict(answer.headers), answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, dict(error.headers), error.read()


def test_works_are_listed_and_not_sent_again_until_they_change(
    server: Server, folder: Path
) -> None:
    path = f"{folder.name}/a.ipynb"
    status, headers, body = works(server, path)
    listed = json.loads(body)
    assert (status, listed["file"]) == (200, "references.bib")
    assert [work["key"] for work in listed["works"]] == ["huang2001"]
    status, again, body = works(server, path, headers["Etag"])
    assert (status, body, again["Etag"]) == (304, b"", headers["Etag"])
    (folder / "retractions.csv").write_text(
        "doi,kind\n10.1146/annurev.neuro.24.1.677,retraction\n", encoding="utf-8"
    )
    status, _, body = works(server, path, headers["Etag"])
    assert (status, json.loads(body)["works"][0]["notice"]) == (200, "retraction")


def test_a_work_looks_as_in_the_list_of_references(server: Server, folder: Path) -> None:
    answer = post(server, "references/formatted", folder, keys=["huang2001", "nobody"])
    assert answer.data == {
        "works": {
            "huang2001": [
                ["Huang, E. J. (2001). Neurotrophins. ", False],
                ["Brain", True],
                [", ", False],
                ["24", True],
                [", 677–736. https://doi.org/10.1146/annurev.neuro.24.1.677", False],
            ]
        }
    }


def test_what_was_pasted_is_shown_before_it_is_added(server: Server, folder: Path) -> None:
    answer = post(server, "references/read", folder, text=NEW.replace(", doi={10.1/y}", ""))
    (work,) = answer.data["works"]
    assert (work["key"], work["same"]) == ("lopez2019", None)
    assert work["reference"][0] == ["Lopez, M. (2019). Hands. ", False]
    assert work["remarks"] == [
        {
            "rule": "reference-doi-missing",
            "severity": "warning",
            "message": "'lopez2019' (Lopez 2019) has no DOI",
            "fix": "look it up at search.crossref.org and add it as doi = {…}; "
            "if there is none, write note = {no DOI}.",
        }
    ]
    assert (answer.data["file"], answer.data["isNew"]) == ("references.bib", False)
    assert (folder / "references.bib").read_text("utf-8") == BIB


def test_a_work_is_added_and_can_be_cited_at_once(server: Server, folder: Path) -> None:
    answer = post(server, "references", folder, works=[{"text": NEW, "key": "my2019"}])
    assert answer.data == {"file": "references.bib", "keys": ["my2019"], "cites": ["@my2019"]}
    written = (folder / "references.bib").read_text("utf-8")
    assert written == f"{BIB}\n{NEW.replace('{X,', '{my2019,')}\n"
    listed = json.loads(works(server, f"{folder.name}/a.ipynb")[2])
    assert [work["key"] for work in listed["works"]] == ["huang2001", "my2019"]


def test_a_bibliography_is_begun_in_the_content_folder(server: Server, folder: Path) -> None:
    (folder / "references.bib").unlink()
    assert post(server, "references/read", folder, text=NEW).data["isNew"] is True
    post(server, "references", folder, works=[{"text": NEW, "key": "lopez2019"}])
    written = (folder / "references.bib").read_text("utf-8")
    assert written == f"{NEW.replace('{X,', '{lopez2019,')}\n"


@pytest.mark.parametrize(
    ("key", "message"),
    [
        (
            "huang2001",
            "The work cannot have the key 'huang2001'. "
            "Another work has the key 'huang2001' already.",
        ),
        (
            "a, year={1}",
            "The work cannot have the key 'a, year={1}'. Write letters, digits and the signs "
            "- _ : . + / only; begin and end with a letter or a digit.",
        ),
    ],
)
def test_a_key_that_will_not_do_is_refused_and_nothing_is_written(
    key: str, message: str, server: Server, folder: Path
) -> None:
    good = {"text": NEW, "key": "good2019"}
    answer = post(server, "references", folder, works=[good, {"text": NEW, "key": key}])
    assert (answer.status, answer.data) == (400, {"message": message})
    assert (folder / "references.bib").read_text("utf-8") == BIB


def test_a_number_is_only_looked_up_when_that_is_asked_for(
    server: Server, folder: Path, network: FakeNetwork
) -> None:
    network.requests.clear()
    answer = post(server, "references/read", folder, text=f"https://doi.org/{DOI}")
    assert (answer.data["number"], answer.data["works"]) == (f"DOI {DOI}", [])
    assert network.asked == []
    network.crossref(
        DOI,
        type="journal-article",
        title=["Hands learn"],
        author=[{"family": "Lee", "given": "Ann"}],
        issued={"date-parts": [[2020]]},
        **{
            "container-title": ["Stroke"],
            "volume": "3",
            "page": "1-9",
            "updated-by": [{"type": "retraction", "DOI": "10.1234/gone"}],
        },
    )
    (work,) = post(server, "references/lookup", folder, text=f"https://doi.org/{DOI}").data["works"]
    assert network.asked == [f"GET /crossref/works/{DOI}"]
    assert work["key"] == "lee2020"
    assert [remark["message"] for remark in work["remarks"]] == [
        "'lee2020' (Lee 2020) was retracted"
    ]
    added = {"text": work["text"], "key": work["key"]}
    assert post(server, "references", folder, works=[added]).status == 200
    assert (folder / "references.bib").read_text("utf-8") == (
        f"{BIB}\n@article{{lee2020,\n"
        "  year = {2020},\n"
        "  author = {Lee, Ann},\n"
        "  title = {Hands learn},\n"
        "  journal = {Stroke},\n"
        "  volume = {3},\n"
        "  pages = {1-9},\n"
        "  date = {2020},\n"
        f"  doi = {{{DOI}}},\n"
        "  keywords = {Retracted publication}\n}\n"
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "10.1234/nobody",
            "Neither Crossref nor DataCite knows the DOI 10.1234/nobody. Look for a slip in the "
            "number, or paste the reference as BibTeX or RIS instead.",
        ),
        (
            "PMID: 99999999",
            "PubMed has no work of the number 99999999. Look for a slip in the number, "
            "or paste the reference as BibTeX or RIS instead.",
        ),
        (
            "Huang 2001",
            "There is nothing to look up. Paste a reference as BibTeX or RIS, or a DOI.",
        ),
    ],
)
def test_a_number_that_nobody_knows_is_told_in_a_sentence(
    text: str, message: str, server: Server, folder: Path
) -> None:
    answer = post(server, "references/lookup", folder, text=text)
    assert (answer.status, answer.data) == (400, {"message": message})


def test_a_number_that_is_there_already_need_not_be_looked_up(server: Server, folder: Path) -> None:
    answer = post(server, "references/read", folder, text="doi.org/10.1146/ANNUREV.neuro.24.1.677")
    assert answer.data["same"] == {"key": "huang2001", "cite": "@huang2001", "why": "number"}


def test_a_bibliography_outside_of_the_open_folder_is_left_alone(server: Server) -> None:
    outside = server.folder.parent / "references.bib"
    asked = {"path": "alone.ipynb", "works": [{"text": NEW, "key": "lopez2019"}]}
    answer = server.send("galley/references", json.dumps(asked).encode())
    assert (answer.status, answer.data) == (
        400,
        {
            "message": "The bibliography references.bib lies outside of the folder that is open, "
            "so nothing is added to it. Start JupyterLab in the folder in which it lies."
        },
    )
    assert outside.read_text("utf-8") == BIB


@pytest.mark.parametrize(
    "route", ["references", "references/formatted", "references/read", "references/lookup"]
)
def test_nobody_is_answered_without_the_token_or_outside_of_the_folder(
    route: str, server: Server, folder: Path
) -> None:
    asked = {"path": f"{folder.name}/a.ipynb", "text": NEW, "keys": [], "works": []}
    body = json.dumps(asked).encode()
    assert server.send(f"galley/{route}", body, token="").status == 403
    elsewhere = json.dumps({**asked, "path": "../secret.ipynb"}).encode()
    assert server.send(f"galley/{route}", elsewhere).status == 403


@pytest.mark.parametrize(
    ("route", "question"),
    [
        ("references", {"works": 1}),
        ("references", {"works": [1]}),
        ("references", {"works": []}),
        ("references", {"works": [{"text": "words", "key": "x"}]}),
        ("references/read", {"text": 1}),
        ("references/read", {"text": "x" * 1_000_001}),
    ],
)
def test_a_broken_question_is_refused_in_a_sentence(
    route: str, question: dict[str, Any], server: Server, folder: Path
) -> None:
    answer = post(server, route, folder, **question)
    assert (answer.status, list(answer.data)) == (400, ["message"])
    assert (folder / "references.bib").read_text("utf-8") == BIB


def test_refusals_and_remarks_are_told_in_indonesian_where_the_lab_speaks_it(
    server: Server, folder: Path
) -> None:
    def ask(route: str, **question: Any) -> Any:
        body = json.dumps({"path": f"{folder.name}/a.ipynb", **question}).encode()
        headers = {"Authorization": f"token {TOKEN}", "Accept-Language": "id-ID"}
        request = urllib.request.Request(f"{server.url}/galley/{route}", body, headers)
        try:
            with urllib.request.urlopen(request) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            with error:
                return json.load(error)

    (work,) = ask("references/read", text=NEW.replace(", doi={10.1/y}", ""))["works"]
    assert work["remarks"][0]["message"] == "'lopez2019' (Lopez 2019) tidak punya DOI"
    assert ask("references", works=[{"text": NEW, "key": "huang2001"}]) == {
        "message": "Karya ini tidak dapat memakai kunci 'huang2001'. "
        "Kunci 'huang2001' sudah dipakai karya lain."
    }
