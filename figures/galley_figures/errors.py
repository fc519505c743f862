"""The one error with which a figure refuses something: what is wrong and how to mend it.

In a notebook it shows its message alone. The author wrote a wrong value, not the library's code,
so a stack of calls would only hide the sentence that helps.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable


class FigureError(ValueError):
    """A figure cannot be drawn from what was given, or would mislead.

    Attributes
    ----------
    message
        What is wrong, with the place where there is one.
    fix
        One action that mends it; empty where the message lists what is legal.
    """

    def __init__(self, message: str, fix: str = "") -> None:
        super().__init__(f"{message}\nFix: {fix}" if fix else message)
        self.message = message
        self.fix = fix

    def _render_traceback_(self) -> list[str]:
        """Return what IPython shows in place of a traceback."""
        return str(self).splitlines()


def nearest(word: str, legal: Iterable[str]) -> str:
    """Return ``Did you mean 'x'?`` for the legal word that was meant, or nothing.

    >>> nearest("lable", ["label", "value"])
    "Did you mean 'label'?"
    """
    near = difflib.get_close_matches(word, list(legal), n=1)
    return f"Did you mean {near[0]!r}?" if near else ""
