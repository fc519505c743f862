"""The loop of `galley serve`: build, serve, wait for a change, build again, tell the pages."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click
from tornado.httpserver import HTTPServer

from galley.console.live_server import ADDRESS, LiveSite, bind_next_port, make_application
from galley.console.watching import watch_content
from galley.speech.say import say


@dataclass(frozen=True)
class LiveBuild:
    """A site that follows its content.

    Attributes
    ----------
    build
        Builds the site once and reports for itself; it must not raise.
    content
        The folder to watch.
    outputs
        Folders whose changes mean nothing; the first is the site to serve.
    """

    build: Callable[[], None]
    content: Path
    outputs: tuple[Path, ...]

    async def run(self, port: int, on_ready: Callable[[str], None]) -> None:
        """Serve until cancelled; `on_ready` gets the address once the first build has ended."""
        site, saved = LiveSite(self.outputs[0]), asyncio.Queue[tuple[str, ...]]()
        listening, port = bind_next_port(port)
        server = HTTPServer(make_application(site))
        server.add_socket(listening)
        try:
            async with asyncio.TaskGroup() as tasks:
                # Watching starts before the first build, so that no change is missed meanwhile.
                tasks.create_task(self._collect_changes(saved))
                await self._build_once(site)
                on_ready(f"http://{ADDRESS}:{port}/")
                await self._follow_changes(site, saved)
        finally:
            server.stop()

    async def _follow_changes(self, site: LiveSite, saved: asyncio.Queue[tuple[str, ...]]) -> None:
        while True:
            names = ", ".join(await _all_of(saved))
            click.echo(say("Changed: {names}", names=names), err=True)
            await self._build_once(site)

    async def _collect_changes(self, saved: asyncio.Queue[tuple[str, ...]]) -> None:
        async for names in watch_content(self.content, self.outputs):
            await saved.put(names)

    async def _build_once(self, site: LiveSite) -> None:
        await _in_thread(self.build)
        await site.announce()


async def _all_of(saved: asyncio.Queue[tuple[str, ...]]) -> list[str]:
    names = set(await saved.get())
    while not saved.empty():
        names.update(saved.get_nowait())
    return sorted(names)


async def _in_thread(work: Callable[[], None]) -> None:
    # Not asyncio.to_thread: at Ctrl-C that would wait until the build has ended.
    done, loop = asyncio.Event(), asyncio.get_running_loop()

    def run() -> None:
        try:
            work()
        finally:
            loop.call_soon_threadsafe(done.set)

    threading.Thread(target=run, daemon=True).start()
    await done.wait()
