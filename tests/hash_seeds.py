"""What a program prints under several seeds of Python's hashes, each in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.conftest import ROOT

__all__ = ["printed_under_seeds"]


def printed_under_seeds(program: str) -> set[str]:
    """Return the different outputs of the program, run with the project on its path."""
    return {
        subprocess.run(
            [sys.executable, "-c", program],
            check=True,
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
        ).stdout
        for seed in ("0", "1", "2", "3")
    }
