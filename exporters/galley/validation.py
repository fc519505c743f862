"""From pydantic's errors to findings: every wrong value at once, in the author's words."""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails, PydanticCustomError

from galley.findings import ContentError, Finding, Place, Severity, did_you_mean

Loc = tuple[str | int, ...]
M = TypeVar("M", bound=BaseModel)

_LONGEST_VALUE = 60
_LEGAL_BY_TYPE = {
    "string_type": "text",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "greater_than": "a number above 0",
    "tuple_type": "a list",
    "mapping_type": "a set of fields",
    "dict_type": "a set of fields",
    "model_type": "a set of fields",
    "string_too_short": "a text with something in it",
}


@dataclass(frozen=True)
class Dialect:
    """How one kind of file is spoken of.

    Attributes
    ----------
    rule
        Prefix of the findings' rule ids, for example ``front-matter``.
    example
        Writes a field with a value as the file would hold it.
    """

    rule: str
    example: Callable[[str, Any], str]


def wrong_value(legal: str, fix: str = "") -> PydanticCustomError:
    """Return the error of a value that is not `legal`, a noun phrase such as "a day"."""
    return PydanticCustomError("wrong_value", "wrong value", {"legal": legal, "fix": fix})


def wrong(message: str, fix: str) -> PydanticCustomError:
    """Return an error with a message of its own."""
    return PydanticCustomError("wrong", "wrong", {"message": message, "fix": fix})


def validate_fields(
    model: type[M],
    data: Mapping[str, Any],
    place_of: Callable[[Loc], Place],
    dialect: Dialect,
    context: Mapping[str, Any] | None = None,
) -> tuple[M, tuple[Finding, ...]]:
    """Return the model and a warning for each unknown field.

    Raises
    ------
    ContentError
        With all wrong values and all unknown fields.
    """
    try:
        return model.model_validate(data, context=dict(context or {})), ()
    except ValidationError as error:
        details = error.errors(include_url=False)
    unknown = [detail["loc"] for detail in details if detail["type"] == "extra_forbidden"]
    wrong_ones = [detail for detail in details if detail["type"] != "extra_forbidden"]
    warnings = [_unknown_field(model, loc, place_of(loc), dialect) for loc in unknown]
    if wrong_ones:
        errors = [_wrong_value(model, detail, place_of, dialect) for detail in wrong_ones]
        raise ContentError(*sorted(errors, key=_line), *sorted(warnings, key=_line))
    # Once more without the unknown fields: another round can only find wrong values.
    result, more = validate_fields(model, _without(data, unknown), place_of, dialect, context)
    return result, (*warnings, *more)


def wrong_fields(
    model: type[BaseModel], data: Mapping[str, Any], context: Mapping[str, Any] | None = None
) -> frozenset[str]:
    """Return the names of the fields that hold a wrong value."""
    try:
        model.model_validate(data, context=dict(context or {}))
    except ValidationError as error:
        details = error.errors(include_url=False)
        return frozenset(str(d["loc"][0]) for d in details if d["type"] != "extra_forbidden")
    return frozenset()


def _line(finding: Finding) -> int:
    return finding.place.line or 0


def describe_field(loc: Loc) -> str:
    """Name a field as an author would find it: ``'orcid' in 'authors' (entry 2)``."""
    names = [part for part in loc if part != "[key]"]
    last = max((i for i, part in enumerate(names) if isinstance(part, str)), default=0)
    own, around = _dotted(names[last:]), _dotted(names[:last])
    return f"{own} in {around}" if around else own


def yaml_example(name: str, value: Any) -> str:  # noqa: ANN401 — an example of anything
    """Write a field as front matter would hold it."""
    return f"{name}: {_yaml_value(value)}"


def toml_example(name: str, value: Any) -> str:  # noqa: ANN401 — an example of anything
    """Write a field as ``site.toml`` would hold it."""
    return f"{name} = {_toml_value(value)}"


def _dotted(parts: Iterable[str | int]) -> str:
    text, entries = "", ""
    for part in parts:
        if isinstance(part, int):
            entries += f" (entry {part + 1})"
        else:
            text += f".{part}" if text else part
    return f"'{text}'{entries}" if text else ""


def _wrong_value(
    model: type[BaseModel],
    detail: ErrorDetails,
    place_of: Callable[[Loc], Place],
    dialect: Dialect,
) -> Finding:
    loc, context = detail["loc"], detail.get("ctx", {})
    kind = "missing" if detail["type"] == "missing" else "wrong"
    message, fix = _message_and_fix(model, detail, dialect)
    return Finding(
        f"{dialect.rule}-{kind}-value",
        Severity.ERROR,
        place_of(loc),
        context.get("message") or message,
        context.get("fix") or fix,
    )


def _message_and_fix(
    model: type[BaseModel], detail: ErrorDetails, dialect: Dialect
) -> tuple[str, str]:
    loc = detail["loc"]
    name, info = _field(model, loc)
    example = info.examples[0] if info and info.examples else None
    shown = dialect.example(name, example) if example is not None else ""
    if detail["type"] == "missing":
        return f"{describe_field(loc)} is missing", f"Add it, for example {shown}" if shown else ""
    given, legal = _given(detail["input"]), _legal(detail, info)
    fix = f"Write for example {shown}" if shown else f"Write {legal}."
    near = _nearest(detail)
    return f"{describe_field(loc)} is {given}, which is not {legal}", near or fix


def _legal(detail: ErrorDetails, info: FieldInfo | None) -> str:
    context = detail.get("ctx", {})
    if "legal" in context:
        return str(context["legal"])
    if detail["type"] == "literal_error":
        return str(context["expected"])
    if detail["type"] in _LEGAL_BY_TYPE:
        return _LEGAL_BY_TYPE[detail["type"]]
    return (info.description if info else None) or "legal here"


def _nearest(detail: ErrorDetails) -> str:
    if detail["type"] != "literal_error" or not isinstance(detail["input"], str):
        return ""
    words = detail["ctx"]["expected"].replace(" or ", ", ").replace("'", "").split(", ")
    return did_you_mean(detail["input"], words)


def _given(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        text = " ".join(value.split())
        short = text if len(text) <= _LONGEST_VALUE else text[: _LONGEST_VALUE - 1] + "…"
        return f"'{short}'" if short else "empty"
    if isinstance(value, Mapping):
        return "a set of fields"
    if isinstance(value, list | tuple):
        return "a list"
    return "empty" if value is None else str(value)[:_LONGEST_VALUE]


def _unknown_field(model: type[BaseModel], loc: Loc, place: Place, dialect: Dialect) -> Finding:
    around = _model_at(model, loc[:-1])
    legal = sorted(around.model_fields) if around else []
    near = did_you_mean(str(loc[-1]), legal)
    return Finding(
        f"{dialect.rule}-unknown-field",
        Severity.WARNING,
        place,
        f"unknown field {describe_field(loc)}",
        near or f"Remove it; known fields are {', '.join(legal)}.",
    )


def _field(model: type[BaseModel], loc: Loc) -> tuple[str, FieldInfo | None]:
    """Return the field that a location leads to, or the last field on the way, and its name."""
    found: FieldInfo | None = None
    name = ""
    current: type[BaseModel] | None = model
    for part in loc:
        if current is not None and isinstance(part, str) and part in current.model_fields:
            name, found = part, current.model_fields[part]
            current = _inner_model(found.annotation)
    return name, found


def _model_at(model: type[BaseModel], loc: Loc) -> type[BaseModel] | None:
    if not loc:
        return model
    info = _field(model, loc)[1]
    return _inner_model(info.annotation) if info else None


def _inner_model(annotation: object) -> type[BaseModel] | None:
    """Return the model inside ``Model | None``, ``tuple[Model, ...]``, ``Mapping[str, Model]``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in {Annotated, Union, types.UnionType} or get_args(annotation):
        found = (_inner_model(inner) for inner in get_args(annotation))
        return next((inner for inner in found if inner), None)
    return None


def _without(data: Any, locs: Iterable[Loc]) -> Any:  # noqa: ANN401 — nested plain values
    """Copy nested values, leaving out what stands at the given locations."""
    gone = set(locs)

    def copy(value: Any, at: Loc) -> Any:  # noqa: ANN401 — nested plain values
        if isinstance(value, Mapping):
            kept = {key: item for key, item in value.items() if (*at, key) not in gone}
            return {key: copy(item, (*at, key)) for key, item in kept.items()}
        if isinstance(value, list):
            return [copy(item, (*at, index)) for index, item in enumerate(value)]
        return value

    return copy(data, ())


def _yaml_value(value: Any) -> str:  # noqa: ANN401 — an example of anything
    if isinstance(value, Mapping):
        return "{" + ", ".join(yaml_example(key, item) for key, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_yaml_value(item) for item in value) + "]"
    return value if isinstance(value, str) else json.dumps(value)


def _toml_value(value: Any) -> str:  # noqa: ANN401 — an example of anything
    if isinstance(value, Mapping):
        return "{" + ", ".join(toml_example(key, item) for key, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_toml_value(item) for item in value) + "]"
    return json.dumps(value, ensure_ascii=False)
