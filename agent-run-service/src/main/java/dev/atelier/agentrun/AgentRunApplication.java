package dev.atelier.agentrun;

import dev.atelier.agentrun.run.RunSettings;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

@SpringBootApplication
@EnableConfigurationProperties(RunSettings.class)
public class AgentRunApplication {
    public static void main(String[] args) {
        SpringApplication.run(AgentRunApplication.class, args);
    }
}
