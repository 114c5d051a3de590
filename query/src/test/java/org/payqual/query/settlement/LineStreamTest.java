package org.payqual.query.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineStreamTest {

    private static final String SOUND = "{\"person\":\"D1\",\"institution\":\"H1\",\"validAt\":\"2025-03-04\"}";
    private static final long UNSAID = -1;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"person":"D1","institution":"H1","validAt":"2025-03-04","exception":"NONE"} | sound
            {"person":"D1","institution":"H1","validAt":"2025-03-04","exception":null,"reason":null} | sound
            {"person":"D1","institution":"H1","validAt":"2025-03-04","exception":"OTHER","reason":"R-1"} | sound
            {"person":"D1","institution":"H1","validAt":"2025-03-04","exception":"OTHER"} | sound
            {"person":"D1","institution":"H1","validAt":"2025-02-30"} | date-invalid validAt
            {"person":"D1","institution":"H1","validAt":"2023-12-31"} | date-invalid validAt
            {"person":"D1","institution":"H1","validAt":20250304} | value-invalid validAt
            {"person":"D1","institution":"H1"} | field-missing validAt
            {"person":"D1","institution":"H1","validAt":null} | field-missing validAt
            {"person":"D1","validAt":"2025-03-04"} | field-missing institution
            {"institution":"H1","validAt":"2025-03-04"} | field-missing person
            {"person":"","institution":"H1","validAt":"2025-03-04"} | value-invalid person
            {"person":"张三","institution":"H1","validAt":"2025-03-04"} | value-invalid person
            {"person":{"code":["D1"]},"institution":"H1","validAt":"2025-03-04"} | value-invalid person
            {"person":"D1","institution":"H/1","validAt":"2025-03-04"} | value-invalid institution
            {"person":"D1","person":"D2","institution":"H1","validAt":"2025-03-04"} | field-repeated person
            {"person":"D1","institution":"H1","day":"2025-03-04"} | field-unknown -
            {"person":"D1","institution":"H1","validAt":"2025-03-04","x":{"y":[1,{"z":2}]}} | field-unknown -
            {"person":"D1","institution":"H1","validAt":"2025-03-04","exception":"RESCUE"} | value-unknown exception
            {"person":"D1","institution":"H1","validAt":"2025-03-04","exception":"OTHER","reason":"a b"} | value-invalid reason
            {"person":"D1","institution":"H1","validAt":"2025-03-04","exception":"OTHER","reason":"11010519491231002X"} | value-invalid reason
            {"person":"D1","institution":"H1","validAt":"2025-03-04","exception":"EMERGENCY","reason":"R-1"} | reason-unasked reason
            {"person":"D1","institution":"H1","validAt":"2025-03-04","reason":"R-1"} | reason-unasked reason
            {"person":"D1","institution":"H1","validAt":"2025-03-04"}} | json-malformed -
            {"person":"D1","institution":"H1","validAt":"2025-03-04"} {} | json-malformed -
            ["D1","H1","2025-03-04"] | json-malformed -
            nonsense | json-malformed -
            """)
    void aLineIsReadStrictlyAndItsFaultTold(String line, String expected) {
        assertThat(told(read(line + "\n" + SOUND + "\n"))).containsExactly(expected, "sound");
    }

    @Test
    void aZeroByteDoesNotMakeTheParserGuess() {
        assertThat(told(read("\0{\0}\0\n" + SOUND + "\n"))).containsExactly("json-malformed -", "sound");
    }

    @Test
    void linesAreNumberedAsTheyStandAndEmptyOnesAskNothing() {
        LineStream stream = stream(SOUND + "\r\n\n  \n" + SOUND + "\n\n", UNSAID);
        assertThat(stream.next(10).stream().map(ReadLine::number)).containsExactly(1L, 4L);
        assertThat(stream.ended()).isTrue();
        assertThat(stream.count()).isEqualTo(5);
        assertThat(stream.fault()).isNull();
    }

    @Test
    void theLastLineNeedsNoEnd() {
        LineStream stream = stream(SOUND + "\n" + SOUND, UNSAID);
        assertThat(told(stream.next(10))).containsExactly("sound", "sound");
        assertThat(stream.fault()).isNull();
    }

    @Test
    void aStreamThatEndsWithinALineSaysSo() {
        LineStream stream = stream(SOUND + "\n" + SOUND.substring(0, 30), UNSAID);
        assertThat(told(stream.next(10))).containsExactly("sound", "json-malformed -");
        assertThat(code(stream.fault())).isEqualTo("stream-truncated");
    }

    @Test
    void aWholeLineAtFaultIsNoTruncation() {
        LineStream stream = stream(SOUND + "\n{\"person\":\"D1\"}", UNSAID);
        assertThat(told(stream.next(10))).containsExactly("sound", "field-missing institution");
        assertThat(stream.fault()).isNull();
    }

    @Test
    void aStreamShorterThanAnnouncedSaysSo() {
        String text = SOUND + "\n" + SOUND + "\n";
        LineStream stream = stream(text, text.length() + 1L);
        assertThat(told(stream.next(10))).containsExactly("sound", "sound");
        assertThat(code(stream.fault())).isEqualTo("body-incomplete");
        LineStream whole = stream(text, text.length());
        whole.next(10);
        assertThat(whole.fault()).isNull();
    }

    @Test
    void aStreamThatBreaksSaysSoAfterWhatArrived() {
        InputStream text = new ByteArrayInputStream((SOUND + "\n" + SOUND).getBytes(StandardCharsets.UTF_8));
        LineStream stream = new LineStream(
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        int next = text.read();
                        if (next < 0) {
                            throw new IOException("gone");
                        }
                        return next;
                    }

                    @Override
                    public int read(byte[] target, int offset, int length) throws IOException {
                        int read = text.read(target, offset, length);
                        if (read < 0) {
                            throw new IOException("gone");
                        }
                        return read;
                    }
                },
                UNSAID);
        assertThat(told(stream.next(10))).containsExactly("sound", "sound");
        assertThat(code(stream.fault())).isEqualTo("body-incomplete");
    }

    @Test
    void aLineTooLongIsPassedOverHoweverLong() {
        String longLine = "{\"person\":\"" + "9".repeat(1_000_000) + "\"}";
        assertThat(told(read(SOUND + "\n" + longLine + "\n" + SOUND + "\n")))
                .containsExactly("sound", "line-too-long -", "sound");
    }

    @Test
    void piecesOfAnySizeGiveTheSameLines() {
        StringBuilder text = new StringBuilder();
        List<String> expected = new ArrayList<>();
        Random random = new Random();
        for (int i = 0; i < 3_000; i++) {
            boolean sound = random.nextInt(10) > 0;
            text.append(sound ? SOUND : "{\"person\":1}").append('\n');
            expected.add(sound ? "sound" : "value-invalid person");
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        InputStream crumbs = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1 + random.nextInt(400)));
            }
        };
        LineStream stream = new LineStream(crumbs, bytes.length);
        List<String> told = new ArrayList<>();
        while (!stream.ended()) {
            told.addAll(told(stream.next(1 + random.nextInt(500))));
        }
        assertThat(told).isEqualTo(expected);
        assertThat(stream.fault()).isNull();
    }

    private static List<ReadLine> read(String text) {
        return stream(text, UNSAID).next(100);
    }

    private static LineStream stream(String text, long announced) {
        return new LineStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), announced);
    }

    private static List<String> told(List<ReadLine> lines) {
        return lines.stream()
                .map(line -> switch (line) {
                    case ReadLine.Sound sound -> "sound";
                    case ReadLine.Faulty faulty ->
                        faulty.problem().code() + " "
                                + (faulty.problem().field() == null
                                        ? "-"
                                        : faulty.problem().field());
                })
                .toList();
    }

    private static String code(@Nullable LineProblem problem) {
        return problem == null ? "none" : problem.code();
    }
}
