"""What a page is made of: its marks, its running heads, its notes; and the paragraphs that are left."""
