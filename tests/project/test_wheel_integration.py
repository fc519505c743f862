"""The built wheel, in an environment without the clone, is the whole tool."""

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def run(*command: str | Path, cwd: Path) -> str:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        command,
        cwd=cwd,
        env=clean,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the scripts folder of an environment that has the wheel and its dependencies."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel"]
    run(*build, "--directory", folder / "dist", cwd=ROOT)
    run(sys.executable, "-m", "venv", "--without-pip", folder / "empty", cwd=folder)
    bin_folder = folder / "empty" / ("Scripts" if os.name == "nt" else "bin")
    python = bin_folder / ("python.exe" if os.name == "nt" else "python")
    (wheel,) = (folder / "dist").glob("*.whl")
    offline = ["pip", "install", "--quiet", "--offline", "--no-deps", "--python", python]
    run(sys.executable, "-m", "uv", *offline, wheel, cwd=folder)
    _lend_dependencies(python, folder)
    return bin_folder


def _lend_dependencies(python: Path, folder: Path) -> None:
    # Downloading them again would take minutes. A path line does not run the .pth files over
    # there, so the clone itself stays out of sight.
    site = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder)
    lent = sysconfig.get_path("purelib")
    Path(site.strip(), "lent.pth").write_text(f"{lent}\n", encoding="utf-8")


def test_the_wheel_does_not_see_the_clone(scripts: Path, tmp_path: Path) -> None:
    program = "import galley, galley_figures; print(galley.__file__, galley_figures.__file__)"
    where = run(scripts / "python", "-c", program, cwd=tmp_path)
    assert str(ROOT) not in where
    assert where.count(str(scripts.parent)) == 2


@pytest.mark.kernel
def test_start_and_build_work_at_once(scripts: Path, tmp_path: Path) -> None:
    run(scripts / "galley", "start", "my blog é", "--name", "Maria Lopez", cwd=tmp_path)
    said = run(scripts / "galley", "build", "--strict", cwd=tmp_path / "my blog é")
    assert "Look at site/index.html" in said
    site = tmp_path / "my blog é" / "site"
    assert "<svg" in (site / "first-article.html").read_text(encoding="utf-8")


def test_jupyter_starts_the_preview_with_its_server(scripts: Path) -> None:
    said = scripts.parent / "etc" / "jupyter" / "jupyter_server_config.d" / "galley.json"
    assert '"galley.jupyterlab": true' in said.read_text(encoding="utf-8")


def test_the_exporter_is_registered(scripts: Path, tmp_path: Path) -> None:
    program = (
        "from nbconvert.exporters import get_exporter; print(get_exporter('article').__module__)"
    )
    assert run(scripts / "python", "-c", program, cwd=tmp_path).strip() == "galley.html.exporter"
