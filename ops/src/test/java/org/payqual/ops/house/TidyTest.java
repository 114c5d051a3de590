package org.payqual.ops.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nothing is left for later, nothing knows the machine it was written on, no file outgrows its reader. */
class TidyTest {

    private static final int LONGEST = 400;
    private static final Set<String> GENERATED = Set.of("target", "data", "node_modules", ".git", ".idea", "LICENSE");
    private static final Set<String> TEXT = Set.of(
            "java",
            "xml",
            "yaml",
            "yml",
            "json",
            "properties",
            "sql",
            "md",
            "sh",
            "html",
            "css",
            "js",
            "csv",
            "imports");
    private static final Pattern LATER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|HA" + "CK)\\b");
    private static final Pattern MACHINE =
            Pattern.compile("(?<![\\w.~$}\"*-])/(home|root|work|tmp|Users)/[A-Za-z.]|file:/[A-Za-z]|[A-Z]:\\\\Users");

    @Test
    void nothingIsLeftForLater() throws IOException {
        assertThat(places(LATER.asPredicate())).isEmpty();
    }

    @Test
    void nothingKnowsTheMachineItWasWrittenOn() throws IOException {
        assertThat(places(MACHINE.asPredicate())).isEmpty();
    }

    @Test
    void noFileOutgrowsItsReader() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : texts()) {
            long lines = Files.readAllLines(file, StandardCharsets.UTF_8).size();
            if (file.toString().endsWith(".java") && isMain(file) && lines > LONGEST) {
                tooLong.add(House.root().relativize(file) + ": " + lines + " lines");
            }
        }

        assertThat(tooLong).isEmpty();
    }

    @Test
    void theSearchFindsWhatItLooksFor() {
        assertThat(LATER.matcher("// TO" + "DO: think").find()).isTrue();
        assertThat(LATER.matcher("what is still to do").find()).isFalse();
        assertThat(MACHINE.matcher("see /ho" + "me/someone/x").find()).isTrue();
        assertThat(MACHINE.matcher("curl localhost/api/v1/home/x").find()).isFalse();
    }

    private static List<String> places(Predicate<String> fault) throws IOException {
        List<String> places = new ArrayList<>();
        for (Path file : texts()) {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            IntStream.range(0, lines.size())
                    .filter(i -> fault.test(lines.get(i)))
                    .forEach(i -> places.add(House.root().relativize(file) + ":" + (i + 1) + " "
                            + lines.get(i).strip()));
        }
        return places;
    }

    private static boolean isMain(Path file) {
        return file.toString().contains("/src/main/");
    }

    private static List<Path> texts() throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(House.root(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return GENERATED.contains(name(folder)) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && isText(name(file))) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static boolean isText(String name) {
        if (GENERATED.contains(name)) {
            return false;
        }
        int dot = name.lastIndexOf('.');
        return dot < 0 || TEXT.contains(name.substring(dot + 1));
    }
}
