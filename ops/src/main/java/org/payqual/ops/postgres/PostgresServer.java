package org.payqual.ops.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
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

    /**
     * Find the database that is there: at a URL, as another payqual runs it, or in its folder, where it is started.
     *
     * @throws StartRefused if there is none, it cannot be started, or a setting is missing
     */
    static PostgresServer attach(PostgresProperties properties, @Nullable String url) {
        if (url != null) {
            return find(properties, url);
        }
        Path folder = properties.data().toAbsolutePath().normalize();
        if (!Files.exists(folder.resolve("cluster"))) {
            throw new StartRefused(folder + " 中没有账本；请用 --payqual.postgres.data 指明文件夹，或用 --spring.datasource.url"
                    + " 指明数据库 / There is no ledger in " + folder + "; name the folder with"
                    + " --payqual.postgres.data, or a database with --spring.datasource.url.");
        }
        return ClusterFolder.isHeld(folder)
                ? new PostgresServer(RunningCluster.access(folder), null)
                : find(properties, null);
    }

    /** Tell whether it was started here, so that nobody else is on it. */
    boolean ours() {
        return embedded != null;
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
