package dev.atelier.kit.keyrotation;

import dev.atelier.kit.crypto.SealedContext;
import dev.atelier.kit.crypto.SealedSecret;
import java.util.List;
import java.util.stream.StreamSupport;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;
import org.springframework.data.mongodb.core.mapping.MongoPersistentEntity;
import org.springframework.data.mongodb.core.mapping.MongoPersistentProperty;

/**
 * A field of stored documents that holds a sealed secret.
 *
 * @param name path of the field with the secret's text, with dots
 * @param context the encryption context before the document's id
 */
record SealedField(String collection, String name, String context) {
    /**
     * Finds these fields in all documents of a service.
     *
     * @throws IllegalStateException where a field has no {@link SealedContext}
     */
    static List<SealedField> of(MongoMappingContext documents) {
        return documents.getPersistentEntities().stream()
                .filter(entity -> entity.isAnnotationPresent(Document.class))
                .flatMap(entity -> StreamSupport.stream(entity.spliterator(), false)
                        .filter(property -> property.getType().equals(SealedSecret.class))
                        .map(property -> of(entity, property)))
                .toList();
    }

    private static SealedField of(MongoPersistentEntity<?> entity, MongoPersistentProperty property) {
        var context = property.findAnnotation(SealedContext.class);
        if (context == null) {
            throw new IllegalStateException("%s of %s holds a sealed secret: it must be annotated with @SealedContext"
                    .formatted(property.getName(), entity.getName()));
        }
        return new SealedField(entity.getCollection(), property.getFieldName() + ".text", context.value());
    }
}
