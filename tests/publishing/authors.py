"""Authors at a terminal, and computers without a keyring."""

from __future__ import annotations


class Author:
    """Types what is given, and agrees or not."""

    def __init__(self, *typed: str, agrees: bool = True) -> None:
        self.typed, self.will = list(typed), agrees
        self.questions: list[str] = []

    def secret(self, question: str) -> str | None:
        if not self.typed:
            return None
        self.questions.append(question)
        return self.typed.pop(0)

    def agrees(self, question: str) -> bool:
        self.questions.append(question)
        return self.will


class NoRing:
    def get_password(self, *_: str) -> str | None:
        raise OSError("no keyring here")

    def set_password(self, *_: str) -> None:
        raise OSError("no keyring here")
