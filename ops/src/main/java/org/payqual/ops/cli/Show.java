package org.payqual.ops.cli;

import java.io.PrintWriter;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.payqual.ops.client.ClientFailed;
import org.payqual.ops.client.PayqualClient;
import org.payqual.query.knowledge.Knowledge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Prints where a person stands and how it came to that, with the provisions, as a running payqual answers. */
@Command(name = "show", mixinStandardHelpOptions = true, versionProvider = Payqual.class)
final class Show implements Callable<Integer> {

    private static final int FAILED = 1;
    private static final int PAGE = 200;

    /** An id alone goes into an address: whoever types a document's number by mistake is told before it goes out. */
    private static final Pattern PERSON =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    @Parameters(paramLabel = "PERSON", descriptionKey = "person")
    private String person = "";

    @Option(names = "--at", paramLabel = "DATE")
    private @Nullable LocalDate day;

    @Option(names = "--as-of", paramLabel = "POSITION")
    private @Nullable String asOf;

    @Option(names = "--json")
    private boolean json;

    @Mixin
    private RunningServer server = new RunningServer();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /**
     * Shows the person.
     *
     * @return 0 when it is shown, 1 when payqual says no or does not answer
     * @throws ParameterException if the command line is wrong
     */
    @Override
    public Integer call() {
        if (!PERSON.matcher(person).matches()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "PERSON 应为人员标识，如 --help 中的例子，见于机构人员名单和结算核验的答复"
                            + " / PERSON must be an id, as in the example of --help: an institution's list of people and"
                            + " a settlement check tell it");
        }
        if (asOf != null && !Knowledge.understands(asOf)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--as-of 应为账本位置，或带时区的时刻，如 2025-06-11T08:00:00Z"
                            + " / --as-of must be a log position, or an instant with its zone, as 2025-06-11T08:00:00Z");
        }
        PrintWriter out = spec.commandLine().getOut();
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            JsonNode known = known(server.client(http));
            if (json) {
                out.println(known.toPrettyString());
            } else {
                new Timeline(out).print(known);
            }
            out.flush();
            return 0;
        } catch (ClientFailed e) {
            Complaint.say(spec.commandLine().getErr(), e.sentence());
            return FAILED;
        }
    }

    /** Asks everything as of one position, the one that the first answer reflects. */
    private ObjectNode known(PayqualClient payqual) throws ClientFailed {
        String people = "/api/v1/people/" + person;
        ObjectNode known = JsonMapper.shared().createObjectNode();
        JsonNode standing = payqual.get(people + "/standing?" + question(asOf));
        String position = standing.at("/reflects/position").asString();
        known.set("standing", standing);
        known.set("yearTotals", payqual.get(people + "/year-totals?" + question(position)));
        known.set("registrations", payqual.get(people + "/registrations?" + question(position)));
        ArrayNode events = known.putArray("events");
        JsonNode page = payqual.get(people + "/history?limit=" + PAGE + "&" + question(position));
        events.addAll(page.path("events").valueStream().toList());
        while (page.has("next") && !page.path("next").isNull()) {
            page = payqual.get(people + "/history?limit=" + PAGE + "&cursor="
                    + encoded(page.path("next").asString()));
            events.addAll(page.path("events").valueStream().toList());
        }
        return known;
    }

    private String question(@Nullable String known) {
        StringBuilder question = new StringBuilder();
        if (day != null) {
            question.append("validAt=").append(day);
        }
        if (known != null) {
            question.append(question.isEmpty() ? "" : "&").append("asOf=").append(encoded(known));
        }
        return question.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
