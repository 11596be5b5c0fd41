package dev.atelier.workspace;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import dev.atelier.testkit.AtelierArchitectureRules;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

@AnalyzeClasses(packages = "dev.atelier.workspace", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchTests HOUSE = ArchTests.in(AtelierArchitectureRules.class);

    @Test
    void roomsDependOnEachOtherAsTheySay() {
        ApplicationModules.of(WorkspaceApplication.class).verify();
    }
}
