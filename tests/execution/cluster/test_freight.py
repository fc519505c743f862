"""What travels with an article: all that its code could read, or what it is known to look for."""

from __future__ import annotations

import json

from galley.execution.cluster.freight import Freight, read_freight
from galley.execution.cluster.parcel import unpack_manifest


def freight_of(content, **limits) -> Freight:
    jobs = content.plan().jobs
    assert jobs[0].present is not None
    freight = read_freight(jobs, jobs[0].present, content.store)
    return Freight(freight.present, freight.code, freight.store, **limits)


def job_of(content):
    return content.plan().jobs[0]


def write(content, path: str, text: str) -> None:
    (content.root / path).parent.mkdir(parents=True, exist_ok=True)
    (content.root / path).write_text(text, encoding="utf-8")


def big_folder(content, **front_matter) -> None:
    """Make a content folder that is too much for the limit of a million bytes."""
    content.article(
        "part/a.ipynb",
        "open('../data/named.txt')",
        "for n in range(2): open(f'../data/{n}.txt')",
        **front_matter,
    )
    write(content, "helper.py", "x = 1")
    for name in ("big", "named", "0", "1", "other"):
        write(content, f"data/{name}.txt", name * 300_000)


def test_modules_data_and_empty_folders_go_along(content):
    content.article("a.ipynb", "1")
    write(content, "helper.py", "x = 1")
    write(content, "data/n.txt", "42")
    write(content, ".hidden/secret.txt", "no")
    (content.root / "out" / "figures").mkdir(parents=True)
    cargo = freight_of(content).of(job_of(content))
    assert cargo.is_whole
    assert sorted(cargo.manifest.files) == ["data/n.txt", "helper.py"]
    assert cargo.manifest.folders == ("data", "out", "out/figures")
    time_ns = (content.root / "helper.py").stat().st_mtime_ns
    assert cargo.manifest.files["helper.py"].time_ns == time_ns
    assert unpack_manifest(cargo.manifest.data) == cargo.manifest


def test_store_and_site_stay_at_home(content):
    content.article("a.ipynb", "1")
    write(content, "site/index.html", "x")
    jobs = content.plan(output=content.root / "site").jobs
    cargo = read_freight(jobs, jobs[0].present, content.store).of(jobs[0])
    assert (dict(cargo.manifest.files), cargo.manifest.folders) == ({}, ())


def test_what_inputs_names_goes_along_even_where_nobody_would_expect_it(content):
    content.article("a.ipynb", "1", inputs=["notes.md"])
    write(content, "notes.md", "# Notes")
    write(content, "n.txt", "42")
    cargo = freight_of(content).of(job_of(content))
    assert (cargo.is_whole, sorted(cargo.manifest.files)) == (True, ["n.txt", "notes.md"])


def test_variables_that_code_names_travel_and_no_others(content, monkeypatch):
    monkeypatch.setenv("REGION", "north")
    monkeypatch.setenv("SECRET", "x")
    monkeypatch.delenv("NOT_SET", raising=False)
    write(content, "helper.py", "import os\nregion = os.environ['REGION']\n")
    content.article("a.ipynb", "import os; os.getenv('NOT_SET'); os.environ.get('PYTHONPATH')")
    assert freight_of(content).variables(job_of(content)) == {"NOT_SET": None, "REGION": "north"}


def test_where_all_is_too_much_modules_and_named_files_go_first(content):
    big_folder(content)
    cargo = freight_of(content, most_bytes=1_000_000).of(job_of(content))
    assert not cargo.is_whole
    assert sorted(cargo.manifest.files) == ["data/named.txt", "helper.py"]


def test_what_the_code_looked_for_goes_along_the_next_time(content):
    big_folder(content)
    freight = freight_of(content, most_bytes=10_000)
    cargo = freight.of(job_of(content))
    root = content.root.resolve()
    lines = (
        ["read", 1, f"{root}/data/named.txt", 1, 2],
        ["read", 2, f"{root}/data/0.txt", -1, 0],
        ["read", 2, f"{root}/data/absent.txt", -1, 0],
        ["read", 2, "/etc/hosts", 1, 2],
    )
    record = "".join(json.dumps(line) + "\n" for line in lines)
    more = freight.more(cargo, record)
    assert more is not None
    assert sorted(more.manifest.files) == ["data/0.txt", "data/named.txt", "helper.py"]
    assert freight.more(more, record) is None


def test_who_lists_a_folder_is_sent_all_its_files(content):
    big_folder(content)
    freight = freight_of(content, most_bytes=10_000)
    record = json.dumps(["list", 1, f"{content.root.resolve()}/data"])
    more = freight.more(freight.of(job_of(content)), record)
    assert more is not None
    names = ("0", "1", "big", "named", "other")
    assert sorted(more.manifest.files) == [*(f"data/{n}.txt" for n in names), "helper.py"]


def test_a_cargo_that_is_too_much_is_refused_with_the_remedy(content):
    big_folder(content, inputs=["../data/big.txt", "../data/other.txt"])
    freight, job = freight_of(content, most_bytes=1_000_000), job_of(content)
    assert str(freight.refusal(job, freight.of(job))) == (
        "notebooks/part/a.ipynb: its code could read 4 files of 4 MB, and at most 2000 of 1 MB are "
        "sent to a cluster\n"
        "  Fix: Name the files that it reads with 'inputs:' in the front matter, or build without "
        "--scheduler."
    )


def test_too_many_files_are_too_much_as_well(content):
    content.article("a.ipynb", "1")
    for number in range(4):
        write(content, f"data/{number}.txt", str(number))
    job = job_of(content)
    assert freight_of(content, most_files=4).of(job).is_whole
    assert not freight_of(content, most_files=3).of(job).is_whole
