"""Which language an author reads: English, or Indonesian where the computer speaks it."""

from __future__ import annotations

import locale
import os
from collections.abc import Mapping

ENGLISH = "en"
INDONESIAN = "id"
# As gettext asks them; the first that is set decides.
_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def language_of(code: str) -> str:
    """Return the language of a code such as ``id``, ``id-ID``, ``id_ID.UTF-8`` or ``Indonesian``.

    What Galley does not speak is answered in English.
    """
    first = code.partition(":")[0].lower().replace("-", "_")
    base = first.partition("_")[0].partition(".")[0]
    return INDONESIAN if base in {INDONESIAN, "ind", "indonesian"} else ENGLISH


def spoken_language(environ: Mapping[str, str] | None = None, of_machine: str | None = None) -> str:
    """Return the language in which commands speak.

    Parameters
    ----------
    of_machine
        What the system says where no variable is set, as on Windows.
    """
    given = os.environ if environ is None else environ
    chosen = next((value for name in _VARIABLES if (value := given.get(name))), None)
    if chosen is None:
        chosen = of_machine if of_machine is not None else locale.getlocale()[0]
    return language_of(chosen or ENGLISH)
