package org.payqual.ops.access;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.payqual.domain.access.Ability;
import org.payqual.domain.ledger.Role;

/** Tells readers of the API which roles have an ability, and how far. */
public final class AbilityRoles {

    private AbilityRoles() {}

    /** Lists the roles as they are written in tokens, such as {@code agency, institution (own people)}. */
    public static String text(Ability ability) {
        return Arrays.stream(Role.values())
                .flatMap(role ->
                        AccessRules.scope(ability, role).stream().map(scope -> RoleNames.written(role) + limit(scope)))
                .collect(Collectors.joining(", "));
    }

    private static String limit(Scope scope) {
        return switch (scope) {
            case ALL -> "";
            case OWN_PEOPLE -> " (本机构人员 / own people)";
            case OWN_INSTITUTION -> " (本机构 / own institution)";
            case SELF -> " (本人 / themselves)";
        };
    }
}
