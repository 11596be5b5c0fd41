package dev.atelier.kit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.atelier.testkit.AtelierArchitectureRules;
import java.lang.reflect.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureRulesTest {
    private static final JavaClasses FIXTURE =
            new ClassFileImporter().importPackages("dev.atelier.kit.architecture.fixture");

    @ParameterizedTest
    @CsvSource({
        "TIME_COMES_FROM_THE_CLOCK, WallClock.time, OwnClock.time",
        "TENANTS_NEVER_MEET, Unscoped.findById, Kept.",
        "TENANTS_NEVER_MEET, Open inherits, Kept.",
        "NAMES_SAY_SOMETHING, TimeHelper, WallClock",
        "NAMES_ARE_PLAIN, Threads, AllowedThreads",
        "NAMES_ARE_PLAIN, OpenDoing, AllowedThreads",
        "NAMES_ARE_UNIQUE, OpenDoing.Twin, WallClock",
        "CREDENTIALS_HAVE_A_RESPONSIBLE_MEMBER, NobodysKeys, Answered",
        "REFUSALS_HAVE_A_PROBLEM_TYPE, NamedByClass, NamedByConstant",
        "DOCUMENTS_HAVE_A_TYPE_ALIAS, NobodysKeys, AnsweredFor",
        "STREAMS_ARE_THE_KITS, OwnStream.open, AnsweredStream",
        "STREAMS_ARE_THE_KITS, LongBody, AnsweredStream",
        "TEMPORARY_FILES_ARE_THE_KITS, TemporaryFile.left, WallClock",
        "THREADS_COME_FROM_THE_KIT, Threads.begin, AllowedThreads.begin",
        "THREADS_COME_FROM_THE_KIT, Threads.pool, AllowedThreads.begin",
        "THREADS_COME_FROM_THE_KIT, Threads.nightly, AllowedThreads.begin",
    })
    void aBrokenRuleIsSeen(String rule, String broken, String kept) throws Exception {
        var details = String.join(
                "\n", rule(rule).evaluate(FIXTURE).getFailureReport().getDetails());

        assertThat(details.replace('$', '.')).contains(broken).doesNotContain(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FEATURES_FORM_NO_CYCLES",
                "NAMES_ARE_PLAIN",
                "NAMES_ARE_UNIQUE",
                "NAMES_SAY_SOMETHING",
                "DEPENDENCIES_COME_BY_CONSTRUCTOR",
                "STANDARD_STREAMS_ARE_NOT_A_LOG",
                "REFUSALS_HAVE_A_PROBLEM_TYPE",
                "DOCUMENTS_HAVE_A_TYPE_ALIAS",
                "STREAMS_ARE_THE_KITS",
                "TEMPORARY_FILES_ARE_THE_KITS",
                "THREADS_COME_FROM_THE_KIT"
            })
    void theKitKeepsTheRules(String rule) throws Exception {
        rule(rule).check(kit());
    }

    @Test
    void theKitsTimeComesFromTheClock() throws Exception {
        rule("TIME_COMES_FROM_THE_CLOCK").check(kit());
    }

    private static JavaClasses kit() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.atelier.kit");
    }

    private static ArchRule rule(String name) throws ReflectiveOperationException {
        Field rule = AtelierArchitectureRules.class.getDeclaredField(name);
        rule.setAccessible(true);
        return (ArchRule) rule.get(null);
    }
}
