"""The reference: the pages of the rules, and the encoding guide, as data and as HTML and Markdown."""
