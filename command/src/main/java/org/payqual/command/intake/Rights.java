package org.payqual.command.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.payqual.domain.access.Ability;
import org.payqual.domain.access.Permits;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;

/** What the caller may do at the institutions of a file; each is asked about once. */
final class Rights {

    private final Permits permits;
    private final List<Ability> abilities;
    private final Map<String, Optional<Problem.Forbidden>> answers = new HashMap<>();

    Rights(Permits permits, Ability... abilities) {
        this.permits = permits;
        this.abilities = List.of(abilities);
    }

    /** Says what forbids a row at its institution. */
    List<RowFault> against(Values row) {
        return answers.computeIfAbsent(row.text("institution"), this::ask)
                .map(it -> List.of(row.fault("institution", it.code(), it.zh(), it.en())))
                .orElse(List.of());
    }

    private Optional<Problem.Forbidden> ask(String institution) {
        try {
            abilities.forEach(it -> permits.atInstitution(it, institution));
            return Optional.empty();
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.Forbidden forbidden) {
                return Optional.of(forbidden);
            }
            throw e;
        }
    }
}
