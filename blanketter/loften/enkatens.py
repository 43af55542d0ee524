"""What the enkät promises those who answer it."""

from blanketter.loften.lofte import Lofte

_SVARA, _LAGRA, _AVBROTT, _SKICKA, _NATT = (
    f"tests/lagesbild/test_enkat_{namn}.py::test_"
    for namn in ("svara", "lagring", "avbrott", "skicka", "natten")
)
_VISAS = "tests/lagesbild/test_enkatresultat.py::test_"
_SPAR, _GLOM = (
    f"tests/blanketter/test_{namn}.py::test_" for namn in ("kanarie", "minnesloshet")
)

ENKATENS: tuple[Lofte, ...] = (
    Lofte(
        "enkat_vem",
        "Enkäten: ingen kan se vilket svar som är ert",
        "Att ni har svarat står i en lista och svaren i en annan. De har ingen nyckel, "
        "tid eller ordning gemensam: båda skrivs om i slumpad ordning varje gång någon "
        "svarar. Är ni få i er grupp sparas inte heller vilken grupp svaret kommer "
        "från, och ni får bara frågor som de andra små grupperna också får.",
        (
            f"{_LAGRA}an_answer_has_no_place_for_who_gave_it_or_when",
            f"{_LAGRA}answers_lie_in_no_order_that_can_be_read_back",
            f"{_LAGRA}neither_do_the_invitations_in_the_order_they_were_answered",
            f"{_LAGRA}postgresql_notes_the_same_writer_for_all_rows_of_both_tables",
            f"{_LAGRA}an_answer_of_a_small_group_does_not_carry_it",
            f"{_LAGRA}the_days_of_a_letter_are_forgotten_when_its_receiver_answers",
            f"{_SVARA}who_answers_without_a_group_gets_no_question_that_tells_it",
            f"{_SPAR}of_an_answer_to_an_enkat_no_day_or_hour_is_found",
        ),
        "Samordnaren ser att ni har svarat, och vet vem som har fått länken. Det ni "
        "skriver med egna ord kan visa vilka ni är. Den som sköter servern och tar en "
        "kopia av databasen före och efter ert svar ser vad som kom emellan.",
    ),
    Lofte(
        "enkat_visas",
        "Enkäten: svaren visas först när den är stängd, och aldrig för få",
        "Medan enkäten är öppen visas inget svar för någon. Kommer färre svar än "
        "kommunens gräns, som är fem om inget annat är bestämt, visas de aldrig. "
        "Öppnas enkäten igen räknas nya svar först när dubbelt så många till har "
        "kommit, så att skillnaden inte är någon enskilds svar, och svaren visas inte "
        "längre grupp för grupp. Det ni skriver med egna ord läser bara samordnaren, "
        "och bara om så många som fick frågan har svarat.",
        (
            f"{_LAGRA}no_answer_can_be_counted_while_it_is_open",
            f"{_LAGRA}fewer_answers_than_the_threshold_are_never_counted",
            f"{_LAGRA}what_comes_after_a_reopening_is_held_until_it_is_nobodys_own",
            f"{_LAGRA}so_is_what_comes_of_one_group_alone",
            f"{_LAGRA}groups_too_small_are_merged_until_they_are_not",
            f"{_LAGRA}groups_are_told_apart_no_more_when_new_answers_are_counted",
            f"{_VISAS}words_of_a_question_that_few_were_asked_are_not_shown",
            f"{_NATT}the_night_closes_what_nobody_has_asked_for_and_says_no_name",
        ),
        "Svarar alla i en grupp likadant vet man vad var och en svarade. Den som vet "
        "vad alla andra svarade kan räkna ut det sista svaret.",
    ),
    Lofte(
        "enkat_besok",
        "Enkäten: vi sparar inte vem som öppnade länken eller när",
        "Enkätens sidor glömmer besökaren på samma sätt som blanketten gör: ingen "
        "IP-adress, webbläsare, inloggning eller klockslag, inte heller när något går "
        "fel. Att öppna länken sparar ingenting. Länken själv står inte i databasen "
        "och inte i någon logg.",
        (
            f"{_SPAR}nothing_of_who_answers_an_enkat_is_found_in_any_file_or_table",
            f"{_GLOM}a_view_is_told_nothing_of_who_came",
            f"{_GLOM}a_visit_to_an_open_page_is_in_no_log_of_visits",
            f"{_GLOM}no_session_is_made",
            f"{_SVARA}opening_the_link_stores_nothing",
            f"{_LAGRA}no_trace_is_written_of_an_answer",
            f"{_LAGRA}a_link_is_worked_out_and_its_secret_stored_nowhere",
        ),
        "Den som läser er e-post ser länken. Nätet ni använder och webbläsarens "
        "historik vet att någon har varit på sidan.",
    ),
    Lofte(
        "enkat_kvar",
        "Enkäten: det ni skriver kommer bort varken för er eller till någon annan",
        "Går det inte att ta emot svaret står det ni skrev kvar, också när enkäten har "
        "stängt eller länken redan är använd. Trycker ni två gånger är det ett svar. "
        "Stannar servern mitt i finns både svaret och att ni har svarat, eller "
        "inget av dem. Det som är skrivet med egna ord ligger krypterat.",
        (
            f"{_SVARA}after_closing_the_words_are_given_back",
            f"{_SVARA}another_answer_on_a_used_link_is_not_taken_and_its_words_come_back",
            f"{_SVARA}without_the_right_cookie_the_form_comes_back_with_its_words",
            f"{_SVARA}the_same_press_twice_is_one_answer_and_both_are_thanked",
            f"{_SVARA}every_text_of_several_is_read",
            f"{_AVBROTT}a_worker_that_is_killed_leaves_both_tables_or_neither",
            f"{_AVBROTT}a_database_that_is_gone_gives_the_words_back",
            f"{_NATT}words_that_were_taken_out_of_an_answer_are_in_no_file_afterwards",
            f"{_LAGRA}words_lie_encrypted",
        ),
        "Stänger ni webbläsaren innan svaret är skickat är det borta. Rättstavning på "
        "nätet kan skicka det ni skriver till någon annan.",
    ),
    Lofte(
        "enkat_brev",
        "Enkäten: den som har svarat får ingen påminnelse, och ingen får två om dagen",
        "Påminnelser går bara till dem som inte har svarat. Brevet säger inget om vad "
        "någon annan har svarat eller hur många.",
        (
            f"{_SKICKA}a_reminder_goes_to_those_who_have_not_answered",
            f"{_SKICKA}nobody_gets_two_letters_a_day",
            f"{_SKICKA}who_answers_while_a_letter_waits_gets_none",
            f"{_SKICKA}of_a_letter_that_has_gone_nothing_is_left_in_the_outbox",
            f"{_SKICKA}the_letter_holds_the_link_the_last_day_and_nothing_of_others",
        ),
        "Samordnaren kan ringa.",
    ),
)
