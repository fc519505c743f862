"""What an author who cites asks for: the works at hand, how they look, and adding one."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from galley.article.model import Citation, CitationCluster
from galley.citing.adding import add_works
from galley.citing.keys import propose_key, why_not_key
from galley.citing.pasted import Pasted, PastedWork, find_number, read_pasted
from galley.findings import Finding, Place, UsageError
from galley.html.pandoc import Pandoc
from galley.html.pandoc_types import PandocRequest
from galley.jupyterlab.citing.candidates import find_same, remarks_on
from galley.jupyterlab.citing.listing import cite
from galley.jupyterlab.citing.looking_up import MakeClient, look_up, make_client
from galley.jupyterlab.citing.runs import Run, runs_of
from galley.jupyterlab.citing.shelves import Shelf, Shelves
from galley.jupyterlab.keeping import keep_before
from galley.kept_copies import Reason

MOST_AT_ONCE = 50
"""Works in one paste; whoever has more puts the file into the folder."""

_PASTE = "paste a reference as BibTeX or RIS, or a DOI"

Record = dict[str, Any]


class CitingDesk:
    """Answers for one server, from any thread.

    Parameters
    ----------
    root
        The folder that the server shows; no bibliography outside of it is changed.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._lock = threading.Lock()
        self._shelves = Shelves()
        self._pandoc = Pandoc()
        self.make_client: MakeClient = make_client
        """Makes what asks the network; tests have services of their own."""

    def close(self) -> None:
        """End what was started."""
        self._pandoc.close()

    def shelf(self, notebook: Path) -> Shelf:
        """Return what can be cited in a notebook, and make ready to show how it looks."""
        self._pandoc.start_early()
        with self._lock:
            return self._shelves.shelf(notebook)

    def formatted(self, notebook: Path, keys: Iterable[str], lang: str) -> dict[str, list[Run]]:
        """Return how works look in the list of references, each as if it were the only one."""
        shelf = self.shelf(notebook)
        known = [key for key in keys if key in shelf.bibliography.entries]
        return {key: self._runs(key, shelf.bibliography.text, shelf, lang) for key in known}

    def read(self, notebook: Path, text: str, lang: str) -> Record:
        """Return what was pasted, with what there is to say before it is added."""
        return self._told(read_pasted(text), (), self.shelf(notebook), lang)

    def look_up(self, notebook: Path, text: str, lang: str) -> Record:
        """Ask the network about the number that was pasted.

        Raises
        ------
        UsageError
            If there is none, nobody knows it, or nobody answers.
        """
        shelf = self.shelf(notebook)
        number = find_number(text)
        if number is None:
            raise UsageError("there is nothing to look up", _PASTE)
        work, remarks = look_up(number, self.make_client(shelf.config.checks))
        return self._told(Pasted((work,)), remarks, shelf, lang)

    def add(self, notebook: Path, wanted: Sequence[Mapping[str, Any]]) -> Record:
        """Add works under the keys that the author chose, and return how they are cited.

        Raises
        ------
        UsageError
            If one of them cannot be added; then none is.
        EnvironmentFault
            If the file cannot be written.
        """
        with self._lock:
            shelf = self._shelves.shelf(notebook)
            works = _keyed_works(wanted, shelf)
            if not works:
                raise UsageError("there is no work to add", _PASTE)
            self._refuse_outside(shelf)
            keep_before(shelf.path, Reason.CITING)
            add_works(shelf.path, works, self._pandoc.convert)
        keys = [work.entry.key for work in works]
        return {"file": shelf.path.name, "keys": keys, "cites": [cite(key) for key in keys]}

    def _refuse_outside(self, shelf: Shelf) -> None:
        if not shelf.path.resolve().is_relative_to(self._root):
            raise UsageError(
                f"the bibliography {shelf.path.name} lies outside of the folder that is open, "
                "so nothing is added to it",
                "start JupyterLab in the folder in which it lies",
            )

    def _told(self, pasted: Pasted, remarks: Sequence[Finding], shelf: Shelf, lang: str) -> Record:
        bibliography = shelf.bibliography
        works, taken = [], list(bibliography.entries.values())
        for work in pasted.works[:MOST_AT_ONCE]:
            keyed = work.with_key(propose_key(work.entry, taken))
            taken.append(keyed.entry)
            told = (*remarks_on(keyed.entry, shelf.path.name), *remarks)
            works.append(
                {
                    "key": keyed.entry.key,
                    "text": keyed.text,
                    "reference": self._runs(keyed.entry.key, keyed.bibliography, shelf, lang)
                    or [(keyed.entry.title or keyed.entry.key, False)],
                    "same": find_same(keyed.entry, bibliography),
                    "remarks": [_remark(each) for each in told],
                }
            )
        number = pasted.number
        return {
            "works": works,
            "number": str(number) if number else "",
            "same": _known(number.value, shelf) if number else None,
            "problems": [_remark(each) for each in pasted.problems],
            "file": shelf.path.name,
            "isNew": shelf.is_new,
        }

    def _runs(self, key: str, bibliography: str, shelf: Shelf, lang: str) -> list[Run]:
        cluster = CitationCluster((Citation(key),), Place(""))
        style = shelf.config.citation_style
        lang = lang or shelf.config.language
        request = PandocRequest((cluster,), (), bibliography, lang, style)
        return [
            run for each in self._pandoc.convert(request).references for run in runs_of(each.html)
        ]


def _keyed_works(wanted: Sequence[Mapping[str, Any]], shelf: Shelf) -> list[PastedWork]:
    works: list[PastedWork] = []
    taken = set(shelf.bibliography.entries)
    for each in wanted[:MOST_AT_ONCE]:
        found = read_pasted(str(each.get("text", ""))).works
        key = str(each.get("key", "")).strip()
        why_not = why_not_key(key, taken)
        if why_not:
            raise UsageError(f"the work cannot have the key '{key}'", why_not)
        works.extend(work.with_key(key) for work in found[:1])
        taken.add(key)
    return works


def _known(number: str, shelf: Shelf) -> Record | None:
    """Return the work that has a number already, so that it need not be looked up."""
    for entry in shelf.bibliography.entries.values():
        if number.lower() in {entry.doi.lower(), entry.pmid}:
            return {"key": entry.key, "cite": cite(entry.key), "why": "number"}
    return None


def _remark(finding: Finding) -> Record:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "fix": finding.fix,
    }
