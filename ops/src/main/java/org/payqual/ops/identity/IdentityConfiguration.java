package org.payqual.ops.identity;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.payqual.command.port.Digests;
import org.payqual.command.port.Identities;
import org.payqual.command.port.Labels;
import org.payqual.command.port.Statements;
import org.payqual.domain.identity.IdentityReader;
import org.payqual.domain.identity.LabelReader;
import org.payqual.domain.identity.StatementReader;
import org.payqual.ops.keys.SigningKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Opens the identity store, once its keys are found to be the right ones. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KeySettings.class)
public class IdentityConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(IdentityConfiguration.class);

    /** Opens the store and does with its keys, and with people erased before, what the settings order. */
    @Bean
    @Primary
    IdentityStore identityStore(
            @Qualifier("identityDataSource") DataSource identityDataSource,
            KeySettings settings,
            @Value("${spring.datasource.url:#{null}}") @Nullable String url,
            @Value("${payqual.identity.erase-again:#{null}}") @Nullable Path erased) {
        IdentityStore store = new IdentityStore(identityDataSource, settings.source(url == null));
        store.checkKeys(settings.mayMiss());
        settings.keysLost().forEach(store.keyCare()::declareLost);
        settings.keysNext().forEach(store.keyCare()::introduce);
        if (erased != null) {
            LOG.info("{} people of the list stay or are erased again.", ErasedAgain.by(erased, store.identities()));
        }
        return store;
    }

    /**
     * Opens the store for those who only read, who do not wait long; like another program on the same database, it sees
     * what the first one does with keys. It is opened after that one has found them right.
     */
    @Bean
    IdentityStore identityReading(
            @Qualifier("identityReadingDataSource") DataSource reading,
            @Qualifier("identityStore") IdentityStore found,
            KeySettings settings,
            @Value("${spring.datasource.url:#{null}}") @Nullable String url) {
        return new IdentityStore(reading, settings.source(url == null));
    }

    /**
     * Shows people's identities. Like the other two readers it is no writer: the container gives a bean to whoever asks
     * for a type that the object has, whatever its method declares.
     */
    @Bean
    @Primary
    IdentityReader identityReader(@Qualifier("identityReading") IdentityStore store) {
        return store.readIdentities();
    }

    /** Shows the free texts. */
    @Bean
    @Primary
    StatementReader statementReader(@Qualifier("identityReading") IdentityStore store) {
        return (stream, id, digest) -> store.statements().read(stream, id, digest);
    }

    /** Shows the labels of streams. */
    @Bean
    @Primary
    LabelReader labelReader(@Qualifier("identityReading") IdentityStore store) {
        return (stream, id) -> store.labels().labelOf(stream, id);
    }

    /** Redoes what depends on former keys beside the work of the day, once the application answers. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> keyRework(IdentityStore store, KeySettings settings) {
        return ready -> Thread.ofVirtual().name("key rework").start(() -> {
            try {
                store.keyCare().rework();
                if (settings.giveUpDocuments()) {
                    LOG.warn("{} documents were given up.", store.keyCare().abandonLostDocuments());
                }
            } catch (RuntimeException stopped) {
                LOG.error("The change of a key stopped and goes on at the next start.", stopped);
            }
        });
    }

    /** Gives people's identities. */
    @Bean
    Identities identities(IdentityStore store) {
        return store.identities();
    }

    /** Gives the free texts. */
    @Bean
    Statements statements(IdentityStore store) {
        return store.statements();
    }

    /** Gives the labels of streams. */
    @Bean
    Labels labels(IdentityStore store) {
        return store.labels();
    }

    /** Gives the digests of requests. */
    @Bean
    Digests digests(IdentityStore store) {
        return store.digests();
    }

    /** Gives the keys to sign with. */
    @Bean
    SigningKeys signingKeys(IdentityStore store) {
        return store.signingKeys();
    }

    /** Reports the state of the keys with the application's health. */
    @Bean
    KeyHealth keyHealthIndicator(@Qualifier("identityReading") IdentityStore store) {
        return new KeyHealth(store.keyCare());
    }
}
