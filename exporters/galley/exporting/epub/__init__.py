"""EPUB: one article as a small book, or all articles of a site as one."""
