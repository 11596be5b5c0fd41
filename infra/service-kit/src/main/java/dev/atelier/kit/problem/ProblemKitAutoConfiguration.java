package dev.atelier.kit.problem;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** Configures problem responses for controllers, filters and Tomcat. */
@AutoConfiguration(
        afterName = "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
        beforeName = "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration")
@Import({ProblemErrorController.class, ProblemControllerAdvice.class})
class ProblemKitAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    ProblemWriter problemWriter(JsonMapper json) {
        return new ProblemWriter(json);
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> containerProblems(
            ProblemWriter writer, ObjectProvider<RouteMethods> methods) {
        return tomcat -> tomcat.addContextCustomizers(context -> context.getParent()
                .getPipeline()
                .addValve(new ProblemErrorReportValve(
                        writer, path -> methods.getObject().at(path))));
    }
}
