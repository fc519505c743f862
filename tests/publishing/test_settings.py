"""``[publish]`` in ``site.toml``: targets by name, and no passwords."""

from __future__ import annotations

import pytest

from galley.config import parse_config
from galley.config_publishing import PublishTarget
from galley.findings import ContentError

WEB = '[publish.targets.web]\nto = "../www"\n'


def test_targets_have_names_places_and_addresses() -> None:
    text = (
        f'[publish]\ndefault = "web"\n{WEB}address = "https://example.org/blog"\n'
        '[publish.targets.pages]\nto = "https://github.com/maria/blog.git"\nbranch = "gh-pages"'
    )
    publish = parse_config(text, "site.toml")[0].publish

    assert publish.default == "web"
    assert publish.targets == {
        "web": PublishTarget(to="../www", address="https://example.org/blog/"),
        "pages": PublishTarget(to="https://github.com/maria/blog.git", branch="gh-pages"),
    }


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            '[publish.targets.web]\nto = "sftp://maria:s3cret@example.org/www"',
            "site.toml:2: 'to' holds a password, and this file is no place for one\n"
            "  Fix: Write sftp://maria@… without it, and change the password if others have seen "
            "this file.",
        ),
        (
            f'[publish]\ndefault = "wep"\n{WEB}',
            "site.toml:2: 'default' in 'publish' is 'wep', and there is no such target\n"
            "  Fix: did you mean 'web'?",
        ),
        (
            f'[publish]\ndefault = "mirror"\n{WEB}',
            "site.toml:2: 'default' in 'publish' is 'mirror', and there is no such target\n"
            "  Fix: Add [publish.targets.mirror], or remove it.",
        ),
        (
            '[publish.targets."../x"]\nto = "www"',
            "site.toml: '../x' cannot be the name of a target\n"
            "  Fix: Use lower-case letters, digits and hyphens, for example [publish.targets.web].",
        ),
        (
            f'{WEB}branch = "-x"',
            "site.toml:3: 'branch' in 'publish.targets.web' is '-x', which is not the name "
            'of a branch\n  Fix: Write for example branch = "gh-pages"',
        ),
    ],
)
def test_what_cannot_be_meant_is_refused(text: str, message: str) -> None:
    with pytest.raises(ContentError) as raised:
        parse_config(text, "site.toml")
    assert str(raised.value) == message
