"""Articles as a whole: beginning one, what it says about itself, all of a site, publishing."""
