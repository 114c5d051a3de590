package org.payqual.ops.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.payqual.domain.file.Fault;
import org.payqual.domain.file.Outcome;
import org.payqual.domain.rulebook.Rulebook;
import org.payqual.domain.scenario.DirectEngine;
import org.payqual.domain.scenario.JsonReport;
import org.payqual.domain.scenario.Report;
import org.payqual.domain.scenario.Runner;
import org.payqual.domain.scenario.ScenarioFile;
import org.payqual.domain.scenario.ScenarioReader;
import org.payqual.domain.scenario.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plays files of scenarios, or whole folders of them, on the decisions themselves, without a database. */
@Command(name = "scenarios", mixinStandardHelpOptions = true, versionProvider = Payqual.class)
final class Scenarios implements Callable<Integer> {

    private static final int FAILED = 1;
    private static final int UNREADABLE = 2;

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "files")
    private List<Path> files = List.of();

    @Option(names = "--json")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final JsonReport report = new JsonReport();
    private final List<Verdict> played = new ArrayList<>();
    private boolean unreadable;

    /**
     * Plays every file that can be read, and tells of the others.
     *
     * @return 0 if nothing failed, 1 if a scenario failed, 2 if a file cannot be read
     */
    @Override
    public Integer call() {
        files.forEach(this::playAll);
        out().println(json ? report.text() : Report.count(played));
        out().flush();
        if (unreadable) {
            return UNREADABLE;
        }
        return played.stream().anyMatch(it -> it.outcome() == Verdict.Outcome.FAILED) ? FAILED : 0;
    }

    /** Plays a file, or all files of scenarios in a folder and in those below it, in order of name. */
    private void playAll(Path given) {
        if (!Files.isDirectory(given)) {
            play(given);
            return;
        }
        try (Stream<Path> below = Files.walk(given, FileVisitOption.FOLLOW_LINKS)) {
            List<Path> found = below.filter(Scenarios::isYaml).sorted().toList();
            if (found.isEmpty()) {
                tell(given, List.of(given + ": no file .yaml or .yml in it"));
            }
            found.forEach(this::play);
        } catch (IOException cause) {
            tell(given, List.of(given + ": " + reason(cause)));
        } catch (UncheckedIOException below) {
            tell(given, List.of(given + ": " + reason(Objects.requireNonNull(below.getCause()))));
        }
    }

    private static boolean isYaml(Path file) {
        String name = file.getFileName().toString();
        return (name.endsWith(".yaml") || name.endsWith(".yml")) && Files.isRegularFile(file);
    }

    private void play(Path file) {
        try {
            switch (ScenarioReader.read(Files.readAllBytes(file))) {
                case Outcome.Faulty<ScenarioFile> faulty -> tell(file, file, faulty.faults());
                case Outcome.Sound<ScenarioFile> sound -> play(file, sound.value());
            }
        } catch (IOException cause) {
            tell(file, List.of(file + ": " + reason(cause)));
        }
    }

    private void play(Path file, ScenarioFile scenarios) {
        try {
            switch (scenarios.rulebook().read(file)) {
                case Outcome.Faulty<Rulebook> faulty ->
                    tell(file, scenarios.rulebook().path(file), faulty.faults());
                case Outcome.Sound<Rulebook> sound -> play(file, scenarios, sound.value());
            }
        } catch (IOException cause) {
            tell(file, List.of(file + ": rulebook " + scenarios.rulebook().path(file) + ": " + reason(cause)));
        }
    }

    private void play(Path file, ScenarioFile scenarios, Rulebook rulebook) {
        Runner runner = new Runner(new DirectEngine(rulebook), rulebook);
        List<Verdict> verdicts = scenarios.scenarios().stream().map(runner::run).toList();
        played.addAll(verdicts);
        report.add(file.toString(), rulebook.id(), verdicts);
        if (!json) {
            out().println(file + " · " + rulebook.id());
            Report.lines(verdicts).forEach(out()::println);
        }
    }

    private void tell(Path file, Path faulty, List<Fault> faults) {
        tell(file, faults.stream().map(fault -> faulty + ":" + fault).toList());
    }

    private void tell(Path file, List<String> faults) {
        unreadable = true;
        report.addFaulty(file.toString(), faults);
        if (!json) {
            PrintWriter err = spec.commandLine().getErr();
            faults.forEach(err::println);
            err.flush();
        }
    }

    private static String reason(IOException cause) {
        return switch (cause) {
            case NoSuchFileException missing -> "no such file";
            case AccessDeniedException denied -> "may not be read";
            default -> "cannot be read";
        };
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
