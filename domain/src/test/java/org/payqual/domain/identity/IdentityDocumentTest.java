package org.payqual.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityDocumentTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    /** 11010519491231002X is the standard's own example, 911124198108030024 the specimen of the foreigners' card. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "RESIDENT_ID,                 11010519491231002X,  11010519491231002X,  -",
                "RESIDENT_ID,                 11010519491231002x,  11010519491231002X,  -",
                "RESIDENT_ID,                 '110105 19491231 002X', 11010519491231002X, -",
                "RESIDENT_ID,                 １１０１０５１９４９１２３１００２Ｘ, 11010519491231002X, -",
                "RESIDENT_ID,                 110105194912310021,  -,  CHECK_DIGIT",
                "RESIDENT_ID,                 110105194913310025,  -,  BIRTH_DATE",
                "RESIDENT_ID,                 110105202607010029,  -,  BIRTH_DATE",
                "RESIDENT_ID,                 990105194912310021,  -,  OTHER_TYPE",
                "RESIDENT_ID,                 160105194912310021,  -,  REGION",
                "RESIDENT_ID,                 810000199408230021,  -,  OTHER_TYPE",
                "RESIDENT_ID,                 911124198108030024,  -,  OTHER_TYPE",
                "RESIDENT_ID,                 110105491231002,     -,  FIRST_GENERATION",
                "RESIDENT_ID,                 1101051949123100,    -,  LENGTH",
                "RESIDENT_ID,                 1101051949123100XX,  -,  FORM",
                "RESIDENT_ID,                 110105-19491231-02,  -,  FORM",
                "RESIDENT_ID,                 '  ',                -,  MISSING",
                "HK_MACAU_RESIDENCE_PERMIT,   810000199408230021,  810000199408230021,  -",
                "HK_MACAU_RESIDENCE_PERMIT,   810000199408230022,  -,  CHECK_DIGIT",
                "HK_MACAU_RESIDENCE_PERMIT,   830000199201300022,  -,  OTHER_TYPE",
                "HK_MACAU_RESIDENCE_PERMIT,   11010519491231002X,  -,  OTHER_TYPE",
                "TAIWAN_RESIDENCE_PERMIT,     830000199201300022,  830000199201300022,  -",
                "TAIWAN_RESIDENCE_PERMIT,     83000019920130002,   -,  LENGTH",
                "FOREIGN_PERMANENT_RESIDENCE, 911124198108030024,  911124198108030024,  -",
                "FOREIGN_PERMANENT_RESIDENCE, 911124198108030023,  -,  CHECK_DIGIT",
                "FOREIGN_PERMANENT_RESIDENCE, CAN110081080310,     CAN110081080310,     -",
                "FOREIGN_PERMANENT_RESIDENCE, QQQ110081080310,     -,  REGION",
                "FOREIGN_PERMANENT_RESIDENCE, 11010519491231002X,  -,  OTHER_TYPE",
                "HK_MACAU_TRAVEL_PERMIT,      h12345678,           H12345678,           -",
                "HK_MACAU_TRAVEL_PERMIT,      M1234567801,         M12345678,           -",
                "HK_MACAU_TRAVEL_PERMIT,      HA1234567,           HA1234567,           -",
                "HK_MACAU_TRAVEL_PERMIT,      K12345678,           -,  FORM",
                "TAIWAN_TRAVEL_PERMIT,        12345678,            12345678,            -",
                "TAIWAN_TRAVEL_PERMIT,        1234567801（B）,       12345678,            -",
                "TAIWAN_TRAVEL_PERMIT,        1234567801B,         12345678,            -",
                "TAIWAN_TRAVEL_PERMIT,        1234567,             -,  FORM",
                "PASSPORT,                    che-x1234567,        CHE-X1234567,        -",
                "PASSPORT,                    X1234567,            -,  ISSUING_STATE",
                "PASSPORT,                    QQQ-X1234567,        -,  ISSUING_STATE",
                "PASSPORT,                    CHE-X1*34567,        -,  FORM",
            })
    void checksByType(DocumentType type, String typed, String canonical, DocumentFault fault) {
        DocumentCheck expected = fault == null
                ? new DocumentCheck.Passed(new IdentityDocument(type, canonical))
                : new DocumentCheck.Failed(fault);
        assertThat(IdentityDocument.check(type, typed, TODAY)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "RESIDENT_ID, 120101199001011234, 1201**********1234",
        "HK_MACAU_TRAVEL_PERMIT, H12345678, H******78",
        "PASSPORT, CHE-X1234567, C*********67",
        "FOREIGN_PERMANENT_RESIDENCE, CAN110081080310, C************10",
    })
    void masksNumbers(DocumentType type, String number, String masked) {
        assertThat(Mask.of(new IdentityDocument(type, number))).isEqualTo(masked);
    }

    @Test
    void showsNoNumberWhenPrintedOrRefused() {
        assertThat(new IdentityDocument(DocumentType.PASSPORT, "CHE-X1234567").toString())
                .doesNotContain("123");
        assertThatThrownBy(() -> new IdentityDocument(DocumentType.PASSPORT, "che-x1234567"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("123");
    }
}
