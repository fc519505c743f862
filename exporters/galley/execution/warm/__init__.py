"""Warm kernels: ready Python kernels, forked from a process that has loaded what they need.

::

    build ── Nursery ─── Unix socket ──► nursery process ──fork──► kernel   a warm one
             │                           (one thread)    ──exec──► kernel   any other
             └ NurseryKernel: what a provisioner needs of a process

The nursery process is the parent of all kernels of a build. When its socket closes, because the
build has ended, failed or was killed, it ends them and all that they started, and then itself.

What it has loaded is hidden from a kernel until the kernel imports it, so that a warm kernel looks
like an ordinary one: the same ``sys.modules``, the same audit events, the same bytes.
"""
