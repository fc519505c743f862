"""What named people have signed of an article, and whether readers still see that text."""
