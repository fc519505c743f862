"""The example of the contact sheet and of the guide: how a number comes into a figure."""

from __future__ import annotations

from galley_figures.explanatory import ExplanatoryFigure
from galley_figures.kinds.flow import flow
from galley_figures.locale import Lang

_TABLES: dict[Lang, str] = {
    "en": """
        | step              | text                                | after | kind     | answer |
        |-------------------|-------------------------------------|-------|----------|--------|
        | A number          | It is to be printed in a figure.    |       |          |        |
        | Seen in a source? |                                     | 1     | decision |        |
        | Print it          | With its reference, as “checked”.   | 2     |          | yes    |
        | Hold it back      | Named in the table, no number.      | 2     | caution  | no     |
        | Publish           | The table says what was checked.    | 3; 4  |          |        |
    """,
    "id": """
        | langkah                | teks                           | setelah | jenis    | jawaban |
        |------------------------|--------------------------------|---------|----------|---------|
        | Sebuah angka           | Akan dicetak dalam gambar.     |         |          |         |
        | Terlihat di sumbernya? |                                | 1       | decision |         |
        | Cetak                  | Dengan rujukan: “diperiksa”.   | 2       |          | ya      |
        | Tahan dulu             | Disebut di tabel, tanpa angka. | 2       | caution  | tidak   |
        | Terbitkan              | Tabel menyebut yang diperiksa. | 3; 4    |          |         |
    """,
}
_NOTES: dict[Lang, str] = {
    "en": "A drawing of how the figures of this library are made; nothing in it was measured.",
    "id": "Gambar tentang cara membuat gambar pustaka ini; tidak ada yang diukur di dalamnya.",
}


def example(*, lang: Lang = "en") -> ExplanatoryFigure:
    """Draw the example."""
    return flow(_TABLES[lang], evidence="schematic", note=_NOTES[lang], lang=lang)
