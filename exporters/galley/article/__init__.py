"""What an article is: front matter, Markdown, citations and the frozen `Article`; no HTML, no kernel."""
