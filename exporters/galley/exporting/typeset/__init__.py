"""Documents for paper: from a `Document` to typst's source, and from there to PDF.

pandoc writes the text, so that nothing an author typed can become a command of typst; the templates
beside this file say how it looks; the package ``typst`` sets it.
"""
