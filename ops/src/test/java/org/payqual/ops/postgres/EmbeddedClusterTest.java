package org.payqual.ops.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedClusterTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private static Path newCluster;

    @BeforeAll
    static void makeCluster() throws Exception {
        TestPostgres.cluster();
        String program = PostgresProgram.folderName();
        Files.createSymbolicLink(
                newCluster.resolve(program), TestPostgres.folder().resolve(program));
        EmbeddedCluster.start(newCluster, 0).close();
    }

    @Test
    void keepsWhatIsAcknowledgedOnDisk() throws Exception {
        try (Connection connection = TestPostgres.superuser("postgres")) {
            assertThat(setting(connection, "fsync")).isEqualTo("on");
            assertThat(setting(connection, "full_page_writes")).isEqualTo("on");
            assertThat(setting(connection, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(connection, "data_checksums")).isEqualTo("on");
        }
    }

    @Test
    void wantsAPasswordFromEveryone() throws Exception {
        EmbeddedCluster cluster = TestPostgres.cluster();
        for (String role :
                List.of("postgres", "payqual_owner", "payqual_ledger", "payqual_projector", "payqual_identity")) {
            assertThatThrownBy(() -> DriverManager.getConnection(cluster.url("postgres"), role, "guess"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
        }
        try (Connection connection = TestPostgres.superuser("postgres")) {
            assertThat(setting(connection, "password_encryption")).isEqualTo("scram-sha-256");
            assertThat(one(connection, "SELECT count(*) FROM pg_hba_file_rules WHERE auth_method <> 'scram-sha-256'"))
                    .isEqualTo("0");
        }
    }

    @Test
    void listensOnTheLoopbackAddressAlone() throws Exception {
        try (Connection connection = TestPostgres.superuser("postgres")) {
            assertThat(setting(connection, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(setting(connection, "unix_socket_directories")).isEmpty();
        }
    }

    @Test
    void noErrorRepeatsWhatWasBeingStored() throws Exception {
        String marked = "marked-value-81f0";
        String insert = "INSERT INTO ledger.domain_event_entry (event_identifier, aggregate_identifier,"
                + " sequence_number, type, time_stamp, payload_type, payload_revision, payload, meta_data)"
                + " VALUES ('e', 'person/" + marked + "', 0, 'person', '%s', 'n', '1', '" + marked + "', '{}')";
        try (TestPostgres.Database database = TestPostgres.create();
                HikariDataSource pool = database.access().ledgerPool();
                Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String time : List.of("2025-01-01T00:00:00.000Z", marked)) {
                statement.addBatch(insert.formatted(time));
                statement.addBatch(insert.formatted(time));
                assertThatThrownBy(statement::executeBatch)
                        .isInstanceOf(SQLException.class)
                        .satisfies(failure -> assertThat(stackTrace(failure)).doesNotContain(marked));
            }
        }
        try (Stream<Path> logs =
                Files.list(TestPostgres.folder().resolve("cluster").resolve("log"))) {
            assertThat(logs).allSatisfy(log -> assertThat(Files.readString(log)).doesNotContain(marked));
        }
    }

    @Test
    void refusesASecondStartInOnePlainSentence() {
        Path folder = TestPostgres.folder();
        assertThatThrownBy(() -> EmbeddedCluster.start(folder, 0))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("另一个 payqual（进程 ")
                .hasMessageEndingWith(
                        "another payqual is running with the data in " + folder + " (process "
                                + ProcessHandle.current().pid()
                                + "); stop it first, or choose another data folder with PAYQUAL_DATA, and another port with --server.port.");
    }

    @Test
    void refusesAPortThatIsTaken(@TempDir Path folder) throws Exception {
        int taken = Integer.parseInt(TestPostgres.cluster().url("").replaceAll(".*:|/", ""));
        copyOfNewCluster(folder);
        assertThatThrownBy(() -> EmbeddedCluster.start(folder, taken))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("Port " + taken + " is taken by another program");
    }

    @Test
    void keepsItsDataAndPasswordsAcrossRestartsHoweverOld(@TempDir Path folder) throws Exception {
        copyOfNewCluster(folder);
        try (EmbeddedCluster first = EmbeddedCluster.start(folder, 0)) {
            execute(first, "CREATE TABLE kept AS SELECT 42 AS answer");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("passwords.properties"))))
                .isEqualTo("rw-------");
        try (Stream<Path> all = Files.walk(folder)) {
            FileTime longAgo = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(path, longAgo);
            }
        }
        try (EmbeddedCluster second = EmbeddedCluster.start(folder, 0);
                Connection connection = connect(second)) {
            assertThat(one(connection, "SELECT answer FROM kept")).isEqualTo("42");
        }
        Files.delete(folder.resolve("passwords.properties"));
        assertThatThrownBy(() -> EmbeddedCluster.start(folder, 0))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("bring that file back from a backup");
    }

    @Test
    void deletesTheProgramsOfEarlierVersions(@TempDir Path folder) throws Exception {
        Path earlier = Files.createDirectories(folder.resolve("program-earlier").resolve("bin"));
        Files.createDirectory(folder.resolve("other"));
        new PostgresProgram(folder.resolve("program-now"), RunningAccount.find()).deleteOthers();
        assertThat(earlier.getParent()).doesNotExist();
        assertThat(folder.resolve("other")).exists();
    }

    @Test
    void takesOverFromAnApplicationThatWasKilled(@TempDir Path folder) throws Exception {
        copyOfNewCluster(folder);
        Process application = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledApplication.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(application.inputReader().lines().filter("ready"::equals).findFirst())
                .isPresent();
        application.destroyForcibly();
        assertThat(application.waitFor(30, TimeUnit.SECONDS)).isTrue();
        Optional<ProcessHandle> left =
                SurvivingServer.of(folder.resolve("cluster").toRealPath());
        assertThat(left).as("the server outlives the application").isPresent();

        try (EmbeddedCluster cluster = EmbeddedCluster.start(folder, 0);
                Connection connection = connect(cluster)) {
            assertThat(one(connection, "SELECT answer FROM acknowledged")).isEqualTo("42");
            Awaitility.await().atMost(PATIENCE).until(() -> !left.get().isAlive());
        }
    }

    @Test
    void startsTheServerAgainWhenItWasKilled(@TempDir Path folder) throws Exception {
        copyOfNewCluster(folder);
        try (EmbeddedCluster cluster = EmbeddedCluster.start(folder, 0)) {
            execute(cluster, "CREATE TABLE kept AS SELECT 42 AS answer");
            assertThat(cluster.server().destroyForcibly()).isTrue();
            Awaitility.await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
                try (Connection connection = connect(cluster)) {
                    assertThat(one(connection, "SELECT answer FROM kept")).isEqualTo("42");
                }
            });
        }
    }

    @Test
    void isNotMisledByAnotherProcessWithTheOldNumber(@TempDir Path folder) throws Exception {
        Path note = folder.resolve("postmaster.pid");
        Files.writeString(note, ProcessHandle.current().pid() + "\n" + folder + "\n");
        assertThat(SurvivingServer.of(folder)).isEmpty();
        assertThat(note).doesNotExist();

        Files.writeString(note, TestPostgres.cluster().server().pid() + "\n" + folder + "\n");
        assertThat(SurvivingServer.of(folder))
                .as("the server of another folder is not ours to stop")
                .isEmpty();
        assertThat(TestPostgres.cluster().server().isAlive()).isTrue();
    }

    @Test
    void saysWhatToDoWithANoteThatAPowerFailureDamaged(@TempDir Path folder) throws Exception {
        copyOfNewCluster(folder);
        Path note = folder.resolve("cluster").resolve("postmaster.pid");
        for (String damaged : List.of("", "\0\0\0\0", "\u00ff\n")) {
            Files.writeString(note, damaged, StandardCharsets.ISO_8859_1);
            assertThatThrownBy(() -> EmbeddedCluster.start(folder, 0))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining(note.toString())
                    .hasMessageContaining("remove the file");
            assertThat(note).exists();
        }
        Files.delete(note);
        EmbeddedCluster.start(folder, 0).close();
    }

    @Test
    void runsForRootWithoutUserNamespacesUnderAnotherAccount(@TempDir Path folder) throws Exception {
        assumeTrue(System.getProperty("user.name").equals("root"));
        Optional<RunningAccount> account = RunningAccount.asOtherAccount();
        assumeTrue(account.isPresent());
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (EmbeddedCluster cluster = EmbeddedCluster.start(folder.resolve("data"), 0, account.get());
                Connection connection = connect(cluster)) {
            assertThat(one(connection, "SELECT 1")).isEqualTo("1");
            assertThat(Files.getOwner(folder.resolve("data").resolve("cluster")).getName())
                    .isEqualTo(account.get().folderOwner());
        }
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        assertThatThrownBy(() -> EmbeddedCluster.start(folder.resolve("other"), 0, account.get()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("set payqual.postgres.data to a folder outside root's home");
    }

    /** An application that is never given the chance to stop its database. */
    static final class KilledApplication {

        public static void main(String[] arguments) throws Exception {
            EmbeddedCluster cluster = EmbeddedCluster.start(Path.of(arguments[0]), 0);
            execute(cluster, "CREATE TABLE acknowledged AS SELECT 42 AS answer");
            System.out.println("ready");
            Thread.currentThread().join();
        }
    }

    /** Spares each test the unpacking of the programs and the making of a cluster. */
    private static void copyOfNewCluster(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(newCluster)) {
            for (Path from : all.filter(path -> !path.equals(newCluster)).toList()) {
                Path to = folder.resolve(newCluster.relativize(from));
                Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    private static Connection connect(EmbeddedCluster cluster) throws SQLException {
        Credentials superuser = cluster.superuser();
        return DriverManager.getConnection(cluster.url("postgres"), superuser.username(), superuser.password());
    }

    private static String stackTrace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static void execute(EmbeddedCluster cluster, String sql) throws SQLException {
        try (Connection connection = connect(cluster);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String setting(Connection connection, String name) throws SQLException {
        return one(connection, "SHOW " + name);
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
