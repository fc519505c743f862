"""Charts, maps and other things that only a script draws: what they are called, what they show.

No page runs them. Readers are told what is missing, and get the values where these are written in
the output: as JSON beside the script, or inside it.
"""

from __future__ import annotations

import base64
import json
import re
import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any

from galley.article.model import DataTable, Interactive, InteractiveKind

_PLOTLY = "application/vnd.plotly.v1+json"
_VEGA = re.compile(r"application/vnd\.vega(?:lite)?\.v\d+(?:\.json|\+json)")
_BOKEH = ("application/vnd.bokehjs_exec.v0+json", "application/vnd.holoviews_exec.v0+json")
_LOADS = ("application/vnd.bokehjs_load.v0+json", "application/vnd.holoviews_load.v0+json")

_SIGNS: tuple[tuple[InteractiveKind, str, re.Pattern[str]], ...] = (
    ("chart", "plotly", re.compile(r"Plotly\.(?:newPlot|react|plot)\(")),
    ("chart", "altair", re.compile(r"vega-?[eE]mbed|vegaEmbed\(")),
    (
        "map",
        "",
        re.compile(r"leaflet|to load map: File|mapbox-?gl|cesium|kepler\.gl", re.IGNORECASE),
    ),
    ("chart", "bokeh", re.compile(r"Bokeh\.embed|embed_items|data-root-id|bk-root")),
    (
        "chart",
        "",
        re.compile(r"vis\.Network\(|vis-network|echarts\.init|Highcharts|d3\.select|mpld3"),
    ),
    (
        "chart",
        "",
        re.compile(r"google\.visualization|\bChart\(ctx|3Dmol|ngl\.Stage|py3Dmol", re.IGNORECASE),
    ),
)
_LOCAL_PAGE = re.compile(
    r"<iframe\b[^>]{0,500}?\bsrc\s*=\s*[\"']?(?!https?:|//|data:)[^\"'>\s]+\.html\b", re.IGNORECASE
)
_LOADERS = re.compile(
    r"bk-notebook-logo|Loading BokehJS|PlotlyConfig|require\.undef\([\"']plotly|init_notebook_mode"
    r"|bk-notebook-loader"
)
_BOKEH_TITLE = re.compile(
    r"\"name\":\s*\"Title\",\s*\"id\":\s*\"[^\"]*\",\s*\"attributes\":\s*\{[^{}]*?\"text\":\s*(\"(?:\\.|[^\"\\])*\")"
)
_MOST_ROWS = 100
_MOST_SERIES = 12
_LONGEST_SCRIPT = 6_000_000


def is_loader(data: Mapping[str, Any]) -> bool:
    """Tell whether an output only brings the scripts that later outputs need."""
    html = _text(data.get("text/html"))[:20_000]
    return any(kind in data for kind in _LOADS) or (
        bool(_LOADERS.search(html)) and "Plotly.newPlot(" not in _text(data.get("text/html"))
    )


def read_interactive(data: Mapping[str, Any]) -> Interactive | None:
    """Return what an output is that only a script shows; None where it shows itself."""
    if is_loader(data):
        return None
    if isinstance(data.get(_PLOTLY), Mapping):
        return _plotly(data[_PLOTLY])
    vega = next((data[kind] for kind in data if _VEGA.fullmatch(kind)), None)
    if isinstance(vega, Mapping):
        return _vega(vega)
    html = _text(data.get("text/html"))
    script = html + _text(data.get("application/javascript"))
    if len(script) > _LONGEST_SCRIPT:
        script = script[-_LONGEST_SCRIPT:]
    if any(kind in data for kind in _BOKEH):
        return _bokeh(script)
    if not re.search(r"<script|<iframe|srcdoc|to load map", html, re.IGNORECASE):
        return None
    return _in_html(script)


def _in_html(html: str) -> Interactive | None:
    for kind, tool, sign in _SIGNS:
        if sign.search(html):
            match tool:
                case "plotly":
                    return _plotly(_plotly_of_script(html))
                case "altair":
                    return _vega(_vega_of_script(html))
                case "bokeh":
                    return _bokeh(html)
                case _:
                    return Interactive(kind)
    return Interactive("chart") if _LOCAL_PAGE.search(html) else None


# ------------------------------------------------------------------ plotly


def _plotly(figure: Mapping[str, Any]) -> Interactive:
    layout = figure.get("layout")
    layout = layout if isinstance(layout, Mapping) else {}
    traces = [t for t in _list(figure.get("data")) if isinstance(t, Mapping)]
    return Interactive("chart", _plotly_title(layout), _plotly_table(traces, layout), "plotly")


def _plotly_title(part: Mapping[str, Any]) -> str:
    title = part.get("title")
    text = title.get("text") if isinstance(title, Mapping) else title
    return _plain(text)


def _plotly_table(
    traces: Sequence[Mapping[str, Any]], layout: Mapping[str, Any]
) -> DataTable | None:
    """Return the values: one column for each trace where they share their places."""
    series = [(_plain(t.get("name")), *_plotly_values(t)) for t in traces[:_MOST_SERIES]]
    series = [s for s in series if s[2]]
    if not series:
        return None
    across = _axis_title(layout, "xaxis") or "x"
    up = _axis_title(layout, "yaxis") or "y"
    places = series[0][1]
    if all(places == other for _, other, _ in series) and len(places) == len(series[0][2]):
        names = [
            name or (up if len(series) == 1 else f"{up} {n}")
            for n, (name, *_) in enumerate(series, 1)
        ]
        return _table((across, *names), zip_longest(places, *(values for *_, values in series)))
    rows = (
        (name or str(number), place, value)
        for number, (name, others, values) in enumerate(series, start=1)
        for place, value in zip_longest(others, values)
    )
    return _table(("", across, up), rows)


def _plotly_values(trace: Mapping[str, Any]) -> tuple[list[Any], list[Any]]:
    for across, up in (
        ("x", "y"),
        ("labels", "values"),
        ("theta", "r"),
        ("locations", "z"),
        ("lon", "lat"),
    ):
        first, second = _numbers(trace.get(across)), _numbers(trace.get(up))
        if first or second:
            return (first or list(range(len(second)))), (second or first)
    return [], []


def _axis_title(layout: Mapping[str, Any], axis: str) -> str:
    part = layout.get(axis)
    return _plotly_title(part) if isinstance(part, Mapping) else ""


_TYPES = {"f8": "d", "f4": "f", "i1": "b", "i2": "h", "i4": "i", "u1": "B", "u2": "H", "u4": "I"}


def _numbers(values: object) -> list[Any]:
    """Read a list, or plotly's numbers in base64."""
    if isinstance(values, list):
        return values
    if not isinstance(values, Mapping) or "bdata" not in values:
        return []
    sign = _TYPES.get(str(values.get("dtype")))
    try:
        data = base64.b64decode(str(values["bdata"]))
        return (
            list(struct.unpack(f"<{len(data) // struct.calcsize(sign)}{sign}", data))
            if sign
            else []
        )
    except (ValueError, struct.error):
        return []


def _plotly_of_script(script: str) -> dict[str, Any]:
    start = re.search(r"Plotly\.(?:newPlot|react|plot)\(\s*[^,]*,\s*", script)
    data, end = _json_at(script, start.end() if start else -1)
    layout, _ = _json_at(script, end + 1 if end > 0 else -1)
    return {"data": data, "layout": layout}


# ------------------------------------------------------------------ vega


def _vega(spec: Mapping[str, Any]) -> Interactive:
    title = spec.get("title")
    text = title.get("text") if isinstance(title, Mapping) else title
    words = " ".join(map(str, text)) if isinstance(text, list) else text
    return Interactive("chart", _plain(words), _vega_table(spec), "altair")


def _vega_table(spec: Mapping[str, Any]) -> DataTable | None:
    data = spec.get("data")
    own = data.get("values") if isinstance(data, Mapping) else None
    sets = spec.get("datasets")
    shared = next(iter(sets.values()), None) if isinstance(sets, Mapping) else None
    records = [r for r in _list(own) or _list(shared) if isinstance(r, Mapping)]
    columns = tuple(dict.fromkeys(str(key) for record in records[:_MOST_ROWS] for key in record))
    if not columns or len(columns) > _MOST_SERIES:
        return None
    return _table(columns, ([record.get(column) for column in columns] for record in records))


def _vega_of_script(script: str) -> dict[str, Any]:
    for start in re.finditer(
        r"\}\)\(\s*(?=\{)|(?:spec|vlSpec)\s*=\s*(?=\{)|vegaEmbed\([^,{]*,\s*(?=\{)", script
    ):
        spec, _ = _json_at(script, start.end())
        if isinstance(spec, dict) and {"data", "datasets", "mark", "layer", "$schema"} & set(spec):
            return spec
    return {}


# ------------------------------------------------------------------ others


def _bokeh(script: str) -> Interactive:
    title = _BOKEH_TITLE.search(script)
    return Interactive("chart", _plain(json.loads(title[1])) if title else "", None, "bokeh")


def _table(columns: Sequence[str], rows: Iterable[Iterable[Any]]) -> DataTable | None:
    """Return a table of plain values; None for one so long that nobody would read it."""
    kept = [
        tuple(_value(value) for value in row)
        for row, _ in zip(rows, range(_MOST_ROWS + 1), strict=False)
    ]
    return DataTable(tuple(columns), tuple(kept)) if 0 < len(kept) <= _MOST_ROWS else None


def _value(value: object) -> str | float | int | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str | None):
        return _plain(json.dumps(value, ensure_ascii=False, default=str))
    return value if not isinstance(value, str) else _plain(value)


def _json_at(text: str, position: int) -> tuple[Any, int]:
    """Read the JSON value at a place of a script; nothing where there is none."""
    if position < 0:
        return None, -1
    while text[position : position + 1] in {" ", "\n", "\t", ","}:
        position += 1
    try:
        return json.JSONDecoder().raw_decode(text, position)
    except (ValueError, RecursionError):
        return None, -1


def _plain(words: object) -> str:
    text = re.sub(r"<[^<>]*>", " ", words) if isinstance(words, str) else ""
    return " ".join(text.split())[:200]


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: object) -> str:
    if isinstance(value, list):
        return "".join(part for part in value if isinstance(part, str))
    return value if isinstance(value, str) else ""


def table_words(table: DataTable) -> Iterator[str]:
    """Yield the words of a table row by row."""
    yield " ".join(table.columns)
    for row in table.rows:
        yield " ".join("" if value is None else str(value) for value in row)
