"""Words that make a building, a body or a place of the name before them."""

import re

# Names of institutions built on persons: «Sofia församling», «Görans sjukhus».
INSTITUTION = frozenset(
    """församling församlings kyrka kyrkan skola skolan gymnasium gymnasiet sjukhus
    sjukhuset torg torget gata gatan väg vägen gränd plan allé backe bro park kapell
    pastorat stift distrikt kloster minnesfond fond stiftelse stiftelsen bibliotek
    bibliotekets kommun län socken landskap folkhögskola förskola idrottsplats ip
    stadsdel stadsdelsnämnd nämnd stadsdelsförvaltning simhall bangata
    kyrkogata prästgårdsgata trappor kyrkogård slott tunnel
    begravningsbyrå museum museet arena hamn station centrum köpcenter gallerian
    tunnelbana tunnelbanan t-bana strand strandväg if ik bk ff fc hk sk ab hb kb
    aktiebolag byggnads bageri kafé café konditori restaurang pizzeria livs däck
    musikklasser herrgård gymnasieskola montessori föräldraförening bollklubb
    idrottsförening äldreboende vårdboende gruppboende bostadsrättsförening brf
    minnespark minneslund konsthall teater udde sund holme holmar sjö ö skärgård
    stugby lund""".split()
)
SAKSLUT = re.compile(
    r"[^\W\d_]+(?:skolan?s?|kyrkans?|gatans?|vägens?|torgets?|gymnasiets?|hemmets?|parkens?|"
    r"gårdens?|huset|hallens?|sjukhusets?|platsen|församlingens?|stiftelsen|fonden|"
    r"priset|bron|backen|gränd|allén?|stigen|teatern|museet|slottet|kommun|partiet|"
    r"bladet|posten|verket|förbundet|rörelsen|området|centrum|bandet|festivalen|"
    r"badet|berget|dalen|viken|sjön|ängen|stranden|loppet|spelen|dagen|helgen|bolaget|"
    r"banken|nämnden|rådet|tinget|nytt|tidningen|konto|gruppen|klubben|kåren|laget|"
    r"köping|köpings|borgs|stads?|hamns?|ryds?|torps?|boda|tuna|sjös|näs|åsen?|ås)$"
)

# After one given name in the genitive only these make an institution of it: a child
# has a school of its own («Ebbas skola») but no churchyard.
BARA_BYGGNAD = frozenset(
    """församling kyrka kyrkogata gata torg gränd sjukhus kapell pastorat stift backe
    allé bangata minnesfond stiftelse bro kommun slott""".split()
)
