"""What Quarto means by a div: hidden for pages, a figure or table with a label, a callout."""

from __future__ import annotations

from collections.abc import Mapping

from galley.article.markdown.directive_syntax import Opening

_FIGURES = {"fig-": "figure-body", "tbl-": "table"}


def div_kind(opening: Opening, usual: str) -> str:
    """Return the kind of a div; `usual` is that of the directive of its name."""
    names = {opening.name, *opening.classes}
    if opening.anchor == "refs" or "hidden" in names or not _is_for_pages(names, opening.values):
        return "dropped"
    figure = next(
        (kind for prefix, kind in _FIGURES.items() if opening.anchor.startswith(prefix)), ""
    )
    return figure or ("plain" if usual == "unknown" else usual)


def _is_for_pages(names: set[str], values: Mapping[str, str]) -> bool:
    """Tell whether HTML pages show what is there for some formats only."""
    if not names & {"content-visible", "content-hidden"}:
        return True
    when, unless = values.get("when-format"), values.get("unless-format")
    meets = _is_html(when) if when else (not _is_html(unless) if unless else True)
    return meets if "content-visible" in names else not meets


def _is_html(format_name: str | None) -> bool:
    return (format_name or "").startswith("html")


def fold_classes(values: Mapping[str, str]) -> tuple[str, ...]:
    """Return the classes of a callout that readers fold: ``collapse="true"``."""
    collapse = values.get("collapse", "")
    return {"true": ("dropdown",), "false": ("dropdown", "open")}.get(collapse, ())
