package org.payqual.ops.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.payqual.ops.http.StrictJson;
import org.payqual.ops.openapi.OperationExample;
import tools.jackson.core.JacksonException;

/** No handler of the product is open by oversight, answers past the access record, or lacks an example that works. */
class EveryHandlerTest {

    @Test
    void everyHandlerIsComplete() throws Exception {
        assertThat(faults(Handlers.below("org.payqual"))).isEmpty();
    }

    @Test
    void everyOperationHasAnIdOfItsOwn() throws Exception {
        Set<String> names = new HashSet<>();

        assertThat(Handlers.below("org.payqual"))
                .allSatisfy(it ->
                        assertThat(names.add(it.getName())).as(it.getName()).isTrue());
    }

    @Test
    void everyExampleIsARequestThatIsRead() throws Exception {
        for (Method handler : Handlers.below("org.payqual")) {
            Type body = Handlers.body(handler).orElse(null);
            if (body != null) {
                assertThat(readable(body, OperationExample.of(handler.getName()).orElseThrow()))
                        .as("example of " + handler.getName())
                        .isEqualTo("read");
            }
        }
    }

    @Test
    void theCheckFindsWhatItLooksFor() throws Exception {
        Map<String, List<String>> faults = faults(Handlers.below("org.payqual.ops.probe"));

        assertThat(faults.get("forgotten")).contains("names no ability");
        assertThat(faults.get("showUnanchored")).contains("does not show whom it is about to roles with limits");
        assertThat(faults.get("stream")).contains("answers past the access record");
        assertThat(faults.get("enterCarelessly")).contains("records something without a submission");
        assertThat(faults.get("show")).containsExactly("has no example");
        assertThat(faults).doesNotContainKey("enter");
    }

    private static Map<String, List<String>> faults(List<Method> handlers) {
        Map<String, List<String>> faults =
                new TreeMap<>(handlers.stream().collect(Collectors.toMap(Method::getName, Handlers::faults)));
        faults.values().removeIf(List::isEmpty);
        return faults;
    }

    private static String readable(Type type, OperationExample example) {
        try {
            StrictJson.mapper()
                    .readValue(
                            String.valueOf(example.request()),
                            StrictJson.mapper().constructType(type));
            return "read";
        } catch (JacksonException e) {
            return e.getMessage();
        }
    }
}
