"""Links to profiles; links to authorities and papers are left."""

import pytest

from tests.blanketter.avidentifiering.markning import (
    markt,
    markt_utom_namn,
    utan_marken,
)

LANKAR = """
Profilen finns på ‹https://www.tiktok.com/@solstorm.v›.
Se ‹facebook.com/hjalmar.ridderstam›.
‹https://www.facebook.com/profile.php?id=100012345678› skrev det.
‹t.me/nordvakten› under lektionen.
‹https://t.me/nordvakten_kanal› under lektionen.
‹discord.gg/Ab12Cd› delades i klassen.
‹https://discord.gg/Ab12Cd› delades i klassen.
‹instagram.com/stormvakt.norr/› har bilder.
‹www.instagram.com/stormvakt› har bilder.
Inlägget (‹https://www.instagram.com/p.lejonhjarta/›) är borta.
‹vk.com/id55012773› är hans sida.
‹https://steamcommunity.com/id/FrostHammer14› är hans.
‹https://steamcommunity.com/profiles/76561198012345678› är hans.
‹twitch.tv/hammarslag99› sände.
‹https://www.youtube.com/@karolinersaga1718› har filmer.
‹youtube.com/channel/UCabc123› har filmer.
‹https://youtu.be/abc123› delades.
‹x.com/svea_rike/status/123› delades.
‹https://twitter.com/svea_rike› delades.
‹https://www.linkedin.com/in/anna-berg-123› är läraren.
‹reddit.com/user/rodaraven2› skrev.
‹https://www.reddit.com/u/rodaraven2› skrev.
‹snapchat.com/add/lillasyster09› lades till.
‹https://www.roblox.com/users/12345/profile› är hennes.
‹flashback.org/u1048812› skrev.
‹https://wa.me/46701740605› användes.
‹https://open.spotify.com/user/abc123› har listan.
‹bit.ly/3xYz12› gick till filmen.
‹https://tinyurl.com/abc123› gick till filmen.
‹hxxps://t.me/nordvakten› är ofarligt skrivet.
‹facebook punkt com/hjalmar.ridderstam› sa hen
‹facebook.com / hjalmar.ridderstam› sa hen
‹instagram punkt com snedstreck stormvakt› sa hen
‹https://nordvakt.blogspot.com› är hans blogg.
‹https://www.ratsit.se/19850312-Anna_Berg› skickades till henne.
‹https://www.hitta.se/anna+berg/stockholm/person/abc› skickades.
‹m.facebook.com/story.php?id=123› visar inlägget.
‹fb.com/grupp.norr› finns kvar.
‹fb.me/abc123› finns kvar.
‹HTTPS://WWW.TIKTOK.COM/@SOLSTORM› i versaler.
‹https://kick.com/hammarslag› sände i går.
‹telegram.me/nordvakten› är kanalen.
‹https://bsky.app/profile/nordvakt.bsky.social› är kontot.
‹mastodon.social/@nordvakt› är kontot.
‹anna.blogg.se› skriver om det.
‹https://www.facebook.com/groups/norr/user/1000123› skrev det.
""".strip().splitlines()

LIKNAR = """
Läs mer på polisen.se/tips.
Se www.krisinformation.se.
Blanketten finns på stockholm.se/blanketter/vbe.
https://www.msb.se/sv/ har material.
Lagen finns på riksdagen.se/sfs/2009-400.
Filmen ligger på svtplay.se/video/123.
Artikeln fanns på dn.se/sverige/klotter.
https://www.facebook.com är blockerad.
facebook.com är blockerad på skolan.
Youtube.com öppnades.
instagram.com/ går inte att nå.
Kommunen finns på facebook.com/stockholmsstad.
polisen: https://www.instagram.com/polisen/
Fil rapport.pdf/bilaga är bifogad.
Klockan 14.30/15.00.
Kr.f. och e.Kr. är förkortningar.
och/eller
Skolan/fritids har ringt.
Vi använder bl.a. Teams.
https://www.bra.se/publikationer/2024 läses.
https://www.umo.se/att-ma-daligt
Google.com är startsida.
sv.wikipedia.org/wiki/Nazism visades.
https://www.youtube.com/watch?v=abc visades.
""".strip().splitlines()


@pytest.mark.parametrize("mening", LANKAR)
def test_a_link_to_a_profile_is_found(mening):
    assert markt(mening, "profil_url") == mening


@pytest.mark.parametrize("mening", LIKNAR)
def test_links_to_authorities_and_papers_are_left(mening):
    assert markt_utom_namn(mening) == utan_marken(mening)
