package org.payqual.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.payqual.domain.Events;
import org.payqual.domain.ledger.SampleEvents.Sample;

/**
 * The stored form is frozen: what is in {@code src/test/resources/golden} is never edited and never deleted. A new kind
 * of event gets its file by running this test once with {@code -Dpayqual.golden=write}, which only adds what is
 * missing.
 */
class GoldenCorpusTest {

    private static final Path CORPUS = Path.of("src/test/resources/golden");

    static List<Sample> samples() {
        return SampleEvents.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void anEventIsWrittenAsItAlwaysWas(Sample sample) throws IOException {
        Path file = CORPUS.resolve(sample.file());
        byte[] written = Events.codec().encode(sample.event(), sample.salt()).payload();
        if (Files.notExists(file) && "write".equals(System.getProperty("payqual.golden"))) {
            Files.write(file, written);
        }
        assertThat(written).asString().isEqualTo(Files.readString(file));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void anEventIsReadAsItAlwaysWas(Sample sample) throws IOException {
        byte[] stored = Files.readAllBytes(CORPUS.resolve(sample.file()));
        String name = sample.file().substring(0, sample.file().lastIndexOf(".v"));
        Event event = Events.codec().decode(name, 1, stored);
        assertThat(event).usingRecursiveComparison().isEqualTo(sample.event());
        assertThat(EventCodec.saltOf(stored)).isEqualTo(sample.salt());
    }

    @Test
    void everyFileOfTheCorpusIsStillRead() throws IOException {
        try (Stream<Path> files = Files.list(CORPUS)) {
            assertThat(files.map(it -> it.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            samples().stream().map(Sample::file).toList());
        }
    }

    @Test
    void everyKindOfEventHasOneNameAndOneSample() throws Exception {
        List<Class<?>> kinds = kindsOfEvents();
        assertThat(kinds).hasSizeGreaterThan(20);
        assertThat(Events.NAMES.stream().<Class<?>>map(EventName::type)).containsExactlyInAnyOrderElementsOf(kinds);
        Set<Class<?>> sampled =
                samples().stream().map(it -> it.event().getClass()).collect(Collectors.toSet());
        assertThat(sampled).containsExactlyInAnyOrderElementsOf(kinds);
    }

    private static List<Class<?>> kindsOfEvents() throws IOException, URISyntaxException, ClassNotFoundException {
        Path classes = Path.of(
                Event.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<String> names;
        try (Stream<Path> files = Files.walk(classes)) {
            names = files.filter(it -> it.toString().endsWith(".class"))
                    .map(it -> classes.relativize(it).toString())
                    .filter(it -> it.startsWith("org/payqual/"))
                    .map(it -> it.substring(0, it.length() - ".class".length()).replace('/', '.'))
                    .toList();
        }
        List<Class<?>> kinds = new ArrayList<>();
        for (String name : names) {
            Class<?> type = Class.forName(name, false, Event.class.getClassLoader());
            if (type.isRecord() && Event.class.isAssignableFrom(type)) {
                kinds.add(type);
            }
        }
        return kinds;
    }
}
