"""Accounts in social media, chats and games."""

import pytest

from tests.blanketter.avidentifiering.markning import (
    markt,
    markt_utom_namn,
    utan_marken,
)

KONTON = """
Han heter ‹varg_88› på snap.
Snap: ‹xoxo.lina09›
insta ‹nord_vind› har lagt upp filmen
Hon finns på insta som ‹lina.09›.
Kontot ‹@nordvinden› delar bilder.
Kolla ‹@nord.vind.1› på tiktok.
Han heter ‹xx99› på Discord.
Discord: ‹vargen#1234›
Skrev till mig som ‹Vargen#0088› i natt.
Steam-id ‹STEAM_0:1:12345678› finns i loggen.
Hans Steam-ID är ‹76561198012345678›.
På Roblox heter han ‹KarlXII_Killer›.
Gamertag: ‹FrostHammer14›
gamertaggen ‹NattUgla› hotade dem
På Telegram går han under namnet ‹Odin88›.
Användarnamn: ‹mujahid.sthlm›
användaren ”‹Sveriges väktare›” på Facebook
Hon kallar sig ‹umm_layth› på TikTok.
Hans tiktok är ‹karolinern1718›.
Facebookkontot ”‹Svärdet i Norr›” lade upp det.
snapchat: ‹lillagrabben.k›
Twitterkontot ‹@svea_rike› spred filmen.
X-kontot ‹@svea_rike› spred filmen.
På Flashback skriver signaturen ‹Nordmannen›.
Kik: ‹kaos1488›
Signalnamn ‹vinter.42› användes.
alias ”‹Räven›” på Telegram
Hans nick är ‹h4mmer›.
Ps5-namn: ‹Totenkopf_SWE›
Han streamar på Twitch som ‹hammarslag99›.
Reddit: ‹u/rodaraven2›
Vi hittade ‹u/rodaraven2› på Reddit.
sc: ‹lisaa.x2›
ig: ‹nord_vind›
ig ‹@nord_vind›
Någon med namnet ‹Wolf.of.Nord› skrev på Discord.
min kompis fick sms från ‹@okänd_99› på insta
Minecraft-namnet ‹xXvargXx› syns i chatten.
Tagga ‹@lill.strumpan› och ‹@fjallvak›.
Profilen ‹sol_rad_12› har raderats.
Bigo-kontot ‹jihadi4life› har sänt live.
På snap heter hen ‹lillasyster09›.
hans snap e ‹lillagrabben.k›
Instagramkontot ‹nordisksol› la upp det
Han var inloggad som ‹annber03› på datorn.
mastodon ‹@nord@social.example›
spelar som ”‹xXnordXx›” i Fortnite
""".strip().splitlines()

LIKNAR = """
Han la upp filmen på Snapchat i går.
På Instagram sprids bilder från mötet.
De skriver på Discord och Telegram.
Kontot är raderat.
Hon har ett konto på TikTok med många följare.
Skolan följer kommunens konto på Facebook.
Följ @polisen för information.
Läs mer hos @krisinformation.
Gruppen heter Frihet på Facebook.
Kanalen visar reklam för Nordfront.
Användaren är okänd.
Aliaset är okänt för oss.
Han spelar Fortnite och Counter-Strike 2.
Filmen IMG_2034.jpg bifogas.
Filen rapport_2025.docx ligger på servern.
Hashtaggen #1488 används.
Hashtaggen #frihet sprids.
TikTok-filmen har 12 000 visningar.
Appen heter Signal.
Spelet heter Battlefield 2042.
Xbox 360 är en gammal konsol.
Hon heter något annat på nätet.
På Snapchat: bilder på vapen.
Kanal 5 sände programmet.
Profilen på tröjan är en varg.
Windows 11 installerades.
Mötet är @ biblioteket.
Snapchat är populärt bland 13-åringar.
Han skrev 1488 på Instagram.
Youtube 2025 är sig inte likt.
Instagramkontot stängdes i går.
Facebookprofilen raderades.
Twitterkontot visade bilder.
""".strip().splitlines()


@pytest.mark.parametrize("mening", KONTON)
def test_an_account_is_found(mening):
    assert markt(mening, "konto_social") == mening


@pytest.mark.parametrize("mening", LIKNAR)
def test_platforms_and_public_accounts_are_left(mening):
    assert markt_utom_namn(mening) == utan_marken(mening)
