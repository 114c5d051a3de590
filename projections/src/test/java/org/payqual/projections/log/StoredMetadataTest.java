package org.payqual.projections.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.payqual.domain.ledger.MalformedHistory;

class StoredMetadataTest {

    @Test
    void readsAFlatObjectOfStrings() {
        assertThat(StoredMetadata.entries(utf8(" {\"issuer\" : \"甲\", \"role\":\"A\\u00e9\"} ")))
                .containsExactly(entry("issuer", "甲"), entry("role", "Aé"));
        assertThat(StoredMetadata.entries(utf8("{}"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "\"secret\"",
                "{\"a\":1}",
                "{\"a\":null}",
                "{\"a\":{\"b\":\"secret\"}}",
                "{\"a\":[\"secret\"]}",
                "{\"a\":\"secret\",\"a\":\"again\"}",
                "{\"a\":\"secret\"} {}",
                "{\"a\":\"secret\"",
                "{\"a\":\"secret\"}x",
            })
    void refusesAnythingElseWithoutRepeatingIt(String stored) {
        assertThatThrownBy(() -> StoredMetadata.entries(utf8(stored)))
                .isInstanceOf(MalformedHistory.class)
                .hasMessageNotContaining("secret");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
