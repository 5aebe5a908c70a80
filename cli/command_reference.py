"""The text of docs/cli.md, made from the commands' own help: `python -m cli.command_reference > docs/cli.md`."""

from __future__ import annotations

import click

from cli.main import knotwork

__all__ = ["command_reference"]

_WIDTH = 100  # fixed, so that the text does not depend on the terminal


def command_reference() -> str:
    """Return the help of `knotwork` and of each command as Markdown."""
    parts = [
        "# Command line",
        "Made from `--help` by `make docs`; a test holds it to the commands.",
        "Data goes to stdout, progress and messages to stderr. Exit 0: done; 1: failed; 2: wrong usage or, for lint, findings.",
    ]
    root = click.Context(knotwork, info_name="knotwork", terminal_width=_WIDTH, **knotwork.context_settings)
    parts.append(f"## knotwork\n\n```text\n{knotwork.get_help(root)}\n```")
    for name in knotwork.list_commands(root):
        command = knotwork.get_command(root, name)
        if command is not None:
            context = click.Context(command, info_name=name, parent=root, terminal_width=_WIDTH)
            parts.append(f"## knotwork {name}\n\n```text\n{command.get_help(context)}\n```")
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    click.echo(command_reference(), nl=False)
