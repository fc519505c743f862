"""From what an author has (Word, HTML, Markdown, text) to article notebooks.

::

    files ── find_sources ──► what is to be imported
    file ─── read_post ─────► Post: blocks of Markdown, pictures, fields, what was not understood
    posts ── join_posts ────► names that differ, links that lead from one to the other
    Post ─── notebook_of ───► the notebook's bytes
    all ──── settle_imports ► what is new, what is there already, what was edited since
    ──────── write_imports ─► content folder                                           disk

Nothing of a source is changed, nothing of it runs, and nothing is asked of the network.
"""
