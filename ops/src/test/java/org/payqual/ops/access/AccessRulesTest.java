package org.payqual.ops.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.payqual.domain.access.Ability;
import org.payqual.domain.ledger.Role;

/** The rules are complete, keep to their principles, and are written in the documents as they are. */
class AccessRulesTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "access.md");

    @ParameterizedTest
    @EnumSource
    void everyAbilityHasSomeone(Ability ability) {
        assertThat(AbilityRoles.text(ability)).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void auditorsAndSettlementWriteNothing(Ability ability) {
        if (!ability.name().startsWith("READ_")) {
            assertThat(AccessRules.scope(ability, Role.AUDITOR)).isEmpty();
            assertThat(AccessRules.scope(ability, Role.SETTLEMENT)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void institutionsAndPeopleReadNobodyElse(Ability ability) {
        if (ability.readsPeople()) {
            assertThat(AccessRules.scope(ability, Role.INSTITUTION)).isNotEqualTo(Optional.of(Scope.ALL));
            assertThat(AccessRules.scope(ability, Role.PERSON)).isNotEqualTo(Optional.of(Scope.ALL));
        }
    }

    @Test
    void onlyTheKeeperAdoptsLawAndDoesNothingElse() {
        assertThat(Arrays.stream(Role.values())
                        .filter(it -> AccessRules.scope(Ability.ADOPT_LAW, it).isPresent()))
                .containsExactly(Role.RULEBOOK_KEEPER);
        assertThat(Arrays.stream(Ability.values())
                        .filter(it ->
                                AccessRules.scope(it, Role.RULEBOOK_KEEPER).isPresent()))
                .containsExactly(Ability.ADOPT_LAW, Ability.READ_LAW, Ability.READ_LOG);
    }

    @Test
    void theDocumentShowsTheRulesAsTheyAre() throws IOException {
        String shown = Files.readString(DOCUMENT)
                .replaceAll("(?s).*<!-- rules: begin -->\n", "")
                .replaceAll("(?s)<!-- rules: end -->.*", "");

        assertThat(shown).isEqualTo(table());
    }

    private static String table() {
        return "| 事项 / ability | 角色 / roles |\n|---|---|\n"
                + Arrays.stream(Ability.values())
                        .map(it -> "| " + it.zh() + " / " + it.en() + " | " + AbilityRoles.text(it) + " |\n")
                        .collect(Collectors.joining());
    }
}
