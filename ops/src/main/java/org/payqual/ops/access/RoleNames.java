package org.payqual.ops.access;

import java.util.Locale;
import org.payqual.domain.ledger.Role;

/** The names of roles in tokens: {@code agency}, {@code rulebook-keeper}. */
public final class RoleNames {

    private RoleNames() {}

    /** Gives a role's name in tokens. */
    public static String written(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
