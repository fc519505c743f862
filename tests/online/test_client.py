"""How the network is asked: politely, within limits, and never without a reason."""

import asyncio
import socket
import ssl

import pytest
from tests.online.server import Page
from tornado.simple_httpclient import HTTPTimeoutError

from galley.online.cache import Answer, Cache
from galley.online.client import Clock, Services
from galley.online.manners import Manners
from galley.online.reachable import PrivateAddressError, PublicResolver, is_public, is_public_host
from galley.online.transport import Reason, no_answer

BIB = "".join(
    f"@article{{k{n}, title={{A Paper}}, author={{Lee, Ann}}, year={{2012}}, doi={{10.1/{n}}}}}\n"
    for n in range(6)
)
TEXT = "Words [@k0; @k1; @k2; @k3; @k4; @k5]."
ONE = "Words [@k0]."


@pytest.fixture
def all_known(network):
    for number in range(6):
        network.crossref(f"10.1/{number}", title=["A Paper"], issued={"date-parts": [[2012]]})


@pytest.mark.usefixtures("all_known")
def test_a_second_run_asks_nothing(look, network, client):
    network.pages["/there"] = Page()
    text = f"{TEXT} [a]({network.origin}/there) [b]({network.origin}/gone)"
    first = look(text, BIB)
    asked = len(network.requests)
    again = client()
    assert look(text, BIB, with_client=again) == first
    assert len(network.requests) == asked
    assert (again.answers, again.oldest_s) == (0, 1_764_115_200.0)


@pytest.mark.usefixtures("all_known")
def test_one_address_is_asked_at_a_time(look, network):
    for page in network.pages.values():
        page.delay_s = 0.02
    assert look(TEXT, BIB) == []
    assert (len(network.requests), network.most_at_once) == (6, 1)


@pytest.mark.usefixtures("all_known")
def test_a_host_is_left_alone_between_two_questions(look, client, a_time):
    manners = Manners(pause_s=0.35, stranger_pause_s=1.0)
    still = Clock(now_s=a_time.clock().now_s, running_s=lambda: 5.0, sleep=a_time.waits.append)
    look(TEXT, BIB, with_client=client(manners=manners, clock=still))
    assert a_time.waits == pytest.approx([1.0] * 5)
    a_time.waits.clear()
    look(
        TEXT,
        BIB,
        with_client=client(
            manners=manners, clock=still, cache=Cache(None), contact="maria@example.org"
        ),
    )
    assert a_time.waits == pytest.approx([0.35] * 5)


@pytest.mark.usefixtures("all_known")
def test_the_contact_is_sent_to_crossref_and_in_the_name_of_the_program(look, network, client):
    network.pages["/there"] = Page()
    asking = client(contact="maria.lopez+x@example.org", version="0.1.0")
    look(f"{ONE} [a]({network.origin}/there)", BIB, with_client=asking)
    to_crossref, to_link = network.requests
    assert to_crossref.query == {"mailto": ["maria.lopez+x@example.org"]}
    agent = "galley-articles/0.1.0 (mailto:maria.lopez+x@example.org)"
    assert to_crossref.headers["User-Agent"] == to_link.headers["User-Agent"] == agent
    assert to_link.query == {}


@pytest.mark.usefixtures("all_known")
def test_without_a_contact_none_is_sent(look, network, client):
    look(ONE, BIB, with_client=client(version="0.1.0"))
    assert network.requests[0].query == {}
    assert network.requests[0].headers["User-Agent"] == "galley-articles/0.1.0"


def test_a_busy_service_is_asked_again_when_it_says(look, network, a_time):
    network.crossref("10.1/0", title=["A Paper"], issued={"date-parts": [[2012]]})
    path = "/crossref/works/10.1/0"
    network.pages[path] = [Page(429, headers={"Retry-After": "7"}), network.pages[path]]
    assert look(ONE, BIB) == []
    assert 7.0 in a_time.waits


def test_a_service_that_stays_busy_is_told_of_once(look, network):
    for number in range(6):
        network.pages[f"/crossref/works/10.1/{number}"] = Page(503)
        network.registered(f"10.1/{number}")
    assert look(TEXT, BIB) == [
        "warning online-service-failed notebooks/references.bib: Crossref left 6 questions about "
        "references open: it answered with error 503\n"
        "  Fix: Check again later; nothing is known to be wrong with these references."
    ]
    assert sum("crossref" in asked for asked in network.asked) == 6  # two works, three times


def test_a_service_that_wants_to_be_left_alone_for_an_hour_is(look, network, a_time):
    network.pages["/crossref/works/10.1/0"] = Page(429, headers={"Retry-After": "3600"})
    network.registered("10.1/0")
    assert len(look(ONE, BIB)) == 1
    assert [asked for asked in network.asked if "crossref" in asked] == [
        "GET /crossref/works/10.1/0"
    ]
    assert max(a_time.waits, default=0) < 1


def test_a_service_that_is_down_is_a_warning_and_the_others_are_asked(look, network, client):
    nowhere = "http://127.0.0.1:9"
    services = Services(nowhere, f"{network.origin}/datacite", f"{network.origin}/doi")
    for number in range(5):
        network.registered(f"10.1/{number}")
    asking = client(services=services, trusted=[network.origin, nowhere])
    assert [told.partition("\n")[0] for told in look(TEXT, BIB, with_client=asking)] == [
        "error doi-unknown notebooks/references.bib:6: the DOI 10.1/5 of 'k5' is registered "
        "nowhere, says doi.org",
        "warning online-service-failed notebooks/references.bib: Crossref left 7 questions about "
        "references open: nothing answers there",
    ]


def test_a_slow_service_is_given_up(look, network, client):
    network.pages["/crossref/works/10.1/0"] = Page(delay_s=0.5)
    network.registered("10.1/0")
    (told,) = look(ONE, BIB, with_client=client(manners=Manners(total_s=0.1, retries=0)))
    assert "Crossref left 1 question about references open: it did not answer in time" in told


def test_a_huge_answer_is_not_read(look, network):
    network.pages["/crossref/works/10.1/0"] = Page(body=b"{" + b" " * 200_000 + b"}")
    network.registered("10.1/0")
    (told,) = look(ONE, BIB)
    assert "references open: its answer is too large, or broke off" in told


def test_a_service_that_sends_elsewhere_into_a_private_network_is_not_followed(look, network):
    page = Page(302, headers={"Location": "https://169.254.169.254/works"})
    network.pages["/crossref/works/10.1/0"] = page
    network.registered("10.1/0")
    (told,) = look(ONE, BIB)
    assert "references open: it is in a private network" in told


def test_a_machine_without_network_says_so_once(look, client):
    gone = Services("https://a.invalid", "https://b.invalid", "https://c.invalid")
    asking = client(services=gone, manners=Manners(pause_s=0, retries=0))
    text = f"{TEXT} [a](https://d.invalid/x)"
    expected = [
        "warning online-service-failed {}: this machine seems to be offline: no service can be "
        "found, so nothing was looked up\n"
        "  Fix: Connect it and check again. Galley asks directly; where only a proxy leads out, "
        "--online does not work."
    ]
    assert look(text, BIB, with_client=asking) == [expected[0].format("notebooks/references.bib")]
    assert look("[a](https://d.invalid/x)", with_client=asking) == [
        expected[0].format("notebooks/a.ipynb")
    ]


def test_a_damaged_or_foreign_answer_on_disk_is_none(tmp_path):
    cache = Cache(tmp_path)
    cache.write("https://a/", Answer(200, {"x": 1}, 5.0))
    assert cache.read("https://a/", 6.0) == Answer(200, {"x": 1}, 5.0)
    assert cache.read("https://a/", 4.0) is None  # from the future
    (path,) = tmp_path.iterdir()
    for text in ("", "[]", "{}", '{"schema": 1, "url": "https://b/"}', "[" * 100_000):
        path.write_text(text)
        assert cache.read("https://a/", 6.0) is None


def test_old_answers_are_removed_and_a_folder_that_cannot_be_written_costs_nothing(tmp_path):
    cache = Cache(tmp_path / "new")
    cache.write("https://a/", Answer(200, None, 5.0))
    written_s = next((tmp_path / "new").iterdir()).stat().st_mtime
    cache.clear_old(written_s + 29 * 86_400)
    assert len(list((tmp_path / "new").iterdir())) == 1
    cache.clear_old(written_s + 31 * 86_400)
    assert list((tmp_path / "new").iterdir()) == []
    (tmp_path / "file").touch()
    Cache(tmp_path / "file").write("https://a/", Answer(200, None, 5.0))
    assert Cache(None).read("https://a/", 5.0) is None


@pytest.mark.parametrize(
    ("text", "wait_s"),
    [
        ("3", 3.0),
        ("Wed, 26 Nov 2025 00:00:05 GMT", 5.0),
        ("Tue, 25 Nov 2025 00:00:00 GMT", 0.35),
        ("0", 0.35),
        ("60", None),
        ("soon", 2.0),
        ("", 2.0),
    ],
)
def test_the_time_to_wait_is_the_hosts_word_or_grows(text, wait_s):
    now_s = 1_764_115_200.0
    assert Manners().wait_s(1, {"Retry-After": text}, now_s) == wait_s


@pytest.mark.parametrize(
    "number",
    ["8.8.8.8", "2606:4700::1111", "64:ff9b::808:808"],
)
def test_public_addresses(number):
    assert is_public(number)


@pytest.mark.parametrize(
    "number",
    [
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "192.168.1.1",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1%eth0",
        "fc00::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "ff02::1",
    ],
)
def test_private_addresses(number):
    assert not is_public(number)


def test_a_name_that_leads_into_a_private_network_is_refused_where_it_is_looked_up():
    with pytest.raises(PrivateAddressError):
        asyncio.run(PublicResolver().resolve("localhost", 80))
    mine = PublicResolver(trusted=[("localhost", 80)])
    assert asyncio.run(mine.resolve("localhost", 80))


@pytest.mark.parametrize("host", ["localhost", "a.localhost", "nas.lan", "router", "x.internal"])
def test_names_of_private_machines(host):
    assert not is_public_host(host)


@pytest.mark.parametrize(
    ("error", "reason", "words"),
    [
        (PrivateAddressError("x"), Reason.REFUSED, "it is in a private network"),
        (HTTPTimeoutError("x"), Reason.SLOW, "it did not answer in time"),
        (socket.gaierror(socket.EAI_NONAME, "x"), Reason.NO_NAME, "there is no such host"),
        (
            socket.gaierror(socket.EAI_AGAIN, "x"),
            Reason.NO_NETWORK,
            "its name cannot be looked up from here",
        ),
        (ConnectionRefusedError(), Reason.NO_SERVER, "nothing answers there"),
        (ssl.SSLError(), Reason.OTHER, "its certificate cannot be trusted from here"),
        (OSError(101, "x"), Reason.NO_NETWORK, "there is no way to it from here"),
        (UnicodeError(), Reason.OTHER, "its answer cannot be understood"),
    ],
)
def test_what_goes_wrong_is_put_in_words(error, reason, words):
    failure = no_answer(error)
    assert (failure.reason, failure.words) == (reason, words)
