package dev.atelier.kit.web.drain;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** Lets a stopping service answer requests until load balancers have noticed. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(DrainSettings.class)
class DrainKitAutoConfiguration {
    @Bean
    ConnectionDrainer draining(ApplicationContext context, DrainSettings settings) {
        return new ConnectionDrainer(context, settings.drain());
    }

    @Bean
    FilterRegistrationBean<ConnectionDrainer> drainingAnswers(ConnectionDrainer connectionDrainer) {
        var filter = new FilterRegistrationBean<>(connectionDrainer);
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        filter.setDispatcherTypes(DispatcherType.REQUEST);
        return filter;
    }
}
