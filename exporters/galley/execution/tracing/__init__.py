"""What an article's code really read while it ran, and whether that is still as it was."""
