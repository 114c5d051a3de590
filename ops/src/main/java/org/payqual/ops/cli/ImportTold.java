package org.payqual.ops.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.payqual.command.intake.Apply;
import org.payqual.domain.screen.Columns;
import org.payqual.ops.upload.RefusedRows;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells at the terminal what becomes of a file: how far it is, the first rows that are not taken, and the sum. */
final class ImportTold {

    /** How many faults are shown; all of them are in the report. */
    static final int SHOWN = 20;

    private static final String INDENT = " ".repeat(8);
    private static final int LINE = 80;

    private final ProgressBar bar;
    private final RefusedRows refused;
    private final @Nullable PrintWriter json;
    private int faults;
    private JsonNode end = JsonMapper.shared().createObjectNode();

    /**
     * Creates what tells of one file.
     *
     * @param json where lines go for programs; null where a person reads
     */
    ImportTold(ProgressBar bar, RefusedRows refused, @Nullable PrintWriter json) {
        this.bar = bar;
        this.refused = refused;
        this.json = json;
    }

    void begin(Path file) {
        if (json == null) {
            bar.say("导入 import " + file.getFileName());
        }
    }

    /** Tells one line of the answer. */
    void line(JsonNode line) {
        if (line.has("progress")) {
            JsonNode progress = line.path("progress");
            String step = switch (progress.path("step").asString("")) {
                case "READING" -> "读取 reading";
                case "CHECKING" -> "核对 checking";
                default -> "记录 recording";
            };
            if (json == null) {
                bar.show(
                        step,
                        progress.path("done").asLong(),
                        progress.path("all").asLong());
            }
            return;
        }
        if (json != null) {
            json.println(line);
            json.flush();
        }
        if (line.has("row")) {
            refused.add(line.path("row"));
            fault(line.path("row"));
        } else {
            end = line.path("end");
        }
    }

    private void fault(JsonNode row) {
        faults++;
        if (json == null && faults <= SHOWN) {
            String[] reason = refused.reason(row).split(" / ", 2);
            say("", "第 " + row.path("line").asInt() + " 行 " + reason[0]);
            say(INDENT, reason.length > 1 ? reason[1] : "");
        } else if (json == null && faults == SHOWN + 1) {
            bar.say("……更多退回原因不再显示 / more is not shown here");
        }
    }

    /**
     * Tells the sum.
     *
     * @param report where the rows that are not taken are written
     * @param apply what was to be recorded
     * @return whether every row is on record, or would be
     */
    boolean end(Path report, Apply apply) {
        boolean whole = end.path("complete").asBoolean(false) && count("bad") == 0 && count("refused") == 0;
        if (json == null) {
            tell(report, apply);
        }
        return whole;
    }

    private void tell(Path report, Apply apply) {
        bar.say(String.format(Locale.ROOT, "共 %,d 行 rows", count("rows")));
        bar.say(String.format(Locale.ROOT, "  已记录 recorded       %,8d", count("recorded")));
        bar.say(String.format(Locale.ROOT, "  原已在册 on record    %,8d", count("onRecord")));
        bar.say(String.format(Locale.ROOT, "  有误 bad              %,8d", count("bad")));
        bar.say(String.format(Locale.ROOT, "  未予记录 refused      %,8d", count("refused")));
        long left = good();
        // Where it broke off nobody knows of every row what became of it.
        if (left > 0 && end.path("complete").asBoolean(false)) {
            bar.say(String.format(Locale.ROOT, "  无误未录 not recorded %,8d", left));
        }
        if (!end.path("unused").isEmpty()) {
            say(
                    "",
                    "未使用的列 columns not used: "
                            + String.join(
                                    ", ",
                                    end.path("unused")
                                            .valueStream()
                                            .map(JsonNode::asString)
                                            .toList()));
        }
        JsonNode problem = end.path("problem");
        if (problem.isObject()) {
            String line = problem.has("line") ? "第 " + problem.path("line").asInt() + " 行：" : "";
            say("", "未完成 not complete：" + line + problem.path("detail").asString(""));
            say(INDENT, problem.path("detailEn").asString(""));
        }
        boolean none = apply == Apply.WHOLE && count("bad") > 0;
        if (refused.count() > 0) {
            bar.say(
                    none || apply == Apply.NOTHING
                            ? "有误的行及原因 the bad rows and why:"
                            : "退回的行及原因 rows not taken, to be mended and imported again:");
            bar.say("  " + report);
        }
        if (apply == Apply.NOTHING) {
            bar.say("只检查，未记录 / checked only, nothing is recorded");
        } else if (none) {
            bar.say("本次一行也未记录，无误的行也没有：请改正原文件后重新导入；");
            bar.say("或者先加 --good-rows 导入无误的行，再改正并导入退回的行");
            bar.say("Nothing of the file is recorded, the good rows neither: mend the file itself");
            bar.say("and import it again; or import it with --good-rows, then the mended bad rows");
        }
    }

    private long good() {
        return count("rows") - count("recorded") - count("onRecord") - count("bad") - count("refused");
    }

    /** Says something in lines of 80 columns, each further one indented. */
    private void say(String before, String text) {
        String margin = before;
        for (String line : Columns.wrapped(text, LINE - INDENT.length())) {
            bar.say(margin + line);
            margin = INDENT;
        }
    }

    private long count(String name) {
        return end.path(name).asLong(0);
    }
}
