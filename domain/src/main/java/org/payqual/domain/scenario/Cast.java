package org.payqual.domain.scenario;

import java.util.List;
import org.payqual.domain.file.Section;

/**
 * Who and what takes part in a scenario, and the reading of names that must be among them.
 *
 * @param people by the names that the scenario gives them
 * @param institutions by their codes
 */
record Cast(List<String> people, List<String> institutions) {

    /** Reads the people concerned: those named, or everybody where nobody needs to be named. */
    List<String> who(Section section, boolean everybody) {
        if (!section.has("who")) {
            if (people.size() > 1 && !everybody) {
                section.misfit("who", "场景中有多人，须写明 who", "several people take part: say who");
            }
            return people;
        }
        List<String> named = section.list("who", Forms.PERSON);
        named.stream()
                .filter(name -> !people.isEmpty() && !people.contains(name))
                .forEach(name ->
                        section.misfitItem("who", name, "people 中没有此人", "nobody of that name is among the people"));
        return named;
    }

    /** Reads the person whose record goes on after a merger. */
    String into(Section section) {
        String name = section.get("into", Forms.PERSON);
        if (!people.contains(name) && !name.isEmpty()) {
            section.misfit("into", "people 中没有此人", "nobody of that name is among the people");
        }
        return name;
    }

    /** Reads the institution concerned. */
    String at(Section section) {
        String code = section.get("at", Forms.INSTITUTION);
        if (!institutions.contains(code) && !code.isEmpty()) {
            String words = String.join(", ", institutions);
            section.misfit("at", "没有此机构；已有：" + words, "no such institution; known: " + words);
        }
        return code;
    }
}
