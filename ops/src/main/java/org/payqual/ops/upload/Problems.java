package org.payqual.ops.upload;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Words an answer that says no for the person at the terminal. */
final class Problems {

    private Problems() {}

    static String sentence(BufferedReader body, int status) throws IOException {
        StringWriter text = new StringWriter();
        body.transferTo(text);
        try {
            JsonNode problem = JsonMapper.shared().readTree(text.toString());
            StringBuilder said = new StringBuilder();
            problem.path("faults")
                    .forEach(it -> said.append('\n')
                            .append(place(it))
                            .append(it.path("detail").asString(""))
                            .append(" / ")
                            .append(it.path("detailEn").asString("")));
            return said.isEmpty()
                    ? problem.path("detail").asString("HTTP " + status) + " / "
                            + problem.path("detailEn").asString("")
                    : said.substring(1);
        } catch (JacksonException e) {
            return "HTTP " + status;
        }
    }

    private static String place(JsonNode fault) {
        return "第 " + fault.path("line").asInt() + " 行：";
    }
}
