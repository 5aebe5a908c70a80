"""From Markdown files to what they say: documents, readings of each note, one resolved graph."""
