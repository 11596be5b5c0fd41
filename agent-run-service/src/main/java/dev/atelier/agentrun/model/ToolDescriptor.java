package dev.atelier.agentrun.model;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.model.ToolContext;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.definition.ToolDefinition;

/** A tool as a model sees it. The engine calls the tool; Spring AI never does. */
public record ToolDescriptor(String name, String description, String schema) implements ToolCallback {
    @Override
    public ToolDefinition getToolDefinition() {
        return ToolDefinition.builder()
                .name(name)
                .description(description)
                .inputSchema(schema)
                .build();
    }

    @Override
    public String call(String arguments) {
        throw new UnsupportedOperationException("the engine calls " + name);
    }

    @Override
    public String call(String arguments, @Nullable ToolContext context) {
        return call(arguments);
    }
}
