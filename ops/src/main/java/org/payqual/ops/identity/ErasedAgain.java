package org.payqual.ops.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.payqual.command.port.Identities;
import org.payqual.domain.ledger.Actor;
import org.payqual.domain.ledger.Role;
import org.payqual.ops.postgres.StartRefused;

/**
 * Erases again, after a restore from an older backup, whoever stands in a list kept apart from the database: lines of
 * person id, time, issuer and subject with tabs between them. Who is erased already stays as they are.
 */
final class ErasedAgain {

    private static final int PARTS = 4;

    private ErasedAgain() {}

    /**
     * Erases all people of a list.
     *
     * @return how many lines named somebody who is kept here
     * @throws StartRefused if the list cannot be read
     */
    static int by(Path list, Identities identities) {
        try {
            int found = 0;
            for (String line : Files.readAllLines(list)) {
                List<String> parts = List.of(line.split("\t", -1));
                if (parts.size() != PARTS) {
                    throw new StartRefused(list + " 不是删除清单：有一行不是 " + PARTS + " 项 / " + list
                            + " is no list of erasures: a line has not " + PARTS + " parts.");
                }
                Actor by = new Actor(parts.get(2), parts.get(3), Role.AGENCY, null);
                found += identities.erase(parts.getFirst(), by).isPresent() ? 1 : 0;
            }
            return found;
        } catch (IOException unreadable) {
            throw new StartRefused(
                    "删除清单 " + list + " 无法读取 / The list of erasures " + list + " cannot be read.", unreadable);
        }
    }
}
