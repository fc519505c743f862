"""Templates kept compiled in the user's cache."""

from pathlib import Path

from galley.html.context import Link
from galley.html.environment import compiled_templates, make_environment


def printed(cache: Path | None) -> str:
    environment = make_environment()
    environment.bytecode_cache = compiled_templates(cache)
    template = environment.get_template("partials/link.html.j2")
    return str(template.module.link(Link("Home", "index.html")))


def test_a_template_prints_the_same_compiled_anew_and_from_the_cache(tmp_path: Path) -> None:
    assert printed(None) == printed(tmp_path) == printed(tmp_path)
    assert list((tmp_path / "templates").iterdir())


def test_a_damaged_cache_does_not_matter(tmp_path: Path) -> None:
    expected = printed(tmp_path)
    for damage in (b"", b"x", None):
        for path in (tmp_path / "templates").iterdir():
            path.write_bytes(path.read_bytes()[:-9] if damage is None else damage)
        assert printed(tmp_path) == expected


def test_a_cache_that_cannot_be_is_none(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert compiled_templates(tmp_path / "file") is None
    folder = tmp_path / "cache"
    cache = compiled_templates(folder)
    assert cache is not None
    (folder / "templates").rmdir()
    assert printed_with(cache)


def printed_with(cache: object) -> str:
    environment = make_environment()
    environment.bytecode_cache = cache  # type: ignore[assignment]
    return str(environment.get_template("partials/link.html.j2").module.link(Link("Home", "x")))
