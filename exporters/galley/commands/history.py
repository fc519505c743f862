"""`galley history`: what was published when, and which of it readers see."""

from __future__ import annotations

from pathlib import Path

import click

from galley.console.content_path import resolve_content
from galley.console.options import store_option
from galley.leaving_out import FORMAT_CHECKERS, leaving_out
from galley.speech.say import say


@click.command(
    short_help="List what was published when, and what readers see now.",
    epilog="Example: galley history web",
)
@click.argument("target", required=False)
@click.option("--content", metavar="FOLDER", help="Content folder; otherwise as for `build`.")
@store_option
def history(target: str | None, *, content: str | None, store: Path | None) -> int:
    """List the versions that were published to TARGET, or to every target, the newest first.

    The last 20 of each are kept in the store, with all their files, so that `galley undo` can
    bring them back. Nothing is looked up: what others do there does not show.
    """
    with leaving_out(*FORMAT_CHECKERS):
        from galley.console.publishing_text import history_text
        from galley.execution.store import find_store
        from galley.publishing.choosing import choose_target, targets_of
        from galley.publishing.version import published_targets, versions_of
        from galley.workspace import read_config

    place = resolve_content(content, Path.cwd())
    config = read_config(place.root, place.name)
    root = find_store(place.root, store.expanduser().absolute() if store else None).root
    known = targets_of(config, place.root)
    published = published_targets(root)
    if target is not None and target not in published:
        published = {choose_target(target, config, place.root).name: ()}
    names = [target] if target else list(published)
    texts = []
    for name in names:
        versions = versions_of(root, name).read()
        address = known[name].address if name in known else ""
        nothing = say("{name}: nothing was published yet.", name=name)
        texts.append(history_text(name, versions, address) if versions else nothing)
    click.echo("\n\n".join(texts) or say("Nothing was published yet: galley publish"))
    return 0
