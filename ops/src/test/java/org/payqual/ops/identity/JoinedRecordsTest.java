package org.payqual.ops.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.payqual.ops.identity.Invented.card;
import static org.payqual.ops.identity.Invented.name;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.payqual.command.port.Identities;
import org.payqual.command.port.Identities.Amendment;
import org.payqual.command.port.Identities.FormerDocument;
import org.payqual.command.port.Identities.Reservation;
import org.payqual.command.port.Statements;
import org.payqual.domain.identity.Identity;
import org.payqual.domain.identity.Statement;
import org.payqual.domain.ledger.StreamType;

/** Documents of joined records lead to the one that goes on, and all are erased together, in whatever order. */
class JoinedRecordsTest {

    private final TestDatabase database = TestDatabase.empty();
    private Identities identities;
    private Statements statements;
    private String first;
    private String second;
    private String third;

    @BeforeEach
    void open() {
        IdentityStore store = database.start(new KeyBag());
        identities = store.identities();
        statements = store.statements();
        first = identities.personFor(card(1), name("张三")).person();
        second = identities.personFor(card(2), name("张山")).person();
        third = identities.personFor(card(3), name("张衫")).person();
    }

    @Test
    void documentsLeadToTheRecordThatGoesOnAndAreKnownByTheirOwnNames() {
        identities.join(first, second);
        identities.join(second, third);
        identities.join(second, third);

        assertThat(identities.find(card(1))).contains(third);
        assertThat(identities.find(card(2))).contains(third);
        assertThat(identities.personFor(card(1), name("张三"))).isEqualTo(new Reservation(third, false, true));
        assertThat(identities.personFor(card(1), name("张衫"))).isEqualTo(new Reservation(third, false, false));
        assertThat(identities.read(first))
                .isInstanceOfSatisfying(
                        Identity.Known.class, it -> assertThat(it.name()).isEqualTo(name("张三")));
    }

    @Test
    void aDocumentOfAJoinedRecordBecomesThatOfTheOneThatGoesOn() {
        identities.join(first, second);
        Amendment amended = identities.amend(second, name("张山"), card(1), FormerDocument.REPLACED);
        assertThat(amended).isInstanceOf(Amendment.Amended.class);
        assertThat(identities.find(card(1))).contains(second);
        assertThat(identities.amend(second, name("张山"), card(3), FormerDocument.REPLACED))
                .isEqualTo(new Amendment.Taken(third));
        assertThat(identities.amend(third, name("张衫"), card(1), FormerDocument.REPLACED))
                .isEqualTo(new Amendment.Taken(second));
    }

    @Test
    void reasonsAreReadWhereTheyWereTakenOver() {
        String digest = statements.digestOf(StreamType.PERSON, first, "录入有误");
        assertThat(statements.read(StreamType.PERSON, second, digest)).isEqualTo(new Statement.Unknown());
        identities.join(first, second);
        for (String record : new String[] {first, second}) {
            assertThat(statements.read(StreamType.PERSON, record, digest))
                    .isInstanceOfSatisfying(
                            Statement.Kept.class, it -> assertThat(it.text()).isEqualTo("录入有误"));
        }
        assertThat(statements.read(StreamType.PERSON, third, digest)).isEqualTo(new Statement.Unknown());
        identities.erase(second, Invented.CLERK);
        assertThat(statements.read(StreamType.PERSON, second, digest)).isInstanceOf(Statement.Erased.class);
    }

    @Test
    void allAreErasedWithTheOneThatGoesOn() {
        identities.join(first, second);
        identities.join(second, third);
        assertThat(identities.erase(third, Invented.CLERK)).isPresent();
        assertErased();
    }

    @Test
    void whoIsJoinedWithAnErasedRecordIsErasedToo() {
        identities.join(second, third);
        assertThat(identities.erase(third, Invented.CLERK)).isPresent();
        identities.join(first, second);
        assertErased();
    }

    private void assertErased() {
        for (String record : new String[] {first, second, third}) {
            assertThat(identities.read(record)).as(record).isInstanceOf(Identity.Erased.class);
        }
        assertThat(database.count("erasure")).isEqualTo(3);
        assertThat(database.count("document_index")).isZero();
        assertThat(identities.personFor(card(1), name("张三")).fresh()).isTrue();
    }
}
