"""Running articles: what must run and why, kernels through papermill, and the store of outcomes."""

from galley.execution.batch import execute, execute_all, starts_kernel
from galley.execution.model import CellFailure, Executed, Job, Plan, Progress
from galley.execution.plan import plan
from galley.execution.store import Store, find_store, open_store
from galley.execution.why import Answer, answers

__all__ = [
    "Answer",
    "CellFailure",
    "Executed",
    "Job",
    "Plan",
    "Progress",
    "Store",
    "answers",
    "execute",
    "execute_all",
    "find_store",
    "open_store",
    "plan",
    "starts_kernel",
]
