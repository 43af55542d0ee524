"""Walks every board's chain of editions and names what somebody has tampered with.

kedjan: an edition against its seals and the one before · raderna: a decided plan's rows
against its edition · vittnen: what else tells of the editions · allt: the whole, with
the database's locks
"""

from vbeplan.rapport.verifiering.allt import Utfall, verifiera
from vbeplan.rapport.verifiering.vittnen import ar_styrkt

__all__ = ["Utfall", "ar_styrkt", "verifiera"]
