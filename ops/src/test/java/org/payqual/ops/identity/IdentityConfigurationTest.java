package org.payqual.ops.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.payqual.ops.identity.Invented.CLERK;
import static org.payqual.ops.identity.Invented.card;
import static org.payqual.ops.identity.Invented.name;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.payqual.command.port.Digests;
import org.payqual.command.port.Identities;
import org.payqual.domain.identity.Identity;
import org.payqual.ops.keys.KeyId;
import org.payqual.ops.keys.KeyPurpose;
import org.payqual.ops.keys.KeyText;
import org.payqual.ops.postgres.StartRefused;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

/** How the store opens in the application, by its settings. */
@ExtendWith(OutputCaptureExtension.class)
class IdentityConfigurationTest {

    private final TestDatabase database = TestDatabase.empty();

    @TempDir
    Path folder;

    @Test
    void makesKeysOnceWithTheEmbeddedDatabaseAndFindsThemAgain() throws Exception {
        String person;
        try (ConfigurableApplicationContext first = start()) {
            person = first.getBean(Identities.class)
                    .personFor(card(1), name("张三"))
                    .person();
            assertThat(first.getBean(KeyHealth.class).health().getStatus()).isEqualTo(Status.UP);
            assertThat(first.getBean(Digests.class)
                            .ofKey(CLERK.issuer(), CLERK.subject(), "person/1", "k-1")
                            .current())
                    .startsWith("1.");
        }
        try (ConfigurableApplicationContext second = start()) {
            assertThat(second.getBean(Identities.class).read(person)).isInstanceOf(Identity.Known.class);
        }
        try (var files = Files.list(keys())) {
            assertThat(files).hasSize(KeyPurpose.values().length);
        }
    }

    @Test
    void changesKeysOnceWhenToldTo() {
        start().close();
        for (int round = 0; round < 2; round++) {
            try (ConfigurableApplicationContext changed = start("--payqual.keys.next=master-2,index-2")) {
                KeyCare care = changed.getBean(IdentityStore.class).keyCare();
                Awaitility.await()
                        .untilAsserted(() -> assertThat(care.list())
                                .extracting(key -> key.id() + " " + key.state())
                                .contains("master-2 ACTIVE", "master-1 RETIRED", "index-2 ACTIVE", "index-1 RETIRED"));
                assertThat(care.list()).hasSize(KeyPurpose.values().length + 2);
            }
        }
    }

    @Test
    void saysInOneSentenceThatAKeyIsMissingAndGoesOnWhenTold(CapturedOutput output) throws Exception {
        String person;
        try (ConfigurableApplicationContext first = start()) {
            person = first.getBean(Identities.class)
                    .personFor(card(1), name("张三"))
                    .person();
        }
        Files.delete(keys().resolve("master-1.key"));

        assertThatThrownBy(this::start).hasRootCauseInstanceOf(StartRefused.class);
        assertThat(output.getErr()).startsWith("payqual: 密钥 master-1 不在").contains("The key master-1 is missing at");
        assertThat(Files.exists(keys().resolve("master-1.key"))).isFalse();

        try (ConfigurableApplicationContext without = start("--payqual.keys.without=master")) {
            assertThat(without.getBean(Identities.class).find(card(1))).contains(person);
            assertThat(without.getBean(KeyHealth.class).health().getDetails())
                    .containsEntry("missing", List.of("master-1"));
            assertThat(without.getBean(KeyHealth.class).health().getStatus()).isEqualTo(Status.DOWN);
        }
        for (int round = 0; round < 2; round++) {
            try (ConfigurableApplicationContext lost = start("--payqual.keys.lost=master-1")) {
                assertThat(lost.getBean(Identities.class).read(person)).isEqualTo(new Identity.Unreadable());
                assertThat(lost.getBean(Identities.class)
                                .personFor(card(2), name("李四"))
                                .nameAgrees())
                        .isTrue();
            }
        }
    }

    @Test
    void takesKeysAsTextAndMakesNoneForADatabaseOfOthers() {
        String url = "--spring.datasource.url=jdbc:postgresql:elsewhere";
        assertThatThrownBy(() -> start(url))
                .rootCause()
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("payqual new-key master-1");
        assertThat(Files.exists(keys())).isFalse();

        List<String> given = new ArrayList<>();
        for (KeyPurpose purpose : KeyPurpose.values()) {
            given.add(KeyText.ofNew(new KeyId(purpose, 1)));
        }
        try (ConfigurableApplicationContext context = start(url, "--payqual.keys.text=" + String.join(";", given))) {
            assertThat(context.getBean(KeyHealth.class).health().getStatus()).isEqualTo(Status.UP);
        }
    }

    @Test
    void erasesAgainAfterARestoreWhomTheListNames() throws Exception {
        String person;
        String other;
        try (ConfigurableApplicationContext restored = start()) {
            Identities identities = restored.getBean(Identities.class);
            person = identities.personFor(card(1), name("张三")).person();
            other = identities.personFor(card(2), name("李四")).person();
        }
        Path list = folder.resolve("erased.tsv");
        Files.writeString(
                list,
                person + "\t2026-03-01 10:00:00+00\thttps://issuer.example\tclerk-1\n"
                        + "00000000-0000-4000-8000-000000000000\t2026-03-01 10:00:00+00\thttps://issuer.example\tclerk-1\n");
        for (int round = 0; round < 2; round++) {
            try (ConfigurableApplicationContext again = start("--payqual.identity.erase-again=" + list)) {
                Identities identities = again.getBean(Identities.class);
                assertThat(identities.read(person)).isInstanceOf(Identity.Erased.class);
                assertThat(identities.read(other)).isInstanceOf(Identity.Known.class);
            }
        }
        assertThat(database.count("erasure")).isEqualTo(1);

        Files.writeString(list, person);
        assertThatThrownBy(() -> start("--payqual.identity.erase-again=" + list))
                .rootCause()
                .isInstanceOf(StartRefused.class);
    }

    @Test
    void refusesSettingsThatNameNoKey() {
        assertThatThrownBy(() -> start("--payqual.keys.next=master"))
                .rootCause()
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("payqual.keys.next");
    }

    private Path keys() {
        return folder.resolve("keys");
    }

    private ConfigurableApplicationContext start(String... settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("--payqual.keys.folder=" + keys());
        ApplicationContextInitializer<GenericApplicationContext> withDatabase = context -> {
            context.registerBean("identityDataSource", DataSource.class, database::unclosed);
            context.registerBean("identityReadingDataSource", DataSource.class, database::unclosed);
        };
        return new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .initializers(withDatabase)
                .run(all.toArray(String[]::new));
    }

    @Configuration(proxyBeanMethods = false)
    @Import(IdentityConfiguration.class)
    static class Application {}
}
