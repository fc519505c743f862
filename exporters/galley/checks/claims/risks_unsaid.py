"""An intervention without a word about its risks."""

from __future__ import annotations

from collections.abc import Iterator

from galley.checks.claims.interventions import first_offer, says
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Severity


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find an article that holds out an intervention and names no harm of it anywhere."""
    offer = first_offer(manuscript)
    if offer is None:
        return
    context = offer.words.context
    # Neither the risk of the disease nor "without side effects" tells what the treatment may do.
    beside = (context["disease_risk"], offer.words.absolute.kinds["safe"])
    if not says(manuscript, context["harm"], but_not=beside):
        yield Remark(
            offer.place,
            f"the article offers '{offer.name}', but says nowhere what harm it may do",
            "name the usual side effects, the rare serious ones, and who should not have it: "
            f"{offer.words.examples['risks-unsaid']}.",
        )


RULE = Rule(
    id="risks-unsaid",
    severity=Severity.ERROR,
    group=Group.CLAIMS,
    what="an intervention without its risks",
    why="A reader cannot weigh a treatment of which only the good side is told.",
    harm=5,
    cost=Cost.SENTENCE,
    find=find,
)
