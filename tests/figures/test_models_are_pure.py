"""Every model: no drawing library, no global random state, no clock, no file."""

import ast
from pathlib import Path

import numpy as np
import pytest

import galley_figures.models
from galley_figures.models.electrodes import electrode_positions
from galley_figures.models.learning_rules import correlated_inputs, simulate_bcm
from galley_figures.models.proportional_recovery import simulate_recovery
from galley_figures.models.synthetic_eeg import synthetic_eeg

MODULES = sorted(Path(galley_figures.models.__file__).parent.glob("*.py"))
LEGAL_RANDOM = {"default_rng", "Generator"}
LEGAL_IMPORTS = {"__future__", "collections", "dataclasses", "math", "numpy", "scipy"} | {
    "galley_figures",
    "statistics",
    "typing",
}

SIMULATIONS = {
    "learning inputs": lambda: correlated_inputs(correlation=0.7, n_steps=50, seed=3),
    "bcm": lambda: simulate_bcm(n_steps=50, seed=3).weights,
    "recovery": lambda: simulate_recovery(n_people=50, seed=3).change,
    "eeg": lambda: (
        synthetic_eeg(electrode_positions(), focus=(0, 0), seed=3, duration_s=1).signals_uv
    ),
}

each_module = pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)


def imported(tree: ast.Module) -> set[str]:
    names = [
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    ]
    names += [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    return set(names)


@each_module
def test_a_model_imports_numbers_and_other_models_only(path: Path) -> None:
    for name in imported(ast.parse(path.read_text("utf-8"))):
        package, *rest = name.split(".")
        assert package in LEGAL_IMPORTS, name
        assert package != "galley_figures" or rest[0] == "models", name


@each_module
def test_a_model_makes_its_own_random_generator(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "np.random":
            assert node.attr in LEGAL_RANDOM, node.attr


@pytest.mark.parametrize("simulate", SIMULATIONS.values(), ids=SIMULATIONS)
def test_a_simulation_neither_reads_nor_moves_the_global_random_state(simulate) -> None:
    before = np.random.get_state()  # noqa: NPY002  (the global state is what is looked at)
    try:
        np.random.seed(1)  # noqa: NPY002
        first, expected = simulate(), np.random.RandomState(1).random_sample()
        assert np.random.random_sample() == expected  # noqa: NPY002
        np.random.seed(2)  # noqa: NPY002
        assert (simulate() == first).all()
    finally:
        np.random.set_state(before)  # noqa: NPY002
