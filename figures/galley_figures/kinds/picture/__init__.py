"""A photo or a drawn picture that says what it is: evidence, credit, consent, text alternative.

picture(
"images/mirror-box.jpg",
alt="A hand on a table, and its image in a mirror beside it.",
evidence="data",
credit="Ayu Lestari",
shows_person=True,
consent="written consent, 2026",
)
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from galley_figures.errors import FigureError
from galley_figures.explanatory import Evidence, EvidenceClass, MadeBy
from galley_figures.kinds.picture.figure import PictureFigure
from galley_figures.kinds.picture.file import read_picture
from galley_figures.kinds.picture.mark import marked
from galley_figures.kinds.picture.pixels import encoded, prepared
from galley_figures.locale import Lang
from galley_figures.parameters import validated

__all__ = ["PictureFigure", "picture"]


@validated
def picture(
    path: str | Path,
    *,
    alt: str,
    evidence: EvidenceClass,
    description: str = "",
    credit: str = "",
    shows_person: bool = False,
    consent: str = "",
    sources: Sequence[str] = (),
    note: str = "",
    caption: str = "",
    lang: Lang = "en",
) -> PictureFigure:
    """Show a picture file upright, without metadata and with everything that explains it.

    Parameters
    ----------
    path
        A PNG, JPEG or WebP file, as seen from the notebook.
    alt
        What a reader who cannot see it needs to know; 125 characters at most where possible.
    evidence : {"data", "model", "schematic", "synthetic"}
        ``data``: taken from life, such as a photo or a scan, or measured; ``schematic``: drawn;
        ``synthetic``: made up. The last two are marked inside the picture itself.
    description
        The long form of `alt`.
    credit
        Who made it; ``Drawing: Ayu Lestari`` where the word ``Photo`` would be wrong.
    shows_person
        Whether somebody could recognise herself in it.
    consent
        How those people agreed to be shown here. Never write their names.
    sources
        Citation keys.

    Raises
    ------
    FigureError
        If the file is not a picture, has no `alt`, nothing says where it comes from, or it shows a
        person of whose consent nothing is said.
    """
    name = Path(path).name
    keys = (sources,) if isinstance(sources, str) else tuple(sources)
    rests_on = Evidence(evidence, tuple(key.removeprefix("@") for key in keys), note.strip())
    _check_words(name, rests_on, alt=alt, credit=credit, consent=consent, shows_person=shows_person)
    pixels = prepared(read_picture(Path(path)))
    data = encoded(marked(pixels, evidence, lang))
    return PictureFigure(
        data=data.data,
        media_type=data.media_type,
        alt=alt.strip(),
        description=description.strip(),
        evidence=rests_on,
        lang=lang,
        made_by=MadeBy("galley_figures.picture", {"path": name, "evidence": evidence}),
        credit=credit.strip(),
        consent=consent.strip(),
        caption=caption.strip() or None,
    )


def _check_words(
    name: str, evidence: Evidence, *, alt: str, credit: str, consent: str, shows_person: bool
) -> None:
    if shows_person and not consent.strip():
        raise FigureError(
            f"{name}: a picture that shows a person needs their consent",
            'consent="written consent, 2026"',
        )
    if not alt.strip():
        raise FigureError(
            f"{name}: alt is empty, so a screen reader has nothing to say",
            'alt="A hand on a table, and its image in a mirror beside it."',
        )
    is_real = evidence.kind in {"data", "model"}
    if is_real and not (evidence.sources or evidence.note or credit.strip()):
        raise FigureError(
            f"{name}: nothing says where the picture comes from",
            'credit="who made it", or the work it is from: sources=["key"]',
        )
