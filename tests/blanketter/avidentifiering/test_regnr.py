"""Registration plates of cars and motorcycles, personal and foreign ones."""

import pytest

from tests.blanketter.avidentifiering.markning import (
    markt,
    markt_utom_namn,
    utan_marken,
)

SKYLTAR = """
En bil med skylten ‹ABC 123› stod utanför.
Bilen var ‹ABC123›.
En Volvo, ‹abc123›, följde efter oss.
‹ABC 12D› sågs på parkeringen.
‹ABC12D› sågs på parkeringen.
reg.nr ‹ABC 123›
Reg nr: ‹HTU 39B›
Registreringsnumret är ‹MLN-330›.
regnr ‹bnp640› enligt vakten
En mörk bmw med reg ‹rpa 16c›
Moped klass 1, ‹KXM 615›.
Lastbilen hade registreringsskylt ‹SRT107›.
Skylten löd ‹JAN 12K›.
Nummerplåten ‹MAR 445› var täckt.
Den personliga skylten ‹VARG88› syntes tydligt.
Bil med personlig skylt ‹ODEN› stod där.
Norsk bil, regnr ‹AB 12345›.
En dansk skåpbil med plåten ‹AB 12 345›.
Tysk registreringsskylt ‹B-MW 1234› på bilen.
De klev ur en vit skåpbil (‹GOB 66U›).
‹gob66u› stod parkerad hela natten
fordon ‹FDB 771› har synts tre gånger
Taxin ‹TXA 11B› körde dem.
Han kör en röd Audi med nummer ‹WKE 27P›.
A-traktorn ‹LMR 338› har dekaler.
Släpet ‹PKL 992› var lastat.
En mc med nummer ‹NSH 62A› körde runt.
Kamera läste ‹BSA 90G› vid infarten.
Det var ‹RTY 776› igen.
En Passat, reg. ‹UWS 118›, svart.
Elsparkcykel nej, men epa ‹EPA 001› ja.
‹ABC123›:s förare skrek.
Moppen ‹mlb 84k› stod där.
En norsk bil, ‹EL 12345›, stod utanför.
Bilarna ‹FDB771› och ‹KLM202› sågs.
""".strip().splitlines()

LIKNAR = """
Vi utgår från SFS 2009 när vi bedömer.
Rum 214 och sal 305 är bokade.
Bus 172 mot Norsborg, skrev turisten.
Han drack max 330 ml.
NMR 1488 stod på väggen.
AIK 1891 sprejades på muren.
Tel 112 gäller alltid.
ISO 270 är fel standard.
Det var 100 personer och 200 bilar.
Den kostade SEK 500.
För 300 kronor kan man köpa en tröja.
Bilen gick i 120 km i timmen.
Hon sa att 500 personer kommer.
Bilar och 200 mopeder körde förbi.
Lag 199 finns inte.
Kod 404 visades på skärmen.
Kap 12 handlar om detta.
BMW 320 är en vanlig modell.
Volvo 240 och Saab 900 är gamla bilar.
USB 300 är inget.
Linje 172, var 10:e minut.
De gick från hus 101 till hus 102.
Plan 100 finns inte.
C18, B&H och HFFH sprejades på väggen.
En bil i 100 mörka nyanser.
Han vann SM 200 meter.
Windows 365 används i skolan.
Vi var 112 och dom 113.
""".strip().splitlines()


@pytest.mark.parametrize("mening", SKYLTAR)
def test_a_plate_is_found(mening):
    assert markt(mening, "regnr") == mening


@pytest.mark.parametrize("mening", LIKNAR)
def test_words_with_numbers_are_left(mening):
    assert markt_utom_namn(mening) == utan_marken(mening)
