"""What a colleague sends back: comments and changes in a Word file, found again in their cells."""
