package org.payqual.domain.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.payqual.domain.file.Faults;
import org.payqual.domain.file.Form;
import org.payqual.domain.file.Outcome;
import org.payqual.domain.file.Section;
import org.payqual.domain.file.Value;
import org.payqual.domain.file.YamlDocument;
import org.payqual.domain.institution.InstitutionCommand.Designate;
import org.payqual.domain.ledger.Provision;
import org.payqual.domain.rulebook.InstitutionKind;
import org.payqual.domain.rulebook.ShippedRulebooks;

/** Reads files of scenarios: what they say, or every fault at once with line and column. */
public final class ScenarioReader {

    private static final Form<String> RULEBOOK = Form.text(500);

    private ScenarioReader() {}

    /**
     * Reads a file.
     *
     * @param file its bytes, in UTF-8
     */
    public static Outcome<ScenarioFile> read(byte[] file) {
        Faults faults = new Faults();
        Optional<ScenarioFile> read = YamlDocument.read(file, faults).map(document -> document(document, faults));
        return faults.count() == 0 && read.isPresent()
                ? new Outcome.Sound<>(read.get())
                : new Outcome.Faulty<>(faults.all());
    }

    static ScenarioFile document(Value document, Faults faults) {
        Section root = Section.of(document, faults);
        root.getOr("format", Form.whole(1, 1), 1);
        RulebookName rulebook = new RulebookName(root.get("rulebook", RULEBOOK));
        if (!rulebook.isPath() && !rulebook.isShipped() && !rulebook.text().isEmpty()) {
            String words = String.join(", ", ShippedRulebooks.ids());
            root.misfit(
                    "rulebook",
                    "没有此内置细则；内置：" + words + "，其他请写文件路径",
                    "no such built-in rulebook; built in: " + words + "; write any other as the path of its file");
        }
        Set<String> names = new HashSet<>();
        List<Scenario> scenarios = new ArrayList<>();
        for (Section section : root.sections("scenarios")) {
            Scenario scenario = scenario(section);
            if (!scenario.name().isEmpty() && !names.add(scenario.name())) {
                section.misfit("name", "与另一场景同名", "another scenario has this name");
            }
            scenarios.add(scenario);
        }
        root.close();
        return new ScenarioFile(rulebook, scenarios);
    }

    private static Scenario scenario(Section section) {
        String name = section.get("name", Forms.NAME);
        List<Provision> cites = section.list("cites", Forms.PROVISION);
        List<Premises> institutions = institutions(section);
        List<String> people = section.has("people") ? section.list("people", Forms.PERSON) : List.of(Scenario.SOMEBODY);
        Cast cast = new Cast(people, institutions.stream().map(Premises::code).toList());
        StepReading stepReading = new StepReading(cast);
        List<Step> steps =
                section.sectionsOrNone("steps").stream().map(stepReading::step).toList();
        LocalDate now =
                steps.stream().map(Step::recorded).max(LocalDate::compareTo).orElse(null);
        List<Expectation> expectations = section.has("expect")
                ? section.sectionsOrNone("expect").stream()
                        .flatMap(it -> ExpectationReading.expectations(it, cast, now).stream())
                        .toList()
                : List.of();
        return new Scenario(name, section.place().line(), cites, institutions, people, steps, expectations);
    }

    /** Reads the institutions of a scenario beside the usual ones, of which it may tell otherwise. */
    private static List<Premises> institutions(Section scenario) {
        Map<String, Premises> all = new LinkedHashMap<>();
        Premises.USUAL.forEach(it -> all.put(it.code(), it));
        Set<String> told = new HashSet<>();
        if (scenario.has("institutions")) {
            for (Section section : scenario.sections("institutions")) {
                Premises premises = institution(section);
                all.put(premises.code(), premises);
                if (!premises.code().isEmpty() && !told.add(premises.code())) {
                    section.misfit("code", "机构重复", "another institution has this code");
                }
            }
        }
        return List.copyOf(all.values());
    }

    private static Premises institution(Section section) {
        return new Premises(
                section.get("code", Forms.INSTITUTION),
                new Designate(
                        section.get("kind", Form.code(InstitutionKind.class)),
                        section.getOr("public", Form.truth(), false),
                        section.getOr("region", Forms.REGION, Premises.UNSAID),
                        section.getOr("agreementSigned", Form.date(), Premises.AGREEMENT),
                        section.find("chain", Forms.INSTITUTION)));
    }
}
