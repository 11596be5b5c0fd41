package dev.atelier.agentrun.tool.action;

/** JSON Schema of the action tools' arguments. */
final class ActionToolSchemas {
    static final int MAX_TITLE = 200;
    static final int MAX_DESCRIPTION = 20_000;

    private static final String WORDS = """
            "title": {"type": "string", "minLength": 1, "maxLength": 200, "description": "What is to be done, in a line"},
            "description": {"type": "string", "maxLength": 20000, "description": "Background and details"},
            "priority": {"type": "string", "enum": ["LOW", "NORMAL", "HIGH", "URGENT"]},
            "due": {"type": "string", "format": "date", "description": "The day it is due, YYYY-MM-DD"},
            "assignees": {"type": "array", "items": {"type": "string", "format": "uuid"},
                          "description": "Ids of the participants who shall do it"}
            """;

    static final String CREATE = """
            {"type": "object", "properties": {%s}, "required": ["title"], "additionalProperties": false}
            """.formatted(WORDS);

    static final String CHANGE = """
            {"type": "object", "properties": {
            "id": {"type": "string", "format": "uuid", "description": "The action's id, from search_actions"},
            "state": {"type": "string", "enum": ["OPEN", "IN_PROGRESS", "BLOCKED", "DONE"]},
            %s}, "required": ["id"], "additionalProperties": false}
            """.formatted(WORDS);

    static final String SEARCH = """
            {"type": "object", "properties": {
            "text": {"type": "string", "maxLength": 200, "description": "Words that must occur in title or description"},
            "state": {"type": "string", "enum": ["OPEN", "IN_PROGRESS", "BLOCKED", "DONE"]},
            "priority": {"type": "string", "enum": ["LOW", "NORMAL", "HIGH", "URGENT"]},
            "dueBefore": {"type": "string", "format": "date"},
            "dueAfter": {"type": "string", "format": "date"}
            }, "additionalProperties": false}
            """;

    private ActionToolSchemas() {}

    enum ToolActionPriority {
        LOW,
        NORMAL,
        HIGH,
        URGENT
    }

    enum ToolActionState {
        OPEN,
        IN_PROGRESS,
        BLOCKED,
        DONE
    }
}
