"""Tables where each activity is a column of labels with values beside them."""

from aktiviteter.word import kolumner as k
from aktiviteter.word.modell import Cell, Stycke, Tabell

Par = tuple[str, list[Stycke]]
# The label of a row that is nothing but an activity's title, or the area it is in.
TITELRAD, OMRADESRAD = "\x00titel", "\x00omrade"
LANGST_TITEL = 200


def nyckelrader(tabell: Tabell) -> list[tuple[int, list[Par]]] | None:
    """[(row number, [(label, value)])], one entry per activity; None for other tables.

    «Aktivitet | Föräldracafé / Ansvarig | Rektor / …»; also two pairs in a row, several
    activities below each other, or each activity in its own column.
    """
    if len(tabell.rader) < 2:
        return None
    vanda = _vand(tabell)
    if vanda is not None:
        return vanda
    grupper: list[tuple[int, list[Par]]] = []
    for i, rad in enumerate(tabell.rader, 1):
        titel = _titelrad(rad)
        par = [(TITELRAD, titel)] if titel else _par_i(rad)
        if par is None:
            return None
        for etikett, varde in par:
            _lagg(grupper, i, etikett, varde)
    traffar = sum(k.slag_for(e) not in ("", k.OVRIGT) for _, g in grupper for e, _ in g)
    if traffar < 2 or not all(_ar_aktivitet(g) for _, g in grupper):
        return None
    return grupper


def _lagg(
    grupper: list[tuple[int, list[Par]]], i: int, etikett: str, varde: list[Stycke]
) -> None:
    """Adds a pair to the last group, or begins one with an activity's name."""
    namn = etikett == TITELRAD or k.slag_for(etikett) == k.AKTIVITET
    sist = grupper[-1][1] if grupper else []
    if namn and [e for e, _ in sist if e != OMRADESRAD] == [TITELRAD]:
        # A title row right above another name says what the activities belong to.
        sist[-1] = (OMRADESRAD, sist[-1][1])
    elif namn or not grupper:
        grupper.append((i, []))
    grupper[-1][1].append((etikett, varde))


def namnlosa_par(tabell: Tabell) -> list[tuple[str, str, list[Stycke]]] | None:
    """[(kind, label, value)] of a table of labels without the activity's own name."""
    if len(tabell.rader) < 2 or k.rubrikrad(tabell) is not None:
        return None
    ut = []
    for rad in tabell.rader:
        par = _par_i(rad)
        if par is None:
            return None
        ut += [(k.slag_for(e) or k.OVRIGT, e, list(v)) for e, v in par]
    slag = {s for s, _, _ in ut}
    if k.AKTIVITET in slag or k.ANSVARIG not in slag:
        return None
    return ut if slag & {k.TID, k.START, k.SLUT, k.UPPF} else None


def _titelrad(rad: list[Cell]) -> list[Stycke]:
    """The paragraphs of a row with one filled cell, merged over the others."""
    fyllda = [c for c in rad if c.text]
    if len(fyllda) != 1 or fyllda[0].bredd < 2 or len(fyllda[0].text) > LANGST_TITEL:
        return []
    return fyllda[0].stycken


def _par_i(rad: list[Cell]) -> list[Par] | None:
    """The label–value pairs of one row; None when it is no such row."""
    celler = list(rad)
    if not any(c.text for c in celler):
        return []
    if len(celler) not in (2, 4):
        return None
    ut = []
    for nyckel, varde in zip(celler[::2], celler[1::2], strict=True):
        if not nyckel.text and not varde.text:
            continue
        slag = k.slag_for(nyckel.text)
        if not nyckel.text or (not slag and len(nyckel.text) > k.LANGST_RUBRIK):
            return None
        # Two headers side by side are a header row, not a label and its value.
        if slag and k.slag_for(varde.text) not in ("", k.AKTIVITET, slag):
            return None
        ut.append((nyckel.text.rstrip(" :"), varde.stycken))
    return ut


def _ar_aktivitet(par: list[Par]) -> bool:
    slag = {k.slag_for(etikett) for etikett, _ in par}
    titel = any(etikett == TITELRAD for etikett, _ in par)
    return (titel or bool(slag & {k.AKTIVITET, k.BESKRIVNING})) and bool(
        slag & {k.ANSVARIG, k.TID, k.START, k.SLUT, k.UPPF}
    )


def _vand(tabell: Tabell) -> list[tuple[int, list[Par]]] | None:
    """Labels in the first column, one activity in each of the others."""
    bredd = len(tabell.rader[0])
    if bredd < 3 or any(len(r) != bredd for r in tabell.rader):
        return None
    slag = [k.slag_for(r[0].text) for r in tabell.rader]
    if k.AKTIVITET not in slag or len(set(slag) & {k.ANSVARIG, k.TID, k.UPPF}) < 2:
        return None
    if k.ar_rubrikrad(tabell.rader[0]) or not all(r[0].text for r in tabell.rader):
        return None
    return [
        (j + 1, [(r[0].text.rstrip(" :"), r[j].stycken) for r in tabell.rader])
        for j in range(1, bredd)
        if any(r[j].text for r in tabell.rader)
    ]
