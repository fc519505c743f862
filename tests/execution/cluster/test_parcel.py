"""Requests and answers are the same after their journey."""

from __future__ import annotations

import json
import zlib
from dataclasses import replace
from datetime import date

import pytest

from galley.execution.cluster.parcel import (
    Answer,
    Manifest,
    Request,
    SentFile,
    pack_answer,
    pack_request,
    unpack_answer,
    unpack_manifest,
    unpack_request,
)
from galley.execution.cluster.versions import Versions

REQUEST = Request(
    article="part/a.ipynb",
    file="notebooks/part/a.ipynb",
    notebook={"cells": [{"source": "é"}]},
    parameters={"n": 1, "on": True, "list": [1.5, None]},
    kernel="python3",
    language="python",
    limits={"cell_seconds": 3.0},
    day="2026-11-23",
    versions=Versions("3.11.7", {"galley": "x"}, {"numpy": "2"}),
    manifest="ab" * 32,
    variables={"REGION": "north", "NOT_SET": None},
)


def test_a_request_arrives_as_it_was_sent():
    assert unpack_request(pack_request(REQUEST)) == REQUEST


def test_a_list_of_files_arrives_as_it_was_sent():
    files = {"data/n.txt": SentFile("ab" * 32, 1234567890123456789)}
    manifest = Manifest(files, ("data", "out"))
    assert unpack_manifest(manifest.data) == manifest
    assert manifest.digest != Manifest(files, ("data",)).digest


def test_an_answer_arrives_as_it_was_sent():
    answer = Answer(
        "ran",
        "tcp://a:1",
        ("x",),
        ("numpy",),
        {"content": "/tmp/w"},
        {"notebook": {"é": 1}},
        {"numpy": "2"},
    )
    assert unpack_answer(pack_answer(answer)) == answer


def test_outputs_that_name_the_folder_there_name_the_one_here():
    text = "/tmp/w/content-1/data/n.txt and C:\\w\\content-1"
    answer = Answer("ran", places={"content": "/tmp/w/content-1"}, outcome={"text": text})
    back = unpack_answer(pack_answer(answer), "/home/é/blog")
    assert back.outcome["text"] == "/home/é/blog/data/n.txt and C:\\w\\content-1"
    windows = Answer("ran", places={"content": "C:\\w\\content-1"}, outcome={"text": text})
    back = unpack_answer(pack_answer(windows), "D:\\blog")
    assert back.outcome["text"] == "/tmp/w/content-1/data/n.txt and D:\\blog"


def test_days_travel_as_the_text_that_papermill_makes_of_them():
    sent = replace(REQUEST, parameters={"day": date(2026, 1, 2)})
    assert unpack_request(pack_request(sent)).parameters == {"day": "2026-01-02"}


def test_bytes_of_another_version_are_refused():
    with pytest.raises(ValueError, match="different versions of Galley"):
        unpack_request(zlib.compress(json.dumps({"schema": 99}).encode()))
