package org.payqual.query.settlement;

import static org.payqual.query.settlement.SettlementFields.EXCEPTION;
import static org.payqual.query.settlement.SettlementFields.INSTITUTION;
import static org.payqual.query.settlement.SettlementFields.PERSON;
import static org.payqual.query.settlement.SettlementFields.REASON;
import static org.payqual.query.settlement.SettlementFields.VALID_AT;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.identity.CitizenNumber;
import org.payqual.query.knowledge.DatesAccepted;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads lines as strictly as other requests are read, but token by token: a line at fault is told apart, with the
 * field, and does not spoil the others. For one request, not for several threads.
 */
final class LineReader {

    /** The most bytes of a body whose lines are read as one document. */
    static final long MOST_BYTES = 8L * 1024 * 1024;

    /** Reads without keeping anything of what it reads. */
    static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(20)
                    .maxStringLength(1024)
                    .maxNameLength(100)
                    .maxNumberLength(40)
                    .maxDocumentLength(MOST_BYTES)
                    .build())
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private static final int LONGEST_PERSON = 36;
    private static final int LONGEST_INSTITUTION = 32;
    private static final Pattern REASON_FORM = Pattern.compile(SettlementLine.REASON);
    private static final int DAYS_REMEMBERED = 4096;

    private final Map<String, Optional<LocalDate>> days = new HashMap<>();

    private @Nullable LineProblem problem;
    private @Nullable String person;
    private @Nullable String institution;
    private @Nullable LocalDate validAt;
    private @Nullable ExceptionClaimed exception;
    private @Nullable String reason;
    private int seen;

    /**
     * Reads one line.
     *
     * @param json stands at the first token of the line, and then at its last
     */
    ReadLine read(JsonParser json, long number) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return new ReadLine.Faulty(number, LineProblem.MALFORMED);
        }
        problem = null;
        person = null;
        institution = null;
        validAt = null;
        exception = null;
        reason = null;
        seen = 0;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            field(name, json);
        }
        return checked(number);
    }

    private void field(String name, JsonParser json) {
        int mark = mark(name);
        if (mark == 0) {
            fault(LineProblem.UNKNOWN_FIELD);
            json.skipChildren();
            return;
        }
        if ((seen & mark) != 0) {
            fault(LineProblem.repeated(name));
        }
        seen |= mark;
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            fault(LineProblem.invalid(name));
            json.skipChildren();
            return;
        }
        set(name, json.getString());
    }

    private static int mark(String name) {
        return switch (name) {
            case PERSON -> 1;
            case INSTITUTION -> 1 << 1;
            case VALID_AT -> 1 << 2;
            case EXCEPTION -> 1 << 3;
            case REASON -> 1 << 4;
            default -> 0;
        };
    }

    private void set(String name, String value) {
        switch (name) {
            case PERSON -> person = isCode(value, LONGEST_PERSON) ? value : invalid(name);
            case INSTITUTION -> institution = isCode(value, LONGEST_INSTITUTION) ? value : invalid(name);
            case VALID_AT -> {
                validAt = day(value).orElse(null);
                if (validAt == null) {
                    fault(LineProblem.notADate());
                }
            }
            case EXCEPTION -> {
                switch (value) {
                    case "NONE" -> exception = ExceptionClaimed.NONE;
                    case "EMERGENCY" -> exception = ExceptionClaimed.EMERGENCY;
                    case "OTHER" -> exception = ExceptionClaimed.OTHER;
                    default -> fault(LineProblem.notAnException());
                }
            }
            default ->
                reason = REASON_FORM.matcher(value).matches() && !CitizenNumber.standsIn(value) ? value : invalid(name);
        }
    }

    private ReadLine checked(long number) {
        if (problem == null && reason != null && exception != ExceptionClaimed.OTHER) {
            problem = LineProblem.reasonAlone();
        }
        if (problem != null) {
            return new ReadLine.Faulty(number, problem);
        }
        if (person == null) {
            return new ReadLine.Faulty(number, LineProblem.missing(PERSON));
        }
        if (institution == null) {
            return new ReadLine.Faulty(number, LineProblem.missing(INSTITUTION));
        }
        if (validAt == null) {
            return new ReadLine.Faulty(number, LineProblem.missing(VALID_AT));
        }
        return new ReadLine.Sound(number, new SettlementLine(person, institution, validAt, exception, reason));
    }

    /** Many lines have the same day, and reading a date strictly takes longer than the rest of the line. */
    private Optional<LocalDate> day(String text) {
        Optional<LocalDate> known = days.get(text);
        if (known == null) {
            known = DatesAccepted.USUAL.read(text);
            if (days.size() < DAYS_REMEMBERED) {
                days.put(text, known);
            }
        }
        return known;
    }

    private @Nullable String invalid(String field) {
        fault(LineProblem.invalid(field));
        return null;
    }

    /** The first fault of a line is told. */
    private void fault(LineProblem found) {
        if (problem == null) {
            problem = found;
        }
    }

    /** Tells whether a text is made of letters, digits, dot, dash and underscore. */
    static boolean isCode(String text, int longest) {
        if (text.isEmpty() || text.length() > longest) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char it = text.charAt(i);
            boolean letter = (it >= 'A' && it <= 'Z') || (it >= 'a' && it <= 'z');
            if (!letter && (it < '0' || it > '9') && it != '.' && it != '_' && it != '-') {
                return false;
            }
        }
        return true;
    }
}
