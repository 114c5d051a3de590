package org.payqual.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.payqual.domain.leaf.LeafV1;

/**
 * The chapter of {@code docs/format.md} that shows one event of each kind, byte by byte, is what the golden corpus and
 * the leaf give. {@code -Dpayqual.format=write} writes it anew.
 */
class EventDumpTest {

    private static final Path DOCUMENT = Path.of("../docs/format.md");
    private static final Path CORPUS = Path.of("src/test/resources/golden");
    private static final String BEGIN = "<!-- events: written by EventDumpTest -->\n";
    private static final String END = "<!-- end of events -->\n";
    private static final int WIDTH = 16;
    private static final Map<String, String> METADATA = Map.of(
            "issuer", "https://login.example",
            "subject", "3f1c",
            "role", "AGENCY");

    @Test
    void theDocumentShowsOneEventOfEachKind() throws IOException {
        String document = Files.readString(DOCUMENT);
        int from = document.indexOf(BEGIN) + BEGIN.length();
        int to = document.indexOf(END);
        assertThat(from).isBetween(BEGIN.length(), to);
        String chapter = chapter();
        if ("write".equals(System.getProperty("payqual.format"))) {
            Files.writeString(DOCUMENT, document.substring(0, from) + chapter + document.substring(to));
        }
        assertThat(Files.readString(DOCUMENT).substring(from)).startsWith(chapter + END);
    }

    private static String chapter() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.list(CORPUS)) {
            List<Path> first = files.filter(it -> it.getFileName().toString().endsWith(".v1.json"))
                    .sorted()
                    .toList();
            for (Path file : first) {
                String name = file.getFileName().toString().replace(".v1.json", "");
                text.append(dump(name, Files.readAllBytes(file)));
            }
        }
        return text.toString();
    }

    private static String dump(String name, byte[] payload) {
        LeafV1 leaf = new LeafV1(
                "0b5f9f0e-5f43-4c4e-9d0a-6a1f6f3c2d11",
                streamType(name),
                "7d2a4f36-8f0c-4a51-b1f5-2b9e0c6d8a70",
                3,
                "5b8c1d1e-7c55-4b0e-9a43-0d6b5a1f4e02",
                name,
                1,
                Instant.ofEpochMilli(1_767_225_600_123L),
                Instant.ofEpochMilli(1_767_225_600_456L),
                LeafV1.digestOfPayload(payload),
                LeafV1.digestOfMetadata(METADATA));
        return "\n### " + name + "\n\n```text\npayload, " + payload.length + " bytes\n" + rows(payload)
                + "SHA-256 payload  " + leaf.payload() + "\nleaf, " + leaf.bytes().length + " bytes\n"
                + rows(leaf.bytes()) + "leaf hash        " + leaf.hash() + "\n```\n";
    }

    /** Adopted law stands in the one stream of law; every other event is named after its stream. */
    private static String streamType(String name) {
        String first = name.substring(0, name.indexOf('.'));
        return first.equals("rulebook") || first.equals("calendar") ? "law" : first;
    }

    private static String rows(byte[] bytes) {
        StringBuilder rows = new StringBuilder();
        for (int from = 0; from < bytes.length; from += WIDTH) {
            int to = Math.min(from + WIDTH, bytes.length);
            String hex = HexFormat.ofDelimiter(" ").formatHex(bytes, from, to);
            String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1).replaceAll("[^ -~]", ".");
            rows.append("%04x  %-47s  %s".formatted(from, hex, text).stripTrailing())
                    .append('\n');
        }
        return rows.toString();
    }
}
