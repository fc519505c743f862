"""An article as a Word file for comments, which finds the way back to its cells."""
