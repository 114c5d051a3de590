package org.payqual.domain.rulebook;

import java.util.Map;
import org.payqual.domain.file.Form;
import org.payqual.domain.file.Paths;
import org.payqual.domain.file.Section;
import org.payqual.domain.file.Value;
import org.payqual.domain.rulebook.ConsequenceReading.Consequences;
import org.payqual.domain.rulebook.HeaderReading.Header;
import org.payqual.domain.rulebook.ScoringReading.Scoring;

/**
 * Reads one whole document, in which whatever a base contributes stands already.
 *
 * @param document the document
 * @param root the same, opened
 * @param sha256 of the file, in hex
 */
record RulebookReading(Value document, Section root, String sha256) {

    /** Reads everything; what has faults comes out as a placeholder. */
    Rulebook read() {
        Header header = HeaderReading.read(root);
        Scoring scoring = ScoringReading.read(root);
        Consequences consequences = ConsequenceReading.read(root);
        Notice notice = ProcedureReading.notice(root.section("notice"));
        Appeal appeal = ProcedureReading.appeal(root.section("appeal"));
        Restoration restoration = RestorationReading.read(root.section("restoration"));
        Rulebook rulebook = new Rulebook(
                header.id(),
                sha256,
                header.title(),
                header.status(),
                header.base(),
                header.effective(),
                header.regions(),
                scoring.people(),
                scoring.bands(),
                scoring.circumstances(),
                scoring.moves(),
                ProcedureReading.responsibility(root.section("responsibility")),
                ProcedureReading.sameInspection(root.section("sameInspection")),
                consequences.year(),
                consequences.tiers(),
                consequences.measures(),
                SettlementReading.read(root),
                ProcedureReading.registration(root.section("registration")),
                notice,
                appeal,
                RepairReading.read(root.section("repair")),
                restoration,
                InstitutionReading.ratio(root.section("institutions")),
                InstitutionReading.breaches(root.section("breaches")),
                DeadlineReading.read(root.section("deadlines"), notice, appeal, restoration),
                readings(root.section("readings")));
        root.close();
        return rulebook;
    }

    private Map<String, Reading> readings(Section section) {
        Form<String> path = Form.matching(
                "[A-Za-z0-9_.\\[\\]-]{1,128}",
                "本文件中的位置，如 measures.atExpiry",
                "a place in this file, such as measures.atExpiry");
        return section.each(path, (parameter, of) -> {
            if (Paths.find(document, parameter).isEmpty()) {
                of.misfit("文件中没有 " + parameter, "there is no " + parameter + " in this file");
            }
            return new Reading(parameter, Phrases.text(of, "because"), Phrases.cites(of));
        });
    }
}
