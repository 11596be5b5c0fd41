package dev.atelier.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads the actions of the demo project from a CSV file: title, description, state, priority, due in days from today.
 */
final class DemoActionReader {
    private DemoActionReader() {}

    /** Returns one body of {@code POST .../actions} per line. */
    static List<Map<String, Object>> read(Clock clock) throws IOException {
        var today = LocalDate.now(clock);
        var actions = new ArrayList<Map<String, Object>>();
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(DemoActionReader.class.getResourceAsStream("backlog.csv")),
                StandardCharsets.UTF_8))) {
            lines.readLine();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                actions.add(action(line.split(";", -1), today));
            }
        }
        return actions;
    }

    private static Map<String, Object> action(String[] cells, LocalDate today) {
        var action = new HashMap<String, Object>();
        action.put("title", cells[0]);
        action.put("description", cells[1]);
        action.put("state", cells[2]);
        action.put("priority", cells[3]);
        if (!cells[4].isEmpty()) {
            action.put("due", today.plusDays(Long.parseLong(cells[4])).toString());
        }
        return action;
    }
}
