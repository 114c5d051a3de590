package org.payqual.ops.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.payqual.ops.identity.Invented.CLERK;
import static org.payqual.ops.identity.Invented.card;
import static org.payqual.ops.identity.Invented.name;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.payqual.command.port.Identities.FormerDocument;
import org.payqual.domain.identity.IdentityDocument;
import org.payqual.domain.identity.PersonName;
import org.payqual.domain.ledger.StreamType;
import org.payqual.ops.keys.KeyPurpose;
import org.slf4j.LoggerFactory;

/** Marked names, numbers and texts go in; nothing of them stands in the database's files, the logs or an error. */
class NothingReadableTest {

    private static final PersonName NAME = name("标记姓名甲");
    private static final PersonName NEXT_NAME = name("标记姓名乙");
    private static final IdentityDocument CARD = card(77_777);
    private static final IdentityDocument NEXT_CARD = card(88_888);
    private static final String TEXT = "标记文字：情节轻微";
    private static final String LABEL = "标记医院";

    private final Instant began = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final TestDatabase database = TestDatabase.empty();

    @Test
    void nothingIsReadableWhereItIsKeptNorInLogsNorInErrors() throws IOException {
        List<String> said = new ArrayList<>();
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level level = root.getLevel();
        List<Appender<ILoggingEvent>> console = new ArrayList<>();
        root.iteratorForAppenders().forEachRemaining(console::add);
        console.forEach(root::detachAppender);
        log.start();
        root.addAppender(log);
        root.setLevel(Level.TRACE);
        try {
            KeyBag keys = new KeyBag();
            use(database.start(keys));
            said.addAll(errors(keys));
        } finally {
            root.setLevel(level);
            root.detachAppender(log);
            console.forEach(root::addAppender);
        }
        log.list.forEach(line -> said.add(line.getFormattedMessage() + line.getThrowableProxy()));

        assertThat(said).hasSizeGreaterThan(100);
        for (String mark : marks()) {
            assertThat(said).noneMatch(line -> line.contains(mark));
        }
        assertNothingOnDisk();
    }

    private void use(IdentityStore store) {
        String person = store.identities().personFor(CARD, NAME).person();
        store.identities().personFor(CARD, NEXT_NAME);
        store.identities().find(CARD);
        store.identities().amend(person, NEXT_NAME, NEXT_CARD, FormerDocument.REPLACED);
        store.identities().versions(person);
        String digest = store.statements().digestOf(StreamType.PERSON, person, TEXT);
        store.statements().read(StreamType.PERSON, person, digest);
        store.labels().label(StreamType.INSTITUTION, "H1", LABEL);
        store.digests().ofKey(CLERK.issuer(), CLERK.subject(), "person/" + person, TEXT);
        for (KeyPurpose purpose : KeyPurpose.values()) {
            TestDatabase.rotate(store, purpose);
        }
    }

    /** Makes the database fail in the middle of everything that carries names, numbers and texts. */
    private List<String> errors(KeyBag keys) {
        IdentityStore store = database.start(keys);
        String person = store.identities().find(CARD).orElseThrow();
        List<String> said = new ArrayList<>();
        for (String table : List.of("data_key", "document_index", "field", "statement")) {
            database.fail(table, "owner is null");
            said.add(said(() -> store.identities().personFor(card(66_666), NAME)));
            said.add(said(
                    () -> store.identities().amend(person, NAME, card(55_500 + said.size()), FormerDocument.MISTAKEN)));
            said.add(said(() -> store.statements().digestOf(StreamType.PERSON, person, TEXT)));
            said.add(said(() -> store.labels().label(StreamType.INSTITUTION, "H-" + table, LABEL)));
            database.let(table);
        }
        keys.lose("master-2");
        IdentityStore closed = database.start(keys, KeyPurpose.MASTER);
        said.add(said(() -> closed.identities().read(person)));
        said.add(said(() -> closed.identities().personFor(CARD, NAME)));
        assertThat(said.stream().filter(text -> !text.isEmpty()).count())
                .as("calls that failed")
                .isEqualTo(10);
        return said;
    }

    private static String said(ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        StringWriter text = new StringWriter();
        if (thrown != null) {
            thrown.printStackTrace(new PrintWriter(text));
        }
        return text.toString();
    }

    private static List<String> marks() {
        List<String> marks = new ArrayList<>();
        for (String value : List.of(
                NAME.text(),
                NEXT_NAME.text(),
                CARD.number(),
                NEXT_CARD.number(),
                card(66_666).number(),
                TEXT,
                LABEL)) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            String hex = HexFormat.of().formatHex(bytes);
            // Without its ends, for in Base64 they depend on what stands beside them.
            String base64 = Base64.getEncoder().encodeToString(bytes);
            marks.addAll(List.of(value, hex, hex.toUpperCase(Locale.ROOT), base64.substring(0, base64.length() - 4)));
        }
        marks.add("标记");
        return marks;
    }

    private void assertNothingOnDisk() throws IOException {
        database.superuser().sql("checkpoint").update();
        Path folder = Path.of(database.superuser()
                .sql("show data_directory")
                .query(String.class)
                .single());
        List<byte[]> marks = marks().stream()
                .map(mark -> mark.getBytes(StandardCharsets.UTF_8))
                .toList();
        byte[] person = "person/".getBytes(StandardCharsets.UTF_8);
        boolean sawPeople = false;
        for (Path file : filesIn(folder)) {
            byte[] content = read(file);
            sawPeople |= contains(content, person);
            assertThat(marks.stream().filter(mark -> contains(content, mark)))
                    .as(folder.relativize(file).toString())
                    .isEmpty();
        }
        assertThat(sawPeople).as("the search sees what is there").isTrue();
    }

    /** Lists the server's files written since the test began; it goes on making and removing some. */
    private List<Path> filesIn(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (!attributes.lastModifiedTime().toInstant().isBefore(began)) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    private static byte[] read(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException gone) {
            return new byte[0];
        }
    }

    private static boolean contains(byte[] content, byte[] mark) {
        for (int at = 0; at <= content.length - mark.length; at++) {
            if (content[at] == mark[0]
                    && java.util.Arrays.equals(content, at, at + mark.length, mark, 0, mark.length)) {
                return true;
            }
        }
        return false;
    }
}
