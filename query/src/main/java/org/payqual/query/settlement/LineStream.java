package org.payqual.query.settlement;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;

/**
 * Reads lines as they come, each a JSON object by itself (NDJSON). Holds no more than one line besides those handed
 * over. A line at fault does not spoil the next; empty lines count as lines and ask nothing.
 */
final class LineStream {

    private static final int LONGEST = 8 * 1024;
    private static final int BUFFER = 64 * 1024;

    private static final LineProblem TRUNCATED = new LineProblem(
            "stream-truncated", null, "数据流在行中中断，其后的行未收到。", "The stream ended within a line; nothing after it arrived.");
    private static final LineProblem BROKEN =
            new LineProblem("body-incomplete", null, "数据流未完整到达。", "The stream did not arrive whole.");

    private final InputStream body;
    private final long announced;
    private final LineReader reader = new LineReader();
    private final byte[] buffer = new byte[BUFFER];
    private int begin;
    private int end;
    private long received;
    private long number;
    private boolean ended;
    private boolean passing;
    private @Nullable LineProblem fault;

    /**
     * Creates what reads a body.
     *
     * @param announced how many bytes the body has, or a negative number where that was not said
     */
    LineStream(InputStream body, long announced) {
        this.body = body;
        this.announced = announced;
    }

    /** Reads the next lines, fewer than asked only where the stream ends. */
    List<ReadLine> next(int most) {
        List<ReadLine> lines = new ArrayList<>(Math.min(most, 1024));
        while (lines.size() < most && !ended) {
            int lineEnd = lineEnd();
            if (lineEnd >= 0) {
                take(lineEnd, lines);
                begin = lineEnd + 1;
            } else if (!fill()) {
                ended = true;
                last(lines);
            }
        }
        return lines;
    }

    /** Tells whether all has been read that arrived. */
    boolean ended() {
        return ended;
    }

    /** Tells how many lines were read. */
    long count() {
        return number;
    }

    /** Tells why less arrived than was sent, where that is known. */
    @Nullable
    LineProblem fault() {
        return fault;
    }

    private void take(int lineEnd, List<ReadLine> lines) {
        number++;
        if (passing) {
            passing = false;
            lines.add(new ReadLine.Faulty(number, LineProblem.TOO_LONG));
        } else if (!isBlank(lineEnd)) {
            lines.add(line(lineEnd));
        }
    }

    /** What stands behind the last line end is a line if it is a whole one. */
    private void last(List<ReadLine> lines) {
        if (passing || !isBlank(end)) {
            int before = lines.size();
            take(end, lines);
            boolean whole = lines.size() == before
                    || !(lines.getLast() instanceof ReadLine.Faulty faulty && isTorn(faulty.problem()));
            if (!whole && fault == null) {
                fault = TRUNCATED;
            }
        }
    }

    private static boolean isTorn(LineProblem problem) {
        return problem.equals(LineProblem.MALFORMED) || problem.equals(LineProblem.TOO_LONG);
    }

    private ReadLine line(int lineEnd) {
        // A zero byte is none of JSON's, and would make the parser guess at another encoding.
        for (int i = begin; i < Math.min(lineEnd, begin + 4); i++) {
            if (buffer[i] == 0) {
                return new ReadLine.Faulty(number, LineProblem.MALFORMED);
            }
        }
        try (JsonParser json =
                LineReader.JSON.createParser(ObjectReadContext.empty(), buffer, begin, lineEnd - begin)) {
            json.nextToken();
            ReadLine line = reader.read(json, number);
            return json.nextToken() == null ? line : new ReadLine.Faulty(number, LineProblem.MALFORMED);
        } catch (JacksonException malformed) {
            return new ReadLine.Faulty(number, LineProblem.MALFORMED);
        }
    }

    private boolean isBlank(int lineEnd) {
        for (int i = begin; i < lineEnd; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t' && buffer[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    private int lineEnd() {
        for (int i = begin; i < end; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        if (passing || end - begin > LONGEST) {
            passing = true;
            begin = end;
        }
        return -1;
    }

    private boolean fill() {
        System.arraycopy(buffer, begin, buffer, 0, end - begin);
        end -= begin;
        begin = 0;
        try {
            int read = body.read(buffer, end, BUFFER - end);
            if (read > 0) {
                end += read;
                received += read;
                return true;
            }
            if (received < announced) {
                fault = BROKEN;
            }
        } catch (IOException broken) {
            fault = BROKEN;
        }
        return false;
    }
}
