"""What an article is: front matter, Markdown, citations, `Article`; no HTML, no kernel."""
