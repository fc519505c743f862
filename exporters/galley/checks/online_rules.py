"""What is only found by asking the network: `galley check --online`; `galley.online` finds it."""

from __future__ import annotations

from dataclasses import dataclass

from galley.checks.rule import Cost, Group
from galley.findings import Severity


@dataclass(frozen=True)
class OnlineRule:
    """One thing that a service on the network can tell; the fields are those of `Rule`."""

    id: str
    severity: Severity
    what: str
    why: str
    harm: int
    cost: Cost
    group: Group = Group.ONLINE


RETRACTED = OnlineRule(
    id="reference-retracted-online",
    severity=Severity.ERROR,
    what="a cited work that was retracted, and no list of yours says so",
    why="A reader takes for evidence what its own journal has taken back.",
    harm=5,
    cost=Cost.SEARCH,
)
DOI_UNKNOWN = OnlineRule(
    id="doi-unknown",
    severity=Severity.ERROR,
    what="a DOI that is registered nowhere",
    why="A reader who wants to see the source lands on an error page; the work may not exist.",
    harm=4,
    cost=Cost.SEARCH,
)
TITLE_DIFFERS = OnlineRule(
    id="online-title-differs",
    severity=Severity.WARNING,
    what="a DOI that belongs to a work with another title",
    why="The reader is sent to a work that may not say what the article says.",
    harm=4,
    cost=Cost.SEARCH,
)
CORRECTED = OnlineRule(
    id="reference-corrected-online",
    severity=Severity.WARNING,
    what="a cited work that was corrected or doubted, and no list of yours says so",
    why="The number that the article takes from it may be the one that was wrong.",
    harm=4,
    cost=Cost.SEARCH,
)
IS_NOTICE = OnlineRule(
    id="reference-is-notice-online",
    severity=Severity.WARNING,
    what="a citation of the notice of a retraction or correction instead of the work",
    why="A reader finds a notice where the evidence should be.",
    harm=3,
    cost=Cost.SEARCH,
)
YEAR_DIFFERS = OnlineRule(
    id="online-year-differs",
    severity=Severity.WARNING,
    what="a year of publication that is not the one of the DOI",
    why="A wrong year makes old evidence look new, or names another work.",
    harm=3,
    cost=Cost.WORD,
)
YEAR_SLIP = OnlineRule(
    id="online-year-off-by-one",
    severity=Severity.ADVICE,
    what="a year of publication one beside the one of the DOI",
    why="Works come out online and in print in different years; readers look for one of the two.",
    harm=1,
    cost=Cost.WORD,
)
NOTICE_UNKNOWN = OnlineRule(
    id="notice-unknown-online",
    severity=Severity.ADVICE,
    what="a notice of retraction or correction that Crossref does not know",
    why="If it is a mistake, readers are warned of a sound work.",
    harm=2,
    cost=Cost.SEARCH,
)
DOI_FOUND = OnlineRule(
    id="online-doi-found",
    severity=Severity.ADVICE,
    what="a reference without DOI whose DOI Crossref knows",
    why="With a DOI a reader reaches the source with one touch.",
    harm=2,
    cost=Cost.WORD,
)
LINK_DEAD = OnlineRule(
    id="link-dead",
    severity=Severity.WARNING,
    what="a link to another site that leads to nothing",
    why="A reader who follows it lands on an error page.",
    harm=2,
    cost=Cost.SEARCH,
)
LINK_UNCHECKED = OnlineRule(
    id="link-unchecked",
    severity=Severity.ADVICE,
    what="links to other sites that Galley could not try",
    why="Only a person can tell whether a reader reaches them.",
    harm=1,
    cost=Cost.SEARCH,
)
SERVICE_FAILED = OnlineRule(
    id="online-service-failed",
    severity=Severity.WARNING,
    what="a service that did not answer",
    why="What the services would have said about the references is not known.",
    harm=1,
    cost=Cost.WORD,
)

ONLINE_RULES = (
    RETRACTED,
    DOI_UNKNOWN,
    TITLE_DIFFERS,
    CORRECTED,
    IS_NOTICE,
    YEAR_DIFFERS,
    YEAR_SLIP,
    NOTICE_UNKNOWN,
    DOI_FOUND,
    LINK_DEAD,
    LINK_UNCHECKED,
    SERVICE_FAILED,
)
"""All of them, what may hurt a reader most first; none is looked for without ``--online``."""
