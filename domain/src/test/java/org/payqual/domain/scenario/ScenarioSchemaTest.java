package org.payqual.domain.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.payqual.domain.file.SchemaAgreement;

class ScenarioSchemaTest {

    private static SchemaAgreement agreement() {
        return new SchemaAgreement(
                ScenarioFile.class.getResourceAsStream("scenarios.schema.json"), ScenarioReader::document);
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("../scenarios"))) {
            return files.filter(it -> it.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    @Test
    void schema_and_reader_agree_on_everything_that_can_be_said() {
        agreement().accepts(EveryStep.bytes());
        agreement().holdsFor(EveryStep.bytes());
    }

    @ParameterizedTest
    @MethodSource("files")
    void the_schema_accepts_our_scenarios(Path file) throws IOException {
        agreement().accepts(Files.readAllBytes(file));
    }
}
