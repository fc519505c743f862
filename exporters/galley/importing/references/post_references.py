"""A post whose typed citations became keys, and whose listed works became entries."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from galley.article.bibliography_entry import BibliographyEntry
from galley.citing.pasted import PastedWork, read_pasted
from galley.importing.post import Block, Post
from galley.importing.references.authored import AuthoredCiter
from galley.importing.references.entry_text import render_entry
from galley.importing.references.known_works import KnownWork
from galley.importing.references.leaving import SettledLine, without_empty_titles, without_lines
from galley.importing.references.lists import ListLine, ReferenceList, find_reference_lists
from galley.importing.references.notes import find_notes, with_keys_for_notes
from galley.importing.references.numbered import cites_by_round_brackets, cites_in_order
from galley.importing.references.prose import Unmatched, cite_prose, numbers_of
from galley.importing.references.telling import tell_of_post
from galley.importing.references.works import Works

_PROSE = frozenset({"paragraph", "list", "table", "figure", "callout", "quote", "notes"})
# Raised numbers stand behind a full stop and without a space; a key stands in its sentence.
_BEHIND_STOP = re.compile(r"([.,;:])(\[[^\[\]]*@[^\[\]]*\])(?=\s|$)")
_CLOSE_TO_WORD = re.compile(r"([\w)”’\"])(?=\[[^\[\]]*@\w[^\[\]]*\](?!\())")
_JOINTS = {"id": "dan"}


@dataclass(frozen=True)
class PostReferences:
    """What became of a post's references, for those who tell of it.

    Attributes
    ----------
    cited
        Keys that the text cites where words or numbers stood.
    staying
        Lines that stay in the text.
    """

    lists: tuple[ReferenceList, ...]
    lines: tuple[SettledLine, ...]
    cited: tuple[str, ...]
    staying: tuple[SettledLine, ...]
    unmatched: tuple[tuple[str, Unmatched], ...]


def cite_posts(
    posts: Iterable[Post],
    folder: Iterable[BibliographyEntry],
    beside: Sequence[PastedWork] = (),
    *,
    lang: str = "en",
) -> tuple[Post, ...]:
    """Return posts that cite by key; their `entries` are what the bibliography lacks.

    Parameters
    ----------
    folder
        The works of the content folder's bibliography; none of them is changed.
    beside
        Works that the author gave beside, as a reference manager exports them.
    lang
        The language of posts that do not name theirs.
    """
    works = Works(folder, beside)
    return tuple(cite_post(post, works, lang) for post in posts)


def cite_post(post: Post, works: Works, lang: str = "en") -> Post:
    """Return one post with its citations as keys."""
    before = set(works.added)
    post = _with_own_entries(post, works)
    post, in_notes = _with_note_works(post, works)
    lists = find_reference_lists(post.blocks)
    lists = tuple(_numbered(each, post) for each in lists)
    lines = tuple(_settle(line, works) for each in lists for line in each.lines)
    known = _known_works(lines, works)
    in_lists = {at for each in lists for at in (*each.blocks, each.title_block)}
    blocks, cited, unmatched = _cite_blocks(
        post, known, in_lists, str(post.fields.get("lang") or lang)
    )
    _add_from_beside(cited, works)
    # A line leaves where the text cites its work; else a reader would lose the source.
    all_cited = {*cited, *_keys_in(blocks, in_lists)}
    staying = tuple(each for each in lines if not each.key or each.key not in all_cited)
    blocks = without_lines(blocks, lists, staying)
    if all_cited:
        blocks = without_empty_titles(blocks)
    outcome = PostReferences(lists, (*in_notes, *lines), cited, staying, unmatched)
    entries = tuple(text for key, text in works.added.items() if key not in before)
    return replace(
        post,
        blocks=blocks,
        entries=entries,
        findings=(*post.findings, *tell_of_post(post, outcome, works.folder.values())),
    )


def _numbered(listed: ReferenceList, post: Post) -> ReferenceList:
    """Give the lines of a list numbers where the text counts them by their order."""
    if any(line.work.number is not None for line in listed.lines):
        return listed
    inside = {*listed.blocks, listed.title_block}
    texts = (
        block.text
        for at, block in enumerate(post.blocks)
        if at not in inside and block.kind in _PROSE
    )
    if not cites_in_order(texts, len(listed.lines)):
        return listed
    lines = enumerate(listed.lines, start=1)
    counted = (replace(line, work=replace(line.work, number=number)) for number, line in lines)
    return replace(listed, lines=tuple(counted))


def _settle(line: ListLine, works: Works) -> SettledLine:
    """Find a line's work, or make an entry of it."""
    if not line.is_read:
        return SettledLine(line)
    typed = line.work.entry()
    key = works.find(typed)
    if key:
        return SettledLine(line, key)
    key = works.keys.propose(typed)
    works.add(render_entry(line.work, key), replace(typed, key=key))
    return SettledLine(line, key, is_new=True)


def _with_note_works(post: Post, works: Works) -> tuple[Post, tuple[SettledLine, ...]]:
    """Cite the works of footnotes that are references and nothing else."""
    notes = find_notes(post.blocks)
    settled = tuple(_settle(note.line, works) for note in notes)
    keys = {note.name: line.key for note, line in zip(notes, settled, strict=True) if line.key}
    return replace(post, blocks=with_keys_for_notes(post.blocks, keys)), settled


def _with_own_entries(post: Post, works: Works) -> Post:
    """Give the works that a post cites by key already their keys: the folder's, or free ones."""
    mentioned = set(_keys_in(post.blocks))
    given = [work for text in post.entries for work in read_pasted(text).works]
    renamed: dict[str, str] = {}
    for work in given:
        renamed[work.entry.key] = works.find(work.entry) or works.add_given(work)
    for key in sorted(mentioned & works.beside.keys()):
        renamed[key] = works.add_given(works.beside[key])
    changed = {old: new for old, new in renamed.items() if old != new}
    if not changed:
        return post
    return replace(post, blocks=tuple(_renamed(block, changed) for block in post.blocks))


def _renamed(block: Block, keys: Mapping[str, str]) -> Block:
    if "@" not in block.text or block.kind in {"code", "cell"}:
        return block

    def replaced(match: re.Match[str]) -> str:
        key = match["braced"] or match["bare"]
        new = keys.get(key)
        return f"@{new}" if new else match[0]

    longest = sorted(keys, key=len, reverse=True)
    bare = "|".join(re.escape(key) for key in longest)
    pattern = rf"@(?:\{{(?P<braced>[^{{}}\s]+)\}}|(?P<bare>{bare})(?!\w))"
    text = re.sub(pattern, replaced, block.text)
    return replace(block, text=_BEHIND_STOP.sub(r" \2\1", _CLOSE_TO_WORD.sub(r"\1 ", text)))


def _known_works(lines: Iterable[SettledLine], works: Works) -> tuple[KnownWork, ...]:
    """Return what the text may cite: first the works of its own list."""
    listed = {
        each.key: KnownWork(
            works.folder[each.key],
            each.line.work.letter,
            each.line.work.number,
            is_listed=True,
        )
        for each in lines
        if each.key
    }
    others = [KnownWork(entry) for key, entry in works.folder.items() if key not in listed]
    beside = [KnownWork(work.entry) for work in works.beside.values()]
    return (*listed.values(), *others, *beside)


def _add_from_beside(cited: Iterable[str], works: Works) -> None:
    for key in cited:
        work = works.beside.get(key)
        if work:
            works.add_given(work)


def _cite_blocks(
    post: Post, known: tuple[KnownWork, ...], in_lists: set[int | None], lang: str
) -> tuple[tuple[Block, ...], tuple[str, ...], tuple[tuple[str, Unmatched], ...]]:
    citer = AuthoredCiter(known, _JOINTS.get(lang, "and"))
    numbers = numbers_of(known)
    texts = (block.text for block in post.blocks if block.kind in _PROSE - {"table", "list"})
    is_round = bool(numbers) and cites_by_round_brackets(texts, numbers)
    blocks: list[Block] = []
    cited: list[str] = []
    unmatched: list[tuple[str, Unmatched]] = []
    heading = ""
    for at, block in enumerate(post.blocks):
        if block.kind == "heading":
            heading = block.text
        if block.kind not in _PROSE or at in in_lists:
            blocks.append(block)
            continue
        found = cite_prose(block.text, citer, numbers, is_round=is_round)
        blocks.append(replace(block, text=found.text))
        cited.extend(found.keys)
        unmatched.extend((heading, each) for each in found.unmatched)
    return tuple(blocks), tuple(dict.fromkeys(cited)), tuple(dict.fromkeys(unmatched))


def _keys_in(blocks: Sequence[Block], in_lists: Container[int | None] = ()) -> Iterator[str]:
    """Yield the keys that stood in the text before."""
    for at, block in enumerate(blocks):
        if at not in in_lists and block.kind not in {"code", "cell"}:
            yield from re.findall(r"@\{?([\w][\w:.#$%&+?<>~/-]*\w)", block.text)
