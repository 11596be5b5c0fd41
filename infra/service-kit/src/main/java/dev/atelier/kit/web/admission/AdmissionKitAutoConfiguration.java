package dev.atelier.kit.web.admission;

import dev.atelier.kit.problem.ProblemWriter;
import dev.atelier.kit.web.mvc.FileUploadRoutes;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/**
 * Registers the admission filter after the authentication filters. Disabled with
 * {@code atelier.web.admission.enabled=false}, as in the gateway, which has its own limits.
 */
@AutoConfiguration(afterName = "dev.atelier.kit.web.mvc.WebMvcKitAutoConfiguration")
@ConditionalOnBooleanProperty(name = "atelier.web.admission.enabled", matchIfMissing = true)
@EnableConfigurationProperties(AdmissionSettings.class)
class AdmissionKitAutoConfiguration {
    @Bean
    FilterRegistrationBean<AdmissionFilter> admission(
            AdmissionSettings settings, FileUploadRoutes files, ProblemWriter problems) {
        var filter = new FilterRegistrationBean<>(new AdmissionFilter(new RequestAdmission(settings), files, problems));
        filter.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 10);
        return filter;
    }
}
