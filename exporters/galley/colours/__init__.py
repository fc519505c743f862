"""A site's own colours: what follows from them, and whether words in them can be read."""
