"""Galley: from notebooks to pages a reader can trust."""
