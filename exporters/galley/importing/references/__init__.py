"""Typed references of an imported post → entries of a bibliography, and keys in its text.

::

    blocks ── find_reference_lists ──► lines, each read as far as it says (`line`)
    lines ─── settle ────────────────► a work of the folder, of a file given beside, or a new entry
    prose ─── cite_prose ────────────► keys by name and year (`authored`) or number (`numbered`)
    all ───── cite_posts ────────────► posts that cite by key, new entries, what stays as words

`post_references` is where to start reading. Nothing is looked up; no work says more than its line.
"""
