package dev.atelier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HelpTest {
    @Test
    void everyCommandIsListedWithAWholeSentence() {
        var commands = AtelierCli.commandLine().getSubcommands();

        var usage = AtelierCli.commandLine().getUsageMessage();

        assertThat(commands).isNotEmpty();
        commands.forEach((name, command) -> {
            var specification = command.getCommandSpec().usageMessage();
            var header = specification.header().length > 0 ? specification.header() : specification.description();
            assertThat(header).as(name).isNotEmpty();
            assertThat(header[0]).as(name).endsWith(".");
            assertThat(usage.replaceAll("\\s+", " "))
                    .contains(Arrays.asList(header).getFirst());
        });
    }
}
