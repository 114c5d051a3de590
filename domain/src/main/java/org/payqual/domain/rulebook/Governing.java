package org.payqual.domain.rulebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.payqual.domain.file.Text;

/** Which rulebook governs a region on a day. */
public sealed interface Governing {

    /** Returns the rulebook, where one governs. */
    default Optional<Rulebook> rulebook() {
        return this instanceof One one ? Optional.of(one.governs()) : Optional.empty();
    }

    /**
     * One governs.
     *
     * @param governs which
     */
    record One(Rulebook governs) implements Governing {}

    /**
     * None governs.
     *
     * @param region the region asked for
     * @param day the day asked for
     * @param otherDays the adopted rulebooks that govern the region on other days
     */
    record None(String region, LocalDate day, List<Rulebook> otherDays) implements Governing {

        /** Copies the list. */
        public None {
            otherDays = List.copyOf(otherDays);
        }

        /** Tells which rulebook would be needed. */
        public Text needed() {
            return new Text(
                    "需要采纳一部于 " + day + " 适用于区划 " + region + " 的规则册" + others("；现有：", "、"),
                    "a rulebook for region " + region + " on " + day + " would have to be adopted"
                            + others("; there is ", ", "));
        }

        private String others(String before, String between) {
            return otherDays.isEmpty()
                    ? ""
                    : before + otherDays.stream().map(None::days).collect(Collectors.joining(between));
        }

        private static String days(Rulebook rulebook) {
            LocalDate until = rulebook.effectiveUntil();
            return rulebook.id() + " (" + rulebook.effectiveFrom() + "–" + (until == null ? "" : until.minusDays(1))
                    + ")";
        }
    }
}
