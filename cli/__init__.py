"""The `knotwork` command: the one place that reads the environment and wires the rooms together."""
