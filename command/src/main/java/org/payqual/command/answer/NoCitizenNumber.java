package org.payqual.command.answer;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.identity.CitizenNumber;

/**
 * Refuses a code in which a citizen's number stands. Codes are stored for good and shown in answers; whoever pastes a
 * number into the wrong field must learn of it before that.
 */
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = NoCitizenNumber.Validator.class)
public @interface NoCitizenNumber {

    /** The message's key, as every constraint has one; answers are worded from the constraint alone. */
    String message() default "no citizen number";

    /** Unused. */
    Class<?>[] groups() default {};

    /** Unused. */
    Class<? extends Payload>[] payload() default {};

    /** Looks for a number. */
    final class Validator implements ConstraintValidator<NoCitizenNumber, String> {

        @Override
        public boolean isValid(@Nullable String code, ConstraintValidatorContext context) {
            return code == null || !CitizenNumber.standsIn(code);
        }
    }
}
