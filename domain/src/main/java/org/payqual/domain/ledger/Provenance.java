package org.payqual.domain.ledger;

import java.io.ByteArrayOutputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Where an event comes from: all that is ever stored beside its payload. The list is closed, every value is a string,
 * and none of them is free text or an id that a client made up.
 *
 * @param issuer who vouches for the subject
 * @param subject who caused the event
 * @param role in which the subject acted; absent where the program itself acted
 * @param organisation the code of the organisation acted for
 * @param onBehalfOf the code of the institution, or the id of the person whose stream it is, for whom the subject
 *     entered what they did themselves
 * @param keyDigest keyed digest of the idempotency key
 * @param requestDigest keyed digest of the request
 * @param cause the id of the event that brought this one about
 * @param correlation the random id of the request
 */
public record Provenance(
        String issuer,
        String subject,
        @Nullable Role role,
        @Nullable String organisation,
        @Nullable String onBehalfOf,
        @Nullable String keyDigest,
        @Nullable String requestDigest,
        @Nullable String cause,
        @Nullable String correlation) {

    private static final RecordForm<Provenance> FORM = RecordForm.of(Provenance.class);

    /** Tells that somebody acted, in one request, for themselves or on behalf of another. */
    public static Provenance of(
            Actor actor, @Nullable String onBehalfOf, String keyDigest, String requestDigest, String correlation) {
        return new Provenance(
                actor.issuer(),
                actor.subject(),
                actor.role(),
                actor.organisation(),
                onBehalfOf,
                keyDigest,
                requestDigest,
                null,
                correlation);
    }

    /** Returns the same without the digests: by them a repetition is recognised in the one stream that answers it. */
    public Provenance beside() {
        return new Provenance(issuer, subject, role, organisation, onBehalfOf, null, null, cause, correlation);
    }

    /** Writes the entries present as a flat JSON object, in the order of this record's components. */
    public byte[] encode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator out = Json.write(bytes)) {
            out.writeStartObject();
            FORM.writeComponents(out, this);
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /**
     * Reads stored metadata.
     *
     * @throws MalformedHistory if anything is there that is not on the list
     */
    public static Provenance decode(byte[] metadata) {
        try (JsonParser in = Json.read(metadata)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedHistory("metadata is no object");
            }
            Provenance provenance = FORM.readComponents(in, "metadata");
            if (in.nextToken() != null) {
                throw new MalformedHistory("metadata goes on after its end");
            }
            return provenance;
        } catch (JacksonException e) {
            throw new MalformedHistory(
                    "metadata cannot be read: " + e.getClass().getSimpleName());
        }
    }

    /** Returns the entries present by their keys, in the order of this record's components. */
    public Map<String, String> entries() {
        Map<String, String> entries = new LinkedHashMap<>();
        FORM.forEach(this, (name, value) -> entries.put(name, value instanceof Role it ? it.name() : (String) value));
        return Collections.unmodifiableMap(entries);
    }

    /**
     * Takes entries by their keys.
     *
     * @throws IllegalArgumentException if a key is not on the list, a value is no string, or issuer or subject is
     *     missing
     */
    public static Provenance of(Map<String, ?> entries) {
        Map<String, Object> left = new LinkedHashMap<>(entries);
        Provenance provenance = new Provenance(
                present("issuer", take(left, "issuer")),
                present("subject", take(left, "subject")),
                role(take(left, "role")),
                take(left, "organisation"),
                take(left, "onBehalfOf"),
                take(left, "keyDigest"),
                take(left, "requestDigest"),
                take(left, "cause"),
                take(left, "correlation"));
        if (!left.isEmpty()) {
            throw new IllegalArgumentException("metadata keys that are not on the list: " + left.keySet());
        }
        return provenance;
    }

    private static @Nullable String take(Map<String, Object> left, String key) {
        Object value = left.remove(key);
        if (value != null && !(value instanceof String)) {
            throw new IllegalArgumentException("metadata that is no string: " + key);
        }
        return (String) value;
    }

    private static String present(String key, @Nullable String value) {
        if (value == null) {
            throw new IllegalArgumentException("metadata lacks " + key);
        }
        return value;
    }

    private static @Nullable Role role(@Nullable String name) {
        return name == null ? null : Role.valueOf(name);
    }
}
