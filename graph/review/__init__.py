"""The review of the notes: one kind of finding a file, a registry of them, and what the user does not want to hear."""
