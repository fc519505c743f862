"""`python -m galley` is the `galley` command, for machines where that is not on the path."""

from galley.cli import main

main()
