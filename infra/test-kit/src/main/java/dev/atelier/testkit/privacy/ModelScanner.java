package dev.atelier.testkit.privacy;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.atelier.events.MessageCatalogue;
import dev.atelier.events.PublishedMessage;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds the stored and sent models of a service: its own records, the kit's, and its projections of other services'
 * states.
 */
final class ModelScanner {
    private static final String DOCUMENT = "org.springframework.data.mongodb.core.mapping.Document";
    private static final String STORED = "dev.atelier.kit.privacy.StoredRecord";
    private static final String SENT = "dev.atelier.kit.privacy.SentRecord";
    private static final String PROJECTION = "dev.atelier.kit.state.StateProjection";

    private ModelScanner() {}

    static List<ScannedModel> in(String... packages) {
        var classes = new ClassFileImporter()
                .withImportOption(location -> !location.contains("/test-classes/") || inTests(packages))
                .withImportOption(new ImportOption.DoNotIncludePackageInfos())
                .importPackages(packages);
        return Stream.of(documents(classes), stored(classes), sent(classes), kept(classes))
                .flatMap(models -> models)
                .distinct()
                .sorted(Comparator.comparing(ScannedModel::kind).thenComparing(ScannedModel::name))
                .toList();
    }

    private static boolean inTests(String... packages) {
        return Stream.of(packages).anyMatch(name -> name.endsWith(".fixture"));
    }

    private static Stream<ScannedModel> documents(JavaClasses classes) {
        return annotated(classes, DOCUMENT)
                .map(type ->
                        new ScannedModel(ScannedModel.ScannedModelKind.STORED, collection(type), "", type.reflect()));
    }

    private static Stream<ScannedModel> stored(JavaClasses classes) {
        return annotated(classes, STORED)
                .map(type -> new ScannedModel(
                        ScannedModel.ScannedModelKind.STORED, text(type, STORED, "value"), "", type.reflect()));
    }

    private static Stream<ScannedModel> sent(JavaClasses classes) {
        return annotated(classes, SENT)
                .map(type -> new ScannedModel(
                        ScannedModel.ScannedModelKind.SENT,
                        type.getSimpleName(),
                        text(type, SENT, "to"),
                        type.reflect()));
    }

    private static Stream<ScannedModel> kept(JavaClasses classes) {
        return classes.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getRawReturnType().getName().equals(PROJECTION))
                .flatMap(ModelScanner::state)
                .map(state -> new ScannedModel(
                        ScannedModel.ScannedModelKind.STORED,
                        "state of " + MessageCatalogue.of(state).topic(),
                        "",
                        state));
    }

    private static Stream<Class<? extends PublishedMessage>> state(JavaMethod projection) {
        return projection.getReturnType() instanceof JavaParameterizedType generic
                ? generic.getActualTypeArguments().stream()
                        .map(argument -> argument.toErasure().reflect())
                        .filter(argument -> argument.isRecord() && PublishedMessage.class.isAssignableFrom(argument))
                        .map(argument -> argument.asSubclass(PublishedMessage.class))
                : Stream.empty();
    }

    private static Stream<JavaClass> annotated(JavaClasses classes, String annotation) {
        return classes.stream().filter(type -> type.isAnnotatedWith(annotation));
    }

    private static String collection(JavaClass type) {
        var named = Stream.of("value", "collection")
                .map(member -> text(type, DOCUMENT, member))
                .filter(name -> !name.isEmpty())
                .findFirst();
        return named.orElseGet(() -> Character.toLowerCase(type.getSimpleName().charAt(0))
                + type.getSimpleName().substring(1));
    }

    private static String text(JavaClass type, String annotation, String member) {
        JavaAnnotation<JavaClass> found = type.getAnnotationOfType(annotation);
        return found.get(member).map(Object::toString).orElse("");
    }
}
