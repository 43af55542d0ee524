"""Street addresses, boxes and farms; a street without a number stays."""

import pytest

from tests.blanketter.avidentifiering.markning import (
    markt,
    markt_utom_namn,
    utan_marken,
)

ADRESSER = """
Han bor på ‹Kungsgatan 4›.
Trapphuset på ‹Åkervägen 31› är nedklottrat.
‹Storg. 12 B› enligt skylten.
hon bor på ‹storgatan 12b›
‹Björkstigen 3› och ‹Björkstigen 5› fick lappar.
‹Tallgränden 14›, Rinkeby.
‹Mariagränd 2› är porten.
‹Lindallén 7 A› var mötesplatsen.
‹Kyrkbacken 9› har en flagga.
Lokalen ligger på ‹Stora Torget 1›.
De träffas på ‹Norra Esplanaden 22›.
‹Box 123›, Farsta
Skriv till ‹Box 4012›.
‹Postbox 77› i Sala används.
‹Kungsgatan 4› lgh 1101 stod på kuvertet.
Han bor på ‹nummer 14 på Lilla Torget›.
‹nr 14 på Storgatan› är huset.
Familjen i ‹Hult 12› har satt upp en flagga.
De bor i ‹Åby 305›, utanför byn.
Gården ‹Hult 12› har en skjutbana.
‹Rinkebysvängen 70› är en port vi känner till.
‹Tenstavägen 32, 3 tr›, har bytt lås.
‹Kämpingebacken 13 n.b.› stod på paketet.
‹Olof Palmes gata 12› var slutmålet.
‹S:t Eriksgatan 88› fick flygblad.
‹Sankt Olofsgatan 10B› har en skylt.
‹Karl XI:s väg 5› är adressen.
‹Gustav Adolfs torg 3› är adressen.
‹Malmvägen 12-14› är drabbade portar.
‹Malmvägen 12C› är drabbad.
‹Hjulsta backar 8› är drabbad.
Bakom ‹Bredbyplan 21› hittades en påse.
‹Edövägen 11 E› genomsöktes.
adress: ‹Ekvägen 5, uppgång B›
‹Ekv. 5› i Sollentuna
‹Strandvägen 7A, 2 tr› stod i mejlet.
Fastigheten ‹Hult 1:12› ägs av föreningen.
Hon bor på ‹Drottninggatan nr 8›.
‹Lövholmsvägen 8›, lgh 1203
Utanför ‹Vasagatan 9› stod tre män.
vi sågs vid ‹ekgatan 3› i går
‹Hantverkaregatan 31› hade fönster med flagga.
‹Sågverksallén 6› är ett kollektiv.
De hyr källaren på ‹Nybohovsbacken 41›.
Familjen på ‹Gullrisvägen 112› flyttar.
‹Fyrspannsgatan 128› nämns i chatten.
‹Bäckaskiftsvägen 61› nämns i chatten.
‹Ö. Storgatan 12› är porten.
Det är ‹port 12 på Tallvägen› som är drabbad.
‹Tallvägen, port 12› är drabbad.
Mötet hålls på ‹Skäggetorp centrum 4›.
‹Postlåda 12›, Hult
Fastighetsbeteckning ‹Backa 3:12› nämns.
De håller till i kvarteret ‹Björnen 3›.
""".strip().splitlines()

LIKNAR = """
Det hände på Kungsgatan i Stockholm.
Vid Stora torget samlades 40 personer.
Sergels torg var fullt den 14 mars.
På Drottninggatan 2017 dog fem personer.
På Storgatan 14 mars klottrades det.
E20 stängdes av.
Riksväg 70 är avstängd.
Länsväg 226 är nära.
Väg 73 blockerades.
På skolgården 3 gånger i veckan.
Hållplatsen 172 flyttades.
Handlingsplanen 2025 är antagen.
Mötesplatsen 4 dagar i veckan.
Arbetsplatsen 2025 är en rapport.
Parkeringsplatsen rymmer 200 bilar.
Flygplan 737 syntes.
På plan 3 är det lugnt.
Avgången 12.30 ställdes in.
Övergången 2024 till nytt system.
Gatan 3 gånger, sedan torget.
Ledningen 2 dagar senare svarade.
Dagen 14 mars.
Omgången 3 spelades.
Gården firade 100 år.
I Rinkeby 2010 brann bilar.
I Malmö 2025 ökade klottret.
I Tensta 12 mars sågs dekaler.
Hälften av vägen 2 km till skolan.
Vägen är 12 km lång.
Parken 14 bänkar målades.
I Farsta 14 dekaler.
Uppgång 3 och 4 målades.
""".strip().splitlines()


@pytest.mark.parametrize("mening", ADRESSER)
def test_an_address_is_found(mening):
    assert markt(mening, "adress") == mening


@pytest.mark.parametrize("mening", LIKNAR)
def test_places_without_a_number_are_left(mening):
    assert markt_utom_namn(mening) == utan_marken(mening)
