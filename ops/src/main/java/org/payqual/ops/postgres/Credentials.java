package org.payqual.ops.postgres;

/**
 * A database role that logs in with a password.
 *
 * @param username the role's name
 * @param password its password, never shown by {@link #toString()}
 */
public record Credentials(String username, String password) {

    @Override
    public String toString() {
        return username;
    }
}
