package org.payqual.domain.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** The characters of a file: its size, its encoding, and that they all can be printed. */
final class YamlText {

    /** The largest file read, in bytes; a long rulebook has a twentieth of it. */
    static final int LIMIT = 1 << 20;

    private YamlText() {}

    /** Decodes a file, or tells why it cannot be. */
    static Optional<String> decode(byte[] file, Faults faults) {
        if (file.length > LIMIT) {
            faults.add(
                    Place.START,
                    "",
                    Fault.Kind.SYNTAX,
                    "文件超过 1 MiB（" + file.length + " 字节）",
                    "the file is larger than 1 MiB (" + file.length + " bytes)");
            return Optional.empty();
        }
        CharBuffer text = CharBuffer.allocate(file.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file), text, true);
        String decoded = withoutMark(text.flip().toString());
        if (result.isError()) {
            faults.add(endOf(decoded), "", Fault.Kind.SYNTAX, "此处不是 UTF-8 编码", "not UTF-8 from here on");
            return Optional.empty();
        }
        int before = faults.count();
        findUnprintable(decoded, faults);
        return faults.count() == before ? Optional.of(decoded) : Optional.empty();
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Place endOf(String text) {
        int line = 1 + Math.toIntExact(text.chars().filter(c -> c == '\n').count());
        int start = text.lastIndexOf('\n') + 1;
        return new Place(line, 1 + text.codePointCount(start, text.length()));
    }

    private static void findUnprintable(String text, Faults faults) {
        int line = 1;
        int column = 1;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int point = text.codePointAt(at);
            if (!StreamReader.isPrintable(point)) {
                String name = String.format("U+%04X", point);
                faults.add(
                        new Place(line, column),
                        "",
                        Fault.Kind.SYNTAX,
                        "不可打印的字符 " + name,
                        "character " + name + " cannot be printed");
            }
            column = point == '\n' ? 1 : column + 1;
            line = point == '\n' ? line + 1 : line;
        }
    }
}
