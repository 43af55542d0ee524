"""Activities as an Excel workbook: filters, frozen head, choices, words as words."""

import io
from datetime import date, datetime
from math import ceil

import xlsxwriter

from aktiviteter.historia import innehall
from aktiviteter.kalkyl.kolumner import KOLUMNER, NUMMER, NYCKEL, celler

BLAD, HJALP, LISTOR = "Aktiviteter", "Så gör du", "Listor"
# Room for new rows below, with the same choices and formats.
TOMMA_RADER = 200
RAD_PX, HOGST_PX = 20, 540  # Excel takes 546 at most
TEXT, DAG = "@", "yyyy-mm-dd"
ANVISNING = (
    "Ändra i cellerna, lägg till rader längst ner och spara.",
    "Ta sedan in filen i planen: Ta in ifylld arbetsbok. Du får se vad som ändras "
    "innan något sparas.",
    "Ordningen på raderna spelar ingen roll. Filtrera och sortera som du vill.",
    "En rad utan nummer blir en ny aktivitet. En rad som du tar bort blir kvar i "
    "planen, tills du säger till att den ska bort.",
    "Ansvariga: en roll på varje rad i cellen (Alt+Enter). Skriv (medansvarig) eller "
    "(i samråd) efter en roll som inte är huvudansvarig. Roller, aldrig personer.",
    "Tidplan och uppföljning skriver du med egna ord: Löpande, Hösten 2027, "
    "T.o.m. 2027-12-31, Tertialrapport 1.",
    "Beskrivning: tom rad mellan stycken, - framför punkter, **fet**, *kursiv*, "
    "[orden](https://adress.se), [fotnot: källan].",
)


def arbetsbok(aktiviteter, *, kapitel, titel, med_plan=False):
    """Return activities as the bytes of an .xlsx.

    `aktiviteter` is loaded by `med_ansvar`; `kapitel` gives each chapter's words by its
    id, in reading order. With `med_plan` board and year stand first, for rows out of
    several plans; such a workbook is not to be taken back.
    """
    ut = io.BytesIO()
    bok = xlsxwriter.Workbook(ut, {"in_memory": True, "strings_to_formulas": False})
    bok.set_properties(
        {"title": titel, "author": "", "created": datetime(2000, 1, 1)}  # noqa: DTZ001
    )
    _Blad(bok, kapitel, med_plan).skriv(aktiviteter)
    if not med_plan:
        _skriv_hjalp(bok, titel)
    bok.close()
    return ut.getvalue()


class _Blad:
    """The sheet of activities, and the hidden one that its choices come from."""

    def __init__(self, bok, kapitel, med_plan):
        self.bok, self.kapitel, self.med_plan = bok, kapitel, med_plan
        self.blad = bok.add_worksheet(BLAD)
        grund = {
            "text_wrap": True,
            "valign": "top",
            "border": 1,
            "border_color": "#dcd7cc",
        }
        self.text = bok.add_format({**grund, "num_format": TEXT})
        self.dag = bok.add_format({**grund, "num_format": DAG, "align": "left"})
        self.tal = bok.add_format({**grund, "num_format": "0.##"})
        self.huvud = bok.add_format(
            {**grund, "bold": True, "bg_color": "#e3eef0", "font_color": "#0c4a57"}
        )

    @property
    def fore(self):
        return ["Nämnd", "År", NUMMER] if self.med_plan else [NYCKEL, NUMMER]

    def skriv(self, aktiviteter):
        rubriker = [*self.fore, *(kol.rubrik for kol in KOLUMNER)]
        self.blad.set_row_pixels(0, 2 * RAD_PX + 4)
        for i, rubrik in enumerate(rubriker):
            self.blad.write_string(0, i, rubrik, self.huvud)
        for rad, aktivitet in enumerate(aktiviteter, 1):
            self._skriv_rad(rad, aktivitet)
        sist = max(1, len(aktiviteter))
        self._bredder()
        self.blad.autofilter(0, 0, sist, len(rubriker) - 1)
        self.blad.freeze_panes(1, len(self.fore) + 2)
        self.blad.repeat_rows(0)
        self.blad.set_landscape()
        self.blad.set_paper(8)  # A3: fourteen columns on one page
        self.blad.fit_to_pages(1, 0)
        if not self.med_plan:
            self._val(sist + TOMMA_RADER)

    def _skriv_rad(self, rad, aktivitet):
        for i, varde in enumerate(self._fore_varden(aktivitet)):
            self._cell(rad, i, varde)
        ord_ = celler(innehall(aktivitet), self.kapitel)
        self.blad.set_row_pixels(rad, _hojd(ord_))
        for i, kol in enumerate(KOLUMNER, len(self.fore)):
            if kol.falt == "avstamning" and aktivitet.avstamning:
                self._cell(rad, i, aktivitet.avstamning)
            elif kol.falt == "maltal" and aktivitet.maltal is not None:
                self.blad.write_number(rad, i, float(aktivitet.maltal), self.tal)
            else:
                self._cell(rad, i, ord_[kol.falt])

    def _fore_varden(self, aktivitet):
        if self.med_plan:
            plan = aktivitet.plan
            return [plan.namnd.namn, plan.ar, aktivitet.nummer]
        return [f"{aktivitet.pk}.{aktivitet.version}", aktivitet.nummer]

    def _cell(self, rad, kolumn, varde):
        if isinstance(varde, date):
            self.blad.write_datetime(rad, kolumn, varde, self.dag)
        elif isinstance(varde, int):
            self.blad.write_number(rad, kolumn, varde, self.text)
        elif varde:
            # write_string: what begins with = is words, never a formula
            self.blad.write_string(rad, kolumn, varde, self.text)
        else:
            self.blad.write_blank(rad, kolumn, None, self.text)

    def _bredder(self):
        for i, rubrik in enumerate(self.fore):
            gomd = {"hidden": True} if rubrik == NYCKEL else {}
            bredd = 30 if rubrik == "Nämnd" else 6
            self.blad.set_column(i, i, bredd, self.text, gomd)
        for i, kol in enumerate(KOLUMNER, len(self.fore)):
            form = {"avstamning": self.dag, "maltal": self.tal}.get(kol.falt, self.text)
            self.blad.set_column(i, i, kol.bredd, form)

    def _val(self, sist):
        """Offer the chapters and the fixed words; other words are let through, and the
        import says what is wrong with them."""
        listor = self.bok.add_worksheet(LISTOR)
        listor.hide()
        varden = {"avsnitt": tuple(self.kapitel.values())}
        for nr, kol in enumerate(KOLUMNER):
            val = varden.get(kol.falt, kol.val)
            if not val:
                continue
            for rad, ord_ in enumerate(val):
                listor.write_string(rad, nr, ord_)
            kalla = xlsxwriter.utility.xl_range_abs(0, nr, len(val) - 1, nr)
            plats = nr + len(self.fore)
            regel = {
                "validate": "list",
                "source": f"={LISTOR}!{kalla}",
                "error_type": "warning",
                "error_title": kol.rubrik,
                "error_message": "Välj ett av de ord som finns i listan.",
            }
            self.blad.data_validation(1, plats, sist, plats, regel)


def _hojd(ord_):
    """Return about how many pixels a row needs: not every program measures it."""
    rader = max(
        sum(max(1, ceil(len(rad) / (kol.bredd * 0.95))) for rad in cell.split("\n"))
        for kol in KOLUMNER
        for cell in [ord_[kol.falt]]
    )
    return min(RAD_PX * rader + 4, HOGST_PX)


def _skriv_hjalp(bok, titel):
    blad = bok.add_worksheet(HJALP)
    rubrik = bok.add_format({"bold": True, "font_size": 14})
    text = bok.add_format({"text_wrap": True, "valign": "top"})
    blad.set_column(0, 0, 100)
    blad.write_string(0, 0, titel, rubrik)
    for rad, ord_ in enumerate(ANVISNING, 2):
        blad.write_string(rad, 0, ord_, text)
