"""The outbox: a letter is put in the deed's own transaction and sent after it.

    with transaction.atomic():
        ...the deed...
        lagg_brev(f"samrad:{samrad.pk}", "samråd", adress, amne, text, namnd=namnd)

Everything that the program mails goes this way. A mail server that is down never stops
the deed and never loses the letter: it waits, is tried again with growing pauses, and
given up after days, which the desk tells. A letter is claimed before it is sent, so two
processes never send the same.

No letter goes twice unless a person says so. When it isn't known whether one was taken,
since its sender was killed or the server never answered to a letter that it had got to
its end, it stands as «kan ha gått» and waits for somebody. When the conversation broke
before the end the server has nothing, and it is tried again (RFC 5321, 4.5.4.1). The
Message-ID is the same each time.
"""

from vbeplan.organisation.post.laggning import lagg_brev
from vbeplan.organisation.post.sandning import skicka_alla_igen, skicka_vantande
from vbeplan.organisation.post.servern import EFTER_DAD
from vbeplan.organisation.post.stadning import (
    slang_gamla,
    ta_tillbaka,
    ta_tillbaka_personliga,
)

__all__ = [
    "EFTER_DAD",
    "lagg_brev",
    "skicka_alla_igen",
    "skicka_vantande",
    "slang_gamla",
    "ta_tillbaka",
    "ta_tillbaka_personliga",
]
