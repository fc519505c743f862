"""The live server, for real: sockets, files that change, a build function that writes pages."""

import asyncio
import urllib.error
import urllib.request
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from watchfiles import Change

from galley.console.live_build import LiveBuild
from galley.console.live_page import add_reload, allow_own_script
from galley.console.live_server import bind_next_port, find_file
from galley.console.watching import ContentFilter

PAGE = (
    '<!doctype html><html><head><meta http-equiv="Content-Security-Policy" '
    "content=\"default-src &#39;none&#39;; style-src 'self'\"></head><body>{}</body></html>"
)


class Content:
    """A content folder with one text file, and a build that makes a page of it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.site = folder / "my blog é", folder / "my blog é" / "site"
        self.folder.mkdir()
        self.text = self.folder / "article.txt"
        self.text.write_text("first", encoding="utf-8")

    def build(self) -> None:
        text = self.text.read_text(encoding="utf-8")
        if text == "broken":
            return
        self.site.mkdir(exist_ok=True)
        (self.site / "index.html").write_text(PAGE.format(text), encoding="utf-8")


@asynccontextmanager
async def served(content: Content) -> AsyncIterator[str]:
    """Run the live server on any free port until the block ends; yield its address."""
    ready: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    live = LiveBuild(content.build, content.folder.resolve(), (content.site,))
    task = asyncio.create_task(live.run(0, ready.set_result))
    try:
        yield await asyncio.wait_for(ready, 20)
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def read(address: str) -> tuple[int, str]:
    def fetch() -> tuple[int, str]:
        try:
            with urllib.request.urlopen(address, timeout=10) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode()

    return await asyncio.to_thread(fetch)


async def next_version(reader: asyncio.StreamReader) -> str:
    while True:
        line = (await asyncio.wait_for(reader.readline(), 20)).decode().strip()
        if line.startswith("data: "):
            return line.removeprefix("data: ")


async def listen(address: str) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    port = int(address.rstrip("/").rpartition(":")[2])
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"GET /-/galley/events HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
    return reader, writer


def run(content: Content, steps: Callable[[str], Awaitable[None]]) -> None:
    async def all_steps() -> None:
        async with served(content) as address:
            await steps(address)

    asyncio.run(all_steps())


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return Content(tmp_path)


def test_a_change_is_built_and_told_to_open_pages(content: Content) -> None:
    async def steps(address: str) -> None:
        reader, writer = await listen(address)
        before = await next_version(reader)
        content.text.write_text("second", encoding="utf-8")
        assert await next_version(reader) != before
        assert "second" in (await read(address))[1]
        writer.close()

    run(content, steps)


def test_the_last_good_page_stays_when_a_build_fails(content: Content) -> None:
    async def steps(address: str) -> None:
        reader, writer = await listen(address)
        before = await next_version(reader)
        content.text.write_text("broken", encoding="utf-8")
        assert await next_version(reader) != before
        assert "first" in (await read(address))[1]
        writer.close()

    run(content, steps)


def test_pages_get_the_script_and_files_on_disk_do_not(content: Content) -> None:
    async def steps(address: str) -> None:
        status, page = await read(address)
        assert status == 200
        assert '<script src="/-/galley/reload.js?version=' in page
        assert "script-src 'self'" in page
        assert "script" not in (content.site / "index.html").read_text(encoding="utf-8")

    run(content, steps)


def test_a_missing_page_is_answered_with_the_sites_own_404(content: Content) -> None:
    async def steps(address: str) -> None:
        assert (await read(address + "nothing.html"))[0] == 404
        (content.site / "404.html").write_text("<p>own page</p>", encoding="utf-8")
        status, page = await read(address + "nothing.html")
        assert (status, "own page" in page) == (404, True)

    run(content, steps)


def test_before_the_first_good_build_the_page_says_to_look_at_the_terminal(
    content: Content,
) -> None:
    content.text.write_text("broken", encoding="utf-8")

    async def steps(address: str) -> None:
        status, page = await read(address)
        assert status == 503
        assert "There is no page yet" in page

    run(content, steps)


def test_a_request_under_another_host_name_is_refused(content: Content) -> None:
    async def steps(address: str) -> None:
        request = urllib.request.Request(address, headers={"Host": "evil.example"})

        def fetch() -> int:
            try:
                with urllib.request.urlopen(request, timeout=10) as answer:
                    return int(answer.status)
            except urllib.error.HTTPError as error:
                with error:
                    return error.code

        assert await asyncio.to_thread(fetch) == 403

    run(content, steps)


def test_a_taken_port_gives_the_next_free_one() -> None:
    first, port = bind_next_port(0)
    second, other = bind_next_port(port)
    first.close()
    second.close()
    assert other > port


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("", "index.html"),
        ("id/", "id/index.html"),
        ("a.txt", "a.txt"),
        ("../secret.txt", None),
        (".hidden", None),
        ("C:\\secret.txt", None),
        ("nothing", None),
    ],
)
def test_only_files_of_the_site_are_found(tmp_path: Path, path: str, found: str | None) -> None:
    site = tmp_path / "site"
    for name in ("index.html", "id/index.html", "a.txt", ".hidden", "../secret.txt"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text("x", encoding="utf-8")
    expected = site.resolve() / found if found else None
    assert find_file(site.resolve(), path) == expected


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        (
            "default-src 'none'; img-src 'self' data:",
            "default-src 'none'; img-src 'self' data:; script-src 'self'; connect-src 'self'",
        ),
        (
            "script-src 'none'; connect-src https://a.example",
            "script-src 'self'; connect-src https://a.example 'self'",
        ),
    ],
)
def test_the_policy_is_widened_for_the_reload_script_alone(policy: str, expected: str) -> None:
    assert allow_own_script(policy) == expected


def test_a_page_without_a_body_end_still_gets_the_script() -> None:
    assert add_reload("<p>x", "7-1").endswith('reload.js?version=7-1"></script>')


@pytest.mark.parametrize(
    ("name", "matters"),
    [
        ("article.ipynb", True),
        ("site.toml", True),
        ("images/brain.png", True),
        ("site/index.html", False),
        (".galley/x/executed.ipynb", False),
        (".ipynb_checkpoints/article-checkpoint.ipynb", False),
        (".~article.ipynb", False),
        ("__pycache__/helper.cpython-311.pyc", False),
    ],
)
def test_only_what_the_author_changes_makes_the_site_old(
    tmp_path: Path, name: str, *, matters: bool
) -> None:
    is_wanted = ContentFilter([tmp_path / "site"])
    assert is_wanted(Change.modified, str(tmp_path.resolve() / name)) is matters
