"""A WordPress export (WXR) → posts.

::

    file ─── read_export ───► site: people, categories, attachments; items one after the other
    item ─── html_of_item ──► one HTML text: blocks or shortcodes made plain
    HTML ─── read_fragment ─► a draft, as of any other page
    draft ── post_of_item ──► Post: fields, old address, pictures of the uploads folder

`reading` is where to start reading.
"""
