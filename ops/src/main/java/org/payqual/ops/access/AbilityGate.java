package org.payqual.ops.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.access.Ability;
import org.payqual.domain.access.AccessRecord;
import org.payqual.domain.access.Needs;
import org.payqual.domain.access.Reading;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;
import org.payqual.ops.problem.StoreAway;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Lets a request reach its handler only if the handler {@link Needs} an ability that the caller has, for whom the path
 * names. Whatever names no ability is closed. A refused or failed reading of people is written to the access record
 * here; an answered one by the handler, as only it knows what it shows.
 */
final class AbilityGate implements HandlerInterceptor {

    static final String PERSON = "person";
    static final String INSTITUTION = "institution";

    private static final Pattern PERSON_ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final CallerPermits permits;
    private final AccessRecord record;

    AbilityGate(CallerPermits permits, AccessRecord record) {
        this.permits = permits;
        this.record = record;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.ERROR
                || OpenPaths.contains(request)
                || tellsMethods(request, handler)) {
            return true;
        }
        Needs needs = handler instanceof HandlerMethod method ? method.getMethodAnnotation(Needs.class) : null;
        if (needs == null) {
            throw CallerPermits.refused("no-rule", "该地址未开放。", "This address is not open to anyone.");
        }
        String person = variables(request).get(PERSON);
        if (person != null && !PERSON_ID.matcher(person).matches()) {
            throw new ProblemException(new Problem.NotFound(PERSON, PERSON));
        }
        try {
            check(needs, person, variables(request).get(INSTITUTION), takesBodyAtInstitution((HandlerMethod) handler));
        } catch (ProblemException e) {
            boolean refused = e.problem() instanceof Problem.Forbidden;
            recordFailure(
                    request, needs.value(), person, refused ? Reading.Outcome.REFUSED : Reading.Outcome.UNANSWERED);
            throw e;
        }
        return true;
    }

    /** Which methods an address takes stands in the description that is open to everyone. */
    private static boolean tellsMethods(HttpServletRequest request, Object handler) {
        return request.getMethod().equals("OPTIONS")
                && handler instanceof HandlerMethod method
                && !method.getBeanType().getPackageName().startsWith("org.payqual.");
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (StoreAway.met(request)) {
            // Nothing was shown, and the record is in the same database: who waited for that waits once.
            return;
        }
        if (handler instanceof HandlerMethod method && CallerPermits.present().isPresent()) {
            Needs needs = method.getMethodAnnotation(Needs.class);
            if (needs != null && !RecordedReading.isMarked(request, needs.value())) {
                Reading.Outcome outcome =
                        response.getStatus() == 404 ? Reading.Outcome.UNKNOWN : Reading.Outcome.UNANSWERED;
                recordFailure(request, needs.value(), variables(request).get(PERSON), outcome);
            }
        }
    }

    private void check(Needs needs, @Nullable String person, @Nullable String institution, boolean bodyIsChecked) {
        if (permits.scope(needs.value()) == Scope.ALL) {
            return;
        }
        if (institution != null) {
            permits.atInstitution(needs.value(), institution);
        }
        if (person != null && permits.scope(needs.value()) != Scope.OWN_INSTITUTION) {
            permits.forPeople(needs.value(), List.of(person));
        } else if (institution == null && !bodyIsChecked && !needs.permitsInside()) {
            throw CallerPermits.refused("no-rule", "该地址未向此角色开放。", "This address is not open to this role.");
        }
    }

    private void recordFailure(
            HttpServletRequest request, Ability ability, @Nullable String person, Reading.Outcome outcome) {
        if (ability.readsPeople() && !RecordedReading.isMarked(request, ability)) {
            record.write(new Reading(
                    CallerPermits.caller().actor(),
                    ability,
                    person == null ? List.of() : List.of(person),
                    null,
                    null,
                    outcome));
        }
    }

    private static boolean takesBodyAtInstitution(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters()).anyMatch(OwnBodyGate::showsInstitution);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> variables(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> it
                ? (Map<String, String>) it
                : Map.of();
    }
}
