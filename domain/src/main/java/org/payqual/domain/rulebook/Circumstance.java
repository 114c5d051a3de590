package org.payqual.domain.rulebook;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.file.Text;
import org.payqual.domain.ledger.Provision;

/**
 * A circumstance that a finding can be made under (TJ-26 to 29), with what it asks of handling, institution and staff.
 *
 * @param code by which findings name it: its own citation, such as {@code TJ-27.1}
 * @param provision the same as a citation
 * @param band the name of its band of points
 * @param handlings the kinds of handling it can rest on; empty for any
 * @param manners of a handling under the agreement of which one must be its; empty for any
 * @param regulationArticles articles of the supervision regulation of which the handling must name one; empty where the
 *     circumstance names none
 * @param institution at which institutions it can be met, where it is not any
 * @param roles of the people it can be found of; empty for all
 * @param repeats set where it is the repeat of an earlier violation
 * @param amounts points by the amount involved, ascending; empty where they follow the responsibility
 * @param reasonRequired whether an officer must give a reason
 * @param about what it is, in words of its own
 */
public record Circumstance(
        String code,
        Provision provision,
        String band,
        Set<HandlingKind> handlings,
        Set<HandlingManner> manners,
        Set<Integer> regulationArticles,
        @Nullable InstitutionCondition institution,
        Set<String> roles,
        @Nullable Repeats repeats,
        List<AmountStep> amounts,
        boolean reasonRequired,
        Text about)
        implements Cited {

    /** Copies the collections. */
    public Circumstance {
        handlings = Ordered.set(handlings);
        manners = Ordered.set(manners);
        regulationArticles = Ordered.set(regulationArticles);
        roles = Ordered.set(roles);
        amounts = List.copyOf(amounts);
    }

    @Override
    public List<Provision> provisions() {
        return List.of(provision);
    }
}
