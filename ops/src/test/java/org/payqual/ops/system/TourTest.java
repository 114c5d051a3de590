package org.payqual.ops.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.payqual.ops.PayqualApplication;

/**
 * The tour of both READMEs, run as it stands there on a ledger filled with the sample: every command in a shell, every
 * answer against the printed one, in which {@code …} stands for anything. One language after the other, so that the
 * second goes through a tour that was gone through before.
 */
class TourTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern FENCE = Pattern.compile("^```(\\w+)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final String BETWEEN = "\u001e";

    /** Commands of the tour, and how their answer is printed below them; it is blank where there is none. */
    private record Step(String commands, String kind, String answer) {

        Pattern expected() {
            return Pattern.compile(
                    Arrays.stream(plain(answer).split("…", -1))
                            .map(Pattern::quote)
                            .collect(Collectors.joining(".*")),
                    Pattern.DOTALL);
        }

        /** JSON is printed on several lines where the program gives one; a terminal's columns stay as they are. */
        String plain(String text) {
            return kind.equals("json")
                    ? text.replaceAll("\\s", "")
                    : text.lines().map(String::stripTrailing).collect(Collectors.joining("\n"));
        }
    }

    private static ChildPayqual payqual;
    private static Path home;

    @BeforeAll
    static void startWithTheSample() throws IOException {
        payqual = ChildPayqual.startWithSample(Path.of("target", "tour", "data"));
        home = Path.of("target", "tour").toAbsolutePath();
        // The tour names the usual port and the program at hand; both are led to the one that runs here.
        Files.writeString(
                home.resolve(".curlrc"), "connect-to = \"127.0.0.1:8080:127.0.0.1:" + payqual.port() + "\"\n");
        Path launcher = Files.writeString(home.resolve("payqual"), """
                #!/bin/sh
                exec '%s' -XX:TieredStopAtLevel=1 -Dpayqual.data=data -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 \\
                  -Dstderr.encoding=UTF-8 -cp '%s' %s "$@" --server http://127.0.0.1:%d
                """.formatted(
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        System.getProperty("java.class.path"),
                        PayqualApplication.class.getName(),
                        payqual.port()));
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        await().atMost(PATIENCE).until(() -> payqual.said("样例已载入 / sample loaded"));
    }

    @AfterAll
    static void stop() {
        payqual.close();
    }

    @TestFactory
    List<DynamicTest> answersAreThePrintedOnes() throws Exception {
        List<DynamicTest> tests = new ArrayList<>();
        for (String name : List.of("README.md", "README.zh-CN.md")) {
            List<Step> steps = steps(name);
            List<String> said = run(steps);
            assertThat(said).as("answers, one for each step").hasSameSizeAs(steps);
            for (int i = 0; i < steps.size(); i++) {
                Step step = steps.get(i);
                String answer = said.get(i);
                tests.add(DynamicTest.dynamicTest(
                        name + " " + (i + 1),
                        () -> assertThat(step.plain(answer)).as(step.commands()).matches(step.expected())));
            }
        }
        return tests;
    }

    @Test
    void bothLanguagesGoTheSameWay() throws IOException {
        List<Step> english = steps("README.md");
        assertThat(english).hasSizeGreaterThan(7);
        assertThat(steps("README.zh-CN.md").stream().map(Step::commands))
                .containsExactlyElementsOf(english.stream().map(Step::commands).toList());
    }

    private static List<Step> steps(String name) throws IOException {
        String all = Files.readString(Path.of("..", name));
        String tour = all.substring(all.indexOf("<!-- tour: begin -->"), all.indexOf("<!-- tour: end -->"));
        List<Step> steps = new ArrayList<>();
        for (Matcher fence = FENCE.matcher(tour); fence.find(); ) {
            String text = fence.group(2);
            if (fence.group(1).equals("sh")) {
                steps.add(new Step(text, "", ""));
            } else {
                steps.add(new Step(steps.removeLast().commands(), fence.group(1), text));
            }
        }
        return steps;
    }

    /** Runs all steps in one shell, as somebody does who copies one after the other into a terminal. */
    private static List<String> run(List<Step> steps) throws IOException, InterruptedException {
        Path script = Files.writeString(
                home.resolve("tour.sh"),
                steps.stream().map(Step::commands).collect(Collectors.joining("\nprintf '" + BETWEEN + "'\n")));
        ProcessBuilder shell = new ProcessBuilder("bash", script.toString())
                .directory(home.toFile())
                .redirectErrorStream(true);
        shell.environment().put("CURL_HOME", home.toString());
        Process running = shell.start();
        running.getOutputStream().close();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor()).as(said).isZero();
        return List.of(said.split(BETWEEN, -1));
    }
}
