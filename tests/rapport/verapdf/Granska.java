import java.io.File;
import java.io.InputStream;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The gate: veraPDF's own engine and rules on PDF files, for each profile named.
 *
 * <p>Usage: Granska PROFILE,PROFILE FILE… (PROFILE is ua1 or 2a). Prints one line per file and
 * profile, in that order: "ua1 PASS" or "ua1 FAIL 7.1-3 7.2-10" with the rules broken, each once,
 * as clause-test. The profile's XML is read here, since the jar carries no JAXB to do it.
 */
public final class Granska {
    private Granska() {}

    public static void main(String[] args) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (int i = 1; i < args.length; i++) {
            for (String namn : args[0].split(",")) {
                System.out.println(namn + " " + granska(new File(args[i]), profil(namn)));
            }
        }
    }

    private static String granska(File fil, ValidationProfile profil) throws Exception {
        var verkstad = Foundries.defaultInstance();
        try (PDFAParser pdf = verkstad.createParser(fil, profil.getPDFAFlavour());
                PDFAValidator validator = verkstad.createValidator(profil, false)) {
            ValidationResult svar = validator.validate(pdf);
            if (svar.isCompliant()) {
                return "PASS";
            }
            Set<String> brutna = new TreeSet<>();
            for (TestAssertion fel : svar.getTestAssertions()) {
                if (fel.getStatus() == TestAssertion.Status.FAILED) {
                    var id = fel.getRuleId();
                    brutna.add(id.getClause() + "-" + id.getTestNumber());
                }
            }
            return "FAIL " + String.join(" ", brutna);
        }
    }

    private static ValidationProfile profil(String namn) throws Exception {
        String fil = namn.equals("ua1") ? "PDFUA-1" : "PDFA-" + namn.toUpperCase();
        String sokvag = "/org/verapdf/pdfa/validation/" + fil + ".xml";
        try (InputStream xml = Profiles.class.getResourceAsStream(sokvag)) {
            Element rot =
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(xml)
                            .getDocumentElement();
            Set<Rule> regler = new HashSet<>();
            NodeList rader = rot.getElementsByTagName("rule");
            for (int i = 0; i < rader.getLength(); i++) {
                regler.add(regel((Element) rader.item(i)));
            }
            Set<Variable> variabler = new HashSet<>();
            NodeList varden = rot.getElementsByTagName("variable");
            for (int i = 0; i < varden.getLength(); i++) {
                Element v = (Element) varden.item(i);
                variabler.add(
                        Profiles.variableFromValues(
                                v.getAttribute("name"),
                                v.getAttribute("object"),
                                text(v, "defaultValue"),
                                text(v, "value")));
            }
            PDFAFlavour variant = PDFAFlavour.valueOf(rot.getAttribute("flavour"));
            var uppgifter = Profiles.profileDetailsFromValues(namn, "", "", new Date(0));
            return Profiles.profileFromValues(variant, uppgifter, "", regler, variabler);
        }
    }

    private static Rule regel(Element r) {
        Element id = (Element) r.getElementsByTagName("id").item(0);
        return Profiles.ruleFromValues(
                Profiles.ruleIdFromValues(
                        PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                        id.getAttribute("clause"),
                        Integer.parseInt(id.getAttribute("testNumber"))),
                r.getAttribute("object"),
                Boolean.valueOf(r.getAttribute("deferred")),
                r.getAttribute("tags"),
                text(r, "description"),
                text(r, "test"),
                Profiles.errorFromValues(text(r, "message"), List.of()),
                List.of());
    }

    private static String text(Element element, String namn) {
        return element.getElementsByTagName(namn).item(0).getTextContent();
    }
}
