"""What leaves this computer when a site is published: said before it is gone."""
