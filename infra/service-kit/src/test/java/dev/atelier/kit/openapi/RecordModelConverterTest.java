package dev.atelier.kit.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordModelConverterTest {
    @Test
    void aFieldWithAnnotatedValuesMayBeNull() {
        var converters = new ModelConverters(true);
        converters.addConverter(new RecordModelConverter());

        var sort = (Schema<?>) converters
                .read(SortRequest.class)
                .get("SortRequest")
                .getProperties()
                .get("sort");

        assertThat(sort.getEnum()).isEqualTo(Arrays.asList("due", "title", null));
        assertThat(sort.getTypes()).isEqualTo(Set.of("string", "null"));
    }

    record SortRequest(
            @Nullable @io.swagger.v3.oas.annotations.media.Schema(allowableValues = {"due", "title"})
            String sort) {}
}
