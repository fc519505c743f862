"""On what the numbers were measured."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[2]


def describe_machine() -> dict[str, str]:
    """Return processor, cores, memory, system, Python and how busy the machine is."""
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return {
        "processor": _processor(),
        "cores": str(os.cpu_count()),
        "memory": f"{psutil.virtual_memory().total / 1e9:.0f} GB",
        "system": _system(),
        "python": platform.python_version(),
        "load before": load,
    }


def describe_version() -> dict[str, str]:
    """Return the commit that is measured and its day; a copy without git has neither."""
    commit, day = _git("rev-parse", "--short", "HEAD"), _git("show", "-s", "--format=%cs")
    is_changed = bool(_git("status", "--porcelain", "--", "exporters", "figures"))
    return {"commit": f"{commit} with changes" if commit and is_changed else commit, "date": day}


def _processor() -> str:
    if sys.platform == "linux":
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _system() -> str:
    if sys.platform == "linux":
        names = platform.freedesktop_os_release()
        return f"{names.get('PRETTY_NAME', 'Linux')}, Linux {platform.release()}"
    return platform.platform(terse=True)


def _git(*arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return done.stdout.strip()
