"""The build: content folder in, published site out.

Nothing of weight is imported here: pandoc and the process that kernels come from begin to get
ready first, and the stages of the build are loaded meanwhile.
"""

from __future__ import annotations

import time
from dataclasses import replace

from galley.collecting import without_collecting
from galley.execution.running import RunningKernels
from galley.html.running_pandoc import RunningPandoc
from galley.leaving_out import FORMAT_CHECKERS, leaving_out
from galley.seen import read_seen
from galley.site.code_ahead import has_new_code
from galley.site.ledger import store_of
from galley.site.request import BuildReport, BuildRequest


def build_site(request: BuildRequest) -> BuildReport:
    """Execute what has to be executed, and publish the whole site.

    An article that fails, is held back or cannot be read keeps its last good page.

    Raises
    ------
    UsageError
        If the request names a parameter or an edition that no article has.
    EnvironmentFault
        If the machine lacks something, or the site cannot be written; what was published stays.
    """
    started_s = time.monotonic()
    with RunningPandoc() as pandoc, RunningKernels() as kernels:
        pandoc.start_early()
        is_warm = not (request.scheduler or request.sandbox)
        if is_warm and has_new_code(request, read_seen(store_of(request))):
            kernels.prepare()
        with leaving_out(*FORMAT_CHECKERS), without_collecting():
            from galley.site.planning import plan_and_make
        report = plan_and_make(request, pandoc, kernels)
    return replace(report, seconds=time.monotonic() - started_s)
