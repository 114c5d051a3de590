package org.payqual.ops.problem;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer that says no (RFC 9457): {@code type}, {@code title}, {@code status}, {@code detail},
 * {@code code} and what else is known. It never repeats what the caller sent.
 */
public final class ProblemAnswer {

    private final int status;
    private final Map<String, Object> members;

    private ProblemAnswer(int status, Map<String, Object> members) {
        this.status = status;
        this.members = Collections.unmodifiableMap(members);
    }

    /** Says no by a stable code, with what is wrong in Chinese and in English. */
    public static ProblemAnswer of(ProblemKind kind, String code, String zh, String en) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "urn:payqual:problem:" + code);
        members.put("title", kind.zh());
        members.put("titleEn", kind.en());
        members.put("status", kind.status());
        members.put("detail", zh);
        members.put("detailEn", en);
        members.put("code", code);
        return new ProblemAnswer(kind.status(), members);
    }

    /** Names the field, parameter or header at fault; fields of a body as a path such as {@code findings[0].points}. */
    public ProblemAnswer at(@Nullable String field) {
        return with("field", field);
    }

    /** Cites the rule on which a refusal rests. */
    public ProblemAnswer citing(@Nullable String provision) {
        return with("provision", provision);
    }

    /** Points at a place in malformed JSON, line and column counted from 1. */
    public ProblemAnswer atPlace(int line, int column) {
        return with("line", line).with("column", column);
    }

    /** Lists each of several faults. */
    public ProblemAnswer listing(List<?> faults) {
        return with("faults", List.copyOf(faults));
    }

    /** Tells the version as it is, where the expected one is stale. */
    public ProblemAnswer withCurrentVersion(long version) {
        return with("currentVersion", version);
    }

    /** Tells under which id the operator's log says more. */
    public ProblemAnswer withCorrelation(@Nullable String correlation) {
        return with("correlation", correlation);
    }

    /** Gives the HTTP status. */
    public int status() {
        return status;
    }

    /** Gives all members by name, in the order in which they are written. */
    @JsonValue
    public Map<String, Object> members() {
        return members;
    }

    private ProblemAnswer with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(name, value);
        return new ProblemAnswer(status, more);
    }

    /**
     * One of several faults of a body.
     *
     * @param field the field at fault
     * @param detail what is wrong, in Chinese
     * @param detailEn the same in English
     */
    public record Fault(String field, String detail, String detailEn) {}
}
