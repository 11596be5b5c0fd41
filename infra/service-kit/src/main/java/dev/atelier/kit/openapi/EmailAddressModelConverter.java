package dev.atelier.kit.openapi;

import dev.atelier.kit.email.EmailAddress;
import dev.atelier.kit.email.ValidEmailAddress;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Iterator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Adds the format and the maximum length to the schemas of e-mail addresses. */
final class EmailAddressModelConverter implements ModelConverter {
    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        var resolved = chain.next().resolve(type, context, chain);
        var annotations = type.getCtxAnnotations();
        if (resolved != null
                && annotations != null
                && Stream.of(annotations).anyMatch(ValidEmailAddress.class::isInstance)) {
            resolved.setFormat("email");
            resolved.setMaxLength(EmailAddress.LONGEST);
        }
        return resolved;
    }
}
