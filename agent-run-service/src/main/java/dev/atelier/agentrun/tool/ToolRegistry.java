package dev.atelier.agentrun.tool;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Registry of all tools. */
@Component
public class ToolRegistry {
    private final List<AgentTool> all;
    private final Map<String, AgentTool> byName;

    ToolRegistry(List<AgentTool> tools) {
        this.all = List.copyOf(tools);
        this.byName = tools.stream().collect(Collectors.toUnmodifiableMap(AgentTool::name, Function.identity()));
    }

    public List<AgentTool> all() {
        return all;
    }

    public Optional<AgentTool> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
