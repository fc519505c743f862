"""General figures that are filled from a table; a ready figure in `gallery` is drawn by one."""
