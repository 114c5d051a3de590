package org.payqual.domain.person;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.person.PersonCommand.Interview;
import org.payqual.domain.person.PersonCommand.Remind;
import org.payqual.domain.person.PersonCommand.ServeNotice;
import org.payqual.domain.person.PersonEvent.Interviewed;
import org.payqual.domain.person.PersonEvent.NoticeServed;
import org.payqual.domain.person.PersonEvent.Reminded;
import org.payqual.domain.rulebook.Cited;
import org.payqual.domain.rulebook.Tier;

/** What is done after a notice: its service, the reminder talk, the interview (TJ-31.1, 34.1; CY-9). */
final class Following {

    private Following() {}

    static Decision<PersonEvent> serve(Person person, ServeNotice serve, Facts facts) {
        return following(person, serve.notice(), "received", serve.received(), facts, (notice, law) -> {
            Optional<Service> before = person.services().stream()
                    .filter(it -> it.notice().equals(serve.notice()) && it.to() == serve.to())
                    .findFirst();
            if (before.isPresent()) {
                return Refusals.servedAlready(serve.notice(), before.get().received());
            }
            if (serve.appealBy() != null && serve.appealBy().isBefore(serve.received())) {
                return Refusals.datesReversed("appealBy", serve.received());
            }
            return Deciding.accepted(new NoticeServed(
                    serve.notice(),
                    serve.to(),
                    serve.received(),
                    serve.appealBy(),
                    law.receipt(law.rulebook().notice().provision())));
        });
    }

    static Decision<PersonEvent> remind(Person person, Remind remind, Facts facts) {
        return following(
                person,
                remind.notice(),
                "date",
                remind.date(),
                facts,
                (notice, law) -> Deciding.accepted(new Reminded(
                        remind.notice(),
                        remind.by(),
                        remind.date(),
                        law.receipt(law.rulebook().notice().provision()))));
    }

    static Decision<PersonEvent> interview(Person person, Interview interview, Facts facts) {
        return following(person, interview.notice(), "date", interview.date(), facts, (notice, law) -> {
            Cited rule = law.rulebook().tiers().stream()
                    .filter(Tier::interview)
                    .findFirst()
                    .<Cited>map(tier -> tier)
                    .orElse(law.rulebook().notice());
            return Deciding.accepted(
                    new Interviewed(interview.notice(), interview.date(), law.receipt(rule.provision())));
        });
    }

    /** Finds the notice and the rulebook that governs procedure at its institution on the day of the step. */
    private static Decision<PersonEvent> following(
            Person person,
            String id,
            String field,
            LocalDate day,
            Facts facts,
            BiFunction<Notice, Procedure, Decision<PersonEvent>> decided) {
        Optional<Notice> entered = person.noticeEntered(id);
        if (entered.isEmpty()) {
            return Refusals.unknownNotice(id);
        }
        Notice notice = entered.get();
        if (day.isBefore(notice.date())) {
            return Refusals.datesReversed(field, notice.date());
        }
        return Deciding.governed(
                notice.institution(),
                day,
                facts,
                (institution, rulebook) -> decided.apply(notice, new Procedure(institution, rulebook)));
    }
}
