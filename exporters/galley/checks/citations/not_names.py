"""Words with a capital that are no surname: places, months, parts of a text."""

from __future__ import annotations

_NOT_NAMES = """
January February March April May June July August September October November December Januari
Februari Maret Mei Juni Juli Agustus Oktober Desember Monday Tuesday Wednesday Thursday Friday
Saturday Sunday Senin Selasa Rabu Kamis Jumat Sabtu Minggu Spring Summer Autumn Winter Figure
Figures Fig Table Box Chapter Section Part Volume Edition Version Appendix Supplement Day Week
Month Year Since Until Before After Published Updated Reviewed Retrieved Accessed Copyright Gambar
Tabel Kotak Bab Bagian Jilid Edisi Versi Lampiran Hari Pekan Bulan Tahun Sejak Sampai Sebelum
Setelah Diterbitkan Diperbarui Ditinjau Diakses Indonesia Jakarta Bali Denpasar Surabaya Bandung
Medan Semarang Makassar Palembang Yogyakarta Jogja Malang Solo Surakarta Bogor Depok Tangerang
Bekasi Padang Pekanbaru Jambi Bengkulu Lampung Banten Pontianak Samarinda Balikpapan Banjarmasin
Manado Ambon Mataram Kupang Jayapura Aceh Papua Maluku Sumatra Sumatera Jawa Java Kalimantan
Sulawesi Lombok Flores Ubud Sanur Batam Singapore Singapura Malaysia Thailand Bangkok Vietnam
Hanoi Philippines Filipina Manila Japan Jepang Tokyo Kyoto Osaka China Tiongkok Cina Beijing
Shanghai India Delhi Mumbai Korea Seoul Taiwan Taipei Australia Sydney Melbourne Brisbane Perth
Adelaide Auckland Germany Jerman Berlin Munich Hamburg Heidelberg France Prancis Paris Lyon Italy
Italia Rome Roma Milan Spain Spanyol Madrid Barcelona Portugal Lisbon England Inggris London
Oxford Cambridge Scotland Edinburgh Glasgow Ireland Dublin Netherlands Belanda Amsterdam Rotterdam
Nijmegen Belgium Belgia Brussels Switzerland Swiss Zurich Geneva Jenewa Austria Vienna Wina Sweden
Swedia Stockholm Norway Norwegia Oslo Denmark Copenhagen Finland Helsinki Poland Warsaw Prague
Budapest Greece Athens Turkey Turki Istanbul Russia Rusia Moscow Canada Kanada Toronto Montreal
Vancouver Ottawa America Amerika USA Boston Chicago Washington Philadelphia Houston Mexico Brazil
Brasil Argentina Chile Egypt Mesir Cairo Kairo Africa Afrika Asia Europe Eropa Israel Iran Iraq
Born Died Graduated Revised Pandemic Covid Photo Source Survey Census War Reuters Lahir Wafat Lulus
Revisi Pandemi Foto Sumber Survei Sensus Perang Antara
"""
NOT_NAMES = frozenset(_NOT_NAMES.split())
"""A single one of these before a comma and a year is no author."""

_ORGANISATIONS = """
WHO CDC NICE NIH NINDS AHA ASA ESO EAN AAN AMA FDA EMA Kemenkes Riskesdas BPOM PERDOSSI PERDOSNI
IDI BPS Cochrane
"""
ORGANISATIONS = frozenset(_ORGANISATIONS.split())
"""These publish under their short name."""
