"""Citing in JupyterLab: which works can be cited, how they look, and adding one.

`desk` is where to start reading: it answers what the routes are asked.
"""
