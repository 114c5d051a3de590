package org.payqual.domain.leaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class LeafV1Test {

    private static final List<LeafVectors.Vector> VECTORS = LeafVectors.ALL;

    @ParameterizedTest
    @FieldSource("VECTORS")
    void agreesWithTheIndependentComputation(LeafVectors.Vector vector) throws Exception {
        LeafV1 leaf = vector.leaf();
        String hash = independentLeafHash(
                leaf.ledger(),
                leaf.streamType(),
                leaf.streamId(),
                leaf.sequence(),
                leaf.eventId(),
                leaf.name(),
                leaf.version(),
                leaf.timestamp().toEpochMilli(),
                leaf.sealedAt().toEpochMilli(),
                vector.payload().getBytes(StandardCharsets.UTF_8),
                vector.metadata());
        assertThat(leaf.hash()).hasToString(hash);
    }

    /** A leaf hash from the JDK alone: nothing of the project is called between these braces. */
    private static String independentLeafHash(
            String ledger,
            String type,
            String stream,
            long sequence,
            String id,
            String name,
            int version,
            long timestamp,
            long sealedAt,
            byte[] payload,
            Map<String, String> metadata)
            throws Exception {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        List<String> keys = new ArrayList<>(metadata.keySet());
        keys.sort(Comparator.comparing(key -> HexFormat.of().formatHex(key.getBytes(StandardCharsets.UTF_8))));
        ByteArrayOutputStream canonical = new ByteArrayOutputStream();
        for (String text : keys.stream()
                .flatMap(key -> List.of(key, metadata.get(key)).stream())
                .toList()) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            new DataOutputStream(canonical).writeInt(utf8.length);
            canonical.write(utf8);
        }
        ByteArrayOutputStream leaf = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(leaf);
        out.writeByte(0);
        out.writeInt(1);
        out.writeByte(1);
        for (String text : List.of(ledger, type, stream)) {
            out.writeInt(text.getBytes(StandardCharsets.UTF_8).length);
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        out.writeInt(8);
        out.writeLong(sequence);
        for (String text : List.of(id, name)) {
            out.writeInt(text.getBytes(StandardCharsets.UTF_8).length);
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        out.writeInt(4);
        out.writeInt(version);
        for (long millis : new long[] {timestamp, sealedAt}) {
            out.writeInt(8);
            out.writeLong(millis);
        }
        for (byte[] hashed : List.of(payload, canonical.toByteArray())) {
            out.writeInt(32);
            out.write(sha.digest(hashed));
        }
        return HexFormat.of().formatHex(sha.digest(leaf.toByteArray()));
    }

    @Test
    void documentShowsTheVectorsAsTheCodeComputesThem() throws Exception {
        Path document = Path.of("..", "docs", "format.md");
        String begin = "<!-- leaf vectors: begin -->\n";
        String end = "<!-- leaf vectors: end -->";
        String text = Files.readString(document);
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf(end);
        String expected = "\n"
                + String.join(
                        "\n", VECTORS.stream().map(LeafVectors.Vector::section).toList()) + "\n";
        if (Boolean.getBoolean("payqual.document.write")) {
            Files.writeString(document, text.substring(0, from) + expected + text.substring(to));
        } else {
            assertThat(text.substring(from, to)).isEqualTo(expected);
        }
    }

    @Test
    void everyFieldChangesTheHash() {
        LeafV1 leaf = VECTORS.get(1).leaf();
        Instant later = leaf.sealedAt().plusMillis(1);
        Digest other = Digest.of(new byte[] {1});
        List<LeafV1> changed = List.of(
                leaf,
                new LeafV1(
                        "x",
                        leaf.streamType(),
                        leaf.streamId(),
                        leaf.sequence(),
                        leaf.eventId(),
                        leaf.name(),
                        leaf.version(),
                        leaf.timestamp(),
                        leaf.sealedAt(),
                        leaf.payload(),
                        leaf.metadata()),
                new LeafV1(
                        leaf.ledger(),
                        "x",
                        leaf.streamId(),
                        leaf.sequence(),
                        leaf.eventId(),
                        leaf.name(),
                        leaf.version(),
                        leaf.timestamp(),
                        leaf.sealedAt(),
                        leaf.payload(),
                        leaf.metadata()),
                new LeafV1(
                        leaf.ledger(),
                        leaf.streamType(),
                        "x",
                        leaf.sequence(),
                        leaf.eventId(),
                        leaf.name(),
                        leaf.version(),
                        leaf.timestamp(),
                        leaf.sealedAt(),
                        leaf.payload(),
                        leaf.metadata()),
                new LeafV1(
                        leaf.ledger(),
                        leaf.streamType(),
                        leaf.streamId(),
                        42,
                        leaf.eventId(),
                        leaf.name(),
                        leaf.version(),
                        leaf.timestamp(),
                        leaf.sealedAt(),
                        leaf.payload(),
                        leaf.metadata()),
                new LeafV1(
                        leaf.ledger(),
                        leaf.streamType(),
                        leaf.streamId(),
                        leaf.sequence(),
                        "x",
                        leaf.name(),
                        leaf.version(),
                        leaf.timestamp(),
                        leaf.sealedAt(),
                        leaf.payload(),
                        leaf.metadata()),
                new LeafV1(
                        leaf.ledger(),
                        leaf.streamType(),
                        leaf.streamId(),
                        leaf.sequence(),
                        leaf.eventId(),
                        "x",
                        leaf.version(),
                        leaf.timestamp(),
                        leaf.sealedAt(),
                        leaf.payload(),
                        leaf.metadata()),
                new LeafV1(
                        leaf.ledger(),
                        leaf.streamType(),
                        leaf.streamId(),
                        leaf.sequence(),
                        leaf.eventId(),
                        leaf.name(),
                        2,
                        leaf.timestamp(),
                        leaf.sealedAt(),
                        leaf.payload(),
                        leaf.metadata()),
                new LeafV1(
                        leaf.ledger(),
                        leaf.streamType(),
                        leaf.streamId(),
                        leaf.sequence(),
                        leaf.eventId(),
                        leaf.name(),
                        leaf.version(),
                        later,
                        leaf.sealedAt(),
                        leaf.payload(),
                        leaf.metadata()),
                new LeafV1(
                        leaf.ledger(),
                        leaf.streamType(),
                        leaf.streamId(),
                        leaf.sequence(),
                        leaf.eventId(),
                        leaf.name(),
                        leaf.version(),
                        leaf.timestamp(),
                        later,
                        leaf.payload(),
                        leaf.metadata()),
                new LeafV1(
                        leaf.ledger(),
                        leaf.streamType(),
                        leaf.streamId(),
                        leaf.sequence(),
                        leaf.eventId(),
                        leaf.name(),
                        leaf.version(),
                        leaf.timestamp(),
                        leaf.sealedAt(),
                        other,
                        leaf.metadata()),
                new LeafV1(
                        leaf.ledger(),
                        leaf.streamType(),
                        leaf.streamId(),
                        leaf.sequence(),
                        leaf.eventId(),
                        leaf.name(),
                        leaf.version(),
                        leaf.timestamp(),
                        leaf.sealedAt(),
                        leaf.payload(),
                        other));
        assertThat(changed.stream().map(LeafV1::hash)).doesNotHaveDuplicates();
    }

    @Test
    void textThatHasNoBytesIsRefused() {
        LeafV1 leaf = VECTORS.getFirst().leaf();
        LeafV1 halfPair = new LeafV1(
                leaf.ledger(),
                leaf.streamType(),
                "\uD800",
                0,
                leaf.eventId(),
                leaf.name(),
                1,
                leaf.timestamp(),
                leaf.sealedAt(),
                leaf.payload(),
                leaf.metadata());
        assertThatIllegalArgumentException().isThrownBy(halfPair::hash);
        assertThatIllegalArgumentException().isThrownBy(() -> LeafV1.digestOfMetadata(Map.of("issuer", "\uDC00")));
    }

    @Test
    void valuesThatTheEncodingCouldNotShowAreRefused() {
        LeafV1 leaf = VECTORS.getFirst().leaf();
        assertThatIllegalArgumentException().isThrownBy(() -> with(leaf, -1, 1, leaf.timestamp()));
        assertThatIllegalArgumentException().isThrownBy(() -> with(leaf, 0, 0, leaf.timestamp()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(leaf, 0, 1, leaf.timestamp().plusNanos(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> Digest.stored(new byte[31]));
    }

    private static LeafV1 with(LeafV1 leaf, long sequence, int version, Instant timestamp) {
        return new LeafV1(
                leaf.ledger(),
                leaf.streamType(),
                leaf.streamId(),
                sequence,
                leaf.eventId(),
                leaf.name(),
                version,
                timestamp,
                leaf.sealedAt(),
                leaf.payload(),
                leaf.metadata());
    }
}
