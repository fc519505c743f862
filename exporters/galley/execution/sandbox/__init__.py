"""The sandbox: kernels that see Python, fonts and the content folder, and nothing else.

::

    build ── nursery ── bwrap ── enter.py ── recorder ── ipykernel
                         │        └ copies the article's folder to memory, where code may write
                         └ no network, no home, no other processes, a read-only system

Each article has a sandbox of its own, and what it writes there is gone when it has run. What comes
out are the kernel's messages, and its record of what was read, which is looked at as a stranger's.
"""
