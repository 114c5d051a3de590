package org.payqual.domain.person;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.handling.Handling;
import org.payqual.domain.institution.Institution;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.ledger.Provision;
import org.payqual.domain.person.PersonCommand.ClaimedFinding;
import org.payqual.domain.rulebook.Circumstance;
import org.payqual.domain.rulebook.HandlingKind;

/**
 * Whether a circumstance fits the handling, the institution and the person's work there, and has what the rulebook asks
 * for with it (TJ-26 to 29).
 *
 * @param person as recorded so far
 * @param handling on which the notice rests
 * @param institution against which the handling was made
 */
record CircumstanceFit(Person person, Handling handling, Institution institution) {

    /** Returns the refusal of a finding whose circumstance does not fit; null if it fits. */
    @Nullable
    Decision<PersonEvent> refusal(int index, ClaimedFinding finding, Circumstance circumstance) {
        Provision provision = circumstance.provision();
        if (!circumstance.handlings().isEmpty() && !circumstance.handlings().contains(handling.kind())) {
            return FindingRefusals.unfit(
                    provision,
                    index,
                    circumstance.code() + " 不适用于 " + handling.kind(),
                    circumstance.code() + " does not rest on " + handling.kind());
        }
        if (circumstance.institution() != null
                && !circumstance.institution().fits(institution.kind(), institution.publiclyOwned())) {
            return FindingRefusals.unfit(
                    provision,
                    index,
                    circumstance.code() + " 不适用于此类机构",
                    circumstance.code() + " does not concern this kind of institution");
        }
        if (!circumstance.roles().isEmpty()
                && role(finding.actedTo())
                        .filter(it -> !circumstance.roles().contains(it))
                        .isPresent()) {
            return FindingRefusals.unfit(
                    provision,
                    index,
                    circumstance.code() + " 不适用于此类人员",
                    circumstance.code() + " does not concern staff of this role");
        }
        if (!circumstance.manners().isEmpty() && Collections.disjoint(circumstance.manners(), handling.manners())) {
            return FindingRefusals.unfit(
                    provision,
                    index,
                    circumstance.code() + " 不适用于此种方式的协议处理",
                    circumstance.code() + " does not rest on a handling in this manner");
        }
        if (!circumstance.regulationArticles().isEmpty()
                && (finding.article() == null
                        || !circumstance.regulationArticles().contains(finding.article()))) {
            return FindingRefusals.unfit(
                    provision,
                    index,
                    circumstance.code() + " 须以条例第 " + articles(circumstance) + " 条为依据",
                    circumstance.code() + " rests on article " + articles(circumstance) + " of the regulation");
        }
        if (handling.kind() == HandlingKind.ADMINISTRATIVE_PENALTY
                && finding.article() != null
                && !handling.articles().contains(finding.article())) {
            return FindingRefusals.articleNotApplied(provision, index, finding.article());
        }
        return circumstance.reasonRequired() && finding.reason() == null
                ? FindingRefusals.reasonMissing(provision, index)
                : null;
    }

    private static String articles(Circumstance circumstance) {
        return String.join(
                "/",
                circumstance.regulationArticles().stream()
                        .sorted()
                        .map(String::valueOf)
                        .toList());
    }

    /**
     * The role on the last day of an act: by the registration at that institution that held then, or else the one begun
     * last before it, or else the first begun after it by the handling's day; empty if there was none.
     */
    private Optional<String> role(LocalDate acted) {
        List<Registration> begun = person.registrations().stream()
                .filter(it -> it.institution().equals(institution.code()))
                .filter(it -> !it.from().isAfter(handling.date()))
                .sorted(Comparator.comparing(Registration::from))
                .toList();
        return begun.stream()
                .filter(it -> person.span(it).contains(acted))
                .findFirst()
                .or(() -> begun.reversed().stream()
                        .filter(it -> !it.from().isAfter(acted))
                        .findFirst())
                .or(() -> begun.stream().findFirst())
                .map(it -> it.contentOn(acted).role());
    }
}
