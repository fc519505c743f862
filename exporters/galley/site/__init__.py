"""From articles to a published site: what links to what, every page, feeds, and the disk."""
