"""Drafts in a WordPress that follows the schema of the real one's REST interface."""

from __future__ import annotations

import json
import socket
import ssl
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from http.server import ThreadingHTTPServer
from pathlib import Path

import nbformat
import nbformat.v4 as nb
import pytest
from tests.publishing import wordpress_peer
from tests.publishing.authors import Author, NoRing
from tests.publishing.wordpress_peer import PASSWORD, USER, Peer, Refused

from galley.cli import run
from galley.console.wordpress import plan_text
from galley.findings import EnvironmentFault, UsageError
from galley.publishing.credentials import Credentials
from galley.publishing.remote_faults import Patience
from galley.publishing.wordpress.comparing import Plan, compare, look
from galley.publishing.wordpress.post import Medium, Post, post_of
from galley.publishing.wordpress.record import read_record, write_record
from galley.publishing.wordpress.rest import WordPress
from galley.publishing.wordpress.sending import Sender

pytestmark = pytest.mark.kernel

META = {
    "title": "When is the window?",
    "description": "What is known of timing.",
    "kind": "article",
    "dates": {"published": "2026-11-20"},
    "category": "Timing & dose",
    "tags": ["stroke"],
    "figures": [
        {"picture": {"src": "files/fig-window.png"}, "caption": "Weeks matter."},
    ],
}
BODY = """<div class="galley-article" lang="en">
<p>Text <a href="files/table.csv">table</a> and <a href="files/notes.bib">notes</a>.</p>
<picture>
<source media="(max-width: 600px)" srcset="files/fig-window-narrow.png" width="350">
<img src="files/fig-window.png" alt="A timeline of 12 weeks &amp; more." width="720">
</picture>
<p>Download: <a href="files/table.csv" download>Data (CSV)</a>, \
<a href="files/fig-window.svg" download>Drawing (SVG)</a></p>
<p>Download references: <a href="files/refs.bib" download>BibTeX</a></p>
</div>
"""
FILES = {
    "meta.json": json.dumps(META).encode(),
    "body-pictures.html": BODY.encode(),
    "files/fig-window.png": b"wide picture",
    "files/fig-window-narrow.png": b"narrow picture",
    "files/fig-window.svg": b"<svg/>",
    "files/table.csv": b"a,b",
}
WINDOW = post_of("when-is-the-window", FILES, keeps_sources=False)
PAGE = Post("about", "pages", "About us", "Who we are.", "about", "<p>We.</p>")


@pytest.fixture
def peer() -> Iterator[Peer]:
    with wordpress_peer.running() as made:
        yield made


class Desk:
    """An author who publishes posts to the WordPress of the test."""

    def __init__(self, peer: Peer, file: Path) -> None:
        self.peer, self.file = peer, file

    def wordpress(self, password: str = PASSWORD, author: Author | None = None) -> WordPress:
        environ = {"GALLEY_BLOG_PASSWORD": password} if password else {}
        to = f"wordpress+http://{USER}@{self.peer.origin.removeprefix('http://')}"
        return WordPress(
            "blog", to, Credentials(environ, NoRing(), author or Author()), Patience((0.0, 0.0))
        )

    def plan(self, *posts: Post, takes_over: bool = False) -> Plan:
        wordpress, record = self.wordpress(), read_record(self.file)
        wordpress.log_in()
        return compare(posts, look(wordpress, posts, record), record, takes_over=takes_over)

    def publish(self, *posts: Post, takes_over: bool = False) -> dict[str, str]:
        wordpress, record = self.wordpress(), read_record(self.file)
        wordpress.log_in()
        plan = compare(posts, look(wordpress, posts, record), record, takes_over=takes_over)
        sender = Sender(wordpress, record, lambda each: write_record(self.file, each))
        return sender.send(plan, lambda _: None)


@pytest.fixture
def desk(peer: Peer, tmp_path: Path) -> Desk:
    return Desk(peer, tmp_path / "record.json")


def test_an_article_becomes_a_draft_with_all_its_fields(peer: Peer, desk: Desk) -> None:
    found = desk.publish(WINDOW)

    post = peer.post("when-is-the-window")
    terms = {number: each["name"] for number, each in peer.terms.items()}
    assert found == {
        "when-is-the-window": f"{peer.origin}/wp-admin/post.php?post={post['id']}&action=edit"
    }
    assert post["status"] == "draft"
    assert post["title"]["raw"] == "When is the window?"
    assert post["excerpt"]["raw"] == "What is known of timing."
    assert post["date"] == "2026-11-20T00:00:00"
    assert [terms[each] for each in post["categories"]] == ["Timing &amp; dose"]
    assert [terms[each] for each in post["tags"]] == ["stroke"]
    assert peer.media[post["featured_media"]]["slug"].startswith("when-is-the-window-fig-window-")


def test_pictures_are_in_the_library_with_alt_text_and_caption(peer: Peer, desk: Desk) -> None:
    desk.publish(WINDOW)

    picture = next(each for each in peer.media.values() if "fig-window" in each["slug"])
    content = peer.post("when-is-the-window")["content"]["raw"]
    assert picture["alt_text"] == "A timeline of 12 weeks & more."
    assert picture["caption"]["raw"] == "Weeks matter."
    assert f'<img src="{picture["source_url"]}" alt="A timeline' in content
    assert "files/" not in content.replace("wp-content", "")


def test_what_wordpress_does_not_take_is_left_out_of_the_text() -> None:
    assert {each.path for each in WINDOW.media} == {"files/fig-window.png", "files/table.csv"}
    assert '<a href="files/table.csv">table</a> and notes.' in WINDOW.html
    assert '<p>Download: <a href="files/table.csv" download>Data (CSV)</a></p>' in WINDOW.html
    assert "Download references" not in WINDOW.html
    assert "<source" not in WINDOW.html


def test_an_account_that_may_write_all_html_keeps_pictures_for_phones() -> None:
    post = post_of("x", FILES, keeps_sources=True)

    assert "files/fig-window-narrow.png" in {each.path for each in post.media}


def test_a_page_has_no_categories(peer: Peer, desk: Desk) -> None:
    desk.publish(PAGE)

    assert (peer.post("about")["kind"], peer.terms) == ("pages", {})


def test_what_has_not_changed_is_not_sent_again(peer: Peer, desk: Desk) -> None:
    desk.publish(WINDOW, PAGE)
    peer.asked.clear()

    plan = desk.plan(WINDOW, PAGE)
    desk.publish(WINDOW, PAGE)

    assert (plan.new, plan.changed, plan.same) == ((), (), (WINDOW, PAGE))
    assert peer.written == []


def test_a_changed_text_is_sent_without_its_pictures(peer: Peer, desk: Desk) -> None:
    desk.publish(WINDOW)
    peer.asked.clear()

    desk.publish(replace(WINDOW, html=WINDOW.html.replace("Text", "New text")))

    number = peer.post("when-is-the-window")["id"]
    assert peer.written == [f"POST /wp/v2/posts/{number}"]
    assert "New text" in peer.post("when-is-the-window")["content"]["raw"]


def test_a_new_picture_alone_is_uploaded(peer: Peer, desk: Desk) -> None:
    desk.publish(WINDOW)
    media = tuple(
        replace(each, data=b"redrawn") if each.path.endswith("png") else each
        for each in WINDOW.media
    )
    peer.asked.clear()

    desk.publish(replace(WINDOW, media=media))

    assert peer.written.count("POST /wp/v2/media") == 1


def test_what_the_author_has_published_there_stays_public(peer: Peer, desk: Desk) -> None:
    desk.publish(WINDOW)
    peer.post("when-is-the-window")["status"] = "publish"

    desk.publish(replace(WINDOW, title="Another title"))

    post = peer.post("when-is-the-window")
    assert (post["status"], post["title"]["raw"]) == ("publish", "Another title")


def test_a_post_that_was_edited_there_is_left_alone_until_it_is_taken_over(
    peer: Peer, desk: Desk
) -> None:
    desk.publish(WINDOW)
    peer.post("when-is-the-window")["content"]["raw"] += "<p>Edited.</p>"
    changed = replace(WINDOW, title="Another title")

    plan = desk.plan(changed)
    desk.publish(changed)
    left = peer.post("when-is-the-window")["content"]["raw"]
    desk.publish(changed, takes_over=True)

    assert plan.edited == (changed,)
    assert left.endswith("<p>Edited.</p>")
    assert "Edited" not in peer.post("when-is-the-window")["content"]["raw"]


def test_a_post_that_was_deleted_there_is_told_and_not_made_anew(peer: Peer, desk: Desk) -> None:
    desk.publish(WINDOW, PAGE)
    peer.posts.pop(peer.post("when-is-the-window")["id"])
    peer.post("about")["status"] = "trash"

    plan = desk.plan(WINDOW, PAGE)
    desk.publish(WINDOW, takes_over=True)

    assert plan.deleted == (WINDOW, PAGE)
    assert peer.post("when-is-the-window")["status"] == "draft"


def test_somebody_elses_post_at_the_same_address_stays(peer: Peer, desk: Desk) -> None:
    peer.posts[99] = {
        "id": 99,
        "kind": "posts",
        "status": "publish",
        "slug": "when-is-the-window",
        "content": {"raw": "mine"},
    }

    plan = desk.plan(WINDOW, takes_over=True)

    assert (plan.taken, plan.new, plan.changed) == ((WINDOW,), (), ())


def test_without_the_record_a_post_of_ours_is_not_made_twice(peer: Peer, desk: Desk) -> None:
    desk.publish(WINDOW)
    desk.file.unlink()
    peer.asked.clear()

    plan = desk.plan(WINDOW)
    desk.publish(WINDOW, takes_over=True)

    assert (plan.edited, plan.new) == ((WINDOW,), ())
    assert len(peer.posts) == 1
    assert "POST /wp/v2/media" not in peer.written


def test_an_account_whose_html_is_filtered_finds_its_post_unchanged(peer: Peer, desk: Desk) -> None:
    peer.role = "author"
    with_script = replace(WINDOW, html=f"{WINDOW.html}<script>1</script><picture></picture>")

    desk.publish(with_script)

    content = peer.post("when-is-the-window")["content"]["raw"]
    assert "<script" not in content
    assert 'alt="A timeline of 12 weeks &amp; more."' in content
    assert desk.plan(with_script).same == (with_script,)


def test_a_tag_beyond_the_first_page_of_a_list_is_found(peer: Peer, desk: Desk) -> None:
    for count in range(130):
        number = peer.number()
        peer.terms[number] = {"id": number, "kind": "tags", "name": f"stroke {count}"}
    last = peer.number()
    peer.terms[last] = {"id": last, "kind": "tags", "name": "Stroke"}

    desk.publish(WINDOW)

    assert peer.post("when-is-the-window")["tags"] == [last]


def test_an_answer_that_was_lost_makes_nothing_twice(peer: Peer, desk: Desk) -> None:
    peer.loses = {"POST /wp/v2/posts": 1, "POST /wp/v2/media": 2, "GET /wp/v2/users/me": 1}

    desk.publish(WINDOW)

    assert (len(peer.posts), len(peer.media)) == (1, 2)
    assert desk.plan(WINDOW).same == (WINDOW,)


def test_a_busy_server_is_asked_again(peer: Peer, desk: Desk) -> None:
    peer.busy = 2

    desk.publish(PAGE)

    assert len(peer.posts) == 1


def test_after_a_broken_connection_the_next_publish_goes_on(peer: Peer, desk: Desk) -> None:
    more = Post("more", "posts", "More", "", "more", "<p>More.</p>")
    peer.refuses = lambda name: (
        Refused(500, "internal_server_error", "No space left on device")
        if name == "POST /wp/v2/posts" and len(peer.posts) == 1
        else None
    )
    with pytest.raises(EnvironmentFault) as told:
        desk.publish(WINDOW, more)
    peer.refuses = lambda _: None
    peer.asked.clear()

    desk.publish(WINDOW, more)

    assert told.value.message == f"there is no room left at {peer.origin}"
    assert peer.written == ["POST /wp/v2/posts"]
    assert len(peer.posts) == 2


def test_a_site_without_pretty_addresses_is_reached(peer: Peer, desk: Desk) -> None:
    peer.has_pretty_addresses = False

    desk.publish(WINDOW)

    assert peer.post("when-is-the-window")["status"] == "draft"


def test_a_wrong_password_is_said_with_the_way_to_the_right_one(peer: Peer, desk: Desk) -> None:
    with pytest.raises(EnvironmentFault) as told:
        desk.wordpress("her usual one").log_in()

    assert str(told.value) == (
        f"{peer.origin} does not let maria in\n"
        "  Fix: It wants an application password, not the usual one: make it in WordPress under "
        "Users, Profile, Application Passwords, then set GALLEY_BLOG_PASSWORD, or publish at a "
        "terminal, where Galley asks for it."
    )


def test_a_password_is_asked_for_until_it_is_right(peer: Peer, desk: Desk) -> None:
    author = Author("wrong", PASSWORD)

    account = desk.wordpress("", author).log_in()

    assert account["id"] == 1
    assert author.questions == [f"Password of maria for {peer.origin}"] * 2


def test_an_account_that_may_not_write_is_said(peer: Peer, desk: Desk) -> None:
    peer.role = "subscriber"

    with pytest.raises(EnvironmentFault) as told:
        desk.publish(PAGE)

    assert str(told.value) == (
        f"{peer.origin} does not let maria do that: Sorry, you are not allowed to create posts.\n"
        "  Fix: Publish with an account that may write and change posts and upload files: an "
        "Author, an Editor or an Administrator."
    )


def test_what_wordpress_finds_wrong_is_passed_on(peer: Peer, desk: Desk) -> None:
    peer.refuses = lambda name: (
        Refused(400, "rest_invalid_param", "Invalid parameter(s): date", params={"date": "No."})
        if name == "POST /wp/v2/posts"
        else None
    )

    with pytest.raises(EnvironmentFault) as told:
        desk.publish(replace(WINDOW, media=(), featured=""))

    assert told.value.message == (
        f"{peer.origin} says: Invalid parameter(s): date No. (when-is-the-window)"
    )


def test_a_password_follows_no_redirect(peer: Peer, desk: Desk) -> None:
    peer.moved_to = "https://elsewhere.example"

    with pytest.raises(EnvironmentFault) as told:
        desk.wordpress().log_in()

    assert str(told.value) == (
        f"{peer.origin} sends on to https://elsewhere.example\n"
        "  Fix: Write that address into site.toml: a password is sent to no other place."
    )


def test_a_site_that_is_no_wordpress_is_said(peer: Peer, desk: Desk) -> None:
    peer.is_wordpress = False

    with pytest.raises(EnvironmentFault) as told:
        desk.wordpress().log_in()

    assert str(told.value) == (
        f"there is no WordPress with a REST interface at {peer.origin}\n"
        "  Fix: Check the target's address in site.toml; a security plug-in may have switched the "
        "interface off."
    )


@pytest.mark.parametrize(
    ("to", "words"),
    [
        ("wordpress://example.org", "'wordpress://example.org' does not say for which account"),
        (
            "wordpress+http://maria@example.org",
            "'wordpress+http://maria@example.org' would send a password unprotected",
        ),
    ],
)
def test_an_address_without_account_or_protection_is_refused(to: str, words: str) -> None:
    with pytest.raises(UsageError) as told:
        WordPress("blog", to, Credentials({}, NoRing(), Author()))

    assert told.value.message == words


def test_a_certificate_that_nobody_has_signed_is_refused(tmp_path: Path) -> None:
    with wordpress_peer.running(lambda server: _secure(server, tmp_path)) as peer:
        host = f"localhost:{peer.origin.rpartition(':')[2]}"
        wordpress = WordPress(
            "blog", f"wordpress://maria@{host}", Credentials({}, NoRing(), Author())
        )
        with pytest.raises(EnvironmentFault) as told:
            wordpress.log_in()

    assert str(told.value) == (
        "localhost cannot prove that it is localhost: it has signed its certificate itself\n"
        "  Fix: Nothing was sent. Check the address, and the clock of this computer; if both are "
        "right, tell whoever runs the server that its certificate is not valid."
    )


def _secure(server: ThreadingHTTPServer, folder: Path) -> None:
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    (folder / "cert.pem").write_bytes(
        made.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "cert.pem")
    server.socket = context.wrap_socket(server.socket, server_side=True)


def test_a_server_that_is_not_there_is_said() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        wordpress = WordPress(
            "blog", f"wordpress+http://maria@127.0.0.1:{port}", Credentials({}, NoRing(), Author())
        )
        with pytest.raises(EnvironmentFault) as told:
            wordpress.log_in()

    assert told.value.message == f"nothing answers at 127.0.0.1, port {port}"


def test_what_would_change_is_told_with_what_is_left_alone() -> None:
    other = replace(PAGE, title="Contact")
    plan = Plan(
        new=(WINDOW,),
        changed=((PAGE, 3),),
        edited=(other,),
        deleted=(other,),
        taken=(other,),
        left={"old": "Old post"},
    )

    assert plan_text(plan, "https://example.org") == (
        "To https://example.org: 1 new, 1 changed, 0 as they are.\n"
        "  new: When is the window?  (when-is-the-window)\n"
        "  changed: About us  (about)\n"
        "Changed in WordPress since, and left alone: Contact. --take-over replaces them.\n"
        "Deleted in WordPress, and not sent again: Contact. --take-over sends them.\n"
        "Left alone, because another post has their address: Contact. Give them another slug.\n"
        "No longer among your articles, and still in WordPress: Old post. Remove them there."
    )


def test_a_file_has_the_same_name_whenever_it_is_sent() -> None:
    medium = Medium("files/Fig Window.PNG", b"x", owner="timing-id")

    assert medium.name == "timing-id-fig-window-2d711642b726.png"


def test_galley_publish_sends_articles_as_drafts_and_the_second_time_nothing(
    peer: Peer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "site.toml").write_text(
        'title = "Blog"\nbase_url = "https://example.org/"\n[publish.targets.blog]\n'
        f'to = "wordpress+http://maria@{peer.origin.removeprefix("http://")}"\n',
        "utf-8",
    )
    text = "---\ntitle: Window\ndate: 2026-11-20\ntags: [stroke]\n---\n\n# Window\n\nWords.\n"
    nbformat.write(
        nb.new_notebook(cells=[nb.new_markdown_cell(text, id="text")]), tmp_path / "window.ipynb"
    )
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795772800")
    monkeypatch.setenv("GALLEY_BLOG_PASSWORD", PASSWORD)
    publish = ["publish", "blog", "--with-errors"]

    dry, after_dry = run([*publish, "--dry-run"]), len(peer.posts)
    first = capsys.readouterr().out
    sent = run([*publish, "--yes"])
    second = capsys.readouterr().out
    again = run([*publish, "--yes"])
    third = capsys.readouterr().out
    undone = run(["undo", "blog"])

    assert (dry, after_dry, sent, again, undone) == (0, 0, 0, 0, 2)
    assert first == (
        f"To {peer.origin}: 1 new, 0 changed, 0 as they are.\n"
        "  new: Window  (window)\n"
        f"This will be public at {peer.origin}:\n"
        "  1 page\n"
        "  The notebooks stay here, with every cell that no page shows.\n\n"
        "Nothing was sent.\n"
    )
    # The dry run was no yes.
    assert "This will be public" in second
    number = peer.post("window")["id"]
    assert second.endswith(
        f"Sent to {peer.origin}. New posts are drafts: look at them and publish them there:\n"
        f"  window: {peer.origin}/wp-admin/post.php?post={number}&action=edit\n"
    )
    assert third == f"To {peer.origin}: 0 new, 0 changed, 1 as they are.\n"
    assert "Words." in peer.post("window")["content"]["raw"]


def test_going_back_is_left_to_wordpress(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    to = "wordpress://maria@example.org"
    (tmp_path / "site.toml").write_text(f'[publish.targets.blog]\nto = "{to}"\n', "utf-8")
    monkeypatch.chdir(tmp_path)

    assert run(["undo", "blog"]) == 2
    assert capsys.readouterr().err == (
        f"'{to}' is a WordPress, which takes drafts and keeps their versions by itself\n"
        "  Fix: send drafts with 'galley publish' at a terminal; for an older version, open the "
        "post there and look at its revisions\n"
    )
