"""One article as different programs write it, made for these tests.

It has the parts of a real post: a byline, three sections, lists, a captioned picture and a small
one, a table, two notes, links, formulas and a box. Google Docs and Word draw formulas as pictures
where they write HTML; a text has neither pictures nor tables nor notes.
"""
