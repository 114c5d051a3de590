package org.payqual.domain.person;

import org.jspecify.annotations.Nullable;

/**
 * What a registration says of a person besides name and document (TJ-17), in codes of the national standards.
 *
 * @param role the role as the rulebook names it for that kind of institution (TJ-3), such as {@code MEDICAL}
 * @param primary whether this is the primary place of practice
 * @param personCode the national code of the person in medical insurance, once issued (TJ-18)
 * @param region the insurance region of the registration
 * @param practiceType code of the practice type
 * @param practiceCategory code of the practice category
 * @param practiceScope code of the practice scope
 * @param title code of the professional title
 */
public record RegistrationContent(
        String role,
        boolean primary,
        @Nullable String personCode,
        @Nullable String region,
        @Nullable String practiceType,
        @Nullable String practiceCategory,
        @Nullable String practiceScope,
        @Nullable String title) {

    /** Returns the content that knows of no more than role and whether it is the primary place. */
    public static RegistrationContent of(String role, boolean primary) {
        return new RegistrationContent(role, primary, null, null, null, null, null, null);
    }
}
