package dev.atelier.testkit;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Rules for the bodies of {@code PATCH} routes. */
final class PatchBodyRules {
    static final String ROUTE = "org.springframework.web.bind.annotation.PatchMapping";

    private static final String BODY = "org.springframework.web.bind.annotation.RequestBody";
    private static final String PARTIAL = "dev.atelier.kit.web.PartialUpdate";

    private PatchBodyRules() {}

    /** Bodies must distinguish {@code null}, which clears or is refused, from an absent field. */
    static final ArchCondition<JavaMethod> ARE_PARTIAL_UPDATES =
            new ArchCondition<>("read a body that is a @PartialUpdate") {
                @Override
                public void check(JavaMethod route, ConditionEvents events) {
                    route.getParameters().stream()
                            .filter(parameter -> parameter.isAnnotatedWith(BODY))
                            .filter(parameter -> !parameter.getRawType().isAnnotatedWith(PARTIAL))
                            .forEach(parameter -> events.add(SimpleConditionEvent.violated(
                                    route,
                                    route.getFullName() + " reads "
                                            + parameter.getRawType().getName() + ", which is no @PartialUpdate")));
                }
            };
}
