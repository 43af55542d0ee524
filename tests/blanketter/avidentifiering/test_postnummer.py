"""Postcodes in every form they are written in."""

import pytest

from tests.blanketter.avidentifiering.markning import (
    markt,
    markt_utom_namn,
    utan_marken,
)

POSTNUMMER = """
Familjen bor i ‹123 45› Farsta sedan i våras.
Brevet var stämplat ‹12345› Farsta.
Paketet skickades till ‹S-123 45› Farsta.
Avsändare: ‹SE-123 45› Farsta
Avsändare: ‹SE 12345› Farsta
postnr ‹12345› stod på kuvertet
Postnummer: ‹123 45›
Postnumret är ‹123 45›, mer vet vi inte.
Hon uppgav postnumret ‹16451› när hon ringde.
De flesta i gruppen har postnummer ‹163 74›.
Skickat från ‹163 74› SPÅNGA utan avsändare.
skickat från ‹16374› spånga utan avsändare
Skickat från ‹16374› SPÅNGA.
Adressen är okänd men det är i ‹163 74› Spånga.
Vi tror att han bor i ‹163 74›.
Området ‹163 74› är det som drabbats mest.
Alla hushåll i ‹163 74› fick flygbladet.
Inom ‹16374› delades lappen ut i varje brevlåda.
Lappen låg hos alla med ‹163 74› som adress.
Folkbokförd i ‹416 52› Göteborg.
Kuvertet hade ‹41652› Göteborg som avsändarort.
Postort ‹214 22› Malmö.
postadress ‹214 22› malmö
Stämpel: ‹903 26› Umeå
‹903 26› Umeå står det på lappen.
‹90326› Umeå stod det på lappen.
Kontaktperson i ‹981 39› Kiruna.
Beställningen levererades till ‹752 37› Uppsala, ombud.
Zip ‹75237›, Uppsala.
Flygbladen delades ut i ‹12345› och ‹12346›.
Flygbladen delades ut i ‹123 45› och ‹123 46›.
(‹123 45› Farsta)
Bostadsort ‹582 16› Linköping enligt registret.
Sekten har sin box i ‹702 11› Örebro.
postnr: ‹702-11›
Posten till ‹831 30› Östersund kom i retur.
Hennes post.nr är ‹83130›.
Adress saknas; ‹SE83130› Östersund.
postnummerområde ‹831 30›
Utdelning skedde i postnummer ‹124 60›–‹124 62›.
Bosatt: ‹SE - 172 67› Sundbyberg
‹972-36› Luleå
lappen låg i ‹16374› spånga
Åkervägen 3 ‹145 70› Norsborg
Skickat från ‹39231› Kalmar igen.
Bostad: ‹211 20›
""".strip().splitlines()

LIKNAR = """
Polisen nås på 114 14.
Ring 113 13 för information vid olyckor.
Saneringen kostade 123 45 kr enligt fakturan.
Skadan uppgår till 12345 kronor.
Det finns 12345 elever i kommunen.
Omkring 150 00 personer bor där, skrev han fel.
Omkring 15000 Stockholmare demonstrerade.
Artikel 12345 är slut i lager.
Filmen har 12 345 visningar.
Rum 12345 finns inte.
Videon hade 45000 visningar i Sverige.
Kapitel 123 handlar om makt.
Resultatet blev 123-45 i basket.
Han sprang 10000 meter.
År 2024 kom 45 anmälningar.
Linje 172 09.30 mot Norsborg.
Buss 172 kl 14 var försenad.
Nummer 12345 drogs i lotteriet.
Bord 101 12 personer.
Den 12 345 ton tunga båten.
Mellan 10000 och 20000 Göteborgare röstade.
Över 25000 Malmöbor har svarat.
Vi delade ut 15000 Metro den dagen.
Budgeten är 10 000 tkr.
De har 20000 medlemmar i Europa.
Koden 14088 är sprejad på muren.
SFS 2010 45 är fel citerat.
Omkring 15000 Göteborgare skrev under.
""".strip().splitlines()


@pytest.mark.parametrize("mening", POSTNUMMER)
def test_a_postcode_is_found(mening):
    assert markt(mening, "postnummer") == mening


@pytest.mark.parametrize("mening", LIKNAR)
def test_what_only_looks_like_a_postcode_is_left(mening):
    assert markt_utom_namn(mening) == utan_marken(mening)
