"""(a) papermill, then nbconvert, for each notebook in processes of their own: the shell's way."""

import subprocess
import sys
from pathlib import Path

out, *notebooks = sys.argv[1:]
papermill, jupyter = (Path(sys.executable).with_name(name) for name in ("papermill", "jupyter"))
for notebook in notebooks:
    executed = Path(out) / Path(notebook).name
    subprocess.run([papermill, "--no-progress-bar", notebook, executed], check=True)
    subprocess.run([jupyter, "nbconvert", "--to", "html", executed], check=True)
