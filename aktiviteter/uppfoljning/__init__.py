"""Read: how the activities went, per activity, per occasion, per role and over years.

`resultat` and `uppfoljningslaget` are what other parts of the year ask for.
"""

from aktiviteter.uppfoljning.laget import Uppfoljningslage, uppfoljningslaget
from aktiviteter.uppfoljning.resultat import Resultat, resultat

__all__ = ["Resultat", "Uppfoljningslage", "resultat", "uppfoljningslaget"]
