"""Words of the recovery-matrix figure."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from galley_figures.locale import Audience, Lang

LevelKey: TypeAlias = Literal["brain", "movement", "task"]
WayKey: TypeAlias = Literal["restitution", "compensation"]


@dataclass(frozen=True)
class Words:
    """Every word in the figure and beside it, in one language."""

    levels: MappingProxyType[LevelKey, tuple[str, str]]
    """Name of each level, and its name in the ICF."""
    ways: MappingProxyType[WayKey, tuple[str, str]]
    """Name of each column, and what it means."""
    cells: MappingProxyType[Audience, MappingProxyType[tuple[LevelKey, WayKey], str]]
    alt: str
    description: str
    caption: str
    note: str
    columns: tuple[str, ...]


_EN: Final = Words(
    levels=MappingProxyType(
        {
            "brain": ("Brain tissue", "ICF: health condition"),
            "movement": ("Movement", "ICF: body functions"),
            "task": ("Everyday task", "ICF: activity"),
        }
    ),
    ways=MappingProxyType(
        {
            "restitution": ("Restitution", "a return towards how it was"),
            "compensation": ("Compensation", "the goal is reached another way"),
        }
    ),
    cells=MappingProxyType(
        {
            "patient": MappingProxyType(
                {
                    ("brain", "restitution"): (
                        "Tissue around the injury works again. The part that died does not."
                    ),
                    ("brain", "compensation"): (
                        "Other tissue takes over a job it did not have before."
                    ),
                    ("movement", "restitution"): "The arm moves the way it did before the stroke.",
                    ("movement", "compensation"): (
                        "An old movement in a new way: the trunk leans to help the arm reach."
                    ),
                    ("task", "restitution"): "The same hand does the task again.",
                    ("task", "compensation"): (
                        "Another part of the body does the task, such as the other hand."
                    ),
                }
            ),
            "clinician": MappingProxyType(
                {
                    ("brain", "restitution"): (
                        "Function returns around the lesion and in diaschisis; not in the core."
                    ),
                    ("brain", "compensation"): (
                        "Tissue acquires a function that it did not have before the injury."
                    ),
                    ("movement", "restitution"): (
                        "Pre-stroke movement patterns reappear in the impaired limb."
                    ),
                    ("movement", "compensation"): (
                        "Adaptation: the impaired limb, an atypical pattern (trunk for reach)."
                    ),
                    ("task", "restitution"): "The task is done with the same effector as before.",
                    ("task", "compensation"): (
                        "Substitution: another body part or segment does the task."
                    ),
                }
            ),
        }
    ),
    alt=(
        "Restitution is a return towards how it was; compensation reaches the goal another way. "
        "Both shown at {count} levels."
    ),
    description=(
        "A table of drawings with two columns, {columns}, and one row for each level, all inside a "
        "dashed frame marked “schematic”. {rows}"
    ),
    caption=(
        "Getting better can mean two things: working as before, or reaching the goal another way."
    ),
    note=(
        "A drawing of definitions, not measured data. Tests that count what a person can do, such "
        "as ARAT and FIM, cannot tell the two columns apart; measuring the movement itself can."
    ),
    columns=("level", "icf_level", "column", "definition", "reference", "check"),
)

_ID: Final = Words(
    levels=MappingProxyType(
        {
            "brain": ("Jaringan otak", "ICF: kondisi kesehatan"),
            "movement": ("Gerakan", "ICF: fungsi tubuh"),
            "task": ("Tugas sehari-hari", "ICF: aktivitas"),
        }
    ),
    ways=MappingProxyType(
        {
            "restitution": ("Restitusi", "kembali mendekati semula"),
            "compensation": ("Kompensasi", "tujuan dicapai dengan cara lain"),
        }
    ),
    cells=MappingProxyType(
        {
            "patient": MappingProxyType(
                {
                    ("brain", "restitution"): (
                        "Jaringan di sekitar cedera bekerja lagi. Bagian yang mati tidak."
                    ),
                    ("brain", "compensation"): (
                        "Jaringan lain mengambil alih tugas yang dulu bukan miliknya."
                    ),
                    ("movement", "restitution"): ("Lengan bergerak seperti sebelum stroke."),
                    ("movement", "compensation"): (
                        "Gerakan lama dengan cara baru: badan ikut condong agar lengan sampai."
                    ),
                    ("task", "restitution"): "Tangan yang sama mengerjakannya lagi.",
                    ("task", "compensation"): (
                        "Bagian tubuh lain yang mengerjakannya, misalnya tangan yang satu lagi."
                    ),
                }
            ),
            "clinician": MappingProxyType(
                {
                    ("brain", "restitution"): (
                        "Fungsi kembali di sekitar lesi dan pada diaskisis; tidak di inti lesi."
                    ),
                    ("brain", "compensation"): (
                        "Jaringan memperoleh fungsi yang tidak dimilikinya sebelum cedera."
                    ),
                    ("movement", "restitution"): (
                        "Pola gerak prastroke muncul kembali pada anggota gerak yang terganggu."
                    ),
                    ("movement", "compensation"): (
                        "Adaptasi: anggota gerak sama, pola tidak lazim (badan ikut menjangkau)."
                    ),
                    ("task", "restitution"): (
                        "Tugas dikerjakan dengan efektor yang sama seperti dahulu."
                    ),
                    ("task", "compensation"): (
                        "Substitusi: bagian atau segmen tubuh lain yang mengerjakannya."
                    ),
                }
            ),
        }
    ),
    alt=(
        "Restitusi berarti kembali mendekati semula; kompensasi mencapai tujuan dengan cara lain. "
        "Terlihat pada {count} tingkat."
    ),
    description=(
        "Tabel gambar dengan dua kolom, {columns}, dan satu baris untuk setiap tingkat, di dalam "
        "bingkai putus-putus bertulisan “skematis”. {rows}"
    ),
    caption=(
        "Membaik dapat berarti dua hal: bekerja seperti semula, atau mencapai tujuan dengan cara "
        "lain."
    ),
    note=(
        "Gambar dari definisi, bukan data terukur. Tes yang menghitung apa yang dapat dilakukan "
        "seseorang, seperti ARAT dan FIM, tidak dapat membedakan kedua kolom; pengukuran gerakan "
        "itu sendiri dapat."
    ),
    columns=("tingkat", "tingkat_icf", "kolom", "definisi", "rujukan", "pemeriksaan"),
)

WORDS: Final[MappingProxyType[Lang, Words]] = MappingProxyType({"en": _EN, "id": _ID})
