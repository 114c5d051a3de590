package org.payqual.domain.calendar;

import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.payqual.domain.file.SchemaAgreement;

class CalendarSchemaTest {

    static List<String> ids() {
        return ShippedCalendars.ids();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void schema_and_reader_agree(String id) {
        InputStream schema = YearCalendar.class.getResourceAsStream("calendar.schema.json");
        SchemaAgreement agreement =
                new SchemaAgreement(schema, (document, faults) -> CalendarReader.read(document, "", faults));
        agreement.accepts(ShippedCalendars.file(id).orElseThrow());
        agreement.holdsFor(ShippedCalendars.file(id).orElseThrow());
    }
}
