package org.payqual.query.person;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.access.Ability;
import org.payqual.domain.access.Needs;
import org.payqual.domain.ledger.Actor;
import org.payqual.domain.person.Held;
import org.payqual.domain.person.YearTotal;
import org.payqual.query.knowledge.Today;
import org.payqual.query.person.YearTotalsAnswer.YearShown;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers what a person's years came to (TJ-25, 31.1). */
@RestController
@Tag(name = "people")
class YearTotalController {

    private final PersonLookup people;
    private final PersonRows rows;
    private final Today today;
    private final Disclosure disclosure;

    YearTotalController(PersonLookup people, PersonRows rows, Today today, Disclosure disclosure) {
        this.people = people;
        this.rows = rows;
        this.today = today;
        this.disclosure = disclosure;
    }

    @GetMapping("/api/v1/people/{person}/year-totals")
    @Needs(Ability.READ_YEAR_TOTALS)
    YearTotalsAnswer readYearTotals(
            @PathVariable String person,
            @Parameter(description = Asked.VALID_AT, example = "2025-06-11") @RequestParam(required = false) @Nullable
                    LocalDate validAt,
            @Parameter(description = Asked.AS_OF, example = "42") @RequestParam(required = false) @Nullable String asOf,
            Actor actor,
            HttpServletResponse response) {
        LocalDate day = today.or(validAt);
        PersonKnown known = people.followed(person, asOf);
        List<YearShown> years = years(day, rows.yearTotals(known.id(), day.getYear(), known.position()));
        boolean objected = rows.objected(known.id(), day, known.position());
        disclosure.of(Ability.READ_YEAR_TOTALS, actor, known, day, response);
        return new YearTotalsAnswer(known.id(), day, known.reflects(), known.version(), objected, years);
    }

    private static List<YearShown> years(LocalDate day, List<Held<YearTotal>> totals) {
        Map<Integer, List<Held<YearTotal>>> byYear = new TreeMap<>(Comparator.reverseOrder());
        byYear.put(day.getYear(), new ArrayList<>());
        for (Held<YearTotal> total : totals) {
            byYear.computeIfAbsent(total.value().year(), year -> new ArrayList<>())
                    .add(total);
        }
        return byYear.entrySet().stream()
                .map(it -> YearShown.of(it.getKey(), day, it.getValue()))
                .toList();
    }
}
