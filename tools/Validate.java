import java.io.FileInputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Validates files against flavours, many in one process: `java … Validate.java FLAVOUR=FILE …`.
 *
 * One line each: FLAVOUR, FILE, `passed` or `failed`, the number of assertions, then for each failed rule
 * its clause, how often it failed, and its first message; parted by tabs.
 */
public class Validate {
    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        VeraGreenfieldFoundryProvider.initialise();
        for (String argument : arguments) {
            String[] named = argument.split("=", 2);
            PDFAFlavour flavour = PDFAFlavour.fromString(named[0]);
            try (InputStream file = new FileInputStream(named[1]);
                    PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
                    PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                ValidationResult result = validator.validate(parser);
                out.println(line(named[0], named[1], result));
            }
        }
    }

    private static String line(String flavour, String file, ValidationResult result) {
        Map<String, Integer> counts = new TreeMap<>();
        Map<String, String> messages = new TreeMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
            counts.merge(rule, 1, Integer::sum);
            messages.putIfAbsent(rule, assertion.getMessage().replaceAll("\\s+", " "));
        }
        StringBuilder said = new StringBuilder(flavour + "\t" + file + "\t");
        said.append(result.isCompliant() ? "passed" : "failed").append("\t").append(result.getTotalAssertions());
        counts.forEach((rule, count) ->
                said.append("\t").append(rule).append(" ×").append(count).append(" ").append(messages.get(rule)));
        return said.toString();
    }
}
