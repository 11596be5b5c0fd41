package dev.atelier.testkit;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callConstructorWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * Architecture rules for every service. Use:
 *
 * <pre>{@code
 * @AnalyzeClasses(packages = "dev.atelier.workspace", importOptions = ImportOption.DoNotIncludeTests.class)
 * class ArchitectureTest {
 *     @ArchTest
 *     static final ArchTests HOUSE = ArchTests.in(AtelierArchitectureRules.class);
 * }
 * }</pre>
 */
public final class AtelierArchitectureRules {
    private static final String REFUSAL = "dev.atelier.kit.problem.Refusal";

    @ArchTest
    static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .should(callMethodWhere(MethodCallPredicates.ofTheWallClock()))
            .orShould()
            .callConstructor(java.util.Date.class)
            .as("time comes from an injected Clock")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule FEATURES_FORM_NO_CYCLES = slices().matching("dev.atelier.*.(*)..")
            .should()
            .beFreeOfCycles()
            .as("features form no cycles")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule REPOSITORIES_STAY_IN_THEIR_FEATURE = classes()
            .that()
            .areAssignableTo(WorkspaceOwnedRepositoryRule.REPOSITORY)
            .should()
            .notBePublic()
            .as("repositories are package-private")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule STORED_DOCUMENTS_STAY_IN_THEIR_FEATURE = classes()
            .that()
            .areAnnotatedWith("org.springframework.data.mongodb.core.mapping.Document")
            .should()
            .notBePublic()
            .as("stored documents are package-private")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule CONTROLLERS_ARE_CALLED_BY_NOBODY = classes()
            .that()
            .areAnnotatedWith("org.springframework.web.bind.annotation.RestController")
            .should()
            .notBePublic()
            .as("controllers are package-private")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule TENANTS_NEVER_MEET = classes()
            .that(WorkspaceOwnedRepositoryRule.SOME)
            .should(WorkspaceOwnedRepositoryRule.ASK_WITHIN_A_WORKSPACE)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule CREDENTIALS_HAVE_A_RESPONSIBLE_MEMBER = classes()
            .that(CredentialDocumentRules.SOME)
            .should()
            .beAssignableTo(CredentialDocumentRules.ACTS_FOR_MEMBER)
            .as("a stored document that holds a credential names a responsible member")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule REFUSALS_HAVE_A_PROBLEM_TYPE = classes()
            .that()
            .areAssignableTo(REFUSAL)
            .and()
            .doNotHaveModifier(JavaModifier.ABSTRACT)
            .and()
            // It passes on the problem type of another service.
            .doNotHaveFullyQualifiedName("dev.atelier.kit.http.RemoteRefusal")
            .should()
            .beAnnotatedWith("dev.atelier.kit.problem.ProblemType")
            .as("the problem type of a refusal is a constant")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule DOCUMENTS_HAVE_A_TYPE_ALIAS = classes()
            .that()
            .areAnnotatedWith("org.springframework.data.mongodb.core.mapping.Document")
            .should()
            .beAnnotatedWith("org.springframework.data.annotation.TypeAlias")
            .as("a stored document names its type by an alias, not by its class")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule NAMES_ARE_PLAIN =
            classes().should(TypeNameRules.BE_PLAIN).allowEmptyShould(true);

    @ArchTest
    static final ArchRule NAMES_ARE_UNIQUE =
            classes().should(TypeNameRules.BE_UNIQUE).allowEmptyShould(true);

    @ArchTest
    static final ArchRule NAMES_SAY_SOMETHING = noClasses()
            .that()
            // A refusal is named after its fact, and a workspace has a manager: ManagerRequired.
            .areNotAssignableTo(REFUSAL)
            .should()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .as("no *Manager, *Helper, *Utils, *Impl")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule DEPENDENCIES_COME_BY_CONSTRUCTOR = noFields()
            .should()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .orShould()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
            .as("dependencies come by constructor")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule STANDARD_STREAMS_ARE_NOT_A_LOG =
            noClasses().should(ACCESS_STANDARD_STREAMS).allowEmptyShould(true);

    @ArchTest
    static final ArchRule ADDRESSES_ARE_EMAIL_ADDRESSES = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jakarta.validation.constraints.Email")
            .as("an e-mail address is what dev.atelier.kit.email says: @ValidEmailAddress, not @Email")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule TEMPORARY_FILES_ARE_THE_KITS = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.atelier.kit.file.TemporaryFiles")
            .should(callMethodWhere(MethodCallPredicates.thatCreateTemporaryFiles()))
            .as("temporary files come from TemporaryFiles, which removes them when their process dies")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule STATE_IS_NOT_PUBLIC = noFields()
            .that()
            .doNotHaveModifier(JavaModifier.FINAL)
            .should()
            .bePublic()
            .as("no public mutable fields")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule STREAMS_ARE_THE_KITS = noClasses()
            .that()
            .resideOutsideOfPackage("dev.atelier.kit.stream..")
            .should(callConstructorWhere(target(
                    owner(assignableTo("org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter")))))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo("org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody")
            .as("streams are opened with the kit's EventStreams, which ends them with their reader's token and right")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule CHANGES_SAY_WHAT_NULL_MEANS = methods()
            .that()
            .areAnnotatedWith(PatchBodyRules.ROUTE)
            .should(PatchBodyRules.ARE_PARTIAL_UPDATES)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule DOCUMENTS_OF_WORKSPACES_ARE_FOUND_BY_AN_INDEX = classes()
            .that(WorkspaceOwnedDocuments.SOME)
            .should(WorkspaceOwnedDocuments.HAVE_AN_INDEX_THAT_BEGINS_WITH_THE_WORKSPACE)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule THREADS_COME_FROM_THE_KIT = noClasses()
            .that(ThreadRules.NOT_ALLOWED)
            .should()
            .callCodeUnitWhere(ThreadRules.STARTED)
            .orShould(ThreadRules.SCHEDULED)
            .as("threads come from dev.atelier.kit.work, which survives whatever they throw, or say @OwnThread")
            .allowEmptyShould(true);

    private AtelierArchitectureRules() {}
}
