"""Articles on a real Dask cluster: the same site, whatever happens to the workers."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import nbformat
import pytest
from tests.execution.cluster.dask_cluster import wait_until

from galley.cli import run
from galley.execution.batch import execute_all
from galley.execution.cluster import open_cluster
from galley.findings import Severity
from galley.site.build import build_site
from galley.site.request import BuildReport, BuildRequest

pytestmark = pytest.mark.kernel

TODAY = date(2026, 6, 1)
FIGURE = "%matplotlib inline\nimport matplotlib.pyplot as plt\n_ = plt.plot([1, 4, 9])"
WHERE = "import os, sys; print(os.getcwd(), file=sys.stderr); print(os.getcwd())"
# Ends the process in which Dask runs the article: the one just below Dask's nanny.
DEADLY = """
import os, psutil, signal
me = psutil.Process()
line = [me, *me.parents()]
number = next(n for n, one in enumerate(line) if "dask_worker" in " ".join(one.cmdline()))
os.kill(line[number - 1].pid, signal.SIGKILL)
"""


def build(content: Path, site: Path, **options) -> BuildReport:
    return build_site(BuildRequest(content, content.name, site, TODAY, **options))


def write_site(folder: Path, articles: dict[str, list[str]]) -> Path:
    (folder / "data").mkdir(parents=True)
    (folder / "site.toml").write_text('[site]\nbase_url = "https://example.org/"\n')
    (folder / "data" / "n.txt").write_text("forty-two")
    (folder / "helper.py").write_text("def read():\n    return open('data/n.txt').read()\n")
    for name, sources in articles.items():
        write_article(folder / f"{name}.ipynb", *sources)
    return folder


def write_article(path: Path, *sources: str) -> None:
    cells = [nbformat.v4.new_code_cell(text, id=f"cell-{n}") for n, text in enumerate(sources)]
    metadata = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=metadata), path)


def files_of(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file() and path.name[:8] != ".galley-")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def states(report: BuildReport) -> dict[str, str]:
    return {article.file: article.state for article in report.articles}


def problems(report: BuildReport) -> dict[str, list[str]]:
    """Return the errors of each article that has any."""
    found = {
        article.file: [str(one) for one in article.findings if one.severity is Severity.ERROR]
        for article in report.articles
    }
    return {file: errors for file, errors in found.items() if errors}


def opened(cluster, content, jobs):
    return open_cluster(cluster.address, jobs, jobs[0].present, content.store)


def test_a_site_made_on_a_cluster_has_the_same_bytes(two_workers, tmp_path):
    articles = {f"a{n}": ["import helper; print(helper.read())", FIGURE, WHERE] for n in range(3)}
    content = write_site(tmp_path / "content", articles)
    there = build(content, tmp_path / "there", scheduler=two_workers.address, store=tmp_path / "s")
    assert set(states(there).values()) == {"built"}
    here = build(content, tmp_path / "here", store=tmp_path / "other store")
    assert set(states(here).values()) == {"built"}
    assert files_of(tmp_path / "there") == files_of(tmp_path / "here")
    assert problems(there) == problems(here) == {}
    assert two_workers.left_files() == []


def test_what_ran_on_a_cluster_is_unchanged_for_a_build_here(two_workers, tmp_path):
    content = write_site(tmp_path / "content", {"a": [FIGURE]})
    build(content, tmp_path / "site", scheduler=two_workers.address)
    before = files_of(tmp_path / "site")
    report = build(content, tmp_path / "site")
    assert states(report) == {"content/a.ipynb": "unchanged"}
    assert report.written == ()
    assert files_of(tmp_path / "site") == before


def test_what_was_read_there_is_known_as_if_it_had_been_read_here(two_workers, content):
    """So exactly the articles run again that used what has changed."""
    (content.root / "data").mkdir()
    (content.root / "data" / "n.txt").write_text("42")
    (content.root / "unused.txt").write_text("1")
    (content.root / "helper.py").write_text("import os\nx = os.environ.get('REGION')\n")
    figure = "from galley_figures import bars\nimport helper\nprint(open('data/n.txt').read())"
    content.article("a.ipynb", figure)
    jobs = content.plan().jobs
    with opened(two_workers, content, jobs) as cluster:
        [there] = execute_all(jobs, store=content.store, jobs_at_once=1, elsewhere=cluster)
    assert there.job.kept is not None
    assert content.reasons() == {"a": ""}
    shutil.rmtree(content.store.root)
    here = content.build()["a"]
    assert here.job.kept is not None
    assert there.job.kept.trace == here.job.kept.trace
    assert there.kept == here.kept
    (content.root / "unused.txt").write_text("2")
    assert content.reasons() == {"a": ""}
    (content.root / "data" / "n.txt").write_text("43")
    assert content.reasons()["a"].startswith("data/n.txt changed")


def test_nothing_is_asked_of_a_cluster_where_nothing_has_to_run(tmp_path):
    content = write_site(tmp_path / "content", {"a": ["1"]})
    build(content, tmp_path / "site")
    report = build(content, tmp_path / "site", scheduler="tcp://127.0.0.1:9")
    assert states(report) == {"content/a.ipynb": "unchanged"}


def test_failures_on_a_cluster_are_told_as_here(two_workers, tmp_path):
    articles = {"bad": ["1 / 0"], "good": ["print(1)"], "gone": ["import nowhere"]}
    content = write_site(tmp_path / "content", articles)
    there = build(content, tmp_path / "there", scheduler=two_workers.address, store=tmp_path / "s")
    here = build(content, tmp_path / "here", store=tmp_path / "other store")
    assert states(there) == states(here)
    assert problems(there) == problems(here)
    assert "content/bad.ipynb#cell-0:1: the code stopped with ZeroDivisionError" in str(
        problems(there)
    )


def test_progress_is_told_cell_by_cell(two_workers, content):
    content.article("a.ipynb", "1", "2", "3")
    jobs = content.plan().jobs
    told = []
    with opened(two_workers, content, jobs) as cluster:
        done = execute_all(
            jobs, store=content.store, jobs_at_once=1, elsewhere=cluster, on_progress=told.append
        )
        assert [executed.status for executed in done] == ["succeeded"]
    assert [(p.stage, p.cell) for p in told if p.stage == "cell"] == [
        ("cell", 1),
        ("cell", 2),
        ("cell", 3),
    ]


def test_a_file_that_many_articles_read_travels_once_to_each_worker(two_workers, content):
    (content.root / "big.bin").write_bytes(os.urandom(3_000_000))
    for number in range(8):
        content.article(f"a{number}.ipynb", "print(len(open('big.bin', 'rb').read()))")
    jobs = content.plan().jobs
    with opened(two_workers, content, jobs) as cluster:
        done = list(execute_all(jobs, store=content.store, jobs_at_once=4, elsewhere=cluster))
        assert {executed.status for executed in done} == {"succeeded"}
        assert cluster.deliveries.sent_bytes // 3_000_000 in {1, 2}


def test_what_is_too_much_to_be_sent_is_found_by_running(two_workers, content):
    """A folder of which no article reads more than a part."""
    for number in range(5):
        (content.root / f"data-{number}.bin").write_bytes(os.urandom(1_000_000))
    content.article("a.ipynb", "print(sum(open(f'data-{n}.bin', 'rb').read()[0] for n in (1, 3)))")
    content.article("b.ipynb", "import glob; print(len(glob.glob('data-*.bin')))")
    jobs = content.plan().jobs
    with opened(two_workers, content, jobs) as cluster:
        cluster._freight = replace(cluster._freight, most_bytes=2_500_000)
        done = list(execute_all(jobs, store=content.store, jobs_at_once=2, elsewhere=cluster))
    results = {executed.job.article: executed for executed in done}
    assert results["a.ipynb"].status == "succeeded"
    assert [str(finding) for finding in results["b.ipynb"].findings] == [
        "notebooks/b.ipynb: its code could read 7 files of 5 MB, and at most 2000 of 2 MB are "
        "sent to a cluster\n"
        "  Fix: Name the files that it reads with 'inputs:' in the front matter, or build without "
        "--scheduler."
    ]
    there = results["a.ipynb"].kept
    shutil.rmtree(content.store.root)
    assert content.build()["a"].kept == there


def test_a_lost_worker_loses_no_article(new_cluster, tmp_path):
    """One of two workers is killed while both run an article."""
    articles = {f"a{n}": ["import time; time.sleep(1.5)", f"print({n})"] for n in range(6)}
    content = write_site(tmp_path / "content", articles)
    numbers = [new_cluster.start_worker("--no-nanny") for _ in range(2)]
    killed: list[str] = []

    def kill_at_second_end(event) -> None:
        if event.state == "built" and event.done == 2 and not killed:
            killed.append(event.file)
            new_cluster.kill(numbers[0])

    report = build(
        content,
        tmp_path / "there",
        scheduler=new_cluster.address,
        store=tmp_path / "s",
        on_event=kill_at_second_end,
    )
    assert killed
    assert set(states(report).values()) == {"built"}
    build(content, tmp_path / "here", store=tmp_path / "other store")
    assert files_of(tmp_path / "there") == files_of(tmp_path / "here")


def test_a_lost_scheduler_ends_the_build_and_what_ran_is_kept(new_cluster, tmp_path):
    articles = {"quick": ["print(1)"], "slow": ["import time; time.sleep(600)"]}
    content = write_site(tmp_path / "content", articles)
    for _ in range(2):
        new_cluster.start_worker("--no-nanny")

    def kill_at_first_end(event) -> None:
        if event.state == "built":
            new_cluster.kill(0)

    report = build(
        content, tmp_path / "site", scheduler=new_cluster.address, on_event=kill_at_first_end
    )
    assert problems(report) == {
        "content/slow.ipynb": [
            f"content/slow.ipynb: the connection to the scheduler {new_cluster.address} was lost\n"
            "  Fix: Start it again, and build again; what ran before is kept."
        ]
    }
    write_article(content / "slow.ipynb", "print(2)")
    reasons = {a.file: a.reason for a in build(content, tmp_path / "site").articles}
    assert reasons["content/quick.ipynb"] == ""


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot be asked to kill in this way")
def test_an_article_that_kills_its_workers_is_the_only_one_that_fails(new_cluster, tmp_path):
    content = write_site(tmp_path / "content", {"deadly": [DEADLY], "a": ["print(1)"]})
    new_cluster.start_worker("--nworkers", "2")
    report = build(content, tmp_path / "site", scheduler=new_cluster.address)
    assert states(report) == {"content/a.ipynb": "built", "content/deadly.ipynb": "failed"}
    assert problems(report) == {
        "content/deadly.ipynb": [
            "content/deadly.ipynb: the workers that ran it died, several in a row\n"
            "  Fix: It may need more memory than they have. Try it alone without --scheduler."
        ]
    }


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_ctrl_c_lets_go_of_the_cluster_and_the_next_build_goes_on(two_workers, tmp_path):
    articles = {"quick": ["print(1)"], "slow": ["import time; time.sleep(600)"]}
    content = write_site(tmp_path / "content", articles)
    command = [sys.executable, "-m", "galley", "build", str(content), "-o", str(tmp_path / "site")]
    started = subprocess.Popen(
        [*command, "--scheduler", two_workers.address], stderr=subprocess.PIPE, text=True
    )
    assert started.stderr is not None
    said = iter(started.stderr.readline, "")
    assert any("built" in line for line in said)
    started.send_signal(signal.SIGINT)
    pressed_s = time.monotonic()
    rest = started.communicate(timeout=60)[1]
    assert time.monotonic() - pressed_s < 10
    assert (started.returncode, rest.splitlines()[-1]) == (
        1,
        "Stopped. What was published before is as it was.",
    )
    assert "Traceback" not in rest
    wait_until(lambda: not two_workers.left_files())
    assert two_workers.left_files() == []
    two_workers.assert_nothing_is_left()
    write_article(content / "slow.ipynb", "print(2)")
    report = build(content, tmp_path / "site", scheduler=two_workers.address)
    assert states(report) == {"content/quick.ipynb": "built", "content/slow.ipynb": "built"}
    assert [a.reason for a in report.articles if a.file == "content/quick.ipynb"] == [""]


def test_an_unreachable_scheduler_is_said_and_nothing_is_lost(tmp_path, capsys):
    content = write_site(tmp_path / "content", {"a": ["print(1)"]})
    site = str(tmp_path / "site")
    assert run(["build", str(content), "-o", site]) == 0
    before = files_of(tmp_path / "site")
    write_article(content / "a.ipynb", "print(2)")
    capsys.readouterr()
    assert run(["build", str(content), "-o", site, "--scheduler", "tcp://127.0.0.1:9"]) == 1
    assert capsys.readouterr().err.endswith(
        "no Dask scheduler answers at tcp://127.0.0.1:9 within 10 s\n"
        "  Fix: Start one with 'dask scheduler', or check the address and the firewall between.\n"
    )
    assert files_of(tmp_path / "site") == before


def test_without_dask_the_extra_is_named():
    code = (
        "import sys; sys.modules['distributed'] = None\n"
        "from galley.execution.cluster import open_cluster\n"
        "open_cluster('tcp://127.0.0.1:9', (), None, None).__enter__()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr.splitlines()[-2:] == [
        "galley.findings.EnvironmentFault: --scheduler needs Dask, which is not installed",
        "  Fix: pip install 'galley-articles[cluster]'",
    ]


@pytest.mark.skipif(not shutil.which("openssl"), reason="needs openssl to make a certificate")
def test_a_cluster_behind_certificates_is_reached_as_dask_is_configured(dask_cluster, tmp_path):
    made = ["-keyout", "key.pem", "-out", "cert.pem", "-days", "2", "-subj", "/CN=127.0.0.1"]
    request = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", *made]
    subprocess.run(request, cwd=tmp_path, check=True, capture_output=True)
    parts = {"CA_FILE": "cert.pem"}
    for who in ("SCHEDULER", "WORKER", "CLIENT"):
        parts |= {f"{who}__CERT": "cert.pem", f"{who}__KEY": "key.pem"}
    env = {f"DASK_DISTRIBUTED__COMM__TLS__{k}": str(tmp_path / v) for k, v in parts.items()}
    dask_cluster.start_scheduler(env, "--protocol", "tls")
    dask_cluster.start_worker("--no-nanny", env=env)
    content = write_site(tmp_path / "content", {"a": ["print(1)"]})
    command = [sys.executable, "-m", "galley", "build", str(content), "-o", str(tmp_path / "site")]
    options = ["--scheduler", dask_cluster.address]
    assert dask_cluster.address.startswith("tls://")
    known = subprocess.run(
        [*command, *options], env={**os.environ, **env}, capture_output=True, text=True, check=False
    )
    assert (known.returncode, known.stderr.count("built")) == (0, 1)
    write_article(content / "a.ipynb", "print(2)")
    unknown = subprocess.run([*command, *options], capture_output=True, text=True, check=False)
    assert unknown.returncode == 1
    assert unknown.stderr.endswith(
        "\n  Fix: Check the address, and the certificates that Dask's configuration names under "
        "distributed.comm.tls.\n"
    )


def test_what_is_no_address_of_a_scheduler_is_refused(tmp_path, capsys):
    content = write_site(tmp_path / "content", {"a": ["print(1)"]})
    assert run(["build", str(content), "--scheduler", "localhost"]) == 2
    assert capsys.readouterr().err == (
        "'localhost' is not the address of a Dask scheduler\n"
        "  Fix: give it as 'dask scheduler' prints it, for example tcp://127.0.0.1:8786\n"
    )


def test_another_version_on_a_worker_is_refused_by_name(new_cluster, tmp_path, capsys):
    (tmp_path / "older" / "numpy-1.0.0.dist-info").mkdir(parents=True)
    new_cluster.start_worker("--no-nanny", env={"PYTHONPATH": with_path(tmp_path / "older")})
    content = write_site(tmp_path / "content", {"a": ["print(1)"]})
    options = ["-o", str(tmp_path / "site"), "--scheduler", new_cluster.address]
    assert run(["build", str(content), *options]) == 1
    said = capsys.readouterr().err
    assert "has numpy 1.0.0 instead of " in said
    assert said.endswith(
        "\n  Fix: Install the same versions there as here, for example from requirements.lock, "
        "or build without --scheduler.\n"
    )
    assert not (tmp_path / "site").exists()


def test_a_scheduler_without_galley_is_refused(tmp_path, dask_cluster, capsys):
    (tmp_path / "none").mkdir()
    (tmp_path / "none" / "galley.py").write_text("raise ImportError('not installed')")
    dask_cluster.start_scheduler({"PYTHONPATH": with_path(tmp_path / "none")})
    dask_cluster.start_worker("--no-nanny")
    content = write_site(tmp_path / "content", {"a": ["print(1)"]})
    options = ["-o", str(tmp_path / "site"), "--scheduler", dask_cluster.address]
    assert run(["build", str(content), *options]) == 1
    said = capsys.readouterr().err
    assert f"the scheduler {dask_cluster.address} has no Galley of this version" in said
    assert "Traceback" not in said


def test_a_worker_without_galley_is_refused_by_name(new_cluster, tmp_path, capsys):
    (tmp_path / "none").mkdir()
    (tmp_path / "none" / "galley.py").write_text("raise ImportError('not installed')")
    new_cluster.start_worker("--no-nanny", env={"PYTHONPATH": with_path(tmp_path / "none")})
    content = write_site(tmp_path / "content", {"a": ["print(1)"]})
    options = ["-o", str(tmp_path / "site"), "--scheduler", new_cluster.address]
    assert run(["build", str(content), *options]) == 1
    said = capsys.readouterr().err
    assert "the worker tcp://127.0.0.1:" in said
    assert "has no Galley of this version" in said
    assert "Traceback" not in said


def with_path(first: Path) -> str:
    return os.pathsep.join([str(first), *filter(None, [os.environ.get("PYTHONPATH")])])


def test_a_worker_that_comes_later_is_set_up_and_sent_its_files(new_cluster, tmp_path):
    articles = {
        f"a{n}": ["import time, helper; time.sleep(1); print(helper.read())"] for n in range(8)
    }
    content = write_site(tmp_path / "content", articles)
    new_cluster.start_worker("--no-nanny")
    late: list[int] = []

    def start_at_first_end(event) -> None:
        if event.state == "built" and not late:
            late.append(new_cluster.start_worker("--no-nanny"))

    report = build(
        content, tmp_path / "site", scheduler=new_cluster.address, on_event=start_at_first_end
    )
    assert set(states(report).values()) == {"built"}
    digest = hashlib.sha256(files_of(tmp_path / "site")["a0.html"]).hexdigest()
    build(content, tmp_path / "here", store=tmp_path / "other store")
    assert hashlib.sha256(files_of(tmp_path / "here")["a0.html"]).hexdigest() == digest
