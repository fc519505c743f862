"""From an article to its page: words, styles, templates, prose, figures and the exporter."""
