package dev.atelier.report;

import dev.atelier.events.UserState;
import dev.atelier.kit.state.StateProjection;
import dev.atelier.kit.state.StateProjectionRegistry;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
@ConfigurationPropertiesScan
public class ReportApplication {
    public static void main(String[] args) {
        SpringApplication.run(ReportApplication.class, args);
    }

    /** Users: the people who are named in reports and who read them. */
    @Bean
    StateProjection<UserState> users(StateProjectionRegistry projections) {
        return projections.of(UserState.class);
    }
}
