package org.payqual.domain.rulebook;

import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.payqual.domain.file.SchemaAgreement;
import org.payqual.domain.file.Section;

class RulebookSchemaTest {

    private static SchemaAgreement agreement() {
        InputStream schema = Rulebook.class.getResourceAsStream("rulebook.schema.json");
        return new SchemaAgreement(
                schema, (document, faults) -> new RulebookReading(document, Section.of(document, faults), "").read());
    }

    static List<String> ids() {
        return ShippedRulebooks.ids();
    }

    @Test
    void schema_and_reader_agree_on_everything_that_can_be_said() {
        agreement().accepts(Elsewhere.bytes(Elsewhere.TEXT));
        agreement().holdsFor(Elsewhere.bytes(Elsewhere.TEXT));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void the_schema_accepts_what_is_shipped(String id) {
        agreement().accepts(ShippedRulebooks.file(id).orElseThrow());
    }
}
