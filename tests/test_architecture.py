"""The shape of the code base: imports point down, modules and functions stay small, `--help` stays light."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("cli", "web", "search", "ingest", "graph", "data")
MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
HEAVY = ("networkx", "whoosh", "flask", "pyvis")

Function = ast.FunctionDef | ast.AsyncFunctionDef


def _code_line_count(function: Function) -> int:
    """Count the lines that hold code: neither blank, comment nor docstring."""
    lines = {
        number
        for statement in function.body
        if not (isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant))
        for node in ast.walk(statement)
        if isinstance(node, ast.stmt | ast.expr)
        for number in (node.lineno, node.end_lineno or node.lineno)
    }
    return len(lines)


def test_imports_point_down() -> None:
    linter = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"
    done = subprocess.run(  # a process of its own: import-linter changes sys.path and the log settings
        [sys.executable, "-c", linter], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("module", MODULES, ids=[str(path.relative_to(ROOT)) for path in MODULES])
def test_modules_and_functions_stay_within_their_limits(module: Path) -> None:
    text = module.read_text("utf-8")
    assert text.count("\n") <= 400
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, Function):
            assert _code_line_count(node) <= 40, f"{module.name}:{node.lineno} {node.name}"


def test_code_lines_are_counted_without_docstring_comments_and_blanks() -> None:
    text = 'def f():\n    """Doc\n    more."""\n    # why\n\n    a = 1\n    return a\n'
    function = ast.parse(text).body[0]
    assert isinstance(function, ast.FunctionDef)
    assert _code_line_count(function) == 2


def test_help_imports_none_of_the_heavy_packages() -> None:
    script = (
        "import sys\nfrom cli.main import knotwork\n"
        "knotwork.main(['--help'], prog_name='knotwork', standalone_mode=False)\n"
        f"print('loaded', [name for name in {HEAVY!r} if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.endswith("loaded []\n")
