package dev.atelier.testkit;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvent;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How types are named: so that a name is found by searching and is understood without its package. */
final class TypeNameRules {
    private static final Pattern ONE_WORD = Pattern.compile("[A-Z][a-z0-9]*");
    private static final Pattern GERUND = Pattern.compile(".*[a-z]ing");

    /** Nouns of the product and of its technology that need no second word. */
    private static final Set<String> NOUNS = Set.of(
            "Account",
            "Action",
            "Agent",
            "Approval",
            "Approver",
            "Attachment",
            "Avatar",
            "Basis",
            "Caller",
            "Category",
            "Claim",
            "Comment",
            "Consent",
            "Credential",
            "Deactivation",
            "Device",
            "Integration",
            "Invitation",
            "Invoice",
            "Membership",
            "Outbox",
            "Person",
            "Plan",
            "Project",
            "Recipient",
            "Refusal",
            "Report",
            "Revocation",
            "Run",
            "Sha256",
            "Suspension",
            "Topic",
            "Workspace");

    /** States and events: variants of the sealed type that they are nested in, and refusals named for their fact. */
    private static final Set<String> VARIANTS = Set.of(
            "Cancelled", "Claimed", "Completed", "Delivered", "Failed", "Forbidden", "Paused", "Queued", "Resumed");

    /** Nouns that end in "ing". */
    private static final Set<String> ENDINGS = Set.of("MasterKeyRing", "ModelReasoning");

    /** Adjectives at the end of refusals: {@code IfMatchMissing}. */
    private static final Pattern STATE = Pattern.compile(".*(?:Missing|Running|Ending)");

    private TypeNameRules() {}

    static final ArchCondition<JavaClass> BE_PLAIN = new ArchCondition<>("be named plainly") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
            var name = type.getSimpleName();
            if (notNamed(type)) {
                return;
            }
            if (ONE_WORD.matcher(name).matches() && !NOUNS.contains(name) && !VARIANTS.contains(name)) {
                events.add(violated(type, "is one word that is no noun of the product"));
            }
            if (GERUND.matcher(name).matches()
                    && !ENDINGS.contains(name)
                    && !STATE.matcher(name).matches()) {
                events.add(violated(type, "ends in a gerund"));
            }
        }
    };

    /** Names of types of the JDK and of Spring that readers would take ours for. */
    private static final Set<String> TAKEN = Set.of(
            "Container",
            "EventListener",
            "Order",
            "Page",
            "PageRequest",
            "Resource",
            "Stream",
            "ApplicationListener",
            "Process",
            "Service",
            "Component",
            "Controller",
            "Repository",
            "Transaction");

    static final ArchCondition<JavaClass> BE_UNIQUE = new ArchCondition<>("have a name that no other type has") {
        private Map<String, Set<String>> types = Map.of();

        @Override
        public void init(Collection<JavaClass> all) {
            types = all.stream()
                    .filter(type -> !notNamed(type))
                    .collect(Collectors.groupingBy(
                            JavaClass::getSimpleName,
                            Collectors.mapping(JavaClass::getName, Collectors.toCollection(TreeSet::new))));
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            var same = types.getOrDefault(type.getSimpleName(), Set.of());
            if (same.size() > 1) {
                events.add(violated(type, "shares its simple name with " + same));
            }
            if (TAKEN.contains(type.getSimpleName())) {
                events.add(violated(type, "has the name of a type of the JDK or of Spring"));
            }
        }
    };

    private static boolean notNamed(JavaClass type) {
        return type.getSimpleName().isEmpty()
                || type.isAnonymousClass()
                || type.getSimpleName().equals("package-info");
    }

    private static ConditionEvent violated(JavaClass type, String how) {
        return SimpleConditionEvent.violated(type, type.getName() + " " + how);
    }
}
