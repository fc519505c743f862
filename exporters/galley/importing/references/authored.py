"""Citations by name and year: ``(Huang & Reichardt, 2001)``, ``Nudo dkk. (1996)``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from galley.checks.citations import typed_patterns as typed
from galley.checks.citations.names import family_forms, plain
from galley.importing.references.known_works import KnownWork, Meant, find_meant

_YEAR = r"(?:1[89]|20)\d{2}(?:[a-z](?![a-z]))?(?!\d)"
_YEARS = rf"(?P<years>{_YEAR}(?:\s*(?:,|;|&|and|dan)\s*(?:{_YEAR}|[a-z](?![\w])))*)"
_SOME_PAGES = (
    r"(?:[,:;]\s*(?P<pages>(?:pp?|hlm|hal|ch(?:ap)?|bab|fig|tab|sec)\b\.?\s*[\w–\-, ]*\d[\w–-]*)"
    r"|:\s*(?P<page>\d{1,4}(?:[–-]\d{1,4})?))?"
)
_JOINED = rf"{typed.PERSON}(?:,\s+{typed.PERSON}){{0,6}}?(?:{typed.AND}{typed.PERSON})?"
_OTHERS = rf"(?P<others>,?\s+{typed.ET_AL}|,\s*{typed.ET_AL})?"
_LONGEST_PREFIX = 8
_LEFT = re.compile(rf"[;,]\s*|{typed.AND}")
_YEAR_ONLY = re.compile(rf"\s*{_YEARS}{_SOME_PAGES}\s*")
_EACH_YEAR = re.compile(r"((?:1[89]|20)\d{2})([a-z])?|(?<=[\s,;])([a-z])(?!\w)")


@dataclass(frozen=True)
class AuthoredCitations:
    """A text whose typed names and years became keys, as far as the works are known."""

    text: str
    keys: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Atom:
    """Names with one year or several, and the works that they mean."""

    start: int
    end: int
    keys: tuple[str, ...]
    pages: str


class AuthoredCiter:
    """Finds which works typed names mean.

    Parameters
    ----------
    works
        All that may be cited.
    joint
        The word between two works in a sentence: ``and``, ``dan``.
    """

    def __init__(self, works: Sequence[KnownWork], joint: str = "and") -> None:
        self._by_name, self._joint = _by_name(works), joint
        names = rf"(?P<names>{_groups(works)}{_JOINED})"
        self._inside = re.compile(rf"{names}{_OTHERS}(?P<comma>,?)\s*{_YEARS}{_SOME_PAGES}")
        self._spoken = re.compile(rf"{names}{_OTHERS}\s*[(\[]\s*{_YEARS}{_SOME_PAGES}\s*[)\]]")
        self._running = re.compile(rf"{names}{_OTHERS},\s+{_YEARS}(?=[\s,.;:])")
        self._owned = re.compile(
            rf"(?P<names>{typed.SURNAME})(?P<others>)[’']s?\s+\(\s*{_YEARS}{_SOME_PAGES}\s*\)"
        )

    def cite(self, text: str) -> AuthoredCitations:
        """Write keys in place of the citations whose works are known."""
        cited: list[str] = []
        text = typed.IN_BRACKETS.sub(lambda match: self._bracket(match, cited), text)
        text = self._replace(text, self._owned, cited, self._as_owned)
        text = self._replace(text, self._spoken, cited, self._as_spoken)
        text = self._replace(text, self._running, cited, self._as_spoken)
        return AuthoredCitations(merged(text), tuple(dict.fromkeys(cited)))

    def _bracket(self, match: re.Match[str], cited: list[str]) -> str:
        """Return a bracket as citations; what of it is none stays between round brackets."""
        if not typed.HAS_YEAR.search(match["inside"]):
            return match[0]
        known: list[str] = []
        left: list[str] = []
        names = ""
        for part in match["inside"].split(";"):
            same = _YEAR_ONLY.fullmatch(part)
            written, keys = self._part(f"{names}, {part.strip()}" if same and names else part)
            names = self._names_of(part) or names
            if written:
                known.append(written)
                cited.extend(keys)
            else:
                left.append(part.strip())
        if not known:
            return match[0]
        rest = f"({'; '.join(left)}) " if left else ""
        return f"{rest}[{'; '.join(known)}]"

    def _names_of(self, part: str) -> str:
        found = self._inside.search(part)
        return f"{found['names']}{found['others'] or ''}" if found else ""

    def _part(self, part: str) -> tuple[str, tuple[str, ...]]:
        """Return a part of a bracket as citations and its keys; empty where it is none."""
        atoms = list(self._atoms(part, self._inside))
        if not atoms or not all(atom.keys for atom in atoms):
            return "", ()
        prefix, suffix = part[: atoms[0].start].strip(), part[atoms[-1].end :].strip()
        between = [part[one.end : other.start] for one, other in pairwise(atoms)]
        is_list = all(
            re.fullmatch(r"\s*(?:,|&|and|dan|,\s*(?:and|dan))\s*", each) for each in between
        )
        is_plain = len(prefix.split()) <= _LONGEST_PREFIX and not re.search(
            r"[.?!]\s|\d{4}", prefix
        )
        if not is_list or not is_plain or (suffix and suffix[0] not in ",:"):
            return "", ()
        written = [_with_pages(atom) for atom in atoms]
        lead = f"{prefix} " if prefix else ""
        keys = tuple(key for atom in atoms for key in atom.keys)
        return f"{lead}{'; '.join(written)}{suffix}", keys

    def _atoms(self, text: str, form: re.Pattern[str]) -> Iterator[_Atom]:
        at = 0
        while match := form.search(text, at):
            yield self._atom(match)
            at = match.end()

    def _atom(self, match: re.Match[str]) -> _Atom:
        """Leave away leading words until the names are known: ``Thus, Huang and …``."""
        start, names = match.start(), match["names"]
        pages = match.groupdict().get("pages") or ""
        page = match.groupdict().get("page")
        pages = f"p. {page}" if page else " ".join(pages.split()).rstrip(" ,")
        while True:
            keys = self._keys(names, match["years"])
            left = None if keys else _LEFT.search(names)
            if left is None:
                return _Atom(start, match.end(), keys, pages)
            start, names = start + left.end(), names[left.end() :]

    def _keys(self, names: str, years: str) -> tuple[str, ...]:
        found = [self.meant(names, year, letter).key for year, letter in _each_year(years)]
        return tuple(found) if all(found) else ()

    def meant(self, names: str, year: str, letter: str = "") -> Meant:
        """Return the works of which typed names and a year speak."""
        whole = self._meant([names], year, letter)
        return whole if whole.works else self._meant(typed.split_names(names), year, letter)

    def _meant(self, names: Sequence[str], year: str, letter: str) -> Meant:
        works = self._by_name.get(plain(names[0]), ()) if names else ()
        return find_meant(names, year, letter, works)

    def _replace(
        self,
        text: str,
        form: re.Pattern[str],
        cited: list[str],
        written: Callable[[re.Match[str], _Atom], str],
    ) -> str:
        def replaced(match: re.Match[str]) -> str:
            atom = self._atom(match)
            if not atom.keys or not _is_whole(match):
                return match[0]
            cited.extend(atom.keys)
            return match[0][: atom.start - match.start()] + written(match, atom)

        return form.sub(replaced, text)

    def _as_spoken(self, _match: re.Match[str], atom: _Atom) -> str:
        works = f" {self._joint} ".join(f"@{key}" for key in atom.keys)
        return f"{works} [{atom.pages}]" if atom.pages else works

    def _as_owned(self, match: re.Match[str], atom: _Atom) -> str:
        pages = f", {atom.pages}" if atom.pages else ""
        words = match[0][: match.start("years") - match.start()].rstrip().rstrip("(").rstrip()
        return f"{words} [{'; '.join(f'-@{key}' for key in atom.keys)}{pages}]"


def _is_whole(match: re.Match[str]) -> bool:
    """Tell whether names in running words are several, so that a year behind them is theirs."""
    if "(" in match[0] or "[" in match[0]:
        return True
    return bool(match["others"] or re.search(typed.AND, match["names"]))


def _groups(works: Sequence[KnownWork]) -> str:
    """Return the names of organisations, which are no surnames, as a pattern."""
    firsts = (work.entry.authors[0] for work in works if work.entry.authors)
    groups = sorted({name for name in firsts if "," not in name and " " in name}, key=len)
    return "".join(f"{re.escape(name)}|" for name in reversed(groups))


def _by_name(works: Iterable[KnownWork]) -> dict[str, list[KnownWork]]:
    """Return the works by each form in which somebody may type their first author's name."""
    named: dict[str, list[KnownWork]] = {}
    for work in works:
        for form in family_forms(work.entry.authors[0]) if work.entry.authors else ():
            named.setdefault(form, []).append(work)
    return named


def _each_year(years: str) -> Iterator[tuple[str, str]]:
    """Yield ``2001`` and ``a``, ``2001`` and ``b`` of ``2001a, b``."""
    year = ""
    for match in _EACH_YEAR.finditer(years):
        year = match[1] or year
        yield year, match[2] or match[3] or ""


def _with_pages(atom: _Atom) -> str:
    works = "; ".join(f"@{key}" for key in atom.keys)
    return f"{works}, {atom.pages}" if atom.pages else works


def merged(text: str) -> str:
    """Join citations between which nothing stands."""
    return re.sub(r"(\[[^\[\]]*@[^\[\]]*)\]\[(?=[^\[\]]*@[^\[\]]*\])", r"\1; ", text)
