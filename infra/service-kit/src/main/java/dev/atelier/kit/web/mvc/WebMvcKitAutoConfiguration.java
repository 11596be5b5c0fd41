package dev.atelier.kit.web.mvc;

import dev.atelier.events.id.TypedIdModule;
import dev.atelier.kit.idempotency.IdempotencyKeyArgumentResolver;
import dev.atelier.kit.problem.ProblemWriter;
import dev.atelier.kit.problem.RouteMethods;
import dev.atelier.kit.web.validation.CodePointSizeValidator;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.hibernate.validator.HibernateValidatorConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.servlet.filter.OrderedFormContentFilter;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Configures the arguments and the JSON of all controllers. */
@AutoConfiguration(beforeName = "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration")
@EnableConfigurationProperties({RequestBodySettings.class, FileUploadSettings.class})
class WebMvcKitAutoConfiguration {
    private static final Set<String> OTHER_FORMATS = Set.of("yaml", "xml", "cbor", "x-jackson-smile");

    @Bean
    TypedIdModule typedIdModule() {
        return new TypedIdModule();
    }

    @Bean
    ServerHttpMessageConvertersCustomizer strictJson(JsonMapper mapper) {
        return converters -> converters
                .withJsonConverter(new JsonBodyReader(StrictJsonMapperFactory.of(mapper)))
                .configureMessageConvertersList(all -> all.removeIf(WebMvcKitAutoConfiguration::writesAnotherFormat));
    }

    /**
     * Removes converters of other formats that happen to be on the class path: they would ignore the rules for JSON.
     */
    private static boolean writesAnotherFormat(HttpMessageConverter<?> converter) {
        return converter.getSupportedMediaTypes().stream().anyMatch(type -> OTHER_FORMATS.contains(type.getSubtype()));
    }

    @Bean
    PartialUpdateValidator partialUpdates(JsonMapper mapper) {
        return new PartialUpdateValidator(mapper);
    }

    /** {@code @Size} counts code points in every service. */
    @Bean
    ValidationConfigurationCustomizer codePointSizes() {
        return configuration -> {
            if (configuration instanceof HibernateValidatorConfiguration hibernate) {
                var mapping = hibernate.createConstraintMapping();
                mapping.constraintDefinition(Size.class)
                        .includeExistingValidators(true)
                        .validatedBy(CodePointSizeValidator.class);
                hibernate.addMapping(mapping);
            }
        };
    }

    @Bean
    NdjsonWriter ndjson(JsonMapper mapper) {
        return new NdjsonWriter(mapper);
    }

    @Bean
    FileUploadRoutes fileRoutes(FileUploadSettings settings) {
        return new FileUploadRoutes(settings);
    }

    /** Ordered before all filters that read forms. */
    @Bean
    FilterRegistrationBean<BodyMediaTypeFilter> bodyTypes(
            RequestBodySettings settings, FileUploadRoutes files, ProblemWriter problems) {
        var filter = new FilterRegistrationBean<>(new BodyMediaTypeFilter(settings.bodyTypes(), files, problems));
        filter.setOrder(OrderedFormContentFilter.DEFAULT_ORDER - 10);
        return filter;
    }

    /** Ordered before authentication. */
    @Bean
    FilterRegistrationBean<BodySizeLimitFilter> bodyLimit(
            RequestBodySettings settings, FileUploadRoutes files, ProblemWriter problems) {
        var filter = new FilterRegistrationBean<>(
                new BodySizeLimitFilter(settings.maxBody().toBytes(), files, problems));
        filter.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 10);
        return filter;
    }

    @Bean
    @ConditionalOnMissingBean
    RouteMethods routeMethods(
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> routes) {
        return new ControllerMethods(routes::getObject);
    }

    @Bean
    WebMvcConfigurer kitArguments() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new ExpectedVersionArgumentResolver());
                resolvers.add(new CursorPageRequestArgumentResolver());
                resolvers.add(new IdempotencyKeyArgumentResolver());
            }

            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                // Last, so that a caller without access gets that answer first.
                interceptors.addInterceptor(new QueryParameterValidator()).order(Ordered.LOWEST_PRECEDENCE);
            }

            @Override
            public void addFormatters(FormatterRegistry formatters) {
                formatters.addConverterFactory(new StringToTypedIdConverterFactory());
            }
        };
    }
}
