"""What the articles of the benchmark share."""
