package dev.atelier.agentrun.model.builtin.board;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The project's actions as the search tool returned them. */
public record ActionBoard(
        @Nullable LocalDate today, @Nullable String project, int total, List<ActionCard> actions) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Orders by priority, highest first, then by due date and title. */
    static final Comparator<ActionCard> ORDER = Comparator.comparing(ActionCard::weight, Comparator.reverseOrder())
            .thenComparing(card -> card.due() == null ? LocalDate.MAX : card.due())
            .thenComparing(ActionCard::title);

    public ActionBoard {
        actions = List.copyOf(actions);
    }

    public static Optional<ActionBoard> read(String json) {
        try {
            return Optional.of(JSON.readValue(json, ActionBoard.class));
        } catch (JacksonException | NullPointerException e) {
            return Optional.empty();
        }
    }

    List<ActionCard> in(String state) {
        return actions.stream()
                .filter(card -> card.state().equals(state))
                .sorted(ORDER)
                .toList();
    }

    /** Returns unfinished actions that are overdue, the longest overdue first. */
    List<ActionCard> overdue(LocalDate day) {
        return actions.stream()
                .filter(card ->
                        !card.finished() && card.due() != null && card.due().isBefore(day))
                .sorted(Comparator.comparing(ActionCard::dueOrNever).thenComparing(ORDER))
                .toList();
    }

    /** Returns unfinished actions that are due within a number of days, starting with the given day. */
    List<ActionCard> dueWithin(LocalDate day, int days) {
        return actions.stream()
                .filter(card -> !card.finished()
                        && card.due() != null
                        && !card.due().isBefore(day)
                        && card.due().isBefore(day.plusDays(days)))
                .sorted(Comparator.comparing(ActionCard::dueOrNever).thenComparing(ORDER))
                .toList();
    }

    /** Returns the unfinished actions of each person, by name. */
    Map<String, List<ActionCard>> byPerson() {
        var people = new TreeMap<String, List<ActionCard>>();
        for (var card : actions) {
            if (!card.finished()) {
                for (var name : card.assignees()) {
                    people.merge(name, List.of(card), (all, one) -> {
                        var longer = new java.util.ArrayList<>(all);
                        longer.addAll(one);
                        return longer;
                    });
                }
            }
        }
        return people;
    }

    public Optional<ActionCard> titled(String title) {
        var wanted = title.strip();
        var exact = actions.stream()
                .filter(card -> card.title().equalsIgnoreCase(wanted))
                .findFirst();
        if (exact.isPresent()) {
            return exact;
        }
        var like = actions.stream()
                .filter(card -> card.title()
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains(wanted.toLowerCase(java.util.Locale.ROOT)))
                .toList();
        return like.size() == 1 ? Optional.of(like.getFirst()) : Optional.empty();
    }

    /** One action. */
    public record ActionCard(
            String id,
            String title,
            String description,
            String state,
            String priority,
            @Nullable LocalDate due,
            List<String> assignees) {
        public ActionCard {
            assignees = List.copyOf(assignees);
        }

        boolean finished() {
            return state.equals("DONE");
        }

        LocalDate dueOrNever() {
            return due == null ? LocalDate.MAX : due;
        }

        int weight() {
            return List.of("LOW", "NORMAL", "HIGH", "URGENT").indexOf(priority);
        }
    }
}
