package org.payqual.ops.http;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;

/** Reads the headers that come with every command. Each takes the header's values as sent, several or none. */
public final class CommandHeaders {

    /** Names the header that makes a command repeatable. */
    public static final String KEY = "Idempotency-Key";

    /** Names the header that tells the version expected. */
    public static final String EXPECTED_VERSION = "If-Match";

    private static final Pattern VISIBLE_ASCII = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Pattern STRONG_VERSION = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");

    private CommandHeaders() {}

    /** Reads the idempotency key: exactly one, 1 to 200 visible ASCII characters. */
    public static String key(List<String> sent) {
        if (sent.isEmpty()) {
            throw malformed(
                    "idempotency-key-missing",
                    KEY,
                    "写入请求须带 Idempotency-Key 请求头。",
                    "A command needs an Idempotency-Key.");
        }
        if (sent.size() > 1 || !VISIBLE_ASCII.matcher(sent.getFirst()).matches()) {
            throw malformed(
                    "idempotency-key-malformed",
                    KEY,
                    "Idempotency-Key 只能有一个，由 1 至 200 个可见 ASCII 字符组成。",
                    "There must be one Idempotency-Key of 1 to 200 visible ASCII characters.");
        }
        return sent.getFirst();
    }

    /** Reads the version expected, such as {@code "17"} with its quotes, or null where none is sent. */
    public static @Nullable Long expectedVersion(List<String> sent) {
        if (sent.isEmpty()) {
            return null;
        }
        Matcher version = STRONG_VERSION.matcher(sent.getFirst());
        if (sent.size() > 1 || !version.matches()) {
            throw malformed(
                    "if-match-malformed",
                    EXPECTED_VERSION,
                    "If-Match 应为带引号的版本号，如 \"17\"；不接受 * 、弱标签或多个版本。",
                    "If-Match must be one version in quotes, such as \"17\"; neither * nor weak tags nor several.");
        }
        return Long.valueOf(version.group(1));
    }

    private static ProblemException malformed(String code, String header, String zh, String en) {
        return new ProblemException(new Problem.Malformed(code, header, zh, en));
    }
}
