"""What an importer tells while it reads: collected with the place that it is at."""

from __future__ import annotations

from dataclasses import dataclass, field

from slugify import slugify

from galley.findings import Finding, Place, Severity


@dataclass
class Remarks:
    """Findings about one source.

    Attributes
    ----------
    file
        The source as the author calls it.
    part
        The heading under which the reader is, as the cell of its text will be called.
    """

    file: str
    part: str = ""
    findings: list[Finding] = field(default_factory=list)

    def enter(self, heading: str) -> None:
        """Go on under another heading."""
        self.part = slugify(heading, max_length=40, word_boundary=True)

    def left_out(self, message: str, fix: str, line: int | None = None) -> None:
        """Tell what readers will miss."""
        self._add("import-left-out", Severity.WARNING, message, fix, line)

    def simplified(self, message: str, fix: str, line: int | None = None) -> None:
        """Tell what was kept in a simpler form."""
        self._add("import-simplified", Severity.ADVICE, message, fix, line)

    def guessed(self, message: str, fix: str, line: int | None = None) -> None:
        """Tell what may be otherwise than it was taken."""
        self._add("import-guessed", Severity.ADVICE, message, fix, line)

    def picture_missing(self, message: str, fix: str, line: int | None = None) -> None:
        """Tell of a picture that could not be taken along."""
        self._add("import-picture-missing", Severity.WARNING, message, fix, line)

    def _add(self, rule: str, severity: Severity, message: str, fix: str, line: int | None) -> None:
        place = Place(self.file, self.part or None if line is None else None, line)
        finding = Finding(rule, severity, place, message, fix)
        if finding not in self.findings:
            self.findings.append(finding)
