package org.payqual.query.knowledge;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;

/**
 * Where the next page begins, as a word that a caller hands back unread. It carries the question with it, so that all
 * pages answer the same one.
 *
 * @param parts of the question and the place reached; none contains a line end
 */
public record Cursor(List<String> parts) {

    /** Names the parameter. */
    public static final String PARAMETER = "cursor";

    private static final String BETWEEN = "\n";
    private static final int LENGTH_OF_DAY = "2025-06-11".length();

    /** Copies the parts. */
    public Cursor {
        parts = List.copyOf(parts);
    }

    /** Returns a cursor of parts in order. */
    public static Cursor of(Object... parts) {
        return new Cursor(Arrays.stream(parts).map(String::valueOf).toList());
    }

    /**
     * Reads a cursor.
     *
     * @param kind the first part, which tells cursors of different lists apart
     * @param size how many parts it has
     * @throws ProblemException if it is no such cursor
     */
    public static Cursor read(String sent, String kind, int size) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(sent), StandardCharsets.UTF_8);
            Cursor cursor = new Cursor(List.of(text.split(BETWEEN, -1)));
            // The database keeps no zero character, and nothing that we hand out has any control character.
            if (cursor.parts.stream().allMatch(it -> it.chars().noneMatch(Character::isISOControl))
                    && cursor.parts.size() == size
                    && cursor.parts.getFirst().equals(kind)) {
                return cursor;
            }
        } catch (IllegalArgumentException notBase64) {
            throw malformed();
        }
        throw malformed();
    }

    /** Returns a part that is a whole number. */
    public long number(int index) {
        try {
            return Long.parseLong(parts.get(index));
        } catch (NumberFormatException e) {
            throw malformed();
        }
    }

    /** Returns a part that is a day, of the years that have four digits. */
    public LocalDate day(int index) {
        String day = parts.get(index);
        try {
            if (day.length() == LENGTH_OF_DAY) {
                return LocalDate.parse(day);
            }
        } catch (DateTimeParseException e) {
            throw malformed();
        }
        throw malformed();
    }

    /** Returns the word. */
    public String word() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(BETWEEN, parts).getBytes(StandardCharsets.UTF_8));
    }

    /** Refuses another question beside a cursor. */
    public static void alone(@Nullable Object... beside) {
        for (Object parameter : beside) {
            if (parameter != null) {
                throw new ProblemException(new Problem.Malformed(
                        "cursor-not-alone",
                        PARAMETER,
                        "cursor 已含查询条件，不能再带其他查询条件。",
                        "A cursor carries its question and takes no other beside it."));
            }
        }
    }

    /** Says that a cursor is none. */
    public static ProblemException malformed() {
        return new ProblemException(new Problem.Malformed(
                "cursor-malformed",
                PARAMETER,
                "cursor 须原样取自上一页的 next。",
                "The cursor must be the next of the page before, as it was given."));
    }
}
