"""`knotwork lint`."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import Any

import click

from cli.options import as_json, config_option, echo_json, kb_option, load_silences
from graph.knowledge_base import open_knowledge_base
from graph.review.checks import CHECKS
from graph.review.finding import Severity
from graph.review.review import review
from graph.review.review_json import review_json

__all__ = ["command"]

_WIDTH = 160  # signs of a quoted line on the terminal


@click.command(name="lint")
@kb_option
@config_option
@click.option(
    "--severity",
    type=click.Choice([severity.value for severity in Severity]),
    default=Severity.WARNING.value,
    show_default=True,
    help="the mildest that is shown and counts",
)
@click.option(
    "--code",
    "codes",
    multiple=True,
    type=click.Choice([check.number for check in CHECKS]),
    metavar="CODE",
    help="only findings of this code, such as KW101; may be given several times",
)
@as_json
def command(kb: Path, config: Path | None, severity: str, codes: tuple[str, ...], as_json: bool) -> None:
    """Review the notes: doubled topics, contradictions, dead links and more, each with its lines. Exit 2: there are some."""
    silences = load_silences(config, kb)
    with open_knowledge_base(kb) as base:
        found = review(base.knowledge(), silences, Severity(severity), frozenset(codes))
    form = review_json(found, Severity(severity))
    if as_json:
        echo_json(form)
    else:
        _tell(form)
    if found.findings:
        raise click.exceptions.Exit(2)


def _tell(form: dict[str, Any]) -> None:
    for code, group in groupby(form["findings"], key=lambda finding: finding["code"]):
        findings = list(group)
        click.echo(f"{code}  {findings[0]['title']} ({len(findings)}, {findings[0]['severity']})\n")
        for finding in findings:
            click.echo(f"  {finding['about']}  [{finding['fingerprint']}]")
            for line in finding["lines"]:
                role = f"{line['role']}: " if line["role"] else ""
                text = line["text"] if len(line["text"]) <= _WIDTH else line["text"][:_WIDTH] + " ..."
                click.echo(f"    {line['path']}:{line['line_start']}: {role}{text}")
            click.echo(f"    why: {finding['reason']}\n    do:  {finding['remedy']}\n")
    for entry in form["silenced"]:
        by = " ".join(entry[key] for key in ("code", "path", "fingerprint") if key in entry)
        what = f"silenced {entry['count']}" if entry["count"] else "silenced nothing and can go"
        click.echo(f"{what}: {by} ({entry['reason']})")
        for finding in entry["findings"]:
            click.echo(f"    {finding['path']}:{finding['line_start']}: {finding['code']} {finding['about']}")
    click.echo(
        f"{form['total']} findings, {form['silenced_count']} silenced, {form['milder']} milder than {form['severity']}"
    )
