"""Words of the marked day in the plasticity-window figure."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from galley_figures.locale import Lang

MatchKey: TypeAlias = Literal["warning", "early", "middle", "late", "none"]


@dataclass(frozen=True)
class StartWords:
    """What is said of a marked day; it is shown for comparison and recommends nothing."""

    label: str
    alt: str
    in_phase: str
    between_phases: str
    match: MappingProxyType[MatchKey, str]
    """What trials say of the day, in a few words."""
    description: str
    phase_sentence: str
    limit_sentence: str
    warning_sentence: str
    window_sentence: str
    none_sentence: str
    item: str
    kind: str
    check: str


_EN: Final = StartWords(
    label="training starts on day {day}",
    alt="Stroke timeline. Training starts on day {day}, {phase}; {match}.",
    in_phase="in the {phase} phase",
    between_phases="between the {first} and {second} phases",
    match=MappingProxyType(
        {
            "warning": "AVERT warns of a high dose then",
            "early": "CPASS: smaller gain",
            "middle": "CPASS: largest gain",
            "late": "CPASS: no clear gain",
            "none": "no CPASS group began then",
        }
    ),
    description=(
        "A line marks day {day} as a start of training, to be compared with the phases and "
        "the trials; it recommends nothing. {sentences}"
    ),
    phase_sentence="Day {day} lies in the {phase} phase.",
    limit_sentence="On day {day} the {first} phase ends and the {second} phase begins.",
    warning_sentence=(
        "It belongs to the first 24 hours, in which a high dose led to fewer good outcomes "
        "in AVERT."
    ),
    window_sentence="It lies in a window of CPASS ({when}: {gain}).",
    none_sentence=(
        "No group of CPASS began on such a day, so that trial does not show what would have "
        "come of it."
    ),
    item="start of training",
    kind="marked day",
    check="chosen, not measured",
)

_ID: Final = StartWords(
    label="latihan mulai hari ke-{day}",
    alt="Linimasa setelah stroke. Latihan mulai hari ke-{day}, {phase}; {match}.",
    in_phase="dalam fase {phase}",
    between_phases="di batas fase {first} dan {second}",
    match=MappingProxyType(
        {
            "warning": "AVERT memperingatkan dosis tinggi",
            "early": "CPASS: manfaat lebih kecil",
            "middle": "CPASS: manfaat terbesar",
            "late": "CPASS: manfaat tidak jelas",
            "none": "tanpa kelompok CPASS",
        }
    ),
    description=(
        "Sebuah garis menandai hari ke-{day} sebagai awal latihan, untuk dibandingkan dengan "
        "fase dan uji klinis; garis itu bukan anjuran. {sentences}"
    ),
    phase_sentence="Hari ke-{day} berada dalam fase {phase}.",
    limit_sentence="Pada hari ke-{day} fase {first} berakhir dan fase {second} dimulai.",
    warning_sentence=(
        "Hari itu termasuk 24 jam pertama; dalam uji AVERT, dosis tinggi pada masa itu "
        "memberi lebih sedikit hasil baik."
    ),
    window_sentence="Hari itu termasuk dalam satu jendela waktu CPASS ({when}: {gain}).",
    none_sentence=(
        "Tidak ada kelompok CPASS yang mulai pada hari seperti itu, jadi uji itu tidak "
        "menunjukkan apa hasilnya."
    ),
    item="awal latihan",
    kind="hari yang ditandai",
    check="dipilih, tidak diukur",
)

START_WORDS: Final[MappingProxyType[Lang, StartWords]] = MappingProxyType({"en": _EN, "id": _ID})
