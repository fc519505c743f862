"""The environment in which articles run: the user's, without what makes runs differ."""

from __future__ import annotations

from collections.abc import Mapping

# Several articles run side by side, so each keeps to one core; numbers are the same on all
# machines then, because sums are formed in one order.
_ONE_THREAD = (
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "BLIS_NUM_THREADS",
    "NUMEXPR_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
)
# It would take plain figures out of the notebook.
_LEFT_OUT = frozenset({"MPLBACKEND"})
_SAME_EACH_TIME = {"PYTHONHASHSEED": "0"}


def kernel_environment(own: Mapping[str, str]) -> dict[str, str]:
    """Return the environment of kernels; what the user has set about threads stays."""
    kept = {name: value for name, value in own.items() if name not in _LEFT_OUT}
    return dict.fromkeys(_ONE_THREAD, "1") | kept | _SAME_EACH_TIME
