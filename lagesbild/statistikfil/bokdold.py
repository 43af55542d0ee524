"""Rows and columns that a workbook's sheet hides: read too, and told of."""

import re

_RAD = re.compile(rb"<row\b[^>]*\bhidden=\"(?:1|true)\"[^>]*>")
_KOLUMN = re.compile(rb"<col\b[^>]*\bhidden=\"(?:1|true)\"[^>]*>")
_FRAN, _TILL = re.compile(rb'\bmin="(\d+)"'), re.compile(rb'\bmax="(\d+)"')


def dolda(post, bredd):
    """Return (rows, columns) hidden in a sheet's XML, columns within its width.

    A hidden row without cells is no row of the table.
    """
    rader = sum(not t[0].endswith(b"/>") for t in _RAD.finditer(post))
    kolumner = 0
    for traff in _KOLUMN.finditer(post):
        fran, till = _FRAN.search(traff[0]), _TILL.search(traff[0])
        if fran and till:
            kolumner += max(0, min(int(till[1]), bredd) - int(fran[1]) + 1)
    return rader, kolumner
