package org.payqual.domain.leaf;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The published test vectors: their inputs here, their bytes in {@code docs/format.md}. */
final class LeafVectors {

    record Vector(String title, LeafV1 leaf, String payload, Map<String, String> metadata) {

        /** Writes the vector as it stands in the document. */
        String section() {
            StringBuilder text = new StringBuilder("#### ").append(title).append("\n\n```text\n");
            line(text, "ledger", leaf.ledger());
            line(text, "stream type", leaf.streamType());
            line(text, "stream id", leaf.streamId());
            line(text, "sequence", leaf.sequence());
            line(text, "event id", leaf.eventId());
            line(text, "name", leaf.name());
            line(text, "event version", leaf.version());
            line(text, "timestamp ms", leaf.timestamp().toEpochMilli());
            line(text, "sealed_at ms", leaf.sealedAt().toEpochMilli());
            line(text, "payload", payload);
            new TreeMap<>(metadata).forEach((key, value) -> line(text, "metadata", key + " = " + value));
            line(text, "SHA-256 payload", leaf.payload());
            line(text, "SHA-256 metadata", leaf.metadata());
            text.append("leaf\n");
            String hex = HexFormat.of().formatHex(leaf.bytes());
            for (int from = 0; from < hex.length(); from += 64) {
                text.append("  ")
                        .append(hex, from, Math.min(from + 64, hex.length()))
                        .append('\n');
            }
            line(text, "leaf hash", leaf.hash());
            return text.append("```\n").toString();
        }

        private static void line(StringBuilder text, String label, Object value) {
            text.append(String.format("%-16s  %s", label, value).stripTrailing())
                    .append('\n');
        }
    }

    static final List<Vector> ALL = List.of(
            vector(
                    "The opening of a ledger",
                    "ledger",
                    "0b5f9f0e-5f43-4c4e-9d0a-6a1f6f3c2d11",
                    0,
                    "ledger.opened",
                    "{\"salt\":\"000102030405060708090a0b0c0d0e0f\",\"ledger\":"
                            + "\"0b5f9f0e-5f43-4c4e-9d0a-6a1f6f3c2d11\",\"format\":0,\"sample\":true}",
                    Map.of()),
            vector(
                    "An event of a person, with metadata",
                    "person",
                    "7d2a4f36-8f0c-4a51-b1f5-2b9e0c6d8a70",
                    41,
                    "person.example",
                    "{\"salt\":\"f0e0d0c0b0a090807060504030201000\",\"points\":9}",
                    Map.of(
                            "issuer", "https://login.example",
                            "subject", "3f1c",
                            "role", "AGENCY",
                            "keyDigest", "9f86d081884c7d65")),
            vector(
                    "Metadata in the order of UTF-8 bytes, which is not the order of UTF-16 units",
                    "institution",
                    "H12010100001",
                    1L << 40,
                    "institution.example",
                    "",
                    Map.of("\uD800\uDC00", "after", "\uFF01", "before", "", "first")));

    private LeafVectors() {}

    private static Vector vector(
            String title,
            String streamType,
            String streamId,
            long sequence,
            String name,
            String payload,
            Map<String, String> metadata) {
        byte[] stored = payload.getBytes(StandardCharsets.UTF_8);
        LeafV1 leaf = new LeafV1(
                "0b5f9f0e-5f43-4c4e-9d0a-6a1f6f3c2d11",
                streamType,
                streamId,
                sequence,
                "5b8c1d1e-7c55-4b0e-9a43-0d6b5a1f4e02",
                name,
                1,
                Instant.ofEpochMilli(1_767_225_600_123L),
                Instant.ofEpochMilli(1_767_225_600_456L),
                LeafV1.digestOfPayload(stored),
                LeafV1.digestOfMetadata(metadata));
        return new Vector(title, leaf, payload, metadata);
    }
}
