"""A process that has loaded everything and runs each build in a fork, which can be killed at once.

It reads one JSON list of arguments per line; it answers with the process's number when the build
begins, and with its exit status when it has ended.
"""

from __future__ import annotations

import json
import os
import sys

from galley.cli import run


def main() -> None:
    # The first build loads kernels, fonts and templates; every fork has them.
    run(json.loads(sys.stdin.readline()))
    say("ready")
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            os._exit(run(json.loads(line)))
        say(child)
        say(os.waitpid(child, 0)[1])


def say(word: object) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
