package dev.atelier.testkit;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** Repositories of documents that belong to a workspace: each query has the workspace as first argument. */
final class WorkspaceOwnedRepositoryRule {
    static final String REPOSITORY = "org.springframework.data.repository.Repository";
    private static final String OPEN_REPOSITORY = "org.springframework.data.repository.CrudRepository";
    private static final String OWNED = "dev.atelier.kit.mongo.WorkspaceOwned";
    private static final String ACROSS = "dev.atelier.kit.mongo.AcrossWorkspaces";
    private static final String QUERY = "org.springframework.data.mongodb.repository.Query";
    private static final String WORKSPACE_ID = "dev.atelier.events.id.WorkspaceId";
    private static final Set<String> OF_A_LOADED_DOCUMENT = Set.of("save", "insert", "delete");

    static final DescribedPredicate<JavaClass> SOME = DescribedPredicate.describe(
            "are repositories of WorkspaceOwned documents", WorkspaceOwnedRepositoryRule::ofOwnedDocuments);

    static final ArchCondition<JavaClass> ASK_WITHIN_A_WORKSPACE =
            new ArchCondition<>(
                    "query within a workspace (…ByWorkspaceId…(WorkspaceId, …)) or have @AcrossWorkspaces") {
                @Override
                public void check(JavaClass repository, ConditionEvents events) {
                    if (repository.isAssignableTo(OPEN_REPOSITORY)) {
                        events.add(SimpleConditionEvent.violated(
                                repository,
                                repository.getName() + " inherits queries across workspaces: extend only Repository"));
                    }
                    repository.getMethods().stream()
                            .filter(method -> !namesWorkspace(method))
                            .forEach(method -> events.add(SimpleConditionEvent.violated(
                                    method, method.getFullName() + " does not query within a workspace")));
                }
            };

    private WorkspaceOwnedRepositoryRule() {}

    private static boolean namesWorkspace(JavaMethod method) {
        if (OF_A_LOADED_DOCUMENT.contains(method.getName()) || method.isAnnotatedWith(ACROSS)) {
            return true;
        }
        var parameters = method.getRawParameterTypes();
        return !parameters.isEmpty()
                && parameters.getFirst().getName().equals(WORKSPACE_ID)
                && (method.getName().contains("ByWorkspaceId") || method.isAnnotatedWith(QUERY));
    }

    private static boolean ofOwnedDocuments(JavaClass type) {
        return type.isInterface()
                && type.isAssignableTo(REPOSITORY)
                && type.getInterfaces().stream()
                        .filter(JavaParameterizedType.class::isInstance)
                        .flatMap(parent -> ((JavaParameterizedType) parent).getActualTypeArguments().stream())
                        .map(JavaType::toErasure)
                        .anyMatch(argument -> argument.isAssignableTo(OWNED));
    }
}
