package org.payqual.query.person;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.access.Ability;
import org.payqual.domain.access.Needs;
import org.payqual.domain.ledger.Actor;
import org.payqual.query.knowledge.Cursor;
import org.payqual.query.knowledge.PageSize;
import org.payqual.query.knowledge.Today;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers what was recorded of a person. */
@RestController
@Tag(name = "people")
class HistoryController {

    private static final String KIND = "history";
    private static final String ANY_DAY = "-";
    private static final String EFFECTIVE_BY =
            "只列此日及以前生效的，默认全部 / only what took effect by this day, by default everything";

    private final PersonLookup people;
    private final PersonRows rows;
    private final History history;
    private final Today today;
    private final Disclosure disclosure;

    HistoryController(PersonLookup people, PersonRows rows, History history, Today today, Disclosure disclosure) {
        this.people = people;
        this.rows = rows;
        this.history = history;
        this.today = today;
        this.disclosure = disclosure;
    }

    /** What to list: the question, and after which event. */
    private record Page(@Nullable String asOf, @Nullable LocalDate validAt, long after) {

        static Page at(String cursor) {
            Cursor read = Cursor.read(cursor, KIND, 4);
            String day = read.parts().get(2);
            return new Page(String.valueOf(read.number(1)), day.equals(ANY_DAY) ? null : read.day(2), read.number(3));
        }

        boolean lists(HistoryAnswer.Entry entry) {
            return entry.sequence() > after
                    && (validAt == null
                            || entry.effective() == null
                            || !entry.effective().isAfter(validAt));
        }

        String next(long position, HistoryAnswer.Entry last) {
            return Cursor.of(KIND, position, validAt == null ? ANY_DAY : validAt, last.sequence())
                    .word();
        }
    }

    @GetMapping("/api/v1/people/{person}/history")
    @Needs(Ability.READ_HISTORY)
    HistoryAnswer readHistory(
            @PathVariable String person,
            @Parameter(description = EFFECTIVE_BY, example = "2025-06-11") @RequestParam(required = false) @Nullable
                    LocalDate validAt,
            @Parameter(description = Asked.AS_OF, example = "42") @RequestParam(required = false) @Nullable String asOf,
            @Parameter(description = Asked.LIMIT, example = "50") @RequestParam(required = false) @Nullable
                    Integer limit,
            @Parameter(description = Asked.CURSOR) @RequestParam(required = false) @Nullable String cursor,
            Actor actor,
            HttpServletResponse response) {
        int size = PageSize.of(limit);
        Page page = cursor == null ? new Page(asOf, validAt, -1) : Page.at(cursor);
        if (cursor != null) {
            Cursor.alone(asOf, validAt);
        }
        PersonKnown known = people.recorded(person, page.asOf());
        List<HistoryAnswer.Entry> listed = history.of(person, known.position()).stream()
                .filter(page::lists)
                .toList();
        List<HistoryAnswer.Entry> shown = listed.stream().limit(size).toList();
        OptionalLong stopped = rows.stopped(person, known.position());
        PersonKnown survivor = people.survivor(known);
        Boolean objected = rows.stopped(survivor.id(), known.position()).isPresent()
                ? null
                : rows.objected(survivor.id(), today.or(page.validAt()), known.position());
        disclosure.of(Ability.READ_HISTORY, actor, known, page.validAt(), response);
        return new HistoryAnswer(
                person,
                known.reflects(),
                known.version(),
                known.mergedInto(),
                objected,
                shown,
                shown.size() < listed.size() ? page.next(known.position(), shown.getLast()) : null,
                stopped.isPresent() ? stopped.getAsLong() : null);
    }
}
