package dev.atelier.testkit;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import java.util.HashSet;
import java.util.Set;

/** Stored documents that contain a sealed secret or another credential, at any depth. */
final class CredentialDocumentRules {
    static final String ACTS_FOR_MEMBER = "dev.atelier.kit.responsibility.ActsForMember";
    private static final String DOCUMENT = "org.springframework.data.mongodb.core.mapping.Document";
    private static final String SECRET = "dev.atelier.kit.crypto.SealedSecret";
    private static final String CREDENTIAL = "dev.atelier.kit.responsibility.Credential";

    static final DescribedPredicate<JavaClass> SOME = DescribedPredicate.describe(
            "are stored documents that hold a credential",
            type -> type.isAnnotatedWith(DOCUMENT) && holdsCredential(type, new HashSet<>()));

    private CredentialDocumentRules() {}

    private static boolean holdsCredential(JavaClass type, Set<JavaClass> seen) {
        return seen.add(type)
                && type.getFields().stream()
                        .map(JavaField::getType)
                        .flatMap(field -> field.getAllInvolvedRawTypes().stream())
                        .anyMatch(part -> part.getName().equals(SECRET)
                                || part.isAnnotatedWith(CREDENTIAL)
                                || (part.getPackageName().startsWith("dev.atelier") && holdsCredential(part, seen)));
    }
}
