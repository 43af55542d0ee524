"""Begins a plan with the texts and activities of another."""

from aktiviteter.handlingar.innehall import skriv_innehall
from aktiviteter.utbyte import granska, plan_data


def borja_med_kopia(plan, forlaga):
    """Give an empty plan the texts and activities of `forlaga`, with their numbers.

    Times are read anew: «hösten» and «VB» mean the new plan's year. «Se ovan» becomes
    what the paper said there, since rows may have changed places. Check dates, which
    lie in the old year, are left for the coordinator to set.
    """
    data = plan_data(forlaga)
    for aktivitet in data["aktiviteter"]:
        for kolumn in ("tidplan", "uppfoljning"):
            tid = aktivitet[kolumn]
            aktivitet[kolumn] = {"text": tid["hanvisning"] or tid["text"]}
    skriv_innehall(plan, granska({**data, "anmarkningar": []}))
