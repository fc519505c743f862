"""`galley check --online` as an author runs it, and that nothing else asks the network."""

import json
import subprocess
import sys

import pytest
from tests.online.server import Page

from galley.checks.rule_facts import known_rules
from galley.cli import run
from galley.console import looking_online

BIB = "@article{k, title={A Paper on Things}, author={Lee, Ann}, year={2012}, doi={10.1000/k}}\n"

# What other rules think of so short an article is not asked here.
OTHERS_OFF = "[checks.severity]\n" + "".join(
    f'{rule.id} = "off"\n'
    for rule in known_rules().values()
    if not rule.asks_network and rule.id != "citation-unknown-key"
)


@pytest.fixture
def served(monkeypatch, client, network):
    """Let the command's client ask the test's server, with the settings that it was given."""

    def make(settings):
        return client(contact=settings.contact)

    monkeypatch.setattr(looking_online, "make_client", make)
    return network


def test_what_the_network_says_is_told_with_the_rest(served, content, capsys):
    content(f"Words [@k; @none] [a]({served.origin}/gone).", BIB, site=OTHERS_OFF)
    assert run(["check", "--online", "--format", "json"]) == 1
    captured = capsys.readouterr()
    found = {each["rule"]: each for each in json.loads(captured.out)["findings"]}
    assert found["doi-unknown"]["file"] == "notebooks/references.bib"
    assert found["doi-unknown"]["line"] == 1
    assert (found["link-dead"]["cell"], found["link-dead"]["line"]) == ("text", 1)
    assert "citation-unknown-key" in found
    assert captured.err == (
        "Looking up references and links: 0 of 2\n"
        "The network gave 6 answers. Crossref is quicker for those who say who asks: give "
        "a mail address as contact under [checks] in site.toml.\n"
    )


def test_a_failing_service_fails_no_check(served, content, capsys):
    served.pages["/crossref/works/10.1000/k"] = Page(500)
    served.registered("10.1000/k")
    content("Words [@k].", BIB, site=f'[checks]\ncontact = "maria@example.org"\n{OTHERS_OFF}')
    assert run(["check", "--online"]) == 0
    captured = capsys.readouterr()
    assert "Crossref left 1 question about references open" in captured.out
    assert captured.err.endswith("The network gave 4 answers.\n")
    assert served.requests[0].query == {"mailto": ["maria@example.org"]}


def test_a_second_run_says_how_old_its_answers_are(served, content, capsys):
    served.crossref("10.1000/k", title=["A paper on things"], issued={"date-parts": [[2012]]})
    content("Words [@k].", BIB)
    run(["check", "--online"])
    capsys.readouterr()
    run(["check", "--online"])
    assert capsys.readouterr().err.endswith(
        "The network gave 0 answers. Other answers were kept from before, the oldest from "
        "2025-11-26.\n"
    )


def test_a_line_that_moves_is_wiped_at_the_end():
    class Terminal:
        text = ""

        def isatty(self):
            return True

        def write(self, text):
            self.text += text

        def flush(self):
            pass

    terminal = Terminal()
    with looking_online.show_questions(terminal) as report:
        report(0, 2, "lee\x1b2012")
        report(1, 2, "x" * 99)
    assert terminal.text == (f"\r\x1b[K0 of 2  lee 2012\r\x1b[K1 of 2  {'x' * 52}\r\x1b[K")


def test_a_contact_that_is_no_mail_address_is_refused(content, capsys):
    content("Words.", site='[checks]\ncontact = "Maria Lopez"\n')
    assert run(["check"]) == 1
    assert capsys.readouterr().err == (
        "notebooks/site.toml:2: 'contact' in 'checks' is 'Maria Lopez', which is not a mail "
        "address\n"
        '  Fix: Write for example contact = "maria.lopez@example.org"\n'
    )


WATCH = """
import sys
used = []
sys.addaudithook(lambda event, _: used.append(event) if event.startswith("socket.") else None)
from galley.cli import run
code = run(sys.argv[1:])
loaded = [name for name in sys.modules if name.startswith("galley.online.")]
print(code, used, loaded, file=sys.stderr)
"""


def test_without_online_no_socket_is_opened_and_nothing_is_loaded_that_could(content):
    content("Words [@k] [a](https://example.org/gone).", BIB, site=OTHERS_OFF)
    ended = subprocess.run(
        [sys.executable, "-c", WATCH, "check"], capture_output=True, text=True, check=True
    )
    assert ended.stderr == "0 [] []\n"
