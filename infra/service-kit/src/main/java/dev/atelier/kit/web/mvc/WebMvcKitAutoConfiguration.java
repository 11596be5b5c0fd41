package dev.atelier.kit.web.mvc;

import dev.atelier.events.id.TypedIdModule;
import dev.atelier.kit.web.idempotency.IdempotencyKeyArgument;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Arguments and JSON of every controller. */
@AutoConfiguration(beforeName = "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration")
class WebMvcKitAutoConfiguration {
    @Bean
    TypedIdModule typedIdModule() {
        return new TypedIdModule();
    }

    @Bean
    ServerHttpMessageConvertersCustomizer strictJson(JsonMapper mapper) {
        return converters -> converters.withJsonConverter(new JacksonJsonHttpMessageConverter(StrictJson.of(mapper)));
    }

    @Bean
    WebMvcConfigurer kitArguments() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new ExpectedVersionArgument());
                resolvers.add(new PageRequestArgument());
                resolvers.add(new IdempotencyKeyArgument());
            }

            @Override
            public void addFormatters(FormatterRegistry formatters) {
                formatters.addConverterFactory(new StringToTypedId());
            }
        };
    }
}
