"""Numbers and anchors: figures, tables and equations counted in reading order, ids used once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from galley.article.markdown import collect_numbered
from galley.article.model import Block, Figure, Label, LabelKind, Output, Prose


@dataclass(frozen=True)
class NumberedBlocks:
    """Blocks with their anchors and numbers, and every label of the article."""

    blocks: tuple[Block, ...]
    labels: Mapping[str, Label] = field(default_factory=dict)


def number_blocks(blocks: Iterable[Block], prose_labels: Iterable[Label]) -> NumberedBlocks:
    """Count figures, tables and equations through prose and code cells alike.

    Parameters
    ----------
    prose_labels
        The labels of the Markdown cells, not numbered yet.
    """
    labels = {label.name: label for label in prose_labels}
    counts: Counter[LabelKind] = Counter()
    anchors = {label.anchor for label in labels.values()}
    numbered: list[Block] = []
    for block in blocks:
        if isinstance(block, Prose):
            labels |= _number_prose(block, labels, counts)
            numbered.append(block)
            continue
        placed = _number_output(block, counts, anchors)
        labels |= {label.name: label for label in _labels_of(placed) if label.name not in labels}
        numbered.append(placed)
    return NumberedBlocks(tuple(numbered), labels)


def _number_prose(
    block: Prose, labels: Mapping[str, Label], counts: Counter[LabelKind]
) -> dict[str, Label]:
    numbered: dict[str, Label] = {}
    for names in collect_numbered(block.tokens):
        found = [labels[name] for name in names if name in labels and name not in numbered]
        if found and not any(label.number for label in found):
            counts[found[0].kind] += 1
        for label in found:
            number = label.number or str(counts[label.kind])
            numbered[label.name] = replace(label, number=number)
    return numbered


def _number_output(block: Block, counts: Counter[LabelKind], anchors: set[str]) -> Block:
    """Give a captioned or labelled figure or table its number, and any such block an anchor."""
    if not isinstance(block, Figure | Output):
        return block
    kind: LabelKind = "figure" if isinstance(block, Figure) else "table"
    is_numbered = bool(block.label or block.caption)
    if not is_numbered and isinstance(block, Output):
        return block
    if is_numbered:
        counts[kind] += 1
    anchor = _free_anchor(block.label or f"{kind}-{block.cell_id}", anchors)
    return replace(block, anchor=anchor, number=str(counts[kind]) if is_numbered else "")


def _free_anchor(wanted: str, taken: set[str]) -> str:
    base = re.sub(r"[^\w.-]+", "-", wanted).strip("-") or "figure"
    anchor, attempt = base, 1
    while anchor in taken:
        attempt += 1
        anchor = f"{base}-{attempt}"
    taken.add(anchor)
    return anchor


def _labels_of(block: Block) -> Iterator[Label]:
    if isinstance(block, Figure) and block.label:
        yield Label(block.label, "figure", block.anchor, block.number)
    elif isinstance(block, Output) and block.label:
        yield Label(block.label, "table", block.anchor, block.number)
