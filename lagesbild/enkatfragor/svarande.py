"""What one who answers is asked, and what her answer may say of whose it is."""

from lagesbild.enkatfragor.lista import fragor_for, stalls_till


def svarets_grupp(enkat, inbjudan=None):
    """Return the group that an answer carries; "" when that would tell too much.

    An open link (no `inbjudan`) that goes to one group is answered by that group.
    """
    if inbjudan:
        return "" if inbjudan.grupp in enkat.sammanforda else inbjudan.grupp
    return enkat.grupper[0] if len(enkat.grupper) == 1 else ""


def fragor_till(enkat, inbjudan=None):
    """Return the questions for one who answers.

    Who answers without a group is asked what all those are asked: which questions an
    answer holds would else tell its group.
    """
    grupp = svarets_grupp(enkat, inbjudan)
    return [f for f in fragor_for(enkat, grupp) if fick_fragan(enkat, f, grupp)]


def nagon_fick(enkat, fraga):
    """Tell whether anybody at all was asked: small groups together are asked less."""
    if enkat.oppen_lank:
        return fick_fragan(enkat, fraga, svarets_grupp(enkat))
    stora = set(enkat.grupper) - set(enkat.sammanforda)
    ihop = bool(enkat.sammanforda) and fick_fragan(enkat, fraga, "")
    return ihop or any(fick_fragan(enkat, fraga, grupp) for grupp in stora)


def fick_fragan(enkat, fraga, grupp):
    """Tell whether whoever gave an answer that carries the group was asked this."""
    if grupp:
        return stalls_till(fraga, {grupp})
    alla = set(enkat.grupper if enkat.oppen_lank else enkat.sammanforda)
    return alla <= set(fraga.get("grupper") or alla)
