"""The house style of figures: colour by meaning, the page's own font, clean SVG."""
