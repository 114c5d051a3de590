package org.payqual.domain.person;

import org.jspecify.annotations.Nullable;

/**
 * What shows that a path of repair was gone (TJ-35.1, 35.2): the hours and the exam of a training, or the activity.
 *
 * @param hours of the training, at least 1
 * @param examScore points reached in the exam that was passed, 0 to 100
 * @param activity the code of the activity
 */
public record RepairEvidence(
        @Nullable Integer hours,
        @Nullable Integer examScore,
        @Nullable String activity) {}
