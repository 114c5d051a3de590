package org.payqual.command.intake;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.payqual.command.answer.Codes;
import org.payqual.command.sheet.Cell;
import org.payqual.domain.file.Text;
import org.payqual.domain.identity.CitizenNumber;
import org.payqual.domain.identity.PersonName;

/** Reads the cell of a column: the value in the one way in which it is recorded, or what is wrong with it. */
final class CellReading {

    private static final LocalDate LEDGER_BEGINS = LocalDate.of(2024, 1, 1);
    private static final LocalDate ACTS_BEGIN = LocalDate.of(2000, 1, 1);
    private static final LocalDate END = LocalDate.of(2100, 12, 31);
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\uFFFD]");
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;，；、]+");
    private static final int MOST_DIGITS = 15;
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");

    private static final Map<ValueForm, Pattern> PATTERNS = Map.of(
            ValueForm.ID, Pattern.compile(Codes.ID),
            ValueForm.INSTITUTION, Pattern.compile(Codes.INSTITUTION),
            ValueForm.REGION, Pattern.compile(Codes.REGION),
            ValueForm.STANDARD, Pattern.compile(Codes.STANDARD),
            ValueForm.CITATION, Pattern.compile(Codes.CITATION));

    private final Forms forms;
    private final LocalDate today;

    CellReading(Forms forms, LocalDate today) {
        this.forms = forms;
        this.today = today;
    }

    /**
     * What reading a cell gives: a value or a fault.
     *
     * @param value in the one way in which it is recorded
     * @param code of the fault
     * @param fault what is wrong
     */
    record Result(
            @Nullable String value, String code, @Nullable Text fault) {

        private static Result of(String value) {
            return new Result(value, "", null);
        }

        static Result fault(String code, String zh, String en) {
            return new Result(null, code, new Text(zh, en));
        }
    }

    /** Reads a cell that is not blank; the number of a document is only brought into one form, not checked. */
    Result read(Cell cell, Column column) {
        return switch (cell.kind()) {
            case FORMULA ->
                Result.fault(
                        "cell-formula",
                        "该单元格是公式，请复制后用“选择性粘贴—数值”替换",
                        "the cell is a formula; put its value in its place");
            case FAULT ->
                Result.fault("cell-fault", "该单元格是错误值（如 #N/A）", "the cell holds the fault of a formula, such as #N/A");
            case TEXT, NUMBER -> column.list() ? several(cell, column) : text(cell, column);
        };
    }

    /** Reads each of several values; the first fault is that of the cell. */
    private Result several(Cell cell, Column column) {
        List<String> values = new ArrayList<>();
        for (String part : BETWEEN.split(cell.text().strip(), -1)) {
            Result one = text(new Cell(cell.kind(), part), column);
            if (one.fault() != null) {
                return one;
            }
            values.add(String.valueOf(one.value()));
        }
        return Result.of(String.join(",", values));
    }

    private Result text(Cell cell, Column column) {
        if (isRounded(cell, column.form())) {
            return Result.fault(
                    "number-rounded",
                    "长号码按数字保存，末几位已丢失；请将该列设为文本格式后重新填写",
                    "a long number was kept as a figure and lost its last digits; make the column text and enter it anew");
        }
        if (column.form() != ValueForm.TEXT && UNSEEN.matcher(cell.text()).find()) {
            return Result.fault(
                    "cell-unseen", "含有看不见的字符（如换行），请重新输入", "it holds characters that cannot be seen; type it anew");
        }
        String text = Normalizer.normalize(cell.text(), Normalizer.Form.NFKC).strip();
        String list = column.words();
        if (list != null) {
            Optional<String> meaning = forms.meaning(list, text);
            if (meaning.isPresent()) {
                return Result.of(meaning.get());
            }
        }
        return switch (column.form()) {
            case NAME -> name(cell.text());
            case DOCUMENT -> Result.of(cell.text());
            case WORD -> word(column, String.valueOf(list));
            case DATE -> date(text, LEDGER_BEGINS, END);
            case PAST -> date(text, LEDGER_BEGINS, today);
            case ACT -> date(text, ACTS_BEGIN, END);
            case WHOLE -> whole(text, column.most());
            case TEXT ->
                cell.text().length() > column.most()
                        ? Result.fault(
                                "text-long",
                                "不得超过 " + column.most() + " 个字符",
                                "no more than " + column.most() + " characters")
                        : Result.of(cell.text());
            case ID, INSTITUTION, REGION, STANDARD, CITATION -> code(text, column.form());
        };
    }

    private static Result name(String text) {
        return PersonName.of(text)
                .map(it -> Result.of(it.text()))
                .orElseGet(() -> Result.fault("name-form", "姓名格式不符", "this cannot be a person's name"));
    }

    /** Spreadsheets keep fifteen digits of a figure. */
    private static boolean isRounded(Cell cell, ValueForm form) {
        boolean figure =
                form == ValueForm.DATE || form == ValueForm.PAST || form == ValueForm.ACT || form == ValueForm.WHOLE;
        return !figure
                && cell.kind() == Cell.Kind.NUMBER
                && (cell.text().length() > MOST_DIGITS
                        || cell.text().toUpperCase(Locale.ROOT).contains("E"));
    }

    private Result word(Column column, String list) {
        if (column.field().equals("status")) {
            return Result.fault(
                    "status-derived",
                    "登记备案状态由记分推算，导入时只能为“正常”或留空",
                    "the status follows from scores; a roster may only say 正常 or leave it blank");
        }
        String usual = String.join("、", forms.usual(list));
        return Result.fault("word-unknown", "应为以下之一：" + usual, "it must be one of " + usual);
    }

    private static Result date(String text, LocalDate first, LocalDate last) {
        Optional<LocalDate> date = OfficeDates.read(text);
        if (date.isEmpty()) {
            return Result.fault("date-form", "不是日期，请写成 2025-01-02 的形式", "this is no date; write it as 2025-01-02");
        }
        return date.get().isBefore(first) || date.get().isAfter(last)
                ? Result.fault(
                        "date-range",
                        "日期须在 " + first + " 至 " + last + " 之间",
                        "the date must lie between " + first + " and " + last)
                : Result.of(date.get().toString());
    }

    private static Result whole(String text, int most) {
        boolean fits = WHOLE.matcher(text).matches() && Integer.parseInt(text) <= most;
        return fits
                ? Result.of(String.valueOf(Integer.parseInt(text)))
                : Result.fault("whole-form", "应为 0 至 " + most + " 的整数", "it must be a whole number from 0 to " + most);
    }

    private static Result code(String text, ValueForm form) {
        Pattern pattern = PATTERNS.get(form);
        if (pattern == null || !pattern.matcher(text).matches()) {
            return switch (form) {
                case INSTITUTION ->
                    Result.fault(
                            "code-form",
                            "应为机构国家编码，由大写字母和数字组成",
                            "it must be the institution's national code, of capitals and digits");
                case REGION ->
                    Result.fault("code-form", "应为区划代码，如 120101", "it must be a region's code, such as 120101");
                case CITATION ->
                    Result.fault("code-form", "应为条款编号，如 TJ-27.1", "it must be a citation, such as TJ-27.1");
                default ->
                    Result.fault(
                            "code-form",
                            "应填代码，由字母、数字、点和连字符组成",
                            "it must be a code, of letters, digits, dots and hyphens");
            };
        }
        return CitizenNumber.standsIn(text)
                ? Result.fault("citizen-number", "该列不得填写公民身份号码", "a citizen's number must not stand here")
                : Result.of(text);
    }
}
