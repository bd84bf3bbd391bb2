import java.io.File;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorDetails;
import org.verapdf.pdfa.validation.profiles.ProfileDetails;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Asks veraPDF whether PDF files keep PDF/UA-1. Prints, for each file, a line for each failed rule
 * (file, rule, message, the first place), then one with the number of checks, parted by tabs.
 *
 * <p>The profile is read by hand: the jar lacks the library that veraPDF's own reader of profiles needs.
 */
public final class CheckUa {
    private static final PDFAFlavour FLAVOUR = PDFAFlavour.PDFUA_1;
    private static final String PROFILE = "/org/verapdf/pdfa/validation/PDFUA-1.xml";

    private CheckUa() {}

    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        ValidationProfile profile = profile();
        for (String file : files) {
            check(file, profile);
        }
    }

    private static void check(String file, ValidationProfile profile) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), FLAVOUR);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(profile, 1, false, true, false)) {
            ValidationResult result = validator.validate(parser);
            for (TestAssertion failed : result.getTestAssertions()) {
                RuleId rule = failed.getRuleId();
                say(file, rule.getClause() + "-" + rule.getTestNumber(), failed.getMessage(),
                        failed.getLocation().getContext());
            }
            say(file, "checks", String.valueOf(result.getTotalAssertions()), "");
        }
    }

    private static void say(String... parts) {
        System.out.println(String.join("\t", parts));
    }

    private static ValidationProfile profile() throws Exception {
        Element root = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(CheckUa.class.getResourceAsStream(PROFILE)).getDocumentElement();
        Set<Rule> rules = new LinkedHashSet<>();
        for (Element each : all(root, "rule")) {
            rules.add(rule(each));
        }
        Set<Variable> variables = new LinkedHashSet<>();
        for (Element each : all(root, "variable")) {
            variables.add(Profiles.variableFromValues(each.getAttribute("name"), each.getAttribute("object"),
                    text(each, "defaultValue"), text(each, "value")));
        }
        ProfileDetails details = Profiles.profileDetailsFromValues("PDF/UA-1", "", "", new Date(0));
        return Profiles.profileFromValues(FLAVOUR, details, "", rules, variables);
    }

    private static Rule rule(Element rule) {
        Element id = all(rule, "id").get(0);
        RuleId name = Profiles.ruleIdFromValues(PDFAFlavour.Specification.ISO_14289_1,
                id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber")));
        Boolean deferred = rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null;
        ErrorDetails error = Profiles.errorFromValues(text(rule, "message"), new ArrayList<>());
        return Profiles.ruleFromValues(name, rule.getAttribute("object"), deferred, rule.getAttribute("tags"),
                text(rule, "description"), text(rule, "test"), error, new ArrayList<>());
    }

    private static List<Element> all(Element within, String name) {
        NodeList found = within.getElementsByTagName(name);
        List<Element> out = new ArrayList<>();
        for (int at = 0; at < found.getLength(); at++) {
            out.add((Element) found.item(at));
        }
        return out;
    }

    private static String text(Element within, String name) {
        List<Element> found = all(within, name);
        return found.isEmpty() ? "" : found.get(0).getTextContent();
    }
}
