package dev.atelier.workspace.action.assignment;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class UnassigningSchedule implements SchedulingConfigurer {
    private final Unassigning unassigning;
    private final UnassigningSettings settings;

    UnassigningSchedule(Unassigning unassigning, UnassigningSettings settings) {
        this.unassigning = unassigning;
        this.settings = settings;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(unassigning::sweep, settings.pause());
    }
}
