"""Search: an index over sections and concepts behind one small port, and the ranking above it."""
