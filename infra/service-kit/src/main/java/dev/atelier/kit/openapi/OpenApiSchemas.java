package dev.atelier.kit.openapi;

import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Schemas that are written by hand. */
final class OpenApiSchemas {
    static final String PROBLEM = "Problem";

    private OpenApiSchemas() {}

    static Schema<Object> of(String type) {
        var schema = new Schema<Object>();
        schema.setTypes(Set.of(type));
        schema.setType(type);
        return schema;
    }

    static Schema<Object> text(String description) {
        var text = of("string");
        text.setDescription(description);
        return text;
    }

    static Schema<Object> uuid() {
        var id = of("string");
        id.setFormat("uuid");
        return id;
    }

    static Schema<Object> text(int shortest, int longest) {
        var text = of("string");
        text.setMinLength(shortest);
        text.setMaxLength(longest);
        return text;
    }

    static Schema<Object> wholeNumber(int from, int to, int otherwise) {
        var number = of("integer");
        number.setMinimum(BigDecimal.valueOf(from));
        number.setMaximum(BigDecimal.valueOf(to));
        number.setDefault(otherwise);
        return number;
    }

    /** The schema of a problem. Source: RFC 9457. */
    static Schema<Object> problem() {
        var error = object(Map.of(
                "field", text("JSON path, query parameter, path variable or header."),
                "message", text("The rule that the value breaks."),
                "given", text("The value that was sent, shortened; only for parameters.")));
        error.setRequired(List.of("field", "message"));
        var errors = of("array");
        errors.setItems(error);
        var problem = object(Map.of(
                "type", text("urn:atelier:problem: followed by the name of the problem."),
                "title", text("The type in words."),
                "status", of("integer"),
                "detail", text("A sentence for the user."),
                "instance", text("The path of the request."),
                "requestId", text("Identifies the request when the user contacts support."),
                "errors", errors));
        problem.setDescription("RFC 9457. Further members depend on the type.");
        problem.setRequired(List.of("type", "title", "status", "detail", "requestId"));
        return problem;
    }

    static Schema<Object> problemReference() {
        var reference = new Schema<Object>();
        reference.set$ref("#/components/schemas/" + PROBLEM);
        return reference;
    }

    private static Schema<Object> object(Map<String, Schema<Object>> properties) {
        var object = of("object");
        properties.forEach(object::addProperty);
        return object;
    }
}
