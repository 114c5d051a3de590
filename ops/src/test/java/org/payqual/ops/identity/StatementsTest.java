package org.payqual.ops.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.payqual.ops.identity.Invented.CLERK;
import static org.payqual.ops.identity.Invented.card;
import static org.payqual.ops.identity.Invented.name;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.payqual.command.port.Labels;
import org.payqual.command.port.Statements;
import org.payqual.domain.identity.IdentityFault;
import org.payqual.domain.identity.Statement;
import org.payqual.domain.ledger.StreamType;

class StatementsTest {

    private final TestDatabase database = TestDatabase.empty();
    private IdentityStore store;
    private Statements statements;
    private String person;

    @BeforeEach
    void open() {
        store = database.start(new KeyBag());
        statements = store.statements();
        person = store.identities().personFor(card(1), name("张三")).person();
    }

    @Test
    void theDigestIsThatOfSaltAndTextInNfc() throws Exception {
        String digest = statements.digestOf(StreamType.PERSON, person, "Zoe\u0308 said so\n情节轻微");

        Statement.Kept kept = (Statement.Kept) statements.read(StreamType.PERSON, person, digest);
        assertThat(kept.text()).isEqualTo("Zo\u00eb said so\n情节轻微");
        assertThat(kept.salt()).matches("[0-9a-f]{64}");
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update(HexFormat.of().parseHex(kept.salt()));
        assertThat(HexFormat.of().formatHex(sha256.digest(kept.text().getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(digest);
    }

    @Test
    void theSameTextHasAnotherDigestEachTime() {
        assertThat(statements.digestOf(StreamType.PERSON, person, "情节轻微"))
                .isNotEqualTo(statements.digestOf(StreamType.PERSON, person, "情节轻微"));
    }

    @Test
    void otherStreamsHaveKeysOfTheirOwn() {
        String digest = statements.digestOf(StreamType.HANDLING, "CF-1", "处罚决定被撤销");
        statements.digestOf(StreamType.HANDLING, "CF-1", "处罚决定被撤销");

        assertThat(statements.read(StreamType.HANDLING, "CF-1", digest)).isInstanceOf(Statement.Kept.class);
        assertThat(statements.read(StreamType.HANDLING, "CF-2", digest)).isEqualTo(new Statement.Unknown());
        assertThat(statements.read(StreamType.PERSON, person, digest)).isEqualTo(new Statement.Unknown());
        assertThat(statements.read(StreamType.HANDLING, "CF-1", "0".repeat(64))).isEqualTo(new Statement.Unknown());
        assertThat(statements.read(StreamType.HANDLING, "CF-1", "none")).isEqualTo(new Statement.Unknown());
        assertThat(database.count("data_key")).isEqualTo(2);
    }

    @Test
    void textsDieWithThePersonTheyAreAbout() {
        String digest = statements.digestOf(StreamType.PERSON, person, "情节轻微");
        var at = store.identities().erase(person, CLERK).orElseThrow();

        assertThat(statements.read(StreamType.PERSON, person, digest)).isEqualTo(new Statement.Erased(at));
        assertFault(IdentityFault.Kind.ERASED, person);
        assertFault(IdentityFault.Kind.UNKNOWN, "nobody");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "half \uD842 a character"})
    void refusesWhatIsNoText(String text) {
        assertThatThrownBy(() -> statements.digestOf(StreamType.PERSON, person, text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("half \uD842");
        assertThatThrownBy(() -> statements.digestOf(StreamType.PERSON, person, "x".repeat(Statements.LONGEST + 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(statements.digestOf(StreamType.PERSON, person, "x".repeat(Statements.LONGEST)))
                .hasSize(64);
    }

    @Test
    void whatIsSealedOpensNowhereElse() {
        String other = store.identities().personFor(card(2), name("李四")).person();
        String digest = statements.digestOf(StreamType.PERSON, person, "情节轻微");
        // As somebody with every right on the database might, to hang one person's text and name on another.
        database.superuser()
                .sql("alter table identity.statement disable trigger statement_kept")
                .update();
        database.superuser()
                .sql("update identity.statement set owner = 'person/" + other + "'")
                .update();
        database.superuser()
                .sql("alter table identity.field disable trigger field_kept")
                .update();
        database.superuser()
                .sql("update identity.field f set sealed = (select sealed from identity.field o where o.field = f.field"
                        + " and o.owner = 'person/" + person + "') where f.owner = 'person/" + other + "'")
                .update();

        assertThatThrownBy(() -> statements.read(StreamType.PERSON, other, digest))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("altered");
        assertThatThrownBy(() -> store.identities().read(other))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("altered");
    }

    @Test
    void lengthsTellNothingOfNames() {
        store.identities().personFor(card(2), name("阿卜杜拉·买买提"));

        assertThat(database.superuser()
                        .sql("select distinct length(sealed) from identity.field")
                        .query(Integer.class)
                        .list())
                .hasSize(1);
    }

    @Test
    void labelsHaveVersionsAndAreNoNames() {
        Labels labels = store.labels();

        assertThat(labels.labelOf(StreamType.INSTITUTION, "H1")).isEmpty();
        assertThat(labels.label(StreamType.INSTITUTION, "H1", " 第一医院 ")).isEqualTo(1);
        assertThat(labels.label(StreamType.INSTITUTION, "H1", "第一医院")).isEqualTo(1);
        assertThat(labels.label(StreamType.INSTITUTION, "H1", "第一人民医院")).isEqualTo(2);
        assertThat(labels.labelOf(StreamType.INSTITUTION, "H1")).contains("第一人民医院");
        assertThatThrownBy(() -> labels.label(StreamType.PERSON, person, "张三"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> labels.label(StreamType.INSTITUTION, "H1", " "))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void assertFault(IdentityFault.Kind kind, String id) {
        assertThatThrownBy(() -> statements.digestOf(StreamType.PERSON, id, "情节轻微"))
                .isInstanceOfSatisfying(
                        IdentityFault.class, fault -> assertThat(fault.kind()).isEqualTo(kind));
    }
}
