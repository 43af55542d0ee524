"""Forgets what has been read, for measurements of the first time."""

from aktiviteter.granskning import helhet, plan, rubriker, text


def planer():
    """Forget whole plans; what each text says by itself is kept."""
    plan.granska.cache_clear()


def allt():
    """Forget everything, as a process that has just started."""
    planer()
    text.glom()
    rubriker.glom()
    helhet.glom()
