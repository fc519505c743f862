"""An article as one pandoc document with its files: what PDF, Word, EPUB and hand-out are.

`galley.exporting.document.making.make_document` turns an article that was executed and read into a
`Document`; writers turn that into a file. Nothing here runs a cell.
"""
