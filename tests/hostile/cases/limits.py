"""Code that takes too much, never ends, or attacks what runs it: it harms only its own article."""

from __future__ import annotations

from tests.corpus.case import Case
from tests.corpus.parts import Json, code, notebook

TOO_LONG = "the cell ran longer than its limit of 4 s and was stopped"
TOO_LONG_IN_ALL = "the article's code ran longer than its limit of 6 s and was stopped"
TOO_MUCH = "the code put out more than its limit of 1 MB and was stopped"
TOO_LARGE = "the code took more memory than its limit of 400 MB and was stopped"
TOO_MANY = "the code started more processes than its limit of 12 and was stopped"
DIED = "the kernel died while it ran the code"
ENDED = "the cell ended its kernel with exit() or quit()"
# All articles run at the same time as others, and some of them would be slow by themselves.
SITE = """\
title = "Limits"
base_url = "https://example.org/"

[limits]
cell_seconds = 4
article_seconds = 6
memory_megabytes = 400
output_megabytes = 1
processes = 12
"""
ARGUMENTS = ("--jobs", "6")
# What these articles do would be done to whatever runs the tests.
APART = True


def runs(*sources: str, tags: tuple[str, ...] = ()) -> Json:
    """Return a notebook of code; the tags are those of its first cell."""
    first, *others = sources
    tagged = code(first, metadata={"tags": list(tags)}) if tags else code(first)
    return notebook(tagged, *map(code, others), title="Code")


def stopped(file: str, what: str, message: str, *sources: str, mended: bool = False) -> Case:
    """Return a case whose code is stopped, or stops by itself, with this message."""
    says = {"cell-failed": message}
    return Case(file, what, runs(*sources), state="failed", says=says, failed_first=mended)


def goes_on(
    file: str, what: str, shows: str, *sources: str, mended: bool = False, **fields: object
) -> Case:
    """Return a case that is built, and shows this."""
    return Case(file, what, runs(*sources), shows=(shows,), failed_first=mended, **fields)  # type: ignore[arg-type]


WAITS = (
    stopped(
        "input.ipynb",
        "A cell that asks the reader",
        "the code stopped with StdinNotImplementedError: raw_input was called, but this frontend "
        "does not support input requests.",
        "name = input('Name? ')",
    ),
    stopped(
        "getpass.ipynb",
        "A cell that asks for a password",
        "the code stopped with StdinNotImplementedError: getpass was called, but this frontend "
        "does not support input requests.",
        "import getpass; getpass.getpass()",
    ),
    goes_on(
        "stdin.ipynb",
        "A cell that reads its standard input, where nothing is",
        "read nothing:",
        "import sys; print('read nothing:', repr(sys.stdin.read()))",
    ),
    stopped("loop.ipynb", "A loop without an end", TOO_LONG, "while True: pass"),
    stopped(
        "deaf.ipynb",
        "A loop that hears no signal",
        TOO_LONG,
        "import signal\nfor n in (2, 15): signal.signal(n, signal.SIG_IGN)\nwhile True: pass",
    ),
    stopped(
        "catches-all.ipynb",
        "A loop that catches every exception",
        TOO_LONG,
        "import time\nwhile True:\n    try: time.sleep(1)\n    except BaseException: pass",
    ),
    stopped(
        "asleep.ipynb",
        "A kernel that stops itself",
        TOO_LONG,
        "import os, signal; os.kill(os.getpid(), signal.SIGSTOP)",
    ),
    stopped(
        "await.ipynb",
        "A cell that awaits what never comes",
        TOO_LONG,
        "import asyncio\nawait asyncio.sleep(1000)",
    ),
    stopped(
        "repr-forever.ipynb",
        "A value whose text never ends",
        TOO_LONG,
        "class A:\n    def __repr__(self):\n        while True: pass\nA()",
    ),
    stopped(
        "many-naps.ipynb",
        "Cells that take long together, though none does alone",
        TOO_LONG_IN_ALL,
        *["import time; time.sleep(2.5)"] * 4,
    ),
    goes_on(
        "threads-forever.ipynb",
        "A thread that never ends",
        "goes on",
        "import threading, time\n"
        "threading.Thread(target=time.sleep, args=(1000,)).start()\nprint('goes on')",
    ),
    goes_on(
        "atexit.ipynb",
        "A farewell that never ends",
        "goes on",
        "import atexit, time\natexit.register(time.sleep, 1000)\nprint('goes on')",
    ),
)

ENDS = (
    stopped("exit-now.ipynb", "os._exit", DIED, "import os; os._exit(0)"),
    stopped(
        "sys-exit.ipynb",
        "sys.exit",
        "the code stopped with SystemExit: 3",
        "import sys; sys.exit(3)",
    ),
    stopped("exit.ipynb", "exit()", ENDED, "exit()", "print('never')"),
    stopped("crash.ipynb", "A crash in C", DIED, "import ctypes; ctypes.string_at(0)"),
    stopped("abort.ipynb", "abort()", DIED, "import os; os.abort()"),
    stopped(
        "alarm.ipynb",
        "An alarm that nobody handles",
        DIED,
        "import signal, time; signal.setitimer(signal.ITIMER_REAL, 0.1); time.sleep(1)",
    ),
    stopped(
        "interrupt.ipynb",
        "KeyboardInterrupt",
        "the code stopped with KeyboardInterrupt",
        "raise KeyboardInterrupt",
    ),
    stopped(
        "generator-exit.ipynb",
        "GeneratorExit",
        "the code stopped with GeneratorExit",
        "raise GeneratorExit",
    ),
    stopped(
        "base-exception.ipynb",
        "An exception that is no Exception",
        "the code stopped with Stop: here",
        "class Stop(BaseException): pass\nraise Stop('here')",
    ),
    stopped(
        "long-message.ipynb",
        "An exception that says a megabyte",
        f"the code stopped with ValueError: {'x' * 300}…",
        "raise ValueError('x' * 1_000_000)",
        mended=True,
    ),
)

SPEAKS = (
    stopped(
        "prints-much.ipynb",
        "50 MB printed at once",
        TOO_MUCH,
        "print('x' * 50_000_000)",
        mended=True,
    ),
    stopped(
        "prints-on.ipynb", "Printing without an end", TOO_MUCH, "while True: print('x' * 1000)"
    ),
    stopped(
        "shows-much.ipynb",
        "One output of 50 MB",
        TOO_MUCH,
        "from IPython.display import HTML\nHTML('x' * 50_000_000)",
        mended=True,
    ),
    stopped(
        "thread-prints-on.ipynb",
        "A thread that prints without an end",
        TOO_MUCH,
        "import threading\ndef f():\n    while True: print('t' * 1000)\n"
        "threading.Thread(target=f).start()",
        "import time; time.sleep(1.5)",
    ),
    stopped(
        "clears-on.ipynb",
        "Clearing and printing without an end",
        TOO_LONG,
        "from IPython.display import clear_output\nwhile True:\n    clear_output()\n"
        "    print('again')",
    ),
    goes_on(
        "clears.ipynb",
        "More than the limit, of which little is left",
        "the last one",
        "from IPython.display import clear_output\nfor _ in range(30):\n"
        "    clear_output(wait=True)\n    print('x' * 50_000)\n"
        "clear_output()\nprint('the last one')",
        mended=True,
    ),
    goes_on(
        "many-displays.ipynb",
        "1,500 displays, of which none is lost",
        "the 1499th",
        "from IPython.display import display\nfor i in range(1500): display(f'the {i}th')",
    ),
    goes_on(
        "late-words.ipynb",
        "A thread that prints while the next cell runs",
        "late words",
        "import threading, time\n"
        "def f():\n    time.sleep(0.5); print('late ' + 'words')\n"
        "thread = threading.Thread(target=f); thread.start()",
        "thread.join()",
        mended=True,
    ),
    goes_on(
        "stderr-long.ipynb",
        "A long warning without a space",
        "goes on",
        "import sys\nsys.stderr.write('/' * 500_000); print('goes on')",
        mended=True,
    ),
    goes_on(
        "comm-flood.ipynb",
        "1,500 messages to widgets that are not there",
        "goes on",
        "from ipykernel.comm import Comm\n"
        "for _ in range(1500): Comm(target_name='x').send({'a': 'x' * 100})\n"
        "print('goes on')",
        mended=True,
    ),
    stopped(
        "silent.ipynb",
        "A kernel that stops answering",
        TOO_LONG,
        "import jupyter_client.session\njupyter_client.session.Session.send = lambda *a, **k: None",
    ),
    goes_on(
        "garbage.ipynb",
        "Messages that are none",
        "goes on",
        "k = get_ipython().kernel\n"
        "k.iopub_socket.send_multipart([b'not a message'])\n"
        "k.iopub_socket.send_multipart([b'x', b'<IDS|MSG>', b'bad', *[b'{}'] * 4])",
        "print('goes on')",
        mended=True,
    ),
    goes_on(
        "stranger.ipynb",
        "Messages that answer nobody",
        "goes on",
        "k = get_ipython().kernel\nfor _ in range(50):\n"
        "    k.session.send(k.iopub_socket, 'stream', {'name': 'stdout', 'text': 'wrong'},"
        " parent={'msg_id': 'nope'})",
        "print('goes on')",
        lacks=("wrongwrong",),
    ),
    goes_on(
        "misshapen.ipynb",
        "Outputs that hold what outputs cannot",
        "goes on",
        "k = get_ipython().kernel\ndef say(kind, content):\n"
        "    k.session.send(k.iopub_socket, kind, content, parent=k.get_parent())\n"
        "say('display_data', {'data': {'text/plain': 5, 'text/html': ['a', 3]},"
        " 'metadata': []})\n"
        "say('display_data', {})\nsay('stream', {'name': 5, 'text': [1]})\n"
        "say('error', {'ename': 5, 'evalue': None, 'traceback': 'x'})\n"
        "say('comm_open', {})\nsay('nonsense', {})\n"
        "say('execute_result', {'data': 'text', 'execution_count': 'x'})",
        "print('goes on')",
        mended=True,
    ),
    stopped(
        "no-print.ipynb",
        "print, open and len replaced by nothing",
        "the code stopped with TypeError: 'NoneType' object is not callable",
        "import builtins\nbuiltins.print = None\nbuiltins.print()",
    ),
    goes_on(
        "closed-files.ipynb",
        "Closed standard output",
        "goes on",
        "import os; os.close(1); os.close(2)",
        "print('goes on')",
    ),
    goes_on(
        "stdout-replaced.ipynb",
        "sys.stdout replaced",
        "goes on",
        "import sys, io; sys.stdout = io.StringIO()",
        "'goes on'",
    ),
)

TAKES = (
    stopped(
        "ten-gigabytes.ipynb",
        "10 GB asked for at once",
        TOO_LARGE,
        "b = bytearray(10_000_000_000)",
        mended=True,
    ),
    stopped(
        "numpy-gigabytes.ipynb",
        "An array of 80 GB",
        TOO_LARGE,
        "import numpy as np\na = np.ones(10**10)",
        mended=True,
    ),
    stopped(
        "grows.ipynb",
        "A list that grows without an end",
        TOO_LARGE,
        "kept = []\nwhile True: kept.append(b'x' * 10_000_000)",
    ),
    stopped(
        "forks.ipynb",
        "More processes than it may have",
        TOO_MANY,
        "import subprocess, time\n"
        "kept = [subprocess.Popen(['sleep', '60']) for _ in range(30)]\ntime.sleep(60)",
        mended=True,
    ),
    stopped(
        "fork-bomb.ipynb",
        "Forks of forks",
        TOO_MANY,
        "import os, time\nfor _ in range(6): os.fork()\ntime.sleep(60)",
        mended=True,
    ),
    goes_on(
        "threads.ipynb",
        "200 threads, which are no processes",
        "goes on",
        "import threading, time\n"
        "ts = [threading.Thread(target=time.sleep, args=(0.2,)) for _ in range(200)]\n"
        "for t in ts: t.start()\nfor t in ts: t.join()\nprint('goes on')",
    ),
    goes_on(
        "pool.ipynb",
        "A pool of processes",
        "4950",
        "import multiprocessing\n"
        "with multiprocessing.get_context('fork').Pool(4) as pool:\n"
        "    print(sum(pool.map(abs, range(100))))",
    ),
    goes_on(
        "daemon.ipynb",
        "A process of its own session, whose parent has ended",
        "goes on",
        "import subprocess, sys\nsubprocess.run([sys.executable, '-c', '''\n"
        "import os\nif os.fork() == 0:\n    os.setsid()\n    if os.fork() == 0:\n"
        "        os.execvp('sleep', ['sleep', '600'])\n'''])\n"
        "subprocess.Popen(['nohup', 'sleep', '600'], start_new_session=True,"
        " stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)\nprint('goes on')",
    ),
    goes_on(
        "fork-stays.ipynb",
        "A fork that stays behind",
        "goes on",
        "import os, time\nif os.fork() == 0: time.sleep(600)",
        "print('goes on')",
    ),
    goes_on(
        "few-files.ipynb",
        "As few open files as can be",
        "goes on",
        "import resource\nresource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))",
        "print('goes on')",
    ),
)

CHANGES = (
    goes_on(
        "changes-all.ipynb",
        "Folder, environment, path and figures changed",
        "changed",
        "import os, sys; os.chdir('/'); os.environ['GALLEY_LEAK'] = '1'\n"
        "sys.path.insert(0, '/nowhere')",
        "import matplotlib; matplotlib.rcParams['figure.dpi'] = 500\nprint('changed', os.getcwd())",
    ),
    goes_on(
        "unchanged.ipynb",
        "Nothing of what other articles changed",
        "None False True 100.0",
        "import os, sys, matplotlib\n"
        "print(os.environ.get('GALLEY_LEAK'), '/nowhere' in sys.path,"
        " os.path.exists('site.toml'), matplotlib.rcParams['figure.dpi'])",
    ),
    goes_on(
        "no-folder.ipynb",
        "A working folder that is gone",
        "goes on",
        "import os, tempfile\nd = tempfile.mkdtemp(); os.chdir(d); os.rmdir(d)",
        "print('goes on')",
    ),
    goes_on(
        "no-environment.ipynb",
        "An empty environment",
        "goes on",
        "import os; os.environ.clear()",
        "print('goes on')",
    ),
    goes_on(
        "deletes-itself.ipynb",
        "A notebook that deletes its own file",
        "goes on",
        "import os; os.remove('deletes-itself.ipynb')",
        "print('goes on')",
    ),
    goes_on(
        "traced.ipynb",
        "sys.settrace, gc hooks and events that fail",
        "goes on",
        "import sys, gc\nsys.settrace(lambda *a: None)\n"
        "gc.callbacks.append(lambda *a: 1 / 0)\n"
        "get_ipython().events.register('post_execute', lambda: 1 / 0)",
        "gc.collect(); print('goes on')",
    ),
    goes_on("reset.ipynb", "%reset", "False", "x = 1", "%reset -f", "print('x' in dir())"),
    goes_on(
        "autoreload.ipynb",
        "%autoreload",
        "goes on",
        "%load_ext autoreload\n%autoreload 2",
        "print('goes on')",
    ),
)

# Named so that few others run beside them: each of those runs again.
ATTACKS = (
    stopped(
        "zz-kills-its-parent.ipynb",
        "A cell that ends the process which starts all kernels",
        DIED,
        "import os, signal, time\nos.kill(os.getppid(), signal.SIGKILL); time.sleep(9)",
        mended=True,
    ),
    goes_on(
        "zz-stops-its-parent.ipynb",
        "A cell that puts to sleep the process which starts all kernels",
        "goes on",
        "import os, signal\nos.kill(os.getppid(), signal.SIGSTOP); print('goes on')",
        mended=True,
    ),
    goes_on(
        "zz-kills-others.ipynb",
        "A cell that ends the kernels of all other articles",
        "goes on",
        "import os, pathlib, signal\n"
        "parent = os.getppid()\n"
        "others = pathlib.Path(f'/proc/{parent}/task/{parent}/children').read_text().split()\n"
        "for pid in {int(other) for other in others} - {os.getpid()}:\n"
        "    os.kill(pid, signal.SIGKILL)\n"
        "print('goes on')",
        mended=True,
    ),
)

MEANT = (
    Case(
        "raises.ipynb",
        "An error that is meant",
        runs("1 / 0", "print('goes on')", tags=("raises-exception",)),
        shows=("ZeroDivisionError", "goes on"),
    ),
    Case(
        "skipped.ipynb",
        "A cell that is not to run",
        runs("1 / 0", "print('goes on')", tags=("skip-execution",)),
        shows=("goes on",),
    ),
    Case(
        "quarto-eval.ipynb",
        "A cell that is not to run, as Quarto spells it",
        runs("#| eval: false\n1 / 0", "print('goes on')"),
        shows=("goes on",),
    ),
    Case(
        "quarto-error.ipynb",
        "An error that is meant, as Quarto spells it",
        runs("#| error: true\n1 / 0", "print('goes on')"),
        shows=("ZeroDivisionError", "goes on"),
        failed_first=True,
    ),
)
CASES: tuple[Case, ...] = (*WAITS, *ENDS, *SPEAKS, *TAKES, *CHANGES, *ATTACKS, *MEANT)
