"""Out of Galley: one executed article as a bundle for another site, or as a document."""
