"""The process in which an article is published: an order in, a line of JSON for each event out.

A process of its own, because a build starts kernels and loads what the server need not carry,
and because it can be ended at any moment. It ends itself when nobody listens any more.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from dataclasses import asdict
from typing import Any, TextIO

from galley.finding_records import finding_record
from galley.findings import ContentError, GalleyError
from galley.jupyterlab.articles.publishing import Order, carry_out
from galley.jupyterlab.sentences import in_sentences
from galley.site.request import ProgressEvent


def main() -> None:
    """Carry out the order that the first argument holds."""
    out = sys.stdout
    # What anything else prints is not to be taken for an event.
    sys.stdout = sys.stderr
    threading.Thread(target=_stop_at_end_of, args=(sys.stdin,), daemon=True).start()
    order = Order(**json.loads(sys.argv[1]))
    _tell(out, "ended", _outcome(order, out))


def _outcome(order: Order, out: TextIO) -> dict[str, Any]:
    def show(event: ProgressEvent) -> None:
        _tell(out, "event", asdict(event))

    try:
        return carry_out(order, show)
    except KeyboardInterrupt:
        return {"state": "stopped"}
    except ContentError as error:
        return {"state": "errors", "findings": [finding_record(each) for each in error.findings]}
    except GalleyError as error:
        return {"state": "fault", "message": in_sentences(error)}


def _tell(out: TextIO, what: str, value: object) -> None:
    out.write(json.dumps({what: value}) + "\n")
    out.flush()


def _stop_at_end_of(stream: TextIO) -> None:
    """Interrupt the work when the server closes its end, or is gone."""
    stream.read()
    if os.name == "nt":
        import _thread

        _thread.interrupt_main()
    else:
        os.kill(os.getpid(), signal.SIGINT)


if __name__ == "__main__":
    main()
