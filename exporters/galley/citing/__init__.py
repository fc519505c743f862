"""Works on their way into a bibliography: read as they are given, named with a key, written.

Nothing here knows who asks: the panel in JupyterLab, or an import.
"""
