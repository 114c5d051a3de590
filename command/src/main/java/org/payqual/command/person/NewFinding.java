package org.payqual.command.person;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.payqual.command.Earliest;
import org.payqual.command.answer.Codes;
import org.payqual.command.answer.FreeText;
import org.payqual.command.answer.NoCitizenNumber;
import org.payqual.domain.person.PersonCommand.ClaimedFinding;
import org.payqual.domain.rulebook.Responsibility;

/** One finding, of a notice or of what an adjustment leaves of it. */
record NewFinding(
        @NoCitizenNumber @Pattern(regexp = Codes.ID) String violation,

        @NoCitizenNumber @Pattern(regexp = Codes.CITATION) String circumstance,

        @Nullable Responsibility responsibility,
        @Nullable @Min(0) @Max(100) Integer points,
        @Nullable @Earliest("2000-01-01") LocalDate actedFrom,
        @Earliest("2000-01-01") LocalDate actedTo,
        @Nullable @Min(1) @Max(999) Integer article,

        @Nullable @NoCitizenNumber @Pattern(regexp = Codes.ID)
        String basis,

        @Nullable @FreeText String reason,

        @Nullable @Min(0) @Max(999_999_999_999L) Long amount,

        @Nullable @NoCitizenNumber @Pattern(regexp = Codes.CITATION)
        String move) {

    ClaimedFinding claimed(UnaryOperator<String> digest) {
        return new ClaimedFinding(
                violation,
                circumstance,
                responsibility,
                points,
                actedFrom,
                actedTo,
                article,
                basis,
                PersonRecorder.digest(digest, reason),
                amount,
                move);
    }
}
