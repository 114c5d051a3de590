package org.payqual.ops.access;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.payqual.domain.access.Ability;
import org.payqual.domain.access.PeopleOfInstitution;
import org.payqual.domain.access.Permits;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;
import org.springframework.security.core.context.SecurityContextHolder;

/** Holds the present caller against the {@link AccessRules}. */
final class CallerPermits implements Permits {

    private final PeopleOfInstitution registrations;

    CallerPermits(PeopleOfInstitution registrations) {
        this.registrations = registrations;
    }

    /** Gives the present caller; there is none only where a rule of the filters is missing. */
    static Caller caller() {
        return present().orElseThrow(() -> refused("no-caller", "请求未通过身份验证。", "The request has no caller."));
    }

    /** Gives the present caller, where there is one. */
    static Optional<Caller> present() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication it
                ? Optional.of(it.getPrincipal())
                : Optional.empty();
    }

    /** Tells how far the caller has an ability, or refuses. */
    Scope scope(Ability ability) {
        return AccessRules.scope(ability, caller().actor().role())
                .orElseThrow(() -> refused(
                        "not-allowed", "该角色不能办理此事项：" + ability.zh() + "。", "This role may not " + ability.en() + "."));
    }

    @Override
    public void forPeople(Ability ability, Collection<String> people) {
        boolean permitted = switch (scope(ability)) {
            case ALL -> true;
            case SELF -> people.stream().allMatch(it -> it.equals(caller().person()));
            case OWN_PEOPLE -> areOwn(new HashSet<>(people));
            case OWN_INSTITUTION -> false;
        };
        if (!permitted) {
            throw refused("not-your-person", "只能办理本机构人员或本人的事项。", "This is about someone of another institution.");
        }
    }

    @Override
    public void atInstitution(Ability ability, String institution) {
        boolean permitted = switch (scope(ability)) {
            case ALL -> true;
            case OWN_INSTITUTION, OWN_PEOPLE ->
                institution.equals(caller().actor().organisation());
            case SELF -> false;
        };
        if (!permitted) {
            throw refused("not-your-institution", "只能办理本机构的事项。", "This is about another institution.");
        }
    }

    private boolean areOwn(Set<String> people) {
        String institution = caller().actor().organisation();
        return institution != null && registrations.among(institution, people).containsAll(people);
    }

    static ProblemException refused(String code, String zh, String en) {
        return new ProblemException(new Problem.Forbidden(code, zh, en));
    }
}
