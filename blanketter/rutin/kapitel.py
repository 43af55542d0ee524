"""The plan's chapter about the routine, beside whose text the flow chart is drawn."""

import re

from blanketter.rutin.flode import flodet
from blanketter.rutin.las import rutinen

# «Rutin vid oro/händelse», «Rutiner vid oro eller händelse», «2.4 Rutin för oro» …
_RUBRIK = re.compile(r"\brutin(?:en|er|erna)?\b.{0,40}?\b(?:oro|händelse)", re.I)


def rutinkapitlet(rubriker):
    """Return the place in the list of the first heading that is the routine's, or None.

    Boards have written it in many ways.
    """
    return next(
        (i for i, rubrik in enumerate(rubriker) if _RUBRIK.search(rubrik)), None
    )


def planens_flode(namnd):
    """Return the chart for a board's plan as `Flode`, None when she wants none there.

    The choice is the board's (`Rutinval.i_planen`), not the plan's: the chart is no
    part of the plan's text and its history, and who edits the one edits the other.
    """
    rutin = rutinen(namnd)
    return flodet(rutin) if rutin.i_planen else None
