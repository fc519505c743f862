"""An article's words as a reader meets them: passages, and the sentences in them."""

from galley.checks.text.passages import Passage, PassageKind, Sentence, read_passages

__all__ = ["Passage", "PassageKind", "Sentence", "read_passages"]
