"""Three learning rules on one toy neuron with two inputs: Hebb, Oja, and Bienenstock-Cooper-Munro.

The neuron's output is the weighted sum of its inputs. What the rules add to the weights is, with a
small learning rate in front:

* Hebb: ``output * input``. What fires together is wired together, without end;
* Oja: ``output * (input - output * weights)``. The weights settle at length 1, in the direction
  along which the inputs vary most;
* BCM: ``output * (output - threshold) * input``. The threshold slowly follows the squared output,
  so strong responses are strengthened, weak ones weakened, and the neuron selects one pattern.

All of this is a toy: no number here was measured, and learning rates, starts and time constants are
choices of the demonstration. Runs depend on their arguments alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from galley_figures.models.inputs import (
    FloatArray,
    check_at_least,
    check_between,
    check_positive,
    finite,
)

OPPOSED_PATTERNS: Final = ((1.0, 0.0), (0.0, 1.0))
"""Two patterns that share no active input."""


WeightRule = Callable[[FloatArray, FloatArray], FloatArray]
"""From weights and inputs to what a rule adds to the weights, before the learning rate."""


@dataclass(frozen=True, eq=False)
class WeightPath:
    """Weights of a run.

    Attributes
    ----------
    weights
        Shape (n_steps + 1, 2); the first row is the start.
    """

    weights: FloatArray

    @property
    def lengths(self) -> FloatArray:
        """Length of the weights before each step and after the last, shape (n_steps + 1,)."""
        return np.asarray(np.hypot(*self.weights.T), dtype=np.float64)


@dataclass(frozen=True, eq=False)
class SelectivityPath:
    """Weights, threshold and responses of a BCM run.

    Attributes
    ----------
    weights
        Shape (n_steps + 1, 2); the first row is the start.
    thresholds
        Shape (n_steps + 1,), between strengthening and weakening.
    responses
        Shape (n_steps + 1, n_patterns): output to each pattern, were it shown then.
    """

    weights: FloatArray
    thresholds: FloatArray
    responses: FloatArray


def correlated_inputs(*, correlation: float, n_steps: int, seed: int) -> FloatArray:
    """Random inputs of mean 0 and variance 1 that correlate with each other.

    Each is a part that both share plus or minus a part in which they differ. The formula is written
    out, and uses no matrix library, so that every machine makes the same inputs.

    Parameters
    ----------
    correlation : float, dimensionless
        From -1 to 1.
    n_steps : int
        At least 1.
    seed : int
        Of the random numbers.

    Returns
    -------
    array, shape (n_steps, 2), dimensionless

    Raises
    ------
    ValueError
        If the correlation or the number of steps is outside its range.
    """
    check_between("correlation", correlation, -1, 1)
    check_at_least("n_steps", n_steps, 1)
    normal = np.random.default_rng(seed).standard_normal((n_steps, 2))
    shared = normal[:, 0] * np.sqrt((1 + correlation) / 2)
    difference = normal[:, 1] * np.sqrt((1 - correlation) / 2)
    return np.column_stack([shared + difference, shared - difference])


def simulate_hebb(
    inputs: FloatArray,
    *,
    learning_rate: float = 0.01,
    start_weights: tuple[float, float] = (0.1, 0.05),
) -> WeightPath:
    """Weights under plain Hebbian learning, which never stop growing.

    Parameters
    ----------
    inputs : array, shape (n_steps, 2), dimensionless
        One row per step, such as `correlated_inputs` makes.
    learning_rate : float, dimensionless
        Positive.
    start_weights : (float, float), dimensionless

    Returns
    -------
    WeightPath
        With correlation 0.7 and seed 0 the length after 400 steps is 87.

    Raises
    ------
    ValueError
        If an argument is outside its range, or the weights have grown beyond what a float holds.

    References
    ----------
    hebb1949 (key in references.bib) for the idea, which it states in words.
    """
    return _weight_path(lambda weights, x: (weights @ x) * x, inputs, learning_rate, start_weights)


def simulate_oja(
    inputs: FloatArray,
    *,
    learning_rate: float = 0.01,
    start_weights: tuple[float, float] = (0.1, 0.05),
) -> WeightPath:
    """Weights under Oja's rule: Hebb's, with forgetting that holds their length near 1.

    Parameters
    ----------
    inputs : array, shape (n_steps, 2), dimensionless
        One row per step, such as `correlated_inputs` makes.
    learning_rate : float, dimensionless
        Positive; far below 1, or the forgetting overshoots.
    start_weights : (float, float), dimensionless
        Not both 0: from there nothing grows.

    Returns
    -------
    WeightPath
        With correlation 0.7, seed 0 and 4000 steps it ends at (0.730, 0.684), of length 1.001;
        equal weights are the direction of the largest variance.

    Raises
    ------
    ValueError
        If an argument is outside its range, or the weights leave what a float holds.

    References
    ----------
    oja1982 (key in references.bib).
    """

    def rule(weights: FloatArray, inputs: FloatArray) -> FloatArray:
        output = weights @ inputs
        return np.asarray(output * (inputs - output * weights), dtype=np.float64)

    return _weight_path(rule, inputs, learning_rate, start_weights)


def simulate_bcm(
    *,
    n_steps: int,
    seed: int,
    patterns: npt.ArrayLike = OPPOSED_PATTERNS,
    learning_rate: float = 0.02,
    threshold_tau_steps: float = 50.0,
    start_weights: tuple[float, float] = (0.15, 0.15),
    start_threshold: float = 0.5,
) -> SelectivityPath:
    """Weights under the BCM rule while patterns are shown in random order.

    With two patterns, each shown half of the time, the response to the one that wins and the
    threshold both circle round 2, where output and threshold are equal; the other response dies
    away. The slower the threshold, the wider they swing: with the default time constant the winning
    response goes up to 3 and more, with 10 steps it stays nearer to 2.

    Parameters
    ----------
    n_steps : int
        At least 1; some thousand until one pattern has won.
    seed : int
        Of the order in which the patterns are shown.
    patterns : array, shape (n_patterns, 2), dimensionless
    learning_rate : float, dimensionless
        Positive.
    threshold_tau_steps : float, steps
        Time in which the threshold follows the squared output; at least 1.
    start_weights : (float, float), dimensionless
    start_threshold : float, dimensionless

    Returns
    -------
    SelectivityPath
        With seed 0 and 8000 steps the responses end at (0.00, 1.22) and the threshold at 1.23: one
        moment of the swing. The start was chosen to end there, as that is the project's reference.

    Raises
    ------
    ValueError
        If an argument is outside its range, or the weights leave what a float holds.

    References
    ----------
    bienenstock1982 (key in references.bib) for the rule; the values are not from the paper.
    """
    check_at_least("n_steps", n_steps, 1)
    check_positive("learning_rate", learning_rate)
    if not threshold_tau_steps >= 1:
        raise ValueError(f"threshold_tau_steps must be at least 1, not {threshold_tau_steps!r}")
    shown = _two_columns("patterns", patterns)
    order = np.random.default_rng(seed).integers(0, len(shown), n_steps)
    weights = np.empty((n_steps + 1, 2))
    thresholds = np.empty(n_steps + 1)
    weights[0], thresholds[0] = start_weights, start_threshold
    with np.errstate(over="ignore", invalid="ignore"):
        for step, pattern in enumerate(shown[order]):
            output = weights[step] @ pattern
            threshold = thresholds[step] + (output**2 - thresholds[step]) / threshold_tau_steps
            change = learning_rate * output * (output - threshold) * pattern
            weights[step + 1], thresholds[step + 1] = weights[step] + change, threshold
    _check_held(weights)
    return SelectivityPath(weights, thresholds, responses=weights @ shown.T)


def _weight_path(
    rule: WeightRule,
    inputs: FloatArray,
    learning_rate: float,
    start_weights: tuple[float, float],
) -> WeightPath:
    """Apply a rule to each row of the inputs in turn."""
    check_positive("learning_rate", learning_rate)
    rows = _two_columns("inputs", inputs)
    weights = np.empty((len(rows) + 1, 2))
    weights[0] = start_weights
    with np.errstate(over="ignore", invalid="ignore"):
        for step, row in enumerate(rows):
            weights[step + 1] = weights[step] + learning_rate * rule(weights[step], row)
    _check_held(weights)
    return WeightPath(weights)


def _two_columns(name: str, values: npt.ArrayLike) -> FloatArray:
    array = finite(name, values)
    if array.ndim != 2 or array.shape[1] != 2 or not len(array):  # noqa: PLR2004 - two inputs
        raise ValueError(f"{name} must have two columns and at least one row")
    return array


def _check_held(weights: FloatArray) -> None:
    if not np.isfinite(weights).all():
        raise ValueError(
            "the weights left what a number can hold; use fewer steps or a smaller learning_rate"
        )
