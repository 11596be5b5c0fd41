package dev.atelier.agentrun.tool;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The catalogue of all tools. */
@Component
public class Tools {
    private final List<Tool> all;
    private final Map<String, Tool> byName;

    Tools(List<Tool> tools) {
        this.all = List.copyOf(tools);
        this.byName = tools.stream().collect(Collectors.toUnmodifiableMap(Tool::name, Function.identity()));
    }

    public List<Tool> all() {
        return all;
    }

    public Optional<Tool> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
