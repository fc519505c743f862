"""`galley lab` in the language of the computer."""

from __future__ import annotations

from typing import Any

import pytest
from jupyter_server.services.config.manager import ConfigManager

from galley.commands.lab import lab_environment

LANGUAGES = "@jupyterlab/translation-extension:plugin"


def defaults(monkeypatch: pytest.MonkeyPatch, language: str) -> dict[str, Any]:
    """Return what JupyterLab reads as defaults where the computer speaks a language."""
    environment = lab_environment({"LANGUAGE": language})
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", environment["JUPYTER_CONFIG_PATH"])
    manager = ConfigManager(config_dir_name="labconfig")
    found: dict[str, Any] = manager.get("default_setting_overrides")
    return found


def test_jupyterlab_speaks_indonesian_where_the_computer_does(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = defaults(monkeypatch, "id_ID.UTF-8")

    assert told[LANGUAGES] == {"locale": "id_ID"}
    # The other defaults stay.
    assert len(told) > 1


def test_elsewhere_jupyterlab_chooses_its_language_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    assert LANGUAGES not in defaults(monkeypatch, "en")
