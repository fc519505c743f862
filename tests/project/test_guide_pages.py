"""The guide for authors is true to the program: its commands, settings and examples are legal."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from galley.article.front_matter import parse_front_matter
from galley.checks.guide import PAGES
from galley.cli import VERBS, cli
from galley.config import parse_config
from galley.findings import Place
from galley.glossary import parse_glossary

GUIDE = Path(__file__).resolve().parents[2] / "notebooks" / "guide"
ALL = {path.name for path in GUIDE.iterdir() if path.suffix in {".ipynb", ".md"}}
FILES = sorted(ALL - set(PAGES))

every_page = pytest.mark.parametrize("name", FILES)


def prose(name: str) -> str:
    """Return the text cells of a page, one after the other."""
    text = (GUIDE / name).read_text(encoding="utf-8")
    if name.endswith(".md"):
        return text
    cells = json.loads(text)["cells"]
    return "\n\n".join("".join(c["source"]) for c in cells if c["cell_type"] == "markdown")


def examples(name: str, language: str) -> Iterator[str]:
    """Yield the fenced blocks of one language, without the indent of a list around them."""
    for indent, block in re.findall(
        rf"^( *)```{language}\n(.*?)^ *```$", prose(name), re.MULTILINE | re.DOTALL
    ):
        yield re.sub(rf"^{indent}", "", block, flags=re.MULTILINE)


def commands(name: str) -> Iterator[list[str]]:
    """Yield the words of every `galley` command, in examples and in sentences."""
    shown = "".join(examples(name, "console"))
    told = re.findall(r"`(galley [^`\n]+)`", prose(name))
    for line in [*re.findall(r"^\$ (galley .*)$", shown, re.MULTILINE), *told]:
        yield line.split()[1:]


@every_page
def test_every_command_and_option_is_there(name: str) -> None:
    context = click.Context(cli)
    for verb, *words in commands(name):
        if verb == "--help":
            continue
        assert verb in VERBS, verb
        command = cli.get_command(context, verb)
        assert command is not None
        legal = {option for each in command.get_params(context) for option in each.opts}
        assert {word for word in words if word.startswith("--")} <= legal, (verb, words)


@every_page
def test_every_setting_is_legal(name: str) -> None:
    for text in examples(name, "toml"):
        assert parse_config(text, "site.toml")[1] == (), text


@every_page
def test_every_field_of_the_first_cell_and_every_term_is_legal(name: str) -> None:
    for text in examples(name, "yaml"):
        if "definition:" in text:
            assert parse_glossary(text, "glossary.yml")[1] == (), text
        else:
            place = Place("x.ipynb", "front-matter")
            found = parse_front_matter(text, place, {})[1]
            assert {each.rule for each in found} <= {"front-matter-person-unknown"}, text


def test_the_overview_leads_to_every_page() -> None:
    for suffix in (".id.ipynb", ".ipynb"):
        pages = {name for name in ALL if (".id." in name) == ("id" in suffix)}
        overview = f"writing{suffix}"
        linked = set(re.findall(r"\]\(([\w.-]+\.(?:ipynb|md))\)", prose(overview)))
        if overview in pages:
            assert pages - {overview} <= linked
