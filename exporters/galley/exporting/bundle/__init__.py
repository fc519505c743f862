"""The bundle: an article for a page that belongs to somebody else's site."""
