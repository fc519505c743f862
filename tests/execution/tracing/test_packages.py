"""Which package holds a module, read from the texts beside installed packages."""

from pathlib import Path

import pytest

from galley.execution.tracing.packages import Installed


def install(site: Path, folder: str, files: str = "", needs: str = "") -> None:
    place = site / folder
    place.mkdir(parents=True)
    (place / "RECORD").write_text(files, encoding="utf-8")
    (place / "METADATA").write_text(f"Metadata-Version: 2.4\n{needs}\n\nText.", encoding="utf-8")


@pytest.fixture
def installed(tmp_path: Path) -> Installed:
    install(tmp_path, "numpy-2.4.6.dist-info", "numpy/__init__.py,sha256=x,1\n")
    install(tmp_path, "pillow-13.0.0.dist-info", "PIL/Image.py,,\n../../bin/x,,\n")
    install(tmp_path, "six-1.17.0.dist-info", "six.py,,\n")
    install(tmp_path, "mylib-1.0.dist-info", "_mylib.cpython-311.so,,\nmylib.pth,,\n")
    install(tmp_path, "Old_Style-0.9.dist-info", "old_style/__init__.py,,\n")
    install(
        tmp_path,
        "seaborn-0.14.dist-info",
        "seaborn/__init__.py,,\n",
        "Requires-Dist: NumPy>=1\nRequires-Dist: six ; extra == 'stats'\n"
        "Requires-Dist: pillow ; extra == 'dev'\nRequires-Dist: gone",
    )
    return Installed((str(tmp_path),))


@pytest.mark.parametrize(
    ("module", "package"),
    [
        ("numpy", "numpy"),
        ("PIL", "pillow"),
        ("six", "six"),
        ("_mylib", "mylib"),
        ("old_style", "old-style"),
        ("bin", ""),
        ("nothing", ""),
    ],
)
def test_a_module_is_held_by_the_package_that_lists_it(
    installed: Installed, module: str, package: str
) -> None:
    assert installed.holder_of(module) == package


def test_versions_come_from_the_names_of_folders(installed: Installed) -> None:
    assert installed.version_of("pillow") == "13.0.0"
    assert installed.version_of("old-style") == "0.9"
    assert installed.version_of("gone") == ""


def test_a_package_rests_on_what_it_needs_and_may_use_but_not_on_tools_for_its_makers(
    installed: Installed,
) -> None:
    assert installed.rests_on("seaborn") == ("numpy", "six")


def test_the_first_folder_with_a_package_counts(tmp_path: Path) -> None:
    install(tmp_path / "first", "numpy-1.0.dist-info")
    install(tmp_path / "second", "numpy-2.0.dist-info")
    sites = (str(tmp_path / "gone"), str(tmp_path / "first"), str(tmp_path / "second"))
    assert Installed(sites).version_of("numpy") == "1.0"


def test_packages_of_linux_distributions_are_known_by_their_own_kind_of_folder(
    tmp_path: Path,
) -> None:
    place = tmp_path / "PyYAML-6.0.1.egg-info"
    place.mkdir()
    (place / "top_level.txt").write_text("_yaml\nyaml\n", encoding="utf-8")
    found = Installed((str(tmp_path),))
    assert (found.holder_of("yaml"), found.version_of("pyyaml")) == ("pyyaml", "6.0.1")
