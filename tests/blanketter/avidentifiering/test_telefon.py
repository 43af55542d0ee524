"""Telephone numbers in every grouping, from the series kept for fiction."""

import pytest

from tests.blanketter.avidentifiering.markning import (
    markt,
    markt_utom_namn,
    utan_marken,
)

NUMMER = """
Ring mig på ‹070-174 06 05›.
Ring ‹0701740605› efter skolan.
Mobil: ‹070 174 06 05›
mobil ‹070 1740605›
‹070-17 40 605› svarar inte.
‹070 17 40 60 5› svarar inte.
‹070.174.06.05› stod på lappen.
‹070/1740605› stod på lappen.
‹0 7 0 1 7 4 0 6 0 5› med mellanrum.
‹07 01 74 06 05› är skrivet i par.
‹07-01740605› är skrivet fel.
‹0701-740605› är äldre skrivsätt.
‹+46701740605› skickade hoten.
‹+46 70 174 06 05› skickade hoten.
‹+46(0)70-174 06 05› skickade hoten.
‹+46 (0)701740605› skickade hoten.
‹0046701740605› skickade hoten.
‹0046 70-174 06 05› skickade hoten.
‹46701740605› ligger i loggen.
Nås på ‹701740605› om kvällarna.
Telefon ‹08-465 004 61› i lokalen.
hemnummer ‹08-465 00 461›
tel ‹08/46500461›
‹(08) 465 004 61› står i annonsen.
‹040-628 04 33› är föreningens.
‹0980-31 92 36› är till lokalen.
‹031-390 06 12› i Göteborg.
Danskt nummer ‹+45 32 12 34 56› ringde.
Norskt: ‹+47 21 12 34 56›
‹+358 40 1234567› från Finland.
‹+90 532 123 45 67› skrev på WhatsApp.
‹+963 944 123 456› stod i listan.
‹0090 532 123 45 67› ringde i natt.
‹+1 (555) 010-9999› står som kontakt.
WhatsApp ‹0701740605›
Swisha till ‹070-174 06 05› stod det.
‹noll sju noll ett sju fyra noll sex noll fem› sa rösten.
‹noll sjuttio, ett sju fyra, noll sex, noll fem› sa rösten.
Numret slutar på ‹0605›.
Telefonen (‹073-1740605›) är avstängd.
Numret ‹0731740605› är avstängt.
sms från ‹0761740605›: "vi ser dig"
Kontakta ‹072-174 06 05›/‹072-174 06 06›.
‹070-1740605› eller ‹070-1740606›
Tfn. ‹08 465 00 461› vardagar.
fax ‹08-465 004 62›
‹070–174 06 05› med långt streck.
‹070‑174‑06‑05› med fasta streck.
Anknytning ‹4471› svarar.
Numret är O70, ring ‹O70-174 06 05›.
riktnummer 08, nummer ‹465 004 61›
""".strip().splitlines()

LIKNAR = """
Larma 112 vid fara.
Polisen nås på 114 14.
Ring 1177 för råd.
Ring 113 13 vid olyckor.
Bris nås på 116 111.
Rädda Barnens orostelefon 020-100 200.
Socialjouren 020-50 50 50 svarade inte.
Kommunens växel 08-508 000 00 är öppen.
Kundtjänst 0771-123 456 är stängd.
Han skrev 24/7 i kommentarsfältet.
Öppet 07.30–16.30.
Mötet 18.30-20.00 ställdes in.
Kl. 0730 var det borta.
Åren 2019-2025 var lugna.
Perioden 2024-01-01–2024-12-31.
Saneringen kostade 70 174 kr.
Det såldes 700 000 exemplar.
Skadan blev 1 200 000 kronor.
Siffrorna 1488 och 88 är inristade.
Stolparna 11, 12 och 17.
Version 0.7.2 av planen.
0,7 procent av eleverna.
Mellan 08 och 16 är det öppet.
08:an är riktnumret.
Matchen slutade 08-12.
Kapitel 3, sidorna 112-118.
Bussarna 401, 402 och 403 står still.
Hissen gick 0-1-2-3.
""".strip().splitlines()


@pytest.mark.parametrize("mening", NUMMER)
def test_a_telephone_number_is_found(mening):
    assert markt(mening, "telefon") == mening


@pytest.mark.parametrize("mening", LIKNAR)
def test_public_numbers_hours_and_sums_are_left(mening):
    assert markt_utom_namn(mening) == utan_marken(mening)
