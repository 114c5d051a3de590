package org.payqual.command.answer;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;
import org.payqual.command.port.Statements;

/**
 * A free text, such as a reason, which goes to the identity store: more than white space, and no longer than
 * {@link Statements#LONGEST}. None at all is well-formed.
 */
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Size(max = Statements.LONGEST)
@Constraint(validatedBy = FreeText.Validator.class)
public @interface FreeText {

    /** The message's key, as every constraint has one; answers are worded from the constraint alone. */
    String message() default "free text";

    /** Unused. */
    Class<?>[] groups() default {};

    /** Unused. */
    Class<? extends Payload>[] payload() default {};

    /** Looks for something to read. */
    final class Validator implements ConstraintValidator<FreeText, String> {

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || !text.isBlank();
        }
    }
}
