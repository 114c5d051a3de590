package org.payqual.projections.log;

import java.util.LinkedHashMap;
import java.util.Map;
import org.payqual.domain.ledger.MalformedHistory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads metadata from its stored bytes: one flat JSON object, strings only, no key twice. */
public final class StoredMetadata {

    // Messages without the source: they end up in logs.
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private StoredMetadata() {}

    /**
     * Return the entries in their stored order.
     *
     * @throws MalformedHistory if the bytes are anything else
     */
    public static Map<String, String> entries(byte[] stored) {
        Map<String, String> entries = new LinkedHashMap<>();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), stored)) {
            require(json.nextToken() == JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = json.currentName();
                require(json.nextToken() == JsonToken.VALUE_STRING);
                entries.put(key, json.getString());
            }
            require(json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null);
            return entries;
        } catch (JacksonException e) {
            throw new MalformedHistory("metadata is not JSON: " + e.getClass().getSimpleName());
        }
    }

    private static void require(boolean flat) {
        if (!flat) {
            throw new MalformedHistory("metadata is not one flat object of strings");
        }
    }
}
