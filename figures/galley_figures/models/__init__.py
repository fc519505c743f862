"""Models as pure functions, arrays to arrays: units in names, sources in docstrings."""
