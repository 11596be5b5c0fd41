package dev.atelier.workspace.action.assignment;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class UnassignmentSchedule implements SchedulingConfigurer {
    private final UnassignmentWorker unassignmentWorker;
    private final UnassignmentSettings settings;

    UnassignmentSchedule(UnassignmentWorker unassignmentWorker, UnassignmentSettings settings) {
        this.unassignmentWorker = unassignmentWorker;
        this.settings = settings;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(unassignmentWorker::poll, settings.pause());
    }
}
