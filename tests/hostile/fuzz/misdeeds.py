"""Notebooks whose code misbehaves, put together from what one cell can do."""

from __future__ import annotations

from hypothesis import strategies as st
from tests.corpus.case import Case
from tests.corpus.parts import code, notebook
from tests.hostile.fuzz.words import ATTACKS

DEEDS = (
    "1 / 0",
    "raise KeyboardInterrupt",
    "raise SystemExit(3)",
    "exit()",
    "import os; os._exit(3)",
    "import os, signal; os.kill(os.getpid(), signal.SIGKILL)",
    "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)",
    "import signal; [signal.signal(s, signal.SIG_IGN) for s in (2, 15)]",
    "input('name? ')",
    "import sys; sys.stdin.read()",
    "import sys; sys.stdout = sys.stderr = None; print('lost')",
    "import os; os.close(1); os.close(2); print('closed')",
    "import os; os.write(1, b'straight to the file'); os.write(2, b'here too')",
    "print('x' * 2_000_000)",
    "while True: print('x' * 10_000)",
    "while True: pass",
    "import time; time.sleep(600)",
    "import os\nif os.fork() == 0:\n    import time; time.sleep(600)",
    "import subprocess; subprocess.Popen(['sleep', '600'], start_new_session=True)",
    "import threading, time\nthreading.Thread(target=time.sleep, args=(600,)).start()",
    "import threading\nthreading.Thread(target=lambda: print('late'), daemon=True).start()",
    "import os; os.chdir('/')",
    "import os; os.environ.clear()",
    "import sys; sys.path.clear(); sys.modules.clear()",
    "import builtins; builtins.open = builtins.print = None",
    "import matplotlib; matplotlib.rcParams['figure.facecolor'] = 'red'",
    "import matplotlib.pyplot as plt\nfor _ in range(30): plt.figure(figsize=(1, 1)).gca()",
    "get_ipython().run_line_magic('reset', '-f')",
    "get_ipython().kernel.do_shutdown(False)",
    "get_ipython().display_formatter = None; 1",
    "def deeper(): deeper()\ndeeper()",
    "class Loud(Exception):\n    def __str__(self): raise ValueError\nraise Loud",
    "class Mute:\n    def __repr__(self): raise ValueError\nMute()",
    "raise ValueError('x' * 1_000_000)",
    "import asyncio; await asyncio.sleep(600)",
    "x = [0] * 10**9",
    "from IPython.display import clear_output\nfor _ in range(200): clear_output(); print(_)",
    "%%bash\nsleep 600 &",
    "%no_such_magic",
    "not python at all",
)
SHOWN = tuple(f"from IPython.display import HTML\nHTML({attack!r})" for attack in ATTACKS)

CELL = st.sampled_from((*DEEDS, *SHOWN))
NOTEBOOK = st.lists(CELL, min_size=1, max_size=3).map(
    lambda sources: notebook(*map(code, sources), title="Misdeeds")
)
CASES = st.lists(NOTEBOOK, min_size=2, max_size=4).map(
    lambda notebooks: tuple(
        Case(f"misdeeds-{number}.ipynb", "", content)
        for number, content in enumerate(notebooks, start=1)
    )
)

# It tells what a kernel of its own finds, whatever others have done to theirs.
CLEAN = Case(
    "clean.ipynb",
    "",
    notebook(
        code(
            "import matplotlib, os, sys\n"
            "print(os.path.basename(os.getcwd()), 'PATH' in os.environ, len(sys.path) > 1)\n"
            "print(matplotlib.rcParams['figure.facecolor'], sys.stdin is not None, 6 * 7)"
        ),
        title="Clean",
    ),
)
