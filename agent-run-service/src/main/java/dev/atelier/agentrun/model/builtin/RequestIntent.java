package dev.atelier.agentrun.model.builtin;

import java.util.List;

/** Intents of sentences, with the examples that new sentences are compared with. */
enum RequestIntent {
    SEARCH(
            "search_actions",
            "Summarise the project's actions",
            "Give me the weekly status of the project",
            "How does the project stand this week?",
            "Which actions are overdue?",
            "List all blocked actions",
            "Show me what is due next week",
            "What is still open?",
            "Report on the progress",
            "Find actions about the website",
            "Who works on what?"),
    CREATE(
            "create_action",
            "Propose two follow-up actions",
            "Create an action to call the supplier",
            "Add a new task",
            "Suggest next steps as new actions",
            "Open a follow-up for the most urgent problem",
            "Plan three new actions",
            "Write down a to-do to order paper"),
    CHANGE(
            "change_action",
            "Mark the action as done",
            "Set the priority of this action to high",
            "Close the finished task",
            "Move the due date to Friday",
            "Change the state to blocked",
            "Rename the action",
            "Postpone the task by a week"),
    NOTHING(
            "",
            "You are a helpful assistant",
            "Be brief and friendly",
            "Write in simple words",
            "Answer in English",
            "Good morning",
            "Thank you very much",
            "Keep a professional tone",
            "Do not make things up"),
    OTHER(
            "",
            "What is the weather like?",
            "Write a poem about the sea",
            "Translate this text into French",
            "Calculate the square root of 16",
            "Tell me a joke",
            "Send an e-mail to the customer",
            "Book a flight to Berlin");

    private final String tool;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> examples;

    RequestIntent(String tool, String... examples) {
        this.tool = tool;
        this.examples = List.of(examples);
    }

    /** Returns the tool for this intent; empty when there is none. */
    String tool() {
        return tool;
    }

    List<String> examples() {
        return examples;
    }
}
