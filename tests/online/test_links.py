"""Links to other sites: what is dead, and what nobody could try."""

import pytest
from tests.online.server import Page


def test_a_link_that_works_is_tried_once_and_not_spoken_of(look, network):
    network.pages["/there"] = Page()
    link = f"[a]({network.origin}/there)"
    assert look(f"Words {link}, {link} and [b]({network.origin}/there#part).") == []
    assert network.asked == ["HEAD /there"]


@pytest.mark.parametrize(
    ("status", "why"),
    [(404, "the page is not there (error 404)"), (410, "the page was removed (error 410)")],
)
def test_a_dead_link_is_a_warning_at_each_of_its_places(status, why, look, network):
    network.pages["/gone"] = Page(status)
    link = f"[a]({network.origin}/gone)"
    told = [
        f"warning link-dead notebooks/a.ipynb#text:{line}: the link '{network.origin}/gone' leads "
        f"to nothing: {why}\n"
        "  Fix: Find the page's new address, link to a copy in web.archive.org, or remove the "
        "link."
        for line in (1, 3)
    ]
    assert look(f"Words {link}.\n\nKata {link}.") == told


def test_a_host_that_answers_nothing_is_dead(look, client, network):
    nowhere = "http://127.0.0.1:9"
    (told,) = look(f"[a]({nowhere}/x)", with_client=client(trusted=[network.origin, nowhere]))
    assert f"the link '{nowhere}/x' leads to nothing: nothing answers there\n" in told


def test_a_site_that_refuses_head_is_asked_for_its_first_byte(look, network):
    network.pages["/there"] = Page(206, b"x", head=405)
    assert look(f"[a]({network.origin}/there)") == []
    assert network.asked == ["HEAD /there", "GET /there"]
    assert network.requests[-1].headers["Range"] == "bytes=0-0"


def test_a_page_that_is_too_large_to_read_is_there(look, network):
    network.pages["/book.pdf"] = Page(200, b"x" * 200_000, head=403)
    assert look(f"[a]({network.origin}/book.pdf)") == []


def test_what_cannot_be_tried_is_one_line_of_advice(look, network):
    network.pages["/closed"] = Page(403)
    network.pages["/busy"] = Page(429)
    network.pages["/slow"] = Page(delay_s=1.5)
    origin = network.origin
    text = f"[a]({origin}/closed) [b]({origin}/busy) [c]({origin}/slow) [d]({origin}/after)"
    private = "http://10.0.0.7/x"
    assert look(f"Words.\n\n{text} [e]({private})") == [
        f"advice link-unchecked notebooks/a.ipynb#text:3: 5 links could not be tried: "
        f"{origin}/closed (it turns programs away, error 403), "
        f"{origin}/busy (it answered with error 429), "
        f"{origin}/slow (it did not answer in time), "
        f"{origin}/after (it did not answer in time), "
        f"{private} (it is in a private network, by https)\n"
        "  Fix: Open them in a browser."
    ]
    assert "HEAD /after" not in network.asked


def test_of_many_only_some_are_named(look):
    links = " ".join(f"[a](https://10.0.0.7/{number})" for number in range(7))
    (told,) = look(links)
    assert told.startswith("advice link-unchecked notebooks/a.ipynb#text:1: 7 links could not ")
    assert "/4 (it is in a private network) and 2 more\n" in told


@pytest.mark.parametrize(
    "address",
    [
        "https://169.254.169.254/latest/meta-data",
        "https://127.0.0.1/x",
        "https://localhost/x",
        "https://printer.local/x",
        "https://intranet/x",
        "https://10.0.0.7/x",
        "https://[::1]/x",
        "https://[::ffff:10.0.0.7]/x",
        "https://[64:ff9b::a00:7]/x",
        "https://[fd00::1]/x",
        "https://2130706433/x",
        "https://0x7f000001/x",
    ],
)
def test_a_private_address_is_never_asked(address, look, network):
    (told,) = look(f"Words [a]({address}).")
    assert "one link could not be tried" in told
    assert "(it is in a private network)" in told
    assert network.asked == []


@pytest.mark.parametrize(
    ("target", "why"),
    [
        ("http://127.0.0.1:1/x", "it is not https"),
        ("https://169.254.169.254/x", "it is in a private network"),
        ("file:///etc/passwd", "it is no web address"),
        ("https://user:word@example.org/", "it is no web address"),
        ("https://[broken/", "it is no web address"),
    ],
)
def test_a_redirect_to_a_forbidden_place_is_not_followed(target, why, look, network):
    network.pages["/on"] = Page(302, headers={"Location": target})
    (told,) = look(f"[a]({network.origin}/on)")
    assert f"one link could not be tried: {network.origin}/on ({why})" in told


def test_a_redirect_to_a_page_that_is_gone_is_dead(look, network):
    network.pages["/on"] = Page(301, headers={"Location": "/gone"})
    (told,) = look(f"[a]({network.origin}/on)")
    assert "leads to nothing: the page is not there (error 404)" in told


def test_redirects_have_an_end(look, network):
    network.pages["/on"] = Page(301, headers={"Location": "/on"})
    (told,) = look(f"[a]({network.origin}/on)")
    assert "(it leads on and on)" in told
    assert len(network.requests) == 6


def test_a_link_to_a_doi_asks_doi_org_and_not_the_publisher(look, network):
    network.registered("10.1/known")
    (told,) = look("[a](https://doi.org/10.1/known) [b](https://dx.doi.org/10.1%2Funknown)")
    assert "'https://dx.doi.org/10.1%2Funknown' leads to nothing: this DOI is registered" in told
    assert network.asked == ["GET /doi/api/handles/10.1/known", "GET /doi/api/handles/10.1/unknown"]


def test_a_dead_link_is_asked_again_after_a_day_and_a_good_one_after_a_month(look, network, a_time):
    network.pages["/there"] = Page()
    text = f"[a]({network.origin}/there) [b]({network.origin}/gone)"
    look(text)
    a_time.now_s += 86_000
    look(text)
    assert len(network.requests) == 3
    a_time.now_s += 1_000
    look(text)
    assert network.asked[3:] == ["HEAD /gone", "GET /gone"]
    a_time.now_s += 30 * 86_400
    look(text)
    assert network.asked[5:] == ["HEAD /there", "HEAD /gone", "GET /gone"]


def test_other_kinds_of_links_are_left_alone(look, network):
    text = "[a](mailto:a@example.org) [b](#here) [c](b.ipynb) [d](ftp://example.org)"
    assert look(text) == []
    assert network.asked == []


def test_an_article_may_set_a_dead_link_aside(look, network):
    reason = "ignore: {link-dead: the library is moving to a new address}"
    assert look(f"[a]({network.origin}/gone)", more=reason) == []


def test_a_site_that_fails_at_head_is_asked_again(look, network):
    network.pages["/there"] = Page(200, head=500)
    assert look(f"[a]({network.origin}/there)") == []


def test_a_redirect_with_blanks_and_accents_is_followed(look, network):
    network.pages["/on"] = Page(301, headers={"Location": "/caf\xe9 noir"})
    network.pages["/caf\xe9 noir"] = Page()
    assert look(f"[a]({network.origin}/on)") == []


def test_the_address_of_a_cited_work_without_doi_is_tried(look, network):
    bib = f"@online{{who, title={{A Guide}}, url={{{network.origin}/guide}}}}\n"
    (told,) = look("Words [@who].", bib)
    assert told.startswith(
        f"warning link-dead notebooks/references.bib:1: the link '{network.origin}/guide' leads to"
    )
    assert look("Words.", bib) == []


def test_an_address_without_https_is_tried_with_it(look, client, network):
    nowhere = network.origin.removeprefix("http://")
    (told,) = look(f"[a](http://{nowhere}/x)", with_client=client(trusted=[f"https://{nowhere}"]))
    assert f"http://{nowhere}/x (its certificate cannot be trusted from here, by https)" in told
