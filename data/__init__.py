"""What Knotwork ships besides code: lexicons of known names, and a vault of sample notes."""
