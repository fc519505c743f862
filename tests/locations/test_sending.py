"""``[publish]`` in ``site.toml``: where a site is sent after it was built."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from galley.config import parse_config
from galley.config_publishing import PublishSettings
from galley.findings import ContentError, EnvironmentFault
from galley.locations.sending import run_command


def settings(text: str) -> PublishSettings:
    return parse_config(text, "site.toml")[0].publish


def test_without_the_table_a_site_stays_where_it_is() -> None:
    assert settings("").words == ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[publish]\nto = "../www"', "../www"),
        ('[publish.targets.web]\nto = "../www"', "../www"),
        ('[publish.targets.web]\nto = "a"\n[publish.targets.pages]\nto = "b"', ""),
        (
            '[publish]\ndefault = "pages"\n[publish.targets.web]\nto = "a"\n'
            '[publish.targets.pages]\nto = "b"',
            "b",
        ),
    ],
)
def test_the_usual_target_is_the_one_that_is_meant_in_jupyterlab(text: str, words: str) -> None:
    assert settings(text).words == words


def test_a_command_is_shown_as_it_is_written() -> None:
    publish = settings('[publish]\ncommand = ["rsync", "-a", "-a", "{site}/", "host:blog"]')
    assert publish.words == "rsync -a -a {site}/ host:blog"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            'to = "www"\ncommand = ["rsync"]',
            "site.toml:3: 'publish' has both 'to' and 'command'\n"
            "  Fix: Keep the one by which the site travels.",
        ),
        (
            'command = "rsync -a"',
            "site.toml:2: 'command' in 'publish' is 'rsync -a', which is not a list\n"
            '  Fix: Write for example command = ["rsync", "-a", "{site}/", '
            '"maria@example.org:blog"]',
        ),
    ],
)
def test_what_cannot_be_meant_is_refused(text: str, message: str) -> None:
    with pytest.raises(ContentError) as raised:
        settings(f"[publish]\n{text}")
    assert str(raised.value) == message


def test_a_command_runs_in_the_content_folder_and_is_told_where_the_site_is(
    tmp_path: Path,
) -> None:
    code = "import pathlib, sys; pathlib.Path('sent').write_text(sys.argv[1])"
    run_command((sys.executable, "-c", code, "{site}/"), tmp_path, Path("/srv/site"))
    assert (tmp_path / "sent").read_text("utf-8") == f"{Path('/srv/site')}/"


def test_a_command_that_fails_says_its_last_words(tmp_path: Path) -> None:
    code = "print('looking'); raise SystemExit('no such host')"
    with pytest.raises(EnvironmentFault) as raised:
        run_command((sys.executable, "-c", code), tmp_path, tmp_path / "site")
    assert raised.value.message == (
        f"'{sys.executable}' could not send the site: looking no such host"
    )
    assert raised.value.fix == (
        "correct command under [publish] in site.toml; "
        f"the site itself is ready in {tmp_path / 'site'}"
    )


def test_a_program_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match="'no-such-program' cannot be run"):
        run_command(("no-such-program",), tmp_path, tmp_path)
