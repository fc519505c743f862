"""What kinds on two axes share: axes and their numbers, places for labels, fewer points."""
