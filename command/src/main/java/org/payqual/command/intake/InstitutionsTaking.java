package org.payqual.command.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.payqual.command.dispatch.Foresight;
import org.payqual.command.dispatch.Target;
import org.payqual.command.port.Labels;
import org.payqual.domain.access.Ability;
import org.payqual.domain.access.Permits;
import org.payqual.domain.institution.Institution;
import org.payqual.domain.institution.InstitutionCommand.Designate;
import org.payqual.domain.ledger.StreamType;
import org.payqual.domain.rulebook.InstitutionKind;

/** Takes the rows of a list of institutions (TJ-11). */
final class InstitutionsTaking implements RowTaking {

    private static final String KNOWN = "institution-known";

    private final Foresight ledger;
    private final Labels labels;
    private final Sender sender;
    private final Rights rights;
    private final Seen seen = new Seen();

    InstitutionsTaking(Foresight ledger, Labels labels, Sender sender, Permits permits) {
        this.ledger = ledger;
        this.labels = labels;
        this.sender = sender;
        this.rights = new Rights(permits, Ability.DESIGNATE_INSTITUTION);
    }

    @Override
    public List<RowFault> against(Values row) {
        List<RowFault> faults = new ArrayList<>(rights.against(row));
        int first = seen.firstOf(row.line(), about(row));
        if (first != 0) {
            faults.add(row.fault(
                    "institution",
                    "institution-twice",
                    "该机构已见于第 " + first + " 行",
                    "this institution stands in line " + first + " already"));
        }
        return faults;
    }

    @Override
    public String about(Values row) {
        return row.text("institution");
    }

    @Override
    public void putOnRecord() {
        // No person is read of.
    }

    @Override
    public Function<Values, Outcome> foreseeing(List<Values> rows) {
        return this::foresee;
    }

    private Outcome foresee(Values row) {
        Optional<Institution> known = ledger.institution(about(row));
        if (known.isEmpty()) {
            return new Outcome.Fresh();
        }
        Designate says = command(row);
        Institution is = known.get();
        boolean agrees = is.kind() == says.kind()
                && is.publiclyOwned() == says.publiclyOwned()
                && is.region().equals(says.region())
                && Objects.equals(is.chain(), says.chain())
                && !is.agreementSigned().isBefore(says.agreementSigned());
        return agrees
                ? new Outcome.OnRecord()
                : new Outcome.Refused(row.fault(
                        "institution",
                        "institution-differs",
                        "该机构已在册，类型、性质、区划、连锁企业或协议日期与本行不同",
                        "the institution is on record with another kind, ownership, region, chain or agreement"));
    }

    @Override
    public Function<Values, Outcome> taking(List<Values> rows) {
        return this::take;
    }

    private Outcome take(Values row) {
        String code = about(row);
        Designate command = command(row);
        Outcome outcome = sender.send(Target.institution(code), "designate", row, KNOWN, digest -> command);
        String name = row.maybe("institutionName");
        if (outcome instanceof Outcome.Done && name != null) {
            labels.label(StreamType.INSTITUTION, code, name);
        }
        return outcome;
    }

    private static Designate command(Values row) {
        return new Designate(
                row.of(InstitutionKind.class, "kind"),
                row.is("publiclyOwned", false),
                row.text("region"),
                row.date("agreementSigned"),
                row.maybe("chain"));
    }
}
