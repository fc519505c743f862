"""What travels with an article: all that its code could read, or what the author named."""

from __future__ import annotations

from galley.execution.cluster.freight import Freight


def freight_of(content, **limits) -> Freight:
    present = content.plan().jobs[0].present
    assert present is not None
    return Freight(present, **limits)


def write(content, path: str, text: str) -> None:
    (content.root / path).parent.mkdir(parents=True, exist_ok=True)
    (content.root / path).write_text(text, encoding="utf-8")


def test_modules_data_and_empty_folders_go_along(content):
    content.article("a.ipynb", "1")
    write(content, "helper.py", "x = 1")
    write(content, "data/n.txt", "42")
    write(content, ".hidden/secret.txt", "no")
    (content.root / "out" / "figures").mkdir(parents=True)
    freight = freight_of(content)
    cargo = freight.of(content.plan().jobs[0])
    assert sorted(cargo.files) == ["data/n.txt", "helper.py"]
    assert freight.folders == ("data", "out", "out/figures")
    time_ns = (content.root / "helper.py").stat().st_mtime_ns
    assert cargo.files["helper.py"].time_ns == time_ns


def test_store_and_site_stay_at_home(content):
    content.article("a.ipynb", "1")
    write(content, "site/index.html", "x")
    present = content.plan(output=content.root / "site").jobs[0].present
    assert present is not None
    assert (dict(Freight(present).digests), Freight(present).folders) == ({}, ())


def test_variables_that_code_names_travel_and_no_others(content, monkeypatch):
    monkeypatch.setenv("REGION", "north")
    monkeypatch.setenv("SECRET", "x")
    monkeypatch.delenv("NOT_SET", raising=False)
    write(content, "helper.py", "import os\nregion = os.environ['REGION']\n")
    content.article("a.ipynb", "import os; os.getenv('NOT_SET'); os.environ.get('PYTHONPATH')")
    freight, job = freight_of(content), content.plan().jobs[0]
    assert freight.variables(job, freight.of(job)) == {"NOT_SET": None, "REGION": "north"}


def test_too_much_is_refused_with_the_remedy(content):
    content.article("a.ipynb", "1")
    write(content, "data/big.txt", "x" * 2_000_000)
    write(content, "helper.py", "x = 1")
    cargo = freight_of(content, most_bytes=1_000_000).of(content.plan().jobs[0])
    assert cargo.files == {}
    assert str(cargo.finding) == (
        "notebooks/a.ipynb: its code could read 2 files of 2 MB, and at most 2000 of 1 MB are "
        "sent to a cluster\n"
        "  Fix: Name the files that it reads with 'inputs:' in the front matter, or build without "
        "--scheduler."
    )


def test_named_inputs_are_sent_with_all_modules_where_the_rest_is_too_much(content):
    content.article("a.ipynb", "1", inputs=["data/small.txt"])
    write(content, "data/big.txt", "x" * 2_000_000)
    write(content, "data/small.txt", "x")
    write(content, "helper.py", "x = 1")
    cargo = freight_of(content, most_bytes=1_000_000).of(content.plan().jobs[0])
    assert sorted(cargo.files) == ["data/small.txt", "helper.py"]


def test_too_many_files_are_too_much_as_well(content):
    content.article("a.ipynb", "1")
    for number in range(4):
        write(content, f"data/{number}.txt", str(number))
    assert freight_of(content, most_files=3).of(content.plan().jobs[0]).finding is not None
    assert freight_of(content, most_files=4).of(content.plan().jobs[0]).finding is None
