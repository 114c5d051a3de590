package org.payqual.ops.client;

import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Words an answer that says no for the person at the terminal. */
public final class Problems {

    private Problems() {}

    /**
     * Words an answer.
     *
     * @param body as it came
     * @param status of the answer
     */
    public static String said(String body, int status) {
        try {
            JsonNode problem = JsonMapper.shared().readTree(body);
            return problem.path("faults").isEmpty()
                    ? problem.path("detail").asString("HTTP " + status) + " / "
                            + problem.path("detailEn").asString("")
                    : problem.path("faults").valueStream().map(Problems::fault).collect(Collectors.joining("\n"));
        } catch (JacksonException e) {
            return "HTTP " + status;
        }
    }

    private static String fault(JsonNode fault) {
        return "第 " + fault.path("line").asInt() + " 行："
                + fault.path("detail").asString("") + " / "
                + fault.path("detailEn").asString("");
    }
}
