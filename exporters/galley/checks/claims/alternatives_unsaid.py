"""An intervention without a word about what else there is."""

from __future__ import annotations

from collections.abc import Iterator

from galley.checks.claims.interventions import first_offer, says
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Severity


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find an article that holds out an intervention as if there were nothing else."""
    offer = first_offer(manuscript)
    if offer is None or says(manuscript, offer.words.context["otherwise"]):
        return
    yield Remark(
        offer.place,
        f"the article offers '{offer.name}', but says neither what happens without it "
        "nor what else there is",
        "add a sentence on both, so that readers see a choice: "
        f"{offer.words.examples['alternatives-unsaid']}.",
    )


RULE = Rule(
    id="alternatives-unsaid",
    severity=Severity.ADVICE,
    group=Group.CLAIMS,
    what="an intervention without what else there is",
    why="A reader who knows one way only has no choice (DISCERN asks for it, questions 12 and 14).",
    harm=2,
    cost=Cost.SENTENCE,
    find=find,
)
