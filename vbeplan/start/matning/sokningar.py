"""What is searched for on the bench: rare words, words of every plan, two words, none.

By the coordinator of a board with ten plans, and by the city's, who reads nine years of
every other board's.
"""

from urllib.parse import urlencode

from django.urls import reverse

from vbeplan.start.matning.data import CENTRAL

SOK = {"kvot": 6, "fragor": 15}
FRAGOR = {
    "sällsynt ord": "läxhjälp",
    "ord i alla planer": "förening",
    "två ord": "stöd förening",
    "fras": '"våldsbejakande extremism"',
    "ordbörjan": "före",
    "ingen träff": "xyzzyplugh",
}
FILTER = {
    "utan filter": {},
    "alla år": {"plan": "alla"},
    "löpande och roll": {"plan": "alla", "tid": "lopande", "ansvarig": "rektor"},
    "ord och avstämning": {"plan": "alla", "ord": "ungdom", "ordning": "avstamning"},
    "period": {"plan": "alla", "under": "hösten 2026", "uppfoljning": "tertialrapport"},
}


def sokningar(samordnare):
    """Return (name, address, who, budget) of every search and filter."""
    ut = []
    for vem, epost in (("samordnare", samordnare), ("central", CENTRAL)):
        for namn, q in FRAGOR.items():
            data = urlencode({"q": q, "aldre": "ja"})
            ut.append((f"Sök, {vem}: {namn}", f"{reverse('sok')}?{data}", epost, SOK))
        for namn, filter_ in FILTER.items():
            adress = f"{reverse('aktiviteter')}?{urlencode(filter_)}"
            ut.append((f"Aktiviteter, {vem}: {namn}", adress, epost, SOK))
    return ut
