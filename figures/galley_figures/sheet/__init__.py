"""The contact sheet: every figure in light, dark, narrow and grey, with its measures.

    python -m galley_figures.sheet --output figures-sheet --pictures

writes ``index.html``, ``measures.csv`` and, with ``--pictures``, one picture for each figure and
each way to see it. It is for people who draw figures; no article needs it.
"""
