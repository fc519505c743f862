"""Articles as drafts in WordPress, by its own REST interface.

::

    exported bundle ─ post_of ─► Post ─┐
                                       ├─ compare ─► Plan ─ send ─► drafts, pictures, record
    WordPress ────── look ────► There ─┘

WordPress is not a folder: it gives each post a number, filters what is written into it, and keeps
old versions by itself. So it has a comparison and a record of its own, and `galley undo` leaves it
alone.
"""
