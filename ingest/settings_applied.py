"""The user's decisions carried out on the concepts, and what each one did, for the report."""

from __future__ import annotations

from collections.abc import Iterator

from graph.model import Decision
from graph.names import fold_name
from ingest.concept_drafts import Draft
from ingest.identities import Identities
from ingest.settings import Settings

__all__ = ["apply_settings"]


def apply_settings(drafts: dict[str, Draft], identities: Identities, settings: Settings) -> tuple[Decision, ...]:
    """Rename, set kinds and drop what is ignored, in `drafts` itself; names were joined and kept apart before.

    Returns each decision with its effect. One whose name occurs in no note does nothing and says so.
    """
    told = tuple(_effects(drafts, identities, settings))
    for name, label in settings.rename.items():
        if (draft := drafts.get(identities.key(name))) is not None:
            draft.label = label
    for name, kind in settings.kind.items():
        if (draft := drafts.get(identities.key(name))) is not None:
            draft.kind = kind
    for name in settings.ignore:
        drafts.pop(identities.key(name), None)
    return told


def _effects(drafts: dict[str, Draft], identities: Identities, settings: Settings) -> Iterator[Decision]:
    spelt = {fold_name(name) for draft in drafts.values() for name, _ in draft.names}
    for action, names in settings.decisions():
        missing = [name for name in names if fold_name(name) not in spelt and identities.key(name) not in drafts]
        if missing:
            effect = f"nothing: no note names {missing[0]!r}"
        elif action == "apart" and len({identities.key(name) for name in names}) < len(names):
            effect = "nothing: they are one name, differing in spelling only"
        else:
            effect = "done"
        yield Decision(action, names, effect)
