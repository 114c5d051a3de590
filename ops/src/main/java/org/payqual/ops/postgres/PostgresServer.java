package org.payqual.ops.postgres;

import org.jspecify.annotations.Nullable;

/** The PostgreSQL in use: our own, which stops with this object, or one that is run by others. */
final class PostgresServer implements AutoCloseable {

    private final PostgresAccess access;
    private final @Nullable EmbeddedCluster embedded;

    private PostgresServer(PostgresAccess access, @Nullable EmbeddedCluster embedded) {
        this.access = access;
        this.embedded = embedded;
    }

    /**
     * Start the embedded database, unless a URL points to another.
     *
     * @throws StartRefused if it cannot be started, or a setting is missing
     */
    static PostgresServer find(PostgresProperties properties, @Nullable String url) {
        if (url != null) {
            return new PostgresServer(properties.accessTo(url), null);
        }
        EmbeddedCluster cluster = EmbeddedCluster.start(properties.data(), properties.port());
        return new PostgresServer(cluster.access(), cluster);
    }

    PostgresAccess access() {
        return access;
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }
}
