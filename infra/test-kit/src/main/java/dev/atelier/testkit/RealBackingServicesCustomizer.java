package dev.atelier.testkit;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;

/**
 * Sets the addresses of the backing services that a test requests; tests with equal requests share an application
 * context.
 */
record RealBackingServicesCustomizer(Set<String> parts) implements ContextCustomizer {

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
        var properties = new TreeMap<String, Object>();
        parts.forEach(part -> properties.putAll(addressOf(part)));
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("real parts", properties));
    }

    private static Map<String, Object> addressOf(String part) {
        return switch (part) {
            case "RealMongo" -> Map.of("spring.mongodb.uri", RealBackingServices.freshDatabase());
            case "RealKafka" ->
                Map.of(
                        "spring.kafka.bootstrap-servers",
                        RealBackingServices.kafka().bootstrapServers());
            case "RealMail" ->
                Map.of(
                        "spring.mail.host",
                        "127.0.0.1",
                        "spring.mail.port",
                        RealBackingServices.mail().getSmtp().getPort());
            case "RealKeycloak" ->
                Map.of(
                        "spring.security.oauth2.resourceserver.jwt.issuer-uri",
                        RealBackingServices.keycloak().issuerUri(),
                        "atelier.issuer-uri",
                        RealBackingServices.keycloak().issuerUri(),
                        "atelier.keycloak-url",
                        RealBackingServices.keycloak().url(),
                        "atelier.client-secret",
                        "secret-of-${spring.application.name:nobody}");
            default -> throw new IllegalArgumentException(part);
        };
    }

    /** Registered in {@code spring.factories}. */
    static final class RealBackingServicesCustomizerFactory implements ContextCustomizerFactory {
        private static final List<Class<? extends Annotation>> WISHES =
                List.of(RealMongo.class, RealKafka.class, RealMail.class, RealKeycloak.class);

        @Override
        public @Nullable ContextCustomizer createContextCustomizer(
                Class<?> testClass, List<ContextConfigurationAttributes> configuration) {
            var parts = new TreeSet<String>();
            for (var wish : WISHES) {
                if (TestContextAnnotationUtils.hasAnnotation(testClass, wish)) {
                    parts.add(wish.getSimpleName());
                }
            }
            return parts.isEmpty() ? null : new RealBackingServicesCustomizer(parts);
        }
    }
}
