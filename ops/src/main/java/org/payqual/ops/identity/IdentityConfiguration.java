package org.payqual.ops.identity;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.payqual.command.port.Digests;
import org.payqual.command.port.Identities;
import org.payqual.command.port.Labels;
import org.payqual.command.port.Statements;
import org.payqual.ops.keys.GivenKeys;
import org.payqual.ops.keys.KeyFolder;
import org.payqual.ops.keys.KeySource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The identity store and the keys that open it; nothing is served before every key is at hand. */
@Configuration(proxyBeanMethods = false)
public class IdentityConfiguration {

    /**
     * Finds the keys: in {@code payqual.keys.text}, or else in a folder. Keys are made only beside the embedded
     * database; for any other the operator makes them, and keeps them apart from it.
     */
    @Bean
    KeySource keySource(
            @Value("${payqual.keys.text:#{null}}") @Nullable String text,
            @Value("${payqual.keys.folder:data/keys}") Path folder,
            @Value("${spring.datasource.url:#{null}}") @Nullable String url) {
        return text == null ? new KeyFolder(folder, url == null) : new GivenKeys(text);
    }

    @Bean
    IdentityStore identityStore(
            @Qualifier("identityDataSource") HikariDataSource identityDataSource, KeySource source) {
        IdentityStore store = new IdentityStore(identityDataSource, source);
        store.checkKeys(Set.of());
        return store;
    }

    @Bean
    Identities identities(IdentityStore store) {
        return store.identities();
    }

    @Bean
    Statements statements(IdentityStore store) {
        return store.statements();
    }

    @Bean
    Labels labels(IdentityStore store) {
        return store.labels();
    }

    @Bean
    Digests digests(IdentityStore store) {
        return store.digests();
    }
}
