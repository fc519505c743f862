"""Measuring the claim rules on labelled sentences: which pairs of sentence and rule they find."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from nbformat.v4 import new_markdown_cell, new_notebook

from galley.article.article import Identity, read_article
from galley.article.front_matter import FrontMatter
from galley.checks.claims import RULES
from galley.checks.rule import CheckContext, Manuscript

HERE = Path(__file__).parent / "labelled"
JUDGED = (
    "claim-uncited",
    "number-uncited",
    "claim-absolute",
    "claim-superlative",
    "percent-without-denominator",
    "relative-without-absolute",
    "claim-significant",
)


@dataclass
class Measure:
    """Right findings, false alarms and misses, by rule."""

    right: Counter = field(default_factory=Counter)
    false: Counter = field(default_factory=Counter)
    missed: Counter = field(default_factory=Counter)

    @property
    def precision(self):
        return self.right.total() / (self.right.total() + self.false.total())

    @property
    def recall(self):
        return self.right.total() / (self.right.total() + self.missed.total())

    def __str__(self):
        rows = (
            f"{rule:28} right {self.right[rule]:3}  false {self.false[rule]:3}"
            f"  missed {self.missed[rule]:3}"
            for rule in JUDGED
        )
        return "\n".join((*rows, f"precision {self.precision:.3f}, recall {self.recall:.3f}"))


def read_items(half):
    lines = (HERE / f"{half}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def measure(items):
    measured = Measure()
    for item in items:
        found, wanted = rules_on(item), set(item["rules"])
        measured.right.update(found & wanted)
        measured.false.update(found - wanted)
        measured.missed.update(wanted - found)
    return measured


def rules_on(item):
    """Return the rules that find something in the judged sentence of an item."""
    sentence = item["sentence"]
    before, _, after = item["text"].partition(sentence)
    # Each sentence begins a line of its own, so that a finding's line tells whose it is.
    lines = [*filter(None, (before.strip(),)), sentence, *filter(None, (after.strip(),))]
    line = 2 if before.strip() else 1
    manuscript = _manuscript("\n".join(lines), item["lang"])
    return {
        rule.id
        for rule in RULES
        if rule.id in JUDGED
        and any(finding.place.line == line for finding in rule.findings(manuscript))
    }


def _manuscript(text, lang):
    notebook = new_notebook(cells=[new_markdown_cell(text, id="text")])
    front = FrontMatter.model_validate({"title": "X"})
    identity = Identity("x.ipynb", "x", lang=lang, title="X", front_matter=front)
    return Manuscript(read_article(notebook, identity, known_keys=()), CheckContext())
