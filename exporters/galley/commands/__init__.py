"""The verbs of the `galley` command, one per module: each parses, calls and prints."""
