"""The guide's page of all rules, in English and Indonesian, written from the rules themselves.

``python -m galley.checks.guide notebooks/guide`` writes both; a test tells when that is due.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from importlib.resources import files
from itertools import groupby
from pathlib import Path

from galley.checks.rule import Cost, Group
from galley.checks.rule_facts import RuleFacts, known_rules
from galley.findings import Severity


@dataclass(frozen=True)
class GuideWords:
    """What the page says besides the rules."""

    title: str
    description: str
    tag: str
    introduction: str
    groups: Mapping[Group, str]
    severities: Mapping[Severity, str]
    cost: str
    costs: Mapping[Cost, str]
    exceptions: Mapping[str, str]
    asked: str
    built: str
    day: str
    online: str


_EXAMPLES = """
```yaml
ignore:
  image-missing: {reason}
```

{between}

```toml
[checks.severity]
sentence-long = "off"
image-missing-alt = "error"
```
"""

ENGLISH = GuideWords(
    title="What the checks look for",
    description="All rules of galley check: what they find, why it matters, how to set them aside.",
    tag="writing",
    introduction="`galley check` reads notebooks without running them and says what an editor "
    "would say. What could hurt a reader most comes first. `galley build` looks at the finished "
    "articles as well. Each finding names its rule, and this page has them all.\n\n"
    "- An **error** makes `galley check` fail; with `strict = true` in `site.toml` the article "
    "is not published before it is mended.\n"
    "- A **warning** is what an editor would insist on.\n"
    "- **Advice** is a matter of taste, or uncertain. `galley check --all` shows it.\n\n"
    "`galley check --fix` mends what is mechanical. It shows every change before it writes. "
    "`galley check --online` also asks the network about references and links.\n\n"
    "## To set a rule aside\n\n"
    "In one article, with the reason, in its front matter. `galley status` lists such "
    "exceptions.\n"
    + _EXAMPLES.format(
        reason="the photograph is taken next week",
        between="On the whole site, in `site.toml`: `error`, `warning`, `advice` or `off`.",
    )
    + "\nRules for what Indonesian doctors may make public are off by themselves. To ask for "
    'them, write `also = ["publicity"]` under `[checks]`.',
    groups={
        Group.CITATIONS: "Citations and references",
        Group.CLAIMS: "What is claimed",
        Group.FIGURES: "Figures and pictures",
        Group.PEOPLE: "People, dates and front matter",
        Group.LANGUAGE: "Language",
        Group.STRUCTURE: "Structure, links and code",
        Group.PUBLICITY: "Publicity of doctors in Indonesia",
        Group.FILES: "Files and settings",
        Group.ONLINE: "What only the network can tell",
    },
    severities={each: each.value for each in Severity},
    cost="costs",
    costs={each: each.value for each in Cost},
    exceptions=dict.fromkeys(
        ("claim-uncited", "number-uncited", "relative-without-absolute"),
        "the page names what rules look for and claims nothing",
    ),
    asked="off unless asked for",
    built="found by `galley build`",
    day="asks what day it is",
    online="only with `--online`",
)

INDONESIAN = GuideWords(
    title="Yang dicari oleh pemeriksaan",
    description="Semua aturan galley check: apa yang ditemukan, mengapa penting, dan cara "
    "mengesampingkannya.",
    tag="menulis",
    introduction="`galley check` membaca buku catatan tanpa menjalankannya dan mengatakan apa "
    "yang akan dikatakan seorang penyunting. Yang paling penting bagi pembaca disebut lebih "
    "dulu. `galley build` juga melihat artikel yang sudah jadi. Setiap temuan menyebut aturannya, "
    "dan halaman ini memuat semuanya.\n\n"
    "- **Kesalahan** (`error`) membuat `galley check` gagal; dengan `strict = true` di `site.toml` "
    "artikel tidak diterbitkan sebelum diperbaiki.\n"
    "- **Peringatan** (`warning`) adalah hal yang akan diminta seorang penyunting.\n"
    "- **Saran** (`advice`) adalah soal selera, atau belum pasti. `galley check --all` "
    "menampilkannya.\n\n"
    "`galley check --fix` memperbaiki yang mekanis. Setiap perubahan ditampilkan sebelum "
    "ditulis. `galley check --online` juga bertanya kepada jaringan tentang rujukan dan "
    "tautan.\n\n"
    "## Mengesampingkan aturan\n\n"
    "Dalam satu artikel, dengan alasannya, di front matter. `galley status` mendaftar "
    "pengecualian seperti itu.\n"
    + _EXAMPLES.format(
        reason="fotonya baru diambil minggu depan",
        between="Untuk seluruh situs, di `site.toml`: `error`, `warning`, `advice`, atau `off`.",
    )
    + "\nAturan tentang apa yang boleh diumumkan dokter di Indonesia tidak berlaku dengan "
    'sendirinya. Untuk memintanya, tulis `also = ["publicity"]` di bawah `[checks]`.',
    groups={
        Group.CITATIONS: "Kutipan dan rujukan",
        Group.CLAIMS: "Yang dinyatakan",
        Group.FIGURES: "Gambar",
        Group.PEOPLE: "Orang, tanggal, dan front matter",
        Group.LANGUAGE: "Bahasa",
        Group.STRUCTURE: "Struktur, tautan, dan kode",
        Group.PUBLICITY: "Publisitas dokter di Indonesia",
        Group.FILES: "Berkas dan pengaturan",
        Group.ONLINE: "Yang hanya diketahui jaringan",
    },
    severities={
        Severity.ERROR: "kesalahan",
        Severity.WARNING: "peringatan",
        Severity.ADVICE: "saran",
    },
    cost="biayanya",
    exceptions={
        "number-uncited": "halaman ini menyebut yang dicari aturan, bukan pernyataan",
        "translation-differs": "nama aturan tetap bahasa Inggris dalam kedua bahasa",
    },
    costs={
        Cost.WORD: "satu kata",
        Cost.SENTENCE: "satu kalimat",
        Cost.SEARCH: "melihat sumber",
        Cost.WORK: "sedikit kerja",
    },
    asked="hanya bila diminta",
    built="ditemukan oleh `galley build`",
    day="menanyakan hari ini",
    online="hanya dengan `--online`",
)

PAGES: Mapping[str, GuideWords] = {"checks.ipynb": ENGLISH, "checks.id.ipynb": INDONESIAN}
"""File name → the words of its language."""


def guide_notebook(name: str) -> str:
    """Return the text of one of the `PAGES`, as notebooks are kept here: without outputs."""
    words = PAGES[name]
    cells = [
        _cell("front-matter", _front_matter(words), "raw"),
        _cell("introduction", words.introduction),
        *_group_cells(rules_in(words), words),
    ]
    metadata = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    notebook = {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"


def rules_in(words: GuideWords) -> tuple[RuleFacts, ...]:
    """Return every rule in the language of one of the `PAGES`."""
    rules = tuple(known_rules().values())
    return _in_indonesian(rules) if words is INDONESIAN else rules


def rules_without_indonesian() -> list[str]:
    """Return the rules that stand in the Indonesian page in English."""
    return sorted(set(known_rules()) - set(_indonesian()))


def _front_matter(words: GuideWords) -> str:
    exceptions = "".join(f"  {rule}: {why}\n" for rule, why in words.exceptions.items())
    return (
        f"---\ntitle: {words.title}\ndescription: {json.dumps(words.description)}\nkind: page\n"
        f"authors: [editors]\ntags: [{words.tag}]\n"
        f"ignore:\n{exceptions}---"
    )


def _group_cells(rules: Iterable[RuleFacts], words: GuideWords) -> Iterator[dict[str, object]]:
    for group, found in groupby(rules, key=lambda rule: rule.group):
        lines = "\n".join(_rule_line(rule, words) for rule in found)
        yield _cell(str(group).replace(" ", "-"), f"## {words.groups[group]}\n\n{lines}")


def _rule_line(rule: RuleFacts, words: GuideWords) -> str:
    notes = [words.severities[rule.severity], f"{words.cost} {words.costs[rule.cost]}"]
    notes += [
        note
        for note, holds in (
            (words.asked, rule.is_asked),
            (words.built, rule.needs_build),
            (words.day, rule.asks_day),
            (words.online, rule.asks_network),
        )
        if holds
    ]
    what = _escaped(f"{rule.what[:1].upper()}{rule.what[1:]}")
    return f"- `{rule.id}`: {', '.join(notes)}. {what}. {_escaped(rule.why)}"


def _escaped(text: str) -> str:
    """Write what would be Markdown as it stands."""
    return "".join(f"\\{sign}" if sign in "*_#[]{}<>$@`\\" else sign for sign in text)


def _in_indonesian(rules: Iterable[RuleFacts]) -> tuple[RuleFacts, ...]:
    words = _indonesian()
    return tuple(
        replace(rule, what=words[rule.id]["what"], why=words[rule.id]["why"])
        if rule.id in words
        else rule
        for rule in rules
    )


def _indonesian() -> dict[str, dict[str, str]]:
    text = files("galley.checks").joinpath("rule_words_id.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _cell(name: str, text: str, kind: str = "markdown") -> dict[str, object]:
    lines = text.splitlines(keepends=True)
    return {"cell_type": kind, "id": name, "metadata": {}, "source": lines}


def main(arguments: list[str]) -> None:
    """Write the pages into the folder that is named."""
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    for name in PAGES:
        (folder / name).write_text(guide_notebook(name), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
