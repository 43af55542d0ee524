"""Personnummer and samordningsnummer in every form, right or wrong."""

import pytest

from tests.blanketter.avidentifiering.markning import (
    markt,
    markt_utom_namn,
    utan_marken,
)

PERSONER = """
Hans personnummer är ‹850312-1234›.
Personnr ‹19850312-1234› stod på kvittot.
pnr: ‹8503121234›
p-nr ‹198503121234›
Mannen ‹850312+1234› är över hundra.
‹19850312 1234› enligt listan.
‹850312 1234› enligt listan.
‹850312 - 1234› enligt listan.
‹850312–1234› enligt listan.
‹8 5 0 3 1 2 - 1 2 3 4› skrev hon.
‹85 03 12-1234› skrev hon.
‹85-03-12-1234› skrev hon.
‹1985-03-12-1234› skrev hon.
‹1985 03 12 1234› skrev hon.
‹1985/03/12-1234› skrev hon.
‹850312.1234› skrev hon.
‹850312_1234› skrev hon.
‹850312-XXXX› enligt journalen.
‹850312-****› enligt journalen.
‹850312-12XX› enligt journalen.
‹850312-xxxx› enligt journalen.
‹8506XX-1234› enligt journalen.
‹850312/1234› enligt journalen.
‹850312:1234› enligt journalen.
Reservnummer ‹19850312-A12B› gavs på akuten.
Tillfälligt nummer ‹850312-T123› står på armbandet.
TF-nummer ‹850312-TF12› står på armbandet.
‹20100312-1234› är barnet.
Barnet ‹100312-1234› är tio år.
(‹850312-1234›) kom in kl 13.
Elev ‹090312-1234› har hotat.
‹850312-1234›/‹860412-1235› är makar.
Kopia av legitimation ‹850312-1235›.
Sista fyra siffrorna är ‹1234›.
Personnummer: ‹85 03 12 12 34›
personnumret‹850312-1234›
‹٨٥٠٣١٢-١٢٣٤› skrev han med andra siffror.
‹８５０３１２－１２３４› i breda siffror.
personnr. slutar på ‹1234›
""".strip().splitlines()

LIKNAR = """
Organisationsnummer 556036-0793 är bolagets.
Org.nr 802002-4280 är föreningens.
Mötet 2025-01-22 1430 ställdes in.
Perioden 2024-2025 var lugn.
Perioden 202401-202412 redovisas.
Han fick 850312 röster.
Skadan var 850 312 kronor.
Artikel 1234567890 är slut.
Fakturan 8812349901 är betald.
Buss 850 12.34 från torget.
Version 8.5.03.12 är ute.
Klottret 1488 syns igen.
Åren 1933-1945 togs upp.
Åren 1939–1945 togs upp.
Sidorna 850-1234 saknas.
Streckkod 7310865004703 lästes av.
OCR 1234567890123 är inte ett konto.
Den 12 mars 2025 kl 12.34.
Mellan 12 och 34 personer.
Resultat: 12-34, 23-45.
Det kom 850 elever och 1234 vuxna.
Från 20240312 till 20250312 gäller avtalet.
Temperaturen var 8,5 grader den 3.12.
Koden på skåpet är 8503.
14/88 var målat i rött.
88 och 18 är koder.
12345678 visningar på två dagar.
""".strip().splitlines()


@pytest.mark.parametrize("mening", PERSONER)
def test_a_personnummer_is_found(mening):
    assert markt(mening, "personnummer") == mening


@pytest.mark.parametrize("mening", LIKNAR)
def test_other_long_numbers_are_left(mening):
    assert markt_utom_namn(mening) == utan_marken(mening)


SAMORDNADE = """
Samordningsnummer ‹850372-1234›.
samordn.nr ‹19850372-1234›
‹8503721234› är hans samordningsnummer.
samnr ‹198503721234›
‹850391-1234› enligt Migrationsverket.
‹850361+1234› enligt listan.
‹19850372 1234› fick dagersättning.
‹85 03 72-1234› står på kortet.
‹1985-03-72-1234› står på kortet.
Han har samordningsnr: ‹850372 1234›.
‹850372–1234› står på kortet.
(‹850372-1234›)
Samordningsnumret är ‹850372-XXXX›.
""".strip().splitlines()


@pytest.mark.parametrize("mening", SAMORDNADE)
def test_a_samordningsnummer_is_found(mening):
    assert markt(mening, "samordningsnummer") == mening
