"""Signing the text of an article or lines of its sheet: what the two verbs share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from galley.article.front_matter import Person
from galley.article.front_matter_values import is_person_id
from galley.checks.content import editions_of
from galley.config import SiteConfig
from galley.findings import UsageError, did_you_mean
from galley.review.shelf import Shelf
from galley.signing.texts import TEXT, names_of
from galley.speech.say import say
from galley.workspace import ArticleSource


@dataclass(frozen=True)
class Signer:
    """Who signs; `id` is empty for somebody who is not in ``site.toml``."""

    name: str
    id: str = ""

    def is_author_of(self, source: ArticleSource) -> bool:
        """Tell whether they wrote the article, so that their signature is no review of it."""
        return any(self._is(person) for person in source.front_matter.authors)

    def _is(self, person: Person) -> bool:
        return bool(self.id and person.id == self.id) or self.name in names_of(person)


def find_signer(typed: str | None, config: SiteConfig, option: str) -> Signer:
    """Return who signs, with the credentials of a person in ``site.toml``.

    Raises
    ------
    UsageError
        If nobody is named, or an id that the site does not have.
    """
    name = " ".join((typed or "").split())
    if not any(sign.isalpha() for sign in name):
        raise UsageError(
            "nobody is named who signs",
            f'say who has read it, for example {option} "dr. A. B., Sp.N."',
        )
    person = config.authors.get(name)
    if person:
        return Signer(", ".join(filter(None, (person.name, person.credentials))), name)
    if is_person_id(name):
        guess = did_you_mean(name, config.authors)
        raise UsageError(
            f"site.toml has no person '{name}'",
            f'{guess} Or write the whole name, for example {option} "dr. A. B., Sp.N."'.strip(),
        )
    return Signer(name)


@dataclass(frozen=True)
class Pen:
    """Somebody about to sign an edition of an article."""

    shelf: Shelf
    source: ArticleSource
    edition: str
    signer: Signer

    @property
    def article(self) -> str:
        """How the article in its edition is called."""
        if not self.edition:
            return self.source.file
        return say("{file}, edition {edition}", file=self.source.file, edition=self.edition)

    def sign_lines(self, items: Sequence[str], note: str) -> str:
        """Sign lines of the sheet, and say what was signed and where it is kept."""
        self._sign(items, note)
        lines = [
            say(
                "{by} signed {items} of {article} on {day}.",
                by=self.signer.name,
                items=_listed(items),
                article=self.article,
                day=self.shelf.today,
            ),
            self._kept_in(),
        ]
        if not self._is_run():
            lines.append(
                say(
                    "Its code has not been run here since it last changed, so its figures were "
                    "not seen: the signature ends when that code changes."
                )
            )
        return "\n".join(lines)

    def sign_text(self, note: str) -> str:
        """Sign the whole text, and say what that means for its page.

        Raises
        ------
        UsageError
            If nobody can have seen what its code shows.
        """
        if not self._is_run():
            raise UsageError(
                f"nobody can have seen the figures of {self.source.file}: its code has not run "
                "here since it last changed",
                "galley build, read its page, and sign then",
            )
        self._sign([TEXT], note)
        said = say(
            "{by} has read and signed the text of {article} on {day}.",
            by=self.signer.name,
            article=self.article,
            day=self.shelf.today,
        )
        return "\n".join((said, self._kept_in(), self._on_its_page(), *self._other_editions()))

    def remove(self, items: Sequence[str]) -> str:
        """Take signatures back, and say so.

        Raises
        ------
        UsageError
            If there are none.
        """
        before = self.shelf.read_signed(self.source, self.edition)
        after = before.without(items, self.signer.name, self.signer.id)
        if after == before:
            raise UsageError(
                f"{self.signer.name} has not signed that of {self.source.file}",
                f"{self.shelf.sheet_file(self.source, self.edition)} holds who signed what",
            )
        self.shelf.write_signed(self.source, self.edition, after)
        return say(
            "{by} has signed it no longer: {article}.", by=self.signer.name, article=self.article
        )

    def _sign(self, items: Sequence[str], note: str) -> None:
        shelf, source = self.shelf, self.source
        before = shelf.read_signed(source, self.edition)
        after = before.sign(
            items,
            self.signer.name,
            shelf.today,
            shelf.fingerprint(source, self.edition),
            note=" ".join(note.split()),
            person=self.signer.id,
        )
        shelf.write_signed(source, self.edition, after)

    def _is_run(self) -> bool:
        return self.shelf.fingerprint(self.source, self.edition).is_run

    def _on_its_page(self) -> str:
        if self.signer.is_author_of(self.source):
            return say("{by} wrote it, so its page names nobody for that.", by=self.signer.name)
        return say("Its page says so after the next build, until the text changes.")

    def _other_editions(self) -> Iterator[str]:
        others = [each for each in editions_of(self.source) if each != self.edition]
        if others:
            yield say(
                "Its other editions are texts of their own ({names}): --edition signs them.",
                names=", ".join(others),
            )

    def _kept_in(self) -> str:
        file = self.shelf.sheet_file(self.source, self.edition)
        return say("Kept in {file}; put it under version control.", file=file)


def _listed(names: Sequence[str]) -> str:
    others = ", ".join(names[:-1])
    return say("{names} and {last}", names=others, last=names[-1]) if others else names[-1]
