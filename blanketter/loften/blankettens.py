"""What the anonymous form promises."""

from blanketter.loften.lofte import Lofte

_FORM, _VAKT, _GLOM, _DRIFT, _SPAR, _EMOT = (
    f"tests/blanketter/test_{namn}.py::test_"
    for namn in (
        "blankett", "blankett_vakt", "minnesloshet", "avbrott", "kanarie", "ta_emot",
    )
)  # fmt: skip
_KVITTO, _KOD = (
    f"tests/blanketter/test_{n}.py::test_" for n in ("kvitto", "kvittokod")
)
_LAGRAD, _BYTE = (
    f"tests/nycklar/test_{namn}.py::test_"
    for namn in ("krypterad_text", "rotera_nycklar")
)
_GALLRA, _FILER = (
    f"tests/blanketter/gallring/test_{namn}.py::test_" for namn in ("gallra", "filerna")
)
_SLAG, _NOLL, _TAL = (
    f"tests/blanketter/test_{n}.py::test_"
    for n in ("arbetsplatser", "nollrapport", "rapporterande")
)
_BREV = "tests/blanketter/test_skicka_sammandrag.py::test_"
_BLADDRARE = "tests/webblasare/test_blankett.py::test_"


BLANKETTENS: tuple[Lofte, ...] = (
    Lofte(
        "vem",
        "Vi sparar inte vem du är",
        "Vi sparar inte din IP-adress, vilken webbläsare, telefon eller dator du har, "
        "vilket språk den är inställd på eller vilken sida du kom ifrån. Det gäller "
        "också när något går fel och när du inte skickar. Provet gör ett besök med "
        "uppgifter som inte finns någon annanstans, och letar sedan efter dem i alla "
        "filer och tabeller, i loggarna och i breven.",
        (
            f"{_SPAR}nothing_of_a_visitor_is_found_in_any_file_or_table",
            f"{_GLOM}a_view_is_told_nothing_of_who_came",
            f"{_GLOM}a_refusal_tells_no_log_anything",
            f"{_GLOM}the_middleware_comes_first",
        ),
        "Nätet du använder och din webbläsares historik vet att du har varit här. Har "
        "kommunen en annan server framför programmet ska den ställas in så att den "
        "inte heller skriver upp besöken.",
    ),
    Lofte(
        "sparas",
        "Vi sparar dagen, men inget klockslag",
        "Det som sparas är dina val, din text, vilken nämnd blanketten gäller och "
        "vilken dag den kom. Blanketten får ett slumpat nummer och inte nästa i "
        "ordningen.",
        (
            f"{_SPAR}of_a_form_that_was_received_no_more_is_found_than_its_day",
            f"{_FORM}nothing_of_when_it_was_made_can_be_read_in_a_token",
            f"{_EMOT}a_token_that_can_not_be_sent_any_more_is_forgotten",
        ),
        "Den som sköter servern kan se när databasens filer senast ändrades. Kommer "
        "det bara en blankett på en dag syns det att den kom den dagen.",
    ),
    Lofte(
        "ordning",
        "Ingen kan se vilken av dagens blanketter som kom först",
        "Varje gång en blankett kommer skrivs dagens blanketter om i slumpad ordning, "
        "också på disken.",
        (
            f"{_EMOT}the_forms_of_one_day_lie_in_no_order_that_can_be_read_back",
            f"{_EMOT}the_file_of_sqlite_holds_the_forms_of_a_day_in_no_order",
            f"{_EMOT}postgresql_notes_the_same_writer_for_all_forms_of_the_day",
            f"{_EMOT}the_log_of_postgresql_tells_nothing_of_a_form_sent_twice",
        ),
        "Databasens egen arbetsjournal håller ordningen tills den skrivs över. Den når "
        "bara den som sköter servern.",
    ),
    Lofte(
        "inloggad",
        "Du är ingen här, även om du är inloggad",
        "Är du inloggad i programmet på samma dator vet blanketten inte om det. "
        "Inloggningen påverkas inte, och inget spår skrivs.",
        (
            f"{_GLOM}a_signed_in_coordinator_is_nobody_there_and_stays_signed_in",
            f"{_GLOM}a_signed_out_form_is_not_laid_aside",
            f"{_KVITTO}a_signed_in_coordinator_is_nobody_here",
        ),
        "Är datorn arbetsgivarens vet deras nät vem som är inloggad i den.",
    ),
    Lofte(
        "kakor",
        "En enda kaka, som försvinner när du stänger webbläsaren",
        "Kakan skyddar mot att en annan sida skickar blanketten åt dig. Den är slumpad "
        "och säger inget om dig. Webbläsaren får inte behålla sidan, sökmotorer får "
        "inte visa den, och sidor du går vidare till får inte veta var du var.",
        (
            f"{_GLOM}the_only_cookie_that_goes_out_is_the_forms_and_ends_with_the_browser",
            f"{_GLOM}the_only_cookie_that_comes_in_is_the_forms",
            f"{_GLOM}no_session_is_made",
            f"{_GLOM}a_browser_keeps_nothing_of_the_page",
            f"{_BLADDRARE}a_sent_form_does_not_come_back_with_its_words",
        ),
        "Att du har varit på sidan står i webbläsarens historik tills du rensar den.",
    ),
    Lofte(
        "fel",
        "Går något fel hos oss står det du skrev inte i någon logg",
        "Loggen får veta var i programmet felet var, inte vad du skrev. Det gäller "
        "också brev till dem som sköter servern.",
        (
            f"{_GLOM}a_fault_tells_no_log_what_was_written",
            f"{_GLOM}the_databases_own_words_are_not_logged",
            f"{_GLOM}an_operators_mail_of_faults_holds_no_words",
            f"{_GLOM}no_mail_is_sent_of_a_fault",
            f"{_GLOM}every_handler_of_the_house_has_the_silence",
        ),
        "Den som sköter servern kan lägga till program som ser mer än loggen gör.",
    ),
    Lofte(
        "osant",
        "Text som du inte har skickat sparas inte",
        "Medan du skriver läser vakten texten på vår server och glömmer den genast. "
        "Din webbläsare sparar inte heller något utkast.",
        (
            f"{_VAKT}what_is_checked_is_not_kept",
            f"{_SPAR}nothing_of_a_visitor_is_found_in_any_file_or_table",
            f"{_BLADDRARE}an_unsent_text_is_kept_nowhere_but_on_the_page",
        ),
        "Rättstavning på nätet och vissa tangentbord i telefonen kan skicka det du "
        "skriver till någon annan.",
    ),
    Lofte(
        "krypterad",
        "Din text är krypterad när den ligger hos oss",
        "Texten ligger krypterad (AES-256-GCM) och är bunden till sin rad, så att den "
        "inte går att flytta till en annan. Nyckeln ligger inte i databasen och kan "
        "bytas.",
        (
            f"{_LAGRAD}a_saved_text_comes_back_and_lies_sealed_in_the_database",
            f"{_LAGRAD}a_value_moved_to_another_row_does_not_open",
            f"{_LAGRAD}a_changed_value_does_not_open",
            f"{_BYTE}killed_half_way_nothing_is_lost_and_the_next_run_goes_on",
        ),
        "Samordnaren läser texten. Det gör också den som har både databasen och "
        "nyckeln. Dina val är inte krypterade, för de blir statistik.",
    ),
    Lofte(
        "vakten",
        "Du får hjälp att inte peka ut någon",
        "Vakten letar efter namn, nummer, adresser och annat som pekar ut en person, "
        "och föreslår något mindre exakt. Nummer, e-postadresser och länkar till "
        "personer måste bort. Andra ord kan du behålla.",
        (
            f"{_VAKT}what_may_point_at_somebody_is_marked_and_nothing_is_received",
            f"{_VAKT}each_place_has_an_explanation_and_wordings",
            f"{_VAKT}what_is_certain_can_not_be_kept",
            f"{_VAKT}hidden_signs_do_not_hide_a_number_from_the_guard",
        ),
        "Vakten är ett program och missar ibland något. Den märker inte om du "
        "berättar något som bara en enda person kan ha varit med om.",
    ),
    Lofte(
        "kvar",
        "Det du har skrivit försvinner inte när något går fel",
        "Är något fel ifyllt, är det för många som skickar, är disken full eller "
        "stannar servern får du tillbaka din text och kan skicka igen.",
        (
            f"{_FORM}a_forged_token_is_refused_and_the_words_come_back",
            f"{_FORM}an_old_token_asks_for_one_more_press",
            f"{_FORM}too_long_a_text_comes_back_whole",
            f"{_GLOM}a_fault_gives_the_words_back_in_a_form",
            f"{_DRIFT}a_disk_that_is_full_gives_the_words_back",
            f"{_DRIFT}a_database_that_is_gone_gives_the_words_back",
            f"{_BLADDRARE}without_a_network_the_words_stay_on_the_page",
        ),
        "Stänger du fliken, eller stängs datorn av, är texten borta. Den finns bara "
        "på sidan.",
    ),
    Lofte(
        "en_gang",
        "Trycker du två gånger blir det ändå en blankett",
        "Dubbelklick, tillbakaknappen eller ett avbrott mitt i ger en blankett och "
        "samma kvittokod. Inget sparas till hälften.",
        (
            f"{_DRIFT}two_presses_at_once_are_one_form_with_one_receipt",
            f"{_DRIFT}a_worker_that_is_killed_leaves_nothing_half",
            f"{_FORM}a_form_sent_twice_is_received_once_with_the_same_receipt",
            f"{_FORM}a_form_that_was_changed_and_sent_again_is_not_lost",
        ),
        "Öppnar du sidan på nytt och skriver samma sak en gång till blir det två "
        "blanketter.",
    ),
    Lofte(
        "skrap",
        "Skräp stoppas utan att vi skiljer på besökare",
        "Vi räknar hur mycket som kommer på en minut från alla tillsammans, aldrig "
        "från var och en. Blir det för mycket ber vi dig försöka igen. Ingen blankett "
        "kastas i tysthet.",
        (
            f"{_FORM}a_full_bucket_asks_to_try_again_and_keeps_the_words",
            f"{_FORM}a_form_sent_in_less_than_three_seconds_asks_for_one_more_press",
            f"{_FORM}the_hidden_field_for_programs_says_what_to_do",
            f"{_FORM}a_body_of_ten_megabytes_is_told_in_swedish",
            f"{_GLOM}another_site_can_neither_send_nor_put_words_on_a_page",
        ),
        "Den som vill störa kan skicka så mycket att andra måste vänta en stund.",
    ),
    Lofte(
        "utan_skript",
        "Allt går att göra utan JavaScript och med bara tangentbordet",
        "Utan JavaScript läser vakten texten när du skickar, och du får samma val.",
        (
            f"{_BLADDRARE}without_javascript_the_same_is_chosen_when_it_is_sent",
            f"{_BLADDRARE}the_form_is_filled_in_and_mended_by_keys_alone",
            f"{_VAKT}a_coarser_wording_takes_the_words_place",
        ),
        "Mycket gamla webbläsare visar sidan utan färger och form.",
    ),
    Lofte(
        "kvitto",
        "Bara du har kvittokoden",
        "Koden visas en gång. Vi sparar den bara så att vi känner igen den, och kan "
        "inte ta fram den. Den står aldrig i en adress. Den som gissar koder "
        "bromsas, utan att vi vet vem det är.",
        (
            f"{_KOD}what_is_stored_is_not_the_code",
            f"{_KVITTO}the_code_is_never_in_an_address",
            f"{_KVITTO}guesses_are_slowed_for_the_whole_installation",
            f"{_KVITTO}the_page_shows_neither_text_nor_number_of_the_form",
        ),
        "Den som får tag i din kod ser hur det går och kan svara i ditt ställe.",
    ),
    Lofte(
        "arbetsplats",
        "Svaret om arbetsplats pekar inte ut din enhet",
        "Har nämnden bara en eller två enheter av ett slag i sitt register finns det "
        "slaget inte att välja i blanketten. Kommer svaret ändå sparas det inte, och "
        "det visas inte för den som läser.",
        (
            f"{_SLAG}the_form_does_not_offer_it_and_says_what_to_do",
            f"{_SLAG}a_form_opened_before_is_received_with_the_answer_left_out",
            f"{_SLAG}no_later_change_of_the_register_brings_out_what_was_left_out",
            f"{_SLAG}a_stored_form_does_not_show_it_to_its_reader",
            f"{_SLAG}no_address_of_the_inbox_finds_a_form_by_it",
            f"{_SLAG}nor_is_it_in_the_pdf_that_is_given_out",
        ),
        "Programmet känner bara de enheter som samordnaren har lagt in. Händelsen, "
        "platsen och det du skriver kan ändå visa var du arbetar. Frågan går alltid "
        "att hoppa över.",
    ),
    Lofte(
        "enhet",
        "Ingen får veta vad en enhet svarade på sin länk",
        "Enheter som tillfrågas kan svara att de inte har något att rapportera, eller "
        "att de har fyllt i blanketten. Båda knapparna skickar samma sak: att enheten "
        "har svarat. Något annat sparas inte, inte ens i en summa, så den som vet vad "
        "alla andra svarade kan inte räkna ut det sista svaret.",
        (
            f"{_NOLL}which_of_the_buttons_was_pressed_is_not_even_sent",
            f"{_NOLL}an_answer_has_no_place_for_what_it_said",
            f"{_TAL}who_knows_every_answer_but_one_learns_nothing_of_that",
        ),
        "Samordnaren ser att enheten har svarat. Kommer en blankett samma dag som en "
        "enhet svarar kan någon gissa att de hör ihop, så vänta gärna några dagar.",
    ),
    Lofte(
        "brev",
        "Inget brev går ut just när din blankett kommer",
        "Samordnaren får högst ett brev om dagen, om det som kom dagen före. Brevet "
        "säger att det finns något nytt, men inte vad det är eller hur mycket.",
        (
            f"{_BREV}the_mail_holds_no_word_number_or_name_of_the_forms",
            f"{_BREV}what_came_today_waits_until_tomorrow",
            f"{_BREV}run_twice_a_day_it_sends_once",
        ),
        "Samordnaren kan logga in när som helst och se det som har kommit.",
    ),
    Lofte(
        "gallring",
        "Din text tas bort efter beslut, och då helt",
        "Kommunen beslutar hur länge texten sparas. När den tas bort finns bara dina "
        "val kvar som statistik, och ett protokoll utan innehåll.",
        (
            f"{_GALLRA}a_forewarned_text_goes_and_the_coded_count_stays",
            f"{_GALLRA}a_removal_leaves_a_protocol_and_a_trace_without_a_word_of_it",
            f"{_GALLRA}without_a_rule_nothing_goes_and_the_command_says_so",
            f"{_FILER}the_removed_ciphertext_is_in_no_file_and_the_kept_one_is",
        ),
        "I säkerhetskopior finns texten tills kopiorna blir för gamla. En inkommen "
        "blankett är en allmän handling: den som begär ut den får läsa den, sedan det "
        "som kan skada någon har dolts.",
    ),
)
