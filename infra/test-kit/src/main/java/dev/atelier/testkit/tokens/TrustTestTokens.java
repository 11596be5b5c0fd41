package dev.atelier.testkit.tokens;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/** Lets the application of a Spring test trust {@link TestTokens}; no Keycloak is needed. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Inherited
@ContextConfiguration(initializers = TrustTestTokens.TestIssuerInitializer.class)
public @interface TrustTestTokens {
    /** Sets {@code atelier.issuer-uri}. */
    final class TestIssuerInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of("atelier.issuer-uri=" + TestTokens.issuer()).applyTo(context);
        }
    }
}
