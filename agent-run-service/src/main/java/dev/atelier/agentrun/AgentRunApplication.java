package dev.atelier.agentrun;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class AgentRunApplication {
    public static void main(String[] args) {
        SpringApplication.run(AgentRunApplication.class, args);
    }
}
