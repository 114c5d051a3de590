package org.payqual.command.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as offices keep them are read cell by cell; whatever is no table is said to be what it is. */
class TableFileTest {

    private static final Charset GB18030 = Charset.forName("GB18030");

    @TempDir
    private Path folder;

    @Test
    void utf8AndGb18030ReadAlikeWithAndWithoutAMark() throws Exception {
        String text = "姓名,身份证号\r\n龙䶮,1\r\n\r\n王五,2\r\n";
        List<String> expected = List.of("1 姓名|身份证号", "2 龙䶮|1", "4 王五|2");

        assertThat(read(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(expected);
        assertThat(read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8))).isEqualTo(expected);
        assertThat(read(text.getBytes(GB18030))).isEqualTo(expected);
        assertThat(read(("\uFEFF" + text).getBytes(GB18030))).isEqualTo(expected);
    }

    @Test
    void tabsAndSemicolonsSeparateToo() throws Exception {
        assertThat(read("a\tb\n1\t2\n".getBytes(StandardCharsets.UTF_8))).isEqualTo(List.of("1 a|b", "2 1|2"));
        assertThat(read("a;b\n1;2\n".getBytes(StandardCharsets.UTF_8))).isEqualTo(List.of("1 a|b", "2 1|2"));
    }

    @Test
    void twoEncodingsInOneFileAreNamedByTheLineWhereTheOtherBegins() throws Exception {
        byte[] mixed =
                join("姓名,机构,备注\n张三,示例医院,护理类\n".getBytes(StandardCharsets.UTF_8), "李四,示例医院,护理类\n".getBytes(GB18030));
        byte[] turned =
                join("姓名,机构,备注\n张三,示例医院,护理类\n".getBytes(GB18030), "李四,示例医院,护理类\n".getBytes(StandardCharsets.UTF_8));

        assertThat(refusal(mixed)).isEqualTo("encoding-mixed 3");
        assertThat(refusal(turned)).isEqualTo("encoding-mixed 3");
    }

    @Test
    void otherEncodingsAndOtherFilesAreNamed() throws Exception {
        assertThat(refusal("姓名,机构\n".getBytes(StandardCharsets.UTF_16))).isEqualTo("encoding-utf16 0");
        assertThat(refusal(new byte[] {'a', ',', 'b', '\n', (byte) 0xFF, (byte) 0xFF, '\n'}))
                .isEqualTo("encoding-unknown 2");
        assertThat(refusal(new byte[] {'%', 'P', 'D', 'F', 0, 1})).isEqualTo("file-no-table 0");
        assertThat(refusal(new byte[0])).isEqualTo("file-empty 0");
        assertThat(refusal(new byte[3 << 20])).isEqualTo("file-no-table 0");
    }

    @Test
    void aQuotationMarkThatIsNotClosedIsNamedByItsLine() throws Exception {
        StringBuilder text = new StringBuilder("a,b\n1,2\n\"3,4\n");
        for (int i = 0; i < 2_000_000; i++) {
            text.append("5,6,7,8,9\n");
        }

        assertThat(refusal(text.toString().getBytes(StandardCharsets.UTF_8))).isEqualTo("csv-quotes 3");
    }

    @Test
    void aWorkbookGivesTextDaysAndFiguresAsTheyAreShown() throws Exception {
        byte[] workbook = Workbooks.of(sheet -> {
            sheet.value(0, 0, "姓名");
            sheet.value(1, 0, " 张三 ");
            sheet.value(1, 1, LocalDate.of(2025, 1, 6));
            sheet.style(1, 1).format("yyyy\"年\"m\"月\"d\"日\"").set();
            sheet.value(1, 2, 45664);
            sheet.value(1, 3, 120101);
            sheet.value(1, 4, true);
            sheet.formula(1, 5, "A1");
            sheet.value(3, 0, 1.1010119900101123E17);
        });

        assertThat(read(workbook))
                .isEqualTo(List.of("1 姓名", "2 张三|2025-01-06|#45664|#120101|是|FORMULA", "4 #110101199001011230"));
    }

    @Test
    void aWorkbookOfLibreOfficeReadsLikeTheTextThatItWasMadeFrom() throws Exception {
        byte[] workbook;
        try (InputStream file = TableFileTest.class.getResourceAsStream("/sheet/libreoffice.xlsx")) {
            workbook = file.readAllBytes();
        }

        assertThat(read(workbook).subList(1, 3))
                .isEqualTo(List.of(
                        "2 D120199000001|示例龙䶮|120199199001010018|示例医院|H12010100001|120101|护理类||||主管护师|正常"
                                + "|2025-01-06|2025-01-07",
                        "4 |示例乙|12019919900101002X|示例医院|H12010100001|120101|医疗类|||||正常|2025-02-05|2025-02-06"));
    }

    @Test
    void joinedCellsOfTheHeadingAreTold() throws Exception {
        byte[] joined = Workbooks.of(sheet -> {
            sheet.value(0, 0, "姓名");
            sheet.range(0, 0, 0, 1).merge();
        });
        byte[] below = Workbooks.of(sheet -> {
            sheet.value(0, 0, "姓名");
            sheet.range(9, 0, 11, 0).merge();
        });

        assertThat(TableFile.open(file(joined)).joinsHeading()).isTrue();
        assertThat(TableFile.open(file(below)).joinsHeading()).isFalse();
    }

    @Test
    void aWorkbookWithAPasswordIsToldFromAnOldOneAndFromAPackedFile() throws Exception {
        byte[] container = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};

        assertThat(refusal(join(container, "EEncryptedPackage".getBytes(StandardCharsets.UTF_16LE))))
                .isEqualTo("workbook-password 0");
        assertThat(refusal(join(container, "Workbook".getBytes(StandardCharsets.UTF_16LE))))
                .isEqualTo("workbook-old 0");
    }

    @Test
    void aWorkbookThatIsCutOffAnywhereIsSaidToBe() throws Exception {
        byte[] workbook = Workbooks.of(sheet -> {
            for (int row = 0; row < 200; row++) {
                sheet.value(row, 0, "示例" + row);
            }
        });

        for (int length : List.of(5, workbook.length / 3, workbook.length / 2, workbook.length - 1)) {
            assertThat(refusal(Arrays.copyOf(workbook, length)))
                    .as(length + " bytes")
                    .isEqualTo("workbook-damaged 0");
        }
    }

    @Test
    void aByteTurnedOverInsideIsFoundBeforeAnyRowIsGiven() throws Exception {
        byte[] workbook = Workbooks.of(sheet -> {
            for (int row = 0; row < 500; row++) {
                sheet.value(row, row % 7, row * 31);
            }
        });
        workbook[workbook.length / 2] ^= 0x55;

        assertThat(refusal(workbook)).isEqualTo("workbook-damaged 0");
    }

    @Test
    void aBombIsGivenUpLongBeforeItFillsAnything() throws Exception {
        byte[] bomb = Workbooks.packed("<worksheet><sheetData>", "", XlsxInspection.MOST_SHEETS + 1);

        assertThat(bomb.length).isLessThan(2 << 20);
        assertThat(refusal(bomb)).isEqualTo("workbook-too-large 0");
    }

    @Test
    void partsThatWouldHaveTheReaderFillTheMemoryAreTurnedAway() throws Exception {
        String cell = "<worksheet><sheetData><row r='1'><c r='%s' t='s'><v>%s</v></c></row></sheetData></worksheet>";

        assertThat(read(Workbooks.packed(cell.formatted("A1", "0"), "<si><t>姓名</t></si>")))
                .isEqualTo(List.of("1 姓名"));
        assertThat(refusal(Workbooks.packed(cell.formatted("A1", "2000000000"), "<si><t>a</t></si>")))
                .isEqualTo("workbook-damaged 0");
        assertThat(refusal(Workbooks.packed(cell.formatted("ZZZZZZ1", "0"), "<si><t>a</t></si>")))
                .isEqualTo("workbook-damaged 0");
    }

    @Test
    void entitiesAreNeitherFetchedNorMultiplied() throws Exception {
        String lol = "<!DOCTYPE worksheet [<!ENTITY a 'lol'><!ENTITY b '&a;&a;&a;'>"
                + "<!ENTITY x SYSTEM 'file:///etc/hostname'>]>";
        String sheet = "<worksheet><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>%s</t></is></c></row>"
                + "</sheetData></worksheet>";

        assertThat(refusal(Workbooks.packed(lol + sheet.formatted("&b;"), ""))).isEqualTo("workbook-damaged 0");
        assertThat(refusal(Workbooks.packed(lol + sheet.formatted("&x;"), ""))).isEqualTo("workbook-damaged 0");
    }

    private List<String> read(byte[] bytes) throws IOException, UnreadableTable {
        List<String> read = new ArrayList<>();
        try (Rows rows = TableFile.open(file(bytes)).rows()) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                read.add(row.line() + " "
                        + String.join(
                                "|",
                                row.cells().stream().map(TableFileTest::shown).toList()));
            }
        }
        return read;
    }

    private static String shown(Cell cell) {
        return switch (cell.kind()) {
            case TEXT -> cell.text();
            case NUMBER -> "#" + cell.text();
            case FORMULA, FAULT -> cell.kind().name();
        };
    }

    private String refusal(byte[] bytes) {
        UnreadableTable refusal = catchThrowableOfType(UnreadableTable.class, () -> read(bytes));
        return refusal.code() + " " + refusal.line();
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("file"), bytes);
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
