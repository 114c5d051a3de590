package org.payqual.command.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.command.sheet.UnreadableTable;
import org.payqual.domain.ledger.Problem;

/**
 * One line of the answer to a file: how far the work is, a row that is not taken, or, last, how it ended. An answer
 * without that last line is not whole; the same file handed in again goes on where it broke off.
 *
 * @param end how it ended
 * @param row a row that is not taken, and why
 * @param progress how far the work is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportLine(
        @Nullable End end, @Nullable RowFault row, @Nullable Progress progress) {

    /** The steps of the work. */
    public enum Step {
        /** Reading the rows and weighing each by itself and against the others. */
        READING,
        /** Weighing the rows against what is on record. */
        CHECKING,
        /** Recording the rows. */
        RECORDING
    }

    /**
     * How far the work is.
     *
     * @param step of it
     * @param done rows of this step so far
     * @param all rows of this step; while they are read, about
     */
    public record Progress(Step step, long done, long all) {}

    /**
     * How it ended. Where {@code complete} is false rows may be left; handing in the same file again goes on.
     *
     * @param complete whether every row was dealt with
     * @param form what the file holds
     * @param rows how many rows it has besides its heading
     * @param bad how many of them are bad: nothing was tried with them
     * @param onRecord how many say what is on record, so that nothing was to be done
     * @param recorded how many are recorded now
     * @param refused how many were refused when they were to be recorded, by what had been recorded since the check
     * @param unused letters of the columns from which nothing is taken
     * @param position of the last event in the log; absent where nothing was recorded or it is not sealed yet
     * @param problem why it is not complete
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record End(
            boolean complete,
            FormName form,
            long rows,
            long bad,
            long onRecord,
            long recorded,
            long refused,
            List<String> unused,
            @Nullable Long position,
            @Nullable Stop problem) {
        /** Copies the letters. */
        public End {
            unused = List.copyOf(unused);
        }
    }

    /**
     * Why the work stopped.
     *
     * @param code a stable word for programs
     * @param line from which on the file cannot be read, where that is why
     * @param detail in Chinese
     * @param detailEn in English
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Stop(String code, @Nullable Integer line, String detail, String detailEn) {

        /** The store does not answer. */
        static final Stop STORE_AWAY = new Stop(
                "store-away",
                null,
                "数据库暂时无法访问，请稍后以同一文件重新导入，已导入的行不会重复",
                "the store is away; import the same file again later, rows that are recorded are not doubled");

        /** The program is being stopped. */
        static final Stop INTERRUPTED = new Stop(
                "interrupted",
                null,
                "程序正在停止，请稍后以同一文件重新导入，已导入的行不会重复",
                "the program is stopping; import the same file again later, rows that are recorded are not doubled");

        /** Something happened that nobody foresaw. */
        static final Stop BROKE_OFF = new Stop(
                "import-broke-off",
                null,
                "导入意外中断，请以同一文件重新导入，已导入的行不会重复；如再次中断，请告知系统维护人员",
                "the import broke off unexpectedly; import the same file again, rows that are recorded are not doubled;"
                        + " if it breaks off again, tell whoever runs the program");

        static Stop of(Problem.NotYet notYet) {
            return new Stop(notYet.code(), null, notYet.zh(), notYet.en());
        }

        static Stop of(UnreadableTable unreadable) {
            return new Stop(
                    unreadable.code(),
                    unreadable.line() == 0 ? null : unreadable.line(),
                    unreadable.reason().zh(),
                    unreadable.reason().en());
        }
    }

    static ImportLine of(End end) {
        return new ImportLine(end, null, null);
    }

    static ImportLine of(RowFault row) {
        return new ImportLine(null, row, null);
    }

    static ImportLine of(Step step, long done, long all) {
        return new ImportLine(null, null, new Progress(step, done, all));
    }
}
