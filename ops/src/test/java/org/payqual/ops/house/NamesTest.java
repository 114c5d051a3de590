package org.payqual.ops.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Classes are named for what they are in the field, and say what may be null. */
class NamesTest {

    private static final JavaClasses HOUSE = House.classes();

    @Test
    void noNameHidesWhatAClassIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Impl|Dto|DTO)")
                .because("a name says what a thing is in the field, not which pattern it follows")
                .check(HOUSE);
    }

    @Test
    void everyPackageSaysWhatMayBeNull() {
        Set<String> unmarked = HOUSE.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(each -> each.tryGetPackageInfo()
                        .filter(info -> info.isAnnotatedWith(NullMarked.class))
                        .isEmpty())
                .map(each -> each.getName())
                .collect(Collectors.toSet());

        assertThat(unmarked).as("packages without @NullMarked in package-info").isEmpty();
    }

    @Test
    void whatAClassNeedsItAsksForInItsConstructor() {
        NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(HOUSE);
    }

    @Test
    void loggingGoesThroughOneInterface() {
        NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(HOUSE);
    }
}
