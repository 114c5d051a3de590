package org.payqual.ops.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/** Help and complaints of the command line, in both languages, on a terminal of 80 columns. */
class HelpTest {

    private static final int LINE = 80;
    private static final List<Locale> LANGUAGES = List.of(Locale.CHINESE, Locale.ENGLISH);

    private static Stream<CommandLine> commands() {
        return LANGUAGES.stream()
                .map(Payqual::line)
                .flatMap(it -> Stream.concat(Stream.of(it), it.getSubcommands().values().stream()));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void fitsTheTerminalWithAnExampleAndExitCodes(CommandLine command) {
        String name = command.getCommandSpec().qualifiedName();
        String help = command.getUsageMessage();

        assertThat(help.lines())
                .allSatisfy(it -> assertThat(terminalColumns(it)).isLessThanOrEqualTo(LINE));
        assertThat(help).containsPattern("(退出码：|Exit codes:)\\R  [01] ");
        assertThat(help.substring(help.lastIndexOf(help.contains("例：") ? "例：" : "Examples:")))
                .containsPattern("\\R  " + name.replace(" serve", "") + "\\b");
        assertThat(command.getCommandSpec().usageMessage().footer())
                .as("examples can be copied whole")
                .allSatisfy(it -> assertThat(help.lines()).contains(it));
        assertThat(command.getCommandSpec().args())
                .allSatisfy(it -> assertThat(explained(it)).as(it.toString()).isTrue());
    }

    private static boolean explained(ArgSpec argument) {
        return Arrays.stream(argument.description()).anyMatch(it -> !it.isBlank());
    }

    @Test
    void bothLanguagesExplainTheSame() throws IOException {
        Properties english = texts("help.properties");
        Properties chinese = texts("help_zh.properties");

        assertThat(chinese.keySet()).isEqualTo(english.keySet());
        english.stringPropertyNames().stream()
                .filter(it -> it.contains(".footer."))
                .forEach(it -> assertThat(chinese.getProperty(it)).as(it).isEqualTo(english.getProperty(it)));
        english.stringPropertyNames().stream()
                .filter(it -> it.contains(".exitCodeList."))
                .forEach(it ->
                        assertThat(code(chinese.getProperty(it))).as(it).isEqualTo(code(english.getProperty(it))));
    }

    @ParameterizedTest
    @CsvSource({
        "zh_CN.UTF-8,, , zh",
        "en_US.UTF-8,,, en",
        "C,,, en",
        "en_US.UTF-8, zh_TW.UTF-8,, zh",
        "zh_CN.UTF-8,, C, en"
    })
    void speaksWhatTheTerminalIsSetTo(String lang, String messages, String all, String language) {
        Map<String, String> environment =
                Map.of("LANG", lang, "LC_MESSAGES", messages == null ? "" : messages, "LC_ALL", all == null ? "" : all);
        assertThat(TerminalLanguage.of(environment).getLanguage()).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "show --foo x | 无法识别 --foo | not known: --foo | payqual show --help",
                "show | 缺少 PERSON | missing: PERSON | payqual show --help",
                "show x --at 2025-13-01 | --at 应为日期，如 2025-06-11 | --at must be a day, as 2025-06-11 | payqual show --help",
                "show x --at 2025-01-01 --at 2025-01-02 | --at 只能出现一次 | may be there only once | payqual show --help",
                "show 3f0c1f5e-5d0c-4c55-9d0e-0f8f3f1f7a10 --as-of 2025-08-15 | --as-of 应为账本位置 | --as-of must be a log | payqual show --help",
                "import --as institution x | --as institution 须加 --organisation | needs --organisation | payqual import --help",
                "bench flight | 只能是 append、rebuild、settle | PATH cannot be flight | payqual bench --help",
                "serv | 相近的有 serve | there is serve | payqual --help",
                "rebuild now | 设置写作 --name=value | settings are written --name=value | payqual rebuild --help",
                "import --check --good-rows x | 不能同时使用 | exclude each other | payqual import --help",
            })
    void aWrongCommandLineIsToldInBothLanguagesWithoutTheWholeHelp(
            String arguments, String chinese, String english, String help) {
        StringWriter err = new StringWriter();

        int code = Payqual.line().setErr(new PrintWriter(err)).execute(arguments.split(" ", -1));

        assertThat(code).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("payqual: ")
                .contains(chinese, english, help)
                .doesNotContain("Exception", "java.");
        assertThat(err.toString().lines())
                .hasSizeLessThan(6)
                .allSatisfy(it -> assertThat(terminalColumns(it)).isLessThanOrEqualTo(LINE));
    }

    private static Properties texts(String name) throws IOException {
        Properties texts = new Properties();
        try (Reader lines =
                Files.newBufferedReader(Path.of("src", "main", "resources", "org", "payqual", "ops", "cli", name))) {
            texts.load(lines);
        }
        return texts;
    }

    private static String code(String text) {
        return text.substring(0, text.indexOf(':'));
    }

    /** Counts apart from the program's own count: Chinese and its punctuation take two. */
    private static int terminalColumns(String line) {
        return line.codePoints()
                .map(it -> (it >= 0x2E80 && it <= 0x9FFF) || (it >= 0xFF01 && it <= 0xFF60) ? 2 : 1)
                .sum();
    }
}
