package org.payqual.ops.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.payqual.domain.identity.CitizenNumber;

/**
 * The files of the sample are the ones written here: nobody in them exists. Their numbers are of a county that does
 * not, 120199, so that they are nobody's; every name has 样, sample, in it. With {@code -Dpayqual.sample.files=write}
 * they are written anew.
 */
class SampleFilesTest {

    private static final Path FOLDER = Path.of("..", "sample");

    private static final String HEADER =
            "医保相关人员代码,姓名,身份证号,定点医药机构名称,定点医药机构代码,医保区划,人员类别," + "是否主要执业机构,执业类型,执业类别,执业范围,专业技术职务,登记备案状态,服务承诺,登记备案日期";
    private static final String HANDLING = "监督检查编号,检查开始日期,处理决定编号,定点医药机构代码,处理种类,处理日期,处罚适用条文,协议处理方式";
    private static final String SCORE = ",姓名,身份证号,记分通知书编号,违法违规行为代码,负面情形,责任程度,行为开始日期,行为结束日期,适用条例条款,已听取机构意见";

    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国文斌";

    private final Map<String, List<String>> people = new TreeMap<>();
    private int count;

    /** An institution with its people, so many of each role. */
    private record Place(
            String code,
            String name,
            String kind,
            String owned,
            String region,
            String signed,
            Map<String, Integer> roles) {}

    private static final List<Place> PLACES = List.of(
            new Place(
                    "H12010100001",
                    "海河样例医院",
                    "定点医疗机构",
                    "是",
                    "120101",
                    "2025-01-02",
                    Map.of("医疗类", 46, "护理类", 52, "药学类", 12, "技术类", 18, "医保结算审核", 4)),
            new Place(
                    "H12010300002",
                    "河西样例中医医院",
                    "定点医疗机构",
                    "否",
                    "120103",
                    "2025-01-03",
                    Map.of("医疗类", 28, "护理类", 26, "药学类", 9, "技术类", 10, "医保结算审核", 2)),
            new Place(
                    "H12010600003",
                    "红桥样例社区卫生服务站",
                    "定点医疗机构",
                    "是",
                    "120106",
                    "2025-01-03",
                    Map.of("医疗类", 11, "护理类", 12, "药学类", 4, "医保结算审核", 1)),
            new Place(
                    "P12010200004", "河东样例大药房", "定点零售药店", "否", "120102", "2025-01-06", Map.of("主要负责人", 1, "其他责任人", 14)),
            new Place(
                    "P12011000005", "东丽样例药房一店", "定点零售药店", "否", "120110", "2025-01-06", Map.of("主要负责人", 1, "其他责任人", 15)),
            new Place(
                    "P12011000006", "东丽样例药房二店", "定点零售药店", "否", "120110", "2025-01-06", Map.of("主要负责人", 1, "其他责任人", 15)),
            new Place(
                    "P12011000007",
                    "东丽样例药房三店",
                    "定点零售药店",
                    "否",
                    "120110",
                    "2025-01-06",
                    Map.of("主要负责人", 1, "其他责任人", 15)));

    private static final Map<String, List<String>> TITLES = Map.of(
            "医疗类", List.of("主任医师", "副主任医师", "主治医师", "医师"),
            "护理类", List.of("主管护师", "护师", "护士"),
            "药学类", List.of("主管药师", "药师"),
            "技术类", List.of("主管技师", "技师"));

    @Test
    void theFilesAreTheOnesWrittenHere() throws IOException {
        Map<String, String> files = files();
        if ("write".equals(System.getProperty("payqual.sample.files"))) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(FOLDER.resolve(file.getKey()), file.getValue());
            }
        }

        for (Map.Entry<String, String> file : files.entrySet()) {
            assertThat(FOLDER.resolve(file.getKey()))
                    .content(StandardCharsets.UTF_8)
                    .isEqualTo(file.getValue());
        }
        assertThat(count).isBetween(290, 310);
    }

    private Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        StringBuilder institutions = lines("定点医药机构代码,定点医药机构名称,机构类型,是否公立,医保区划,协议签订日期");
        StringBuilder hospitals = lines(HEADER);
        StringBuilder pharmacies = lines(HEADER);
        for (Place place : PLACES) {
            institutions
                    .append(String.join(
                            ",",
                            place.code(),
                            place.name(),
                            place.kind(),
                            place.owned(),
                            place.region(),
                            place.signed()))
                    .append("\n");
            roster(place, place.code().startsWith("H") ? hospitals : pharmacies);
        }
        secondPlace(hospitals);
        files.put("institutions.csv", institutions.toString());
        files.put("roster-hospitals.csv", hospitals.toString());
        files.put("roster-pharmacies.csv", pharmacies.toString());
        files.put("penalties.csv", penalties());
        files.put("decisions.csv", decisions());
        return files;
    }

    private void roster(Place place, StringBuilder file) {
        new TreeMap<>(place.roles()).forEach((role, number) -> {
            for (int i = 0; i < number; i++) {
                String who = person();
                people.computeIfAbsent(place.code() + role, it -> new ArrayList<>())
                        .add(who);
                file.append(row(place, role, who, "是"));
            }
        });
    }

    private String row(Place place, String role, String who, String primary) {
        List<String> titles = TITLES.getOrDefault(role, List.of(""));
        int day = 6 + count % 4;
        return "D120199%06d,%s,%s,%s,%s,%s,%s,,,,%s,正常,2025-01-%02d,2025-01-%02d\n"
                .formatted(
                        count,
                        who,
                        place.name(),
                        place.code(),
                        place.region(),
                        role,
                        primary,
                        titles.get(count % titles.size()),
                        day,
                        day + 1);
    }

    /** One physician works at two hospitals (TJ-19). */
    private void secondPlace(StringBuilder file) {
        String who = people.get("H12010100001医疗类").getFirst();
        file.append(",%s,%s,%s,%s,医疗类,否,,,,主任医师,正常,2025-02-05,2025-02-06\n"
                .formatted(
                        who,
                        PLACES.get(1).name(),
                        PLACES.get(1).code(),
                        PLACES.get(1).region()));
    }

    /** Gives name and number of somebody new. */
    private String person() {
        int next = count++;
        String name =
                "" + SURNAMES.charAt(next * 7 % SURNAMES.length()) + "样" + GIVEN.charAt(next * 11 % GIVEN.length());
        String first17 = "120199" + (1962 + next % 38) + "%02d".formatted(1 + next % 12)
                + "%02d".formatted(1 + next % 28) + "%03d".formatted(next % 997);
        return name + "," + first17 + CitizenNumber.checkDigit(first17);
    }

    private static final Map<String, String> PENALTY_ARTICLES =
            Map.of("1", "第四十条", "2", "第三十八条", "3A", "第四十条", "3B", "第三十八条");

    /** Each decision is modelled on one that was published in 2025; the dates are those published. */
    private static String penalty(String number, String institution, String date) {
        return String.join(
                ",",
                "JC-2025-" + number.charAt(0),
                "2025-03-31",
                "CF-2025-" + number,
                institution,
                "行政处罚",
                date,
                PENALTY_ARTICLES.get(number),
                "");
    }

    private static String penalties() {
        return lines(HANDLING)
                .append(penalty("1", "H12010300002", "2025-08-29"))
                .append("\n")
                .append(penalty("2", "H12010600003", "2025-07-25"))
                .append("\n")
                .append(penalty("3A", "P12010200004", "2025-07-24"))
                .append("\n")
                .append(penalty("3B", "P12010200004", "2025-07-24"))
                .append("\n")
                .toString();
    }

    private String decisions() {
        StringBuilder file = lines(HANDLING + SCORE);
        String first = penalty("1", "H12010300002", "2025-08-29");
        for (int i = 0; i < 6; i++) {
            score(
                    file,
                    first,
                    people.get("H12010300002医疗类").get(i),
                    "FORGED-RECORDS",
                    "TJ-29.1",
                    "主要责任",
                    "2023-01-01",
                    "第四十条");
        }
        for (int i = 0; i < 2; i++) {
            score(
                    file,
                    first,
                    people.get("H12010300002技术类").get(i),
                    "FORGED-RECORDS",
                    "TJ-29.1",
                    "一般责任",
                    "2023-01-01",
                    "第四十条");
        }
        List<String> degrees = List.of("一般责任", "重要责任", "主要责任");
        for (int i = 0; i < 3; i++) {
            score(
                    file,
                    penalty("2", "H12010600003", "2025-07-25"),
                    people.get("H12010600003医疗类").get(i),
                    "STATION-CLAIMS",
                    "TJ-27.1",
                    degrees.get(i),
                    "2025-01-01",
                    "第三十八条");
        }
        score(
                file,
                penalty("3A", "P12010200004", "2025-07-24"),
                people.get("P12010200004主要负责人").getFirst(),
                "PHARMACY-FRAUD",
                "TJ-29.1",
                "主要责任",
                "2025-01-01",
                "第四十条");
        for (int i = 0; i < 2; i++) {
            score(
                    file,
                    penalty("3B", "P12010200004", "2025-07-24"),
                    people.get("P12010200004其他责任人").get(i),
                    "PHARMACY-DUTIES",
                    "TJ-27.1",
                    "重要责任",
                    "2025-01-01",
                    "第三十八条");
        }
        for (int i = 5; i <= 7; i++) {
            String pharmacy = "P1201100000" + i;
            String agreement = String.join(
                    ",",
                    "JC-2025-" + (i - 1),
                    "2025-05-12",
                    "XY-2025-" + (i - 4),
                    pharmacy,
                    "协议处理",
                    "2025-06-27",
                    "",
                    "支付违约金");
            score(
                    file,
                    agreement,
                    people.get(pharmacy + "主要负责人").getFirst(),
                    "PHARMACIST-ABSENT",
                    "TJ-26.1",
                    "一般责任",
                    "2025-03-01",
                    "");
        }
        return file.toString();
    }

    private static void score(
            StringBuilder file,
            String handling,
            String who,
            String violation,
            String circumstance,
            String degree,
            String from,
            String article) {
        String notice = "JF-" + handling.split(",", -1)[2];
        file.append(String.join(
                        ",", handling, who, notice, violation, circumstance, degree, from, "2025-03-30", article, "是"))
                .append("\n");
    }

    private static StringBuilder lines(String header) {
        return new StringBuilder("\uFEFF").append(header).append("\n");
    }
}
