package org.payqual.command.dispatch;

/**
 * Words a command once there are digests for its free texts. A text is kept only when the command is accepted: whatever
 * is refused or repeated leaves nothing behind.
 *
 * @param <C> the command
 */
@FunctionalInterface
public interface Wording<C> {

    /**
     * Words the command.
     *
     * @param keeping keeps what must not go into the ledger, and gives the digest of a text
     */
    C with(Keeping keeping);
}
