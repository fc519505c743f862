"""Ready figures with their evidence, one module per figure, named like its public function.

Every module has the same four parts, so that tests find them:

* ``Data``: a frozen dataclass, all that is drawn, words included;
* ``compute(**parameters) -> Data``: takes the public function's parameters; `validated` refuses
  wrong ones by the signature's own types (`galley_figures.parameters`);
* ``describe(data) -> (alt, description)``: from the data, so it says what is drawn;
* ``draw(data, layout) -> Figure``: computes nothing; lays out anew for `WIDE` and `NARROW`.

The public function joins them with `galley_figures.compose.compose`:

    def plasticity_window(
        *, lang: Lang = "en", audience: Audience = "patient"
    ) -> ExplanatoryFigure:
        data = compute(lang=lang, audience=audience)
        alt, description = describe(data)
        return compose(draw, data, alt=alt, description=description, table=table(data), ...)

Its words are in ``locale/NAME.py``; its name is added to ``galley_figures/__init__.py``.
"""
