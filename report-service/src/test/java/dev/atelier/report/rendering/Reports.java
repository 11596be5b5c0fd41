package dev.atelier.report.rendering;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.atelier.events.id.UserId;
import dev.atelier.report.rendering.ProjectReport.Item;
import dev.atelier.report.rendering.ProjectReport.Person;
import dev.atelier.report.rendering.ProjectReport.Priority;
import dev.atelier.report.rendering.ProjectReport.State;
import dev.atelier.report.rendering.RunReport.Cost;
import dev.atelier.report.rendering.RunReport.Decision;
import dev.atelier.report.rendering.RunReport.Field;
import dev.atelier.report.rendering.RunReport.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Believable reports. */
final class Reports {
    static final LocalDate TODAY = LocalDate.parse("2026-11-20");
    static final Instant NOW = Instant.parse("2026-11-20T16:05:00Z");

    private Reports() {}

    static Reader lea() {
        return new Reader("Léa Öztürk", Locale.ENGLISH, ZoneId.of("Europe/Paris"));
    }

    static Item item(String title, State state) {
        return new Item(title, state, Priority.NORMAL, List.of(), null, NOW);
    }

    static Item due(Item item, String due) {
        return new Item(
                item.title(), item.state(), item.priority(), item.assignees(), LocalDate.parse(due), item.changedAt());
    }

    static Item of(Item item, String... assignees) {
        return of(item, Arrays.stream(assignees).map(Reports::person).toArray(Person[]::new));
    }

    static Item of(Item item, Person... assignees) {
        return new Item(item.title(), item.state(), item.priority(), List.of(assignees), item.due(), item.changedAt());
    }

    /** The same for the same name. */
    static Person person(String name) {
        return new Person(new UserId(UUID.nameUUIDFromBytes(name.getBytes(UTF_8))), name);
    }

    /** Another one of that name. */
    static Person namesake(String name) {
        return new Person(new UserId(UUID.randomUUID()), name);
    }

    static Reader lea(Locale locale) {
        return new Reader("Léa Öztürk", locale, ZoneId.of("Europe/Paris"));
    }

    static Item prioritised(Item item, Priority priority) {
        return new Item(item.title(), item.state(), priority, item.assignees(), item.due(), item.changedAt());
    }

    static ProjectReport project(List<Item> items) {
        return new ProjectReport("Maison Bélier", "Rénovation de l’atelier", null, null, NOW, TODAY, items);
    }

    static ProjectReport withActions(int count) {
        var people = List.of("Léa Öztürk", "Noah Żółkiewski", "Ingrid Ångström", "José Núñez");
        var items = new ArrayList<Item>();
        for (int i = 0; i < count; i++) {
            var item = item(
                    i % 7 == 0
                            ? "Check with the supplier whether the glazing of the north façade can be delivered before the scaffolding goes, and what a delay of one week would cost (no. "
                                    + i + ")"
                            : "Order paint for room " + i,
                    State.values()[i % 4]);
            item = prioritised(item, Priority.values()[i % 4]);
            if (i % 3 != 0) {
                item = of(item, people.get(i % 4), people.get((i / 4) % 4))
                                .assignees()
                                .get(0)
                                .name()
                                .equals(people.get((i / 4) % 4))
                        ? of(item, people.get(i % 4))
                        : of(item, people.get(i % 4), people.get((i / 4) % 4));
            }
            items.add(i % 5 == 0 ? item : due(item, TODAY.plusDays(i % 40 - 12).toString()));
        }
        return project(items);
    }

    static RunReport run() {
        return answered(
                "## Week 47\n\nOf **40 actions**, 12 are done and 3 are blocked.\n\n- Glazing is late: <b>not markup</b>\n- ![a picture](http://127.0.0.1/secret.png)\n\n1. Call the supplier\n2. Plan the move");
    }

    static RunReport answered(String result) {
        return answered("Summarise the week and propose two follow-up actions.\nKeep it short.", result, "EUR");
    }

    static RunReport answered(String input, String result, String currency) {
        var free = new Cost(0, currency);
        return new RunReport(
                "Maison Bélier",
                "Rénovation de l’atelier",
                "Weekly status",
                3,
                "Noah Żółkiewski",
                "COMPLETED",
                input,
                result,
                null,
                NOW.minusSeconds(245),
                NOW,
                NOW,
                1840,
                412,
                new Cost(1234, currency),
                List.of(
                        new Step(
                                1,
                                "MODEL",
                                "atelier/built-in",
                                Duration.ofMillis(840),
                                1200,
                                200,
                                new Cost(1000, currency)),
                        new Step(2, "TOOL", "search-actions", Duration.ofMillis(35), 0, 0, free),
                        new Step(3, "APPROVAL", "create-action", Duration.ofSeconds(190), 0, 0, free)),
                List.of(
                        new Decision(
                                "create-action",
                                List.of(new Field("title", "Call the glazier"), new Field("due", "2026-11-27")),
                                "APPROVED",
                                "Léa Öztürk",
                                NOW.minusSeconds(60),
                                null),
                        new Decision(
                                "create-action",
                                List.of(new Field("title", "Rent a second van")),
                                "REJECTED",
                                "Léa Öztürk",
                                NOW.minusSeconds(30),
                                "We have one from the neighbours.")));
    }
}
