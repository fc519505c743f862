"""Running articles: what must run and why, kernels through papermill, and the store of outcomes."""

from galley.execution.batch import execute, execute_all, starts_kernel
from galley.execution.model import CellFailure, Executed, Job, Plan, Progress
from galley.execution.plan import plan
from galley.execution.store import Store, open_store

__all__ = [
    "CellFailure",
    "Executed",
    "Job",
    "Plan",
    "Progress",
    "Store",
    "execute",
    "execute_all",
    "open_store",
    "plan",
    "starts_kernel",
]
