package dev.atelier.testkit;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Stored documents that belong to a workspace. */
final class WorkspaceOwnedDocuments {
    private static final String DOCUMENT = "org.springframework.data.mongodb.core.mapping.Document";
    private static final String OWNED = "dev.atelier.kit.mongo.WorkspaceOwned";
    private static final String INDEX = "org.springframework.data.mongodb.core.index.CompoundIndex";
    private static final String INDEXED = "org.springframework.data.mongodb.core.index.Indexed";
    private static final Pattern BEGINS_WITH_WORKSPACE = Pattern.compile("\\{\\s*['\"]?workspaceId['\"]?\\s*:.*");

    private WorkspaceOwnedDocuments() {}

    static final DescribedPredicate<JavaClass> SOME = DescribedPredicate.describe(
            "stored documents of workspaces", type -> type.isAnnotatedWith(DOCUMENT) && type.isAssignableTo(OWNED));

    /** Every query names the workspace, and so does the removal of a deleted workspace's data. */
    static final ArchCondition<JavaClass> HAVE_AN_INDEX_THAT_BEGINS_WITH_THE_WORKSPACE =
            new ArchCondition<>("have an index that begins with workspaceId and holds all documents") {
                @Override
                public void check(JavaClass document, ConditionEvents events) {
                    var indexed = document.getFields().stream()
                            .anyMatch(field -> field.getName().equals("workspaceId") && field.isAnnotatedWith(INDEXED));
                    if (!indexed && compound(document).noneMatch(WorkspaceOwnedDocuments::beginsWithWorkspaceId)) {
                        events.add(SimpleConditionEvent.violated(
                                document, document.getName() + " has no index that begins with workspaceId"));
                    }
                }
            };

    private static Stream<JavaAnnotation<?>> compound(JavaClass document) {
        return document.getAnnotations().stream().flatMap(annotation -> {
            var name = annotation.getRawType().getName();
            if (name.equals(INDEX)) {
                return Stream.of(annotation);
            }
            return name.equals("org.springframework.data.mongodb.core.index.CompoundIndexes")
                    ? Arrays.stream(
                            (JavaAnnotation<?>[]) annotation.get("value").orElseThrow())
                    : Stream.empty();
        });
    }

    private static boolean beginsWithWorkspaceId(JavaAnnotation<?> index) {
        var partial = index.get("partialFilter").map(Object::toString).orElse("");
        return partial.isEmpty()
                && BEGINS_WITH_WORKSPACE
                        .matcher(index.get("def").map(Object::toString).orElse(""))
                        .matches();
    }
}
