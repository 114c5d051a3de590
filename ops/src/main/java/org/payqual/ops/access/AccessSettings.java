package org.payqual.ops.access;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code payqual.access}: how to read the tokens of whoever issues them.
 *
 * @param audience that tokens must be meant for; needed with every issuer but the sample's own
 * @param rolesClaim where the roles stand, as the name of a claim or a path such as {@code realm_access.roles}
 * @param organisationClaim where the code of the caller's institution, agency or department stands
 * @param personClaim where the id of the person stands, for callers in the role of one
 */
@ConfigurationProperties("payqual.access")
public record AccessSettings(
        @Nullable String audience,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue("organisation") String organisationClaim,
        @DefaultValue("person") String personClaim) {}
