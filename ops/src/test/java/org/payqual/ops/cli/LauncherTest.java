package org.payqual.ops.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The launcher hands over what it is given, and keeps the data in one place whatever folder it is called from. */
class LauncherTest {

    @TempDir
    private Path folder;

    private Path home;

    @BeforeEach
    void installBesideAJavaThatTellsItsArguments() throws IOException {
        home = Files.createDirectories(folder.resolve("installed here"));
        Files.copy(Path.of("../payqual"), home.resolve("payqual"));
        write(home.resolve(".mvn/jdk.sh"), "find_jdk() { echo '" + folder.resolve("jdk") + "'; }\n");
        write(folder.resolve("jdk/bin/java"), "#!/bin/sh\nfor it in \"$@\"; do echo \"[$it]\"; done\n");
        write(home.resolve("pom.xml"), "");
        write(home.resolve("ops/pom.xml"), "");
        write(home.resolve("ops/src/main/none"), "");
        write(home.resolve("domain/pom.xml"), "");
        write(home.resolve("domain/src/main/java/Law.java"), "");
        write(home.resolve("sample/decisions.csv"), "");
        write(home.resolve("README.md"), "");
        write(home.resolve("mvnw"), "#!/bin/sh\necho > ops/target/build-was-run\n");
        write(home.resolve("ops/target/payqual.jar"), "");
        write(home.resolve("ops/target/payqual.built"), "");
    }

    @Test
    void theDataStayBesideTheLauncher() throws Exception {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        assertThat(run(elsewhere, home.resolve("payqual"), Map.of()))
                .contains("[-Dpayqual.data=" + home.toRealPath() + "/data]")
                .endsWith("[--server.port=9000]\n");
        Path link = Files.createSymbolicLink(elsewhere.resolve("linked"), home.resolve("payqual"));
        assertThat(run(elsewhere, link, Map.of())).contains("[-Dpayqual.data=" + home.toRealPath() + "/data]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pom.xml",
                "domain/pom.xml",
                "domain/src/main/java/Law.java",
                "domain/src/main/java",
                "sample/decisions.csv",
                "sample"
            })
    void whatGoesIntoTheJarIsBuiltAgainWhenItChanged(String changed) throws Exception {
        change(changed);
        run(folder, home.resolve("payqual"), Map.of());
        assertThat(home.resolve("ops/target/build-was-run")).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "mvnw", "ops/target/payqual.jar"})
    void nothingIsBuiltForWhatDoesNot(String changed) throws Exception {
        change(changed);
        run(folder, home.resolve("payqual"), Map.of());
        assertThat(home.resolve("ops/target/build-was-run")).doesNotExist();
    }

    private void change(String file) throws IOException {
        FileTime built = Files.getLastModifiedTime(home.resolve("ops/target/payqual.built"));
        Files.setLastModifiedTime(home.resolve(file), FileTime.fromMillis(built.toMillis() + 10_000));
    }

    @Test
    void anotherPlaceIsTheOneThatIsSet() throws Exception {
        assertThat(run(folder, home.resolve("payqual"), Map.of("PAYQUAL_DATA", "/srv/pay qual")))
                .contains("[-Dpayqual.data=/srv/pay qual]");
    }

    @Test
    void allThatTheProgramKeepsLiesThere() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("payqual.data", "/srv/p", "payqual.keys.folder", "/k")));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        assertThat(environment.getProperty("payqual.postgres.data")).isEqualTo("/srv/p/postgres");
        assertThat(environment.getProperty("payqual.access.sample-folder")).isEqualTo("/srv/p/sample-issuer");
        assertThat(environment.getProperty("payqual.keys.folder"))
                .as("set by itself")
                .isEqualTo("/k");
    }

    private static String run(Path from, Path launcher, Map<String, String> environment) throws Exception {
        ProcessBuilder process = new ProcessBuilder(launcher.toString(), "serve", "--server.port=9000")
                .directory(from.toFile())
                .redirectErrorStream(true);
        process.environment().remove("PAYQUAL_DATA");
        process.environment().putAll(environment);
        Process started = process.start();
        String said = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(started.waitFor()).as(said).isZero();
        return said;
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
