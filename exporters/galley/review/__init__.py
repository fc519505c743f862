"""Reviewing articles: the editor's sheet of one article, and the state of all of them."""
