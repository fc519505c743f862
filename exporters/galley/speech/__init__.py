"""What Galley says to authors, in the author's language; its sources speak English."""
