package org.payqual.ops.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The embedded database of another payqual that is running. */
final class RunningCluster {

    private static final int PORT_LINE = 3;

    private RunningCluster() {}

    /**
     * Return the way into it.
     *
     * @param folder of the database, held by the other process
     * @throws StartRefused if its server does not run at this moment, or the passwords cannot be read
     */
    static PostgresAccess access(Path folder) {
        Path cluster = folder.resolve("cluster");
        try {
            List<String> note = Files.readAllLines(cluster.resolve("postmaster.pid"));
            if (note.size() > PORT_LINE && SurvivingServer.of(cluster).isPresent()) {
                int port = Integer.parseInt(note.get(PORT_LINE).strip());
                ClusterPasswords passwords = ClusterPasswords.of(folder.resolve("passwords.properties"), true);
                return new PostgresAccess(
                        "jdbc:postgresql://127.0.0.1:" + port + "/payqual",
                        passwords.owner(),
                        passwords.ledger(),
                        passwords.projector(),
                        passwords.identity());
            }
        } catch (IOException | NumberFormatException unreadable) {
            throw notNow(folder, unreadable);
        }
        throw notNow(folder, null);
    }

    private static StartRefused notNow(Path folder, @Nullable Exception cause) {
        return new StartRefused(
                "payqual 正在使用 " + folder + " 中的数据，但其数据库尚无法连接，或本账户无法连接；请稍后再试"
                        + " / payqual is running with the data in " + folder
                        + ", but its database cannot be reached yet or from this account; try again in a moment.",
                cause);
    }
}
