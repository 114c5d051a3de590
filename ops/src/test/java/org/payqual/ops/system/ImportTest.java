package org.payqual.ops.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.payqual.ops.system.Uploads.row;
import static org.payqual.ops.system.Uploads.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.payqual.domain.ledger.Role;
import org.payqual.ops.probe.Call.Answer;
import org.payqual.ops.system.Uploads.Taken;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Whole files by real HTTP: all is checked first, then row by row recorded, and twice is once. */
class ImportTest {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String DECISIONS = "监督检查编号,检查开始日期,处理决定编号,定点医药机构代码,处理种类,处理日期,处罚适用条文,协议处理方式,姓名,身份证号,"
            + "记分通知书编号,违法违规行为代码,负面情形,责任程度,行为结束日期,适用条例条款,已听取机构意见";

    private final RunningPayqual payqual = RunningPayqual.shared();
    private final Uploads uploads = new Uploads(payqual);
    private final String hospital = uploads.hospital();

    @Test
    void aRosterIsRecordedAndASecondTimeIsOnRecord() {
        byte[] roster =
                text(Uploads.ROSTER, row("示例甲", Uploads.number(), hospital), row("示例乙", Uploads.number(), hospital));

        Taken first = uploads.take(roster, "WHOLE");
        Taken again = uploads.take(roster, "WHOLE");

        assertThat(first.faults()).isEmpty();
        assertThat(first.counts()).isEqualTo(List.of(2L, 0L, 0L, 2L, 0L));
        assertThat(first.end().path("position").isNumber()).isTrue();
        assertThat(again.counts()).isEqualTo(List.of(2L, 0L, 2L, 0L, 0L));
    }

    @Test
    void whatTheRosterSaysIsWhatIsRegistered() {
        String number = Uploads.number();

        Taken taken = uploads.take(
                text(
                        GB18030,
                        "姓名（必填）,证件号码,机构代码,人员类别,职称,承诺日期,备案日期,主要执业机构,医保相关人员代码,备注",
                        "示例丙," + number + "," + hospital + ",护士,主管护师,20250106,2025.1.7,否,D120103000077,x"),
                "WHOLE");
        JsonNode registration = registrations(person(number, "示例丙")).path(0);

        assertThat(taken.counts()).isEqualTo(List.of(1L, 0L, 0L, 1L, 0L));
        assertThat(registration.path("institution").asString()).isEqualTo(hospital);
        assertThat(registration.path("from").asString()).isEqualTo("2025-01-07");
        assertThat(registration.at("/content/role").asString()).isEqualTo("NURSING");
        assertThat(registration.at("/content/title").asString()).isEqualTo("253");
        assertThat(registration.at("/content/primary").asBoolean()).isFalse();
        assertThat(registration.at("/content/personCode").asString()).isEqualTo("D120103000077");
    }

    @Test
    void everyBadRowIsNamedAndNothingIsRecordedUntilAskedFor() {
        String good = Uploads.number();
        String twice = Uploads.number();
        String wrong = good.substring(0, 17) + (good.charAt(17) == '0' ? '1' : '0');
        byte[] roster = text(
                Uploads.ROSTER,
                row("示例丁", good, hospital),
                row("示例戊", wrong, hospital),
                row("示例己", twice, hospital),
                row("示例己", twice, hospital),
                row("", Uploads.number(), hospital),
                row("示例庚", Uploads.number(), "NOWHERE"),
                row("=1+1", Uploads.number(), hospital),
                row("示例辛", "1.20199E+17", hospital),
                row("示例壬", Uploads.number(), hospital).replace("2025-01-07", "2025-02-30"),
                row("示例癸", Uploads.number(), hospital).replace("2025-01-06", "2023-12-31"),
                row("示例子", Uploads.number(), hospital).replace("护理类", "保洁"),
                row("示例丑", Uploads.number(), hospital).replace("正常", "暂停"),
                row("示例寅", Uploads.number(), hospital).replace("护理类", "主要负责人"),
                row("示例卯", Uploads.number(), hospital).replace("2025-01-06", "2025-01-08"),
                row("示例己改", twice, uploads.hospital()));

        Taken whole = uploads.take(roster, "WHOLE");
        Taken rest = uploads.take(roster, "GOOD_ROWS");

        List<String> faults = List.of(
                "3 C number-check-digit",
                "5 C person-twice",
                "6 B cell-missing",
                "8 B cell-formula",
                "9 C number-rounded",
                "10 N date-form",
                "11 M date-range",
                "12 G word-unknown",
                "13 L status-derived",
                "16 B name-differs-in-file",
                "7 E unknown-institution",
                "14 G no-such-role",
                "15 E no-commitment");
        assertThat(whole.faults()).isEqualTo(faults);
        assertThat(whole.counts()).isEqualTo(List.of(15L, 13L, 0L, 0L, 0L));
        assertThat(rest.faults()).isEqualTo(faults);
        assertThat(rest.counts()).isEqualTo(List.of(15L, 13L, 0L, 2L, 0L));
        assertThat(whole.rows()).allSatisfy(it -> assertThat(it.toString()).doesNotContain("示例", wrong, twice));
    }

    @Test
    void refusalsCiteTheirProvision() {
        Taken taken = uploads.take(
                text(Uploads.ROSTER, row("示例甲", Uploads.number(), hospital).replace("2025-01-06", "2025-01-08")),
                "NOTHING");

        assertThat(taken.rows().getFirst().path("provision").asString()).isEqualTo("TJ-18");
    }

    @Test
    void tenThousandBadRowsAreAllNamed() {
        List<String> lines = new ArrayList<>(List.of(Uploads.ROSTER));
        for (int i = 0; i < 10_000; i++) {
            lines.add(row("示例", "120199199001010000", hospital));
        }

        Taken taken = uploads.take(text(lines.toArray(String[]::new)), "GOOD_ROWS");

        assertThat(taken.faults()).hasSize(10_000);
        assertThat(taken.counts()).isEqualTo(List.of(10_000L, 10_000L, 0L, 0L, 0L));
    }

    @Test
    void oneOfTwoInTwoPlacesHasToSayWhichIsPrimary() {
        String number = Uploads.number();
        String other = uploads.hospital();
        String heading = Uploads.ROSTER + ",是否主要执业机构";

        assertThat(uploads.take(
                                text(heading, row("示例", number, hospital) + ",是", row("示例", number, other) + ","),
                                "WHOLE")
                        .faults())
                .isEqualTo(List.of("3 O primary-missing"));
        assertThat(uploads.take(
                                text(heading, row("示例", number, hospital) + ",是", row("示例", number, other) + ",否"),
                                "WHOLE")
                        .counts())
                .isEqualTo(List.of(2L, 0L, 0L, 2L, 0L));
    }

    @Test
    void aDocumentOnRecordUnderAnotherNameIsRefused() {
        String number = Uploads.number();
        person(number, "示例甲");

        assertThat(uploads.take(text(Uploads.ROSTER, row("别人", number, hospital)), "WHOLE")
                        .faults())
                .isEqualTo(List.of("2 B name-differs"));
    }

    @Test
    void whoLearnsThatPeopleAreKnownHasThatOnRecord() {
        String number = Uploads.number();
        String person = person(number, "示例甲");

        uploads.take(text(Uploads.ROSTER, row("示例甲", number, hospital)), "NOTHING");

        assertThat(JdbcClient.create(payqual.part("ledgerDataSource", DataSource.class))
                        .sql("select count(*) from access.reading where people @> array[:person]::text[]")
                        .param("person", person)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void headingsThatCannotBeReadAreSaidToBe() {
        String row = row("示例甲", Uploads.number(), hospital);

        assertThat(problem(text(Uploads.ROSTER.replace("人员类别,", ""), row))).containsExactly("1 1 人员类别 人员名册缺少“人员类别”列");
        assertThat(problem(text(Uploads.ROSTER + ",身份证号码", row + ",1")))
                .containsExactly("1 15 身份证号 “身份证号”列出现两次（C 列和 O 列），请删去一列");
        assertThat(problem(text("天津市示例医院相关人员名册,,", Uploads.ROSTER, row)))
                .containsExactly("2 1  表头应在第一行，实际在第 2 行，请删去其上的标题行");
        assertThat(problem(text(row, row)).getFirst())
                .startsWith("1 1  首行不是可识别的表头")
                .doesNotContain("示例甲");
        assertThat(uploads.send(text(""), "WHOLE").problem()).isEqualTo("400 file-empty");
        assertThat(uploads.send("姓名\0".getBytes(GB18030), "WHOLE").problem()).isEqualTo("400 file-no-table");
    }

    @Test
    void aWorkbookWithFormulasJoinedCellsAndFiguresIsReadForWhatItIs() throws Exception {
        String number = Uploads.number();
        byte[] workbook = workbook(sheet -> {
            String[] headers = Uploads.ROSTER.split(",", -1);
            for (int column = 0; column < headers.length; column++) {
                sheet.value(0, column, headers[column]);
            }
            person(sheet, 1, "示例甲", number);
            person(sheet, 2, "示例乙", Uploads.number());
            sheet.formula(2, 1, "B2");
            person(sheet, 3, "示例丙", Uploads.number());
            sheet.value(3, 2, 1.20199199001010e17);
            person(sheet, 4, "示例丁", Uploads.number());
            sheet.value(4, 4, "");
            sheet.range(1, 4, 4, 4).merge();
        });
        byte[] joined = workbook(sheet -> {
            sheet.value(0, 0, "姓名");
            sheet.value(0, 2, "身份证号");
            sheet.range(0, 0, 0, 1).merge();
        });

        Taken taken = uploads.take(workbook, "GOOD_ROWS");

        assertThat(taken.faults()).isEqualTo(List.of("3 B cell-formula", "4 C number-rounded", "5 E cell-missing"));
        assertThat(taken.counts()).isEqualTo(List.of(4L, 3L, 0L, 1L, 0L));
        assertThat(registrations(person(number, "示例甲")).path(0).path("from").asString())
                .isEqualTo("2025-01-07");
        assertThat(problem(joined)).contains("1 2  B 列的表头是合并单元格，请取消合并，每列只写一个表头");
    }

    @Test
    void filesThatAreBrokenOrTooLargeAreTurnedAwayWhole() throws Exception {
        byte[] workbook = workbook(sheet -> sheet.value(0, 0, "姓名"));
        byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0};

        assertThat(uploads.send(java.util.Arrays.copyOf(workbook, workbook.length / 2), "WHOLE")
                        .problem())
                .isEqualTo("400 workbook-damaged");
        assertThat(uploads.send(old, "WHOLE").problem()).isEqualTo("400 workbook-old");
        assertThat(uploads.send(new byte[(64 << 20) + 1], "WHOLE").problem()).isEqualTo("413 body-too-large");
        assertThat(payqual.data().resolve("imports")).isEmptyDirectory();
    }

    @Test
    void institutionsImportTheirOwnPeopleAlone() {
        String other = uploads.hospital();
        byte[] roster =
                text(Uploads.ROSTER, row("示例甲", Uploads.number(), hospital), row("示例乙", Uploads.number(), other));

        Taken taken = Uploads.taken(uploads.send(Role.INSTITUTION, hospital, roster, "GOOD_ROWS"));

        assertThat(taken.faults()).isEqualTo(List.of("3 E not-your-institution"));
        assertThat(taken.counts()).isEqualTo(List.of(2L, 1L, 0L, 1L, 0L));
        assertThat(Uploads.taken(uploads.send(Role.DEPARTMENT, null, roster, "WHOLE"))
                        .faults())
                .isEqualTo(List.of("2 E not-allowed", "3 E not-allowed"));
        assertThat(uploads.send(Role.AUDITOR, null, roster, "WHOLE").problem()).isEqualTo("403 not-allowed");
    }

    @Test
    void decisionsAreEnteredByWhoMadeThemAndScoredByTheAgency() {
        String registered = Uploads.number();
        String stranger = Uploads.number();
        uploads.take(text(Uploads.ROSTER, row("示例甲", registered, hospital)), "WHOLE");
        String handling = "I-%s,2025-03-01,%s-P,%s,行政处罚,2025-03-31,40、第三十八条,".formatted(hospital, hospital, hospital);
        String agreement = "I-%s,2025-03-01,%s-A,%s,协议处理,2025-04-30,,支付违约金".formatted(hospital, hospital, hospital);
        byte[] scores = text(
                DECISIONS,
                handling + ",示例甲," + registered + ",N1,FORGED,TJ-29.1,主要责任,2025-02-01,第四十条,是",
                handling + ",示例乙," + stranger + ",N2,FORGED,TJ-29.1,一般责任,2025-02-01,40,是",
                agreement + ",示例乙," + stranger + ",N3,ABSENT,TJ-26.1,一般,2025-02-01,,是");
        byte[] penalties = text(DECISIONS.substring(0, DECISIONS.indexOf(",姓名")), handling);

        assertThat(uploads.take(scores, "WHOLE").faults())
                .isEqualTo(List.of("2 E not-in-your-name", "3 E not-in-your-name"));
        assertThat(Uploads.taken(uploads.send(Role.DEPARTMENT, null, scores, "WHOLE"))
                        .faults())
                .allMatch(it -> it.endsWith("D not-allowed"));
        assertThat(Uploads.taken(uploads.send(Role.DEPARTMENT, null, penalties, "WHOLE"))
                        .counts())
                .isEqualTo(List.of(1L, 0L, 0L, 1L, 0L));
        Taken taken = uploads.take(scores, "WHOLE");
        assertThat(taken.faults()).isEmpty();
        assertThat(taken.counts()).isEqualTo(List.of(3L, 0L, 0L, 3L, 0L));
        assertThat(uploads.take(scores, "WHOLE").counts()).isEqualTo(List.of(3L, 0L, 3L, 0L, 0L));
        assertThat(standing(person(registered, "示例甲"), "2025-03-31")).isEqualTo("TERMINATED");
        assertThat(standing(person(stranger, "示例乙"), "2025-04-30")).isEqualTo("SUSPENDED");
    }

    @Test
    void decisionsThatCannotBeAreRefusedBeforeAnyIsRecorded() {
        String number = Uploads.number();
        String row = "J-%s,2025-03-01,%s-B,%s,协议处理,2025-04-30,,违约金；约谈,示例甲,%s,N1,ABSENT,TJ-26.1,一般,2025-02-01,,是"
                .formatted(hospital, hospital, hospital, number);

        Taken taken = uploads.take(
                text(
                        DECISIONS,
                        row.replace("TJ-26.1", "TJ-27.1"),
                        row.replace("N1", "N2").replace(",是", ",否"),
                        row.replace("N1", "N3").replace(",2025-04-30", ",2025-05-30"),
                        row.replace("N1", "N4").replace("一般", ""),
                        row.replace(",2025-03-01", ",")
                                .replace("-B,", "-C,")
                                .replace("J-", "K-")
                                .replace("N1", "N5")),
                "GOOD_ROWS");

        assertThat(taken.faults())
                .containsExactlyInAnyOrder(
                        "4 C handling-differs-in-file",
                        "5 N cell-missing",
                        "2 M finding-unfit",
                        "3 Q institution-not-heard",
                        "6 A opened-missing");
        assertThat(taken.counts()).isEqualTo(List.of(5L, 5L, 0L, 0L, 0L));
    }

    @Test
    void whatArrivesOtherwiseThanItWasSentIsNotTaken() {
        Answer answer = uploads.call(text(Uploads.ROSTER), "WHOLE")
                .with("Content-Digest", "sha-256=:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=:")
                .answer();

        assertThat(answer.problem()).isEqualTo("400 digest-differs");
        assertThat(uploads.call(text(Uploads.ROSTER), "WHOLE")
                        .with("If-Match", "\"1\"")
                        .answer()
                        .problem())
                .isEqualTo("400 if-match-not-here");
        assertThat(uploads.send(text(Uploads.ROSTER), "SOME").status()).isEqualTo(400);
    }

    private List<String> problem(byte[] file) {
        Answer answer = uploads.send(file, "WHOLE");
        assertThat(answer.problem()).isEqualTo("400 file-faulty");
        return answer.json()
                .path("faults")
                .valueStream()
                .map(it -> it.path("line").asInt() + " " + it.path("column").asInt() + " "
                        + it.path("field").asString("") + " "
                        + it.path("detail").asString(""))
                .toList();
    }

    private static byte[] workbook(java.util.function.Consumer<Worksheet> content) throws java.io.IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            content.accept(workbook.newWorksheet("名册"));
        }
        return bytes.toByteArray();
    }

    private void person(Worksheet sheet, int line, String name, String number) {
        sheet.value(line, 1, name);
        sheet.value(line, 2, number);
        sheet.value(line, 4, hospital);
        sheet.value(line, 6, "护理类");
        sheet.value(line, 12, LocalDate.of(2025, 1, 6));
        sheet.value(line, 13, LocalDate.of(2025, 1, 7));
        sheet.style(line, 13).format("yyyy/m/d").set();
    }

    private String person(String number, String name) {
        Answer known = payqual.command(
                Role.AGENCY,
                "/people",
                "{\"documentType\":\"RESIDENT_ID\",\"documentNumber\":\"" + number + "\",\"name\":\"" + name + "\"}");
        assertThat(known.status()).as(known.text()).isBetween(200, 201);
        return known.json().path("id").asString();
    }

    private JsonNode registrations(String person) {
        return payqual.ask(Role.AGENCY, "/people/" + person + "/registrations?validAt=2025-06-01")
                .json()
                .path("registrations");
    }

    private String standing(String person, String day) {
        return payqual.ask(Role.AGENCY, "/people/" + person + "/standing?validAt=" + day)
                .json()
                .at("/standing/kind")
                .asString("");
    }
}
