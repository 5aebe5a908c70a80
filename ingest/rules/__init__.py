"""The rules, one kind of evidence per file. Each is a pure function from a `Scope` to claims."""
