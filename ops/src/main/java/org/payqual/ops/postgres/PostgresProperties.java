package org.payqual.ops.postgres;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code payqual.postgres}.
 *
 * @param data folder of the embedded database; unused when {@code spring.datasource.url} points elsewhere
 * @param port port of the embedded database on the loopback address; 0 takes the usual one, or a free one when that is
 *     taken
 * @param owner role for migrations; needed with {@code spring.datasource.url}, as are the next three
 * @param ledger role that appends
 * @param projector role of the read models
 * @param identity role of the identity store
 */
@ConfigurationProperties("payqual.postgres")
public record PostgresProperties(
        Path data,
        @DefaultValue("0") int port,
        @Nullable Credentials owner,
        @Nullable Credentials ledger,
        @Nullable Credentials projector,
        @Nullable Credentials identity) {

    /**
     * Return the access to the database at the given URL.
     *
     * @throws StartRefused if a role's name or password is not set
     */
    PostgresAccess accessTo(String url) {
        return new PostgresAccess(
                url,
                required("owner", owner),
                required("ledger", ledger),
                required("projector", projector),
                required("identity", identity));
    }

    private static Credentials required(String role, @Nullable Credentials credentials) {
        if (credentials == null || credentials.username() == null || credentials.password() == null) {
            throw new StartRefused("设置了 spring.datasource.url，因此还须设置 payqual.postgres." + role
                    + ".username 和 .password / spring.datasource.url is set, so payqual.postgres." + role
                    + ".username and .password must be set too.");
        }
        return credentials;
    }
}
