package dev.atelier.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class OneManagerTest {
    private static final int WORKSPACES = 5;
    private static final int OPERATIONS = 1_000;

    @Autowired
    Town town;

    /** A workspace and everybody who was ever in it. */
    private record House(String workspace, List<Resident> people) {
        @Override
        public String toString() {
            return workspace;
        }
    }

    @Test
    void whateverRacesThereIsExactlyOneManagerAndTheyAreAMember() throws Exception {
        var houses = Stream.generate(this::createWorkspace).limit(WORKSPACES).toList();
        var random = new Random(7);
        var operations = Stream.generate(() -> operation(houses.get(random.nextInt(WORKSPACES)), random))
                .limit(OPERATIONS)
                .toList();
        try (var threads = Executors.newFixedThreadPool(24)) {
            var answers = threads.invokeAll(operations).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(answers).extracting(Answer::status).allMatch(status -> status < 500);
        }

        assertThat(houses).allSatisfy(this::hasOneManager);
        assertThat(houses)
                .flatExtracting(house -> town.events(house.workspace()))
                .extracting(Town.Fact::type)
                .contains("workspace.management-handed-over", "workspace.member-removed", "workspace.member-left");
    }

    private House createWorkspace() {
        var lea = town.person("Lea");
        var workspace = town.workspace(lea);
        var people = new ArrayList<>(List.of(lea));
        for (var name : List.of("Noah", "Mia", "Otto")) {
            var guest = town.person(name);
            town.addMember(workspace, lea, guest);
            people.add(guest);
        }
        return new House(workspace, people);
    }

    private Callable<Answer> operation(House house, Random random) {
        var people = house.people();
        var workspace = house.workspace();
        var who = people.get(random.nextInt(people.size()));
        var whom = people.get(random.nextInt(people.size()));
        return switch (random.nextInt(8)) {
            case 0, 1 -> () -> who.put(workspace + "/management-offer", Map.of("to", whom.id()));
            case 2, 3, 4 -> () -> who.post(workspace + "/management-offer/accept", null);
            case 5 -> () -> who.delete(workspace + "/members/" + whom.id());
            case 6 -> () -> who.post(workspace + "/leave", null);
            default -> () -> rejoin(workspace, people, who);
        };
    }

    private void hasOneManager(House house) {
        var workspace = house.workspace();
        var manager = house.people().stream()
                .map(person -> person.get(workspace))
                .filter(answer -> answer.status() == 200)
                .map(answer -> answer.get("manager"))
                .distinct()
                .toList();
        assertThat(manager).hasSize(1);
        var reader = house.people().stream()
                .filter(person -> person.id().toString().equals(manager.getFirst()))
                .findAny()
                .orElseThrow();
        var members = reader.get(workspace + "/members").expect(200);
        assertThat(members.items("role")).containsOnlyOnce("MANAGER");
        assertThat(members.items("userId")).contains(reader.id().toString());
        var facts = town.events(workspace);
        assertThat(facts)
                .extracting(Town.Fact::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, facts.size()).boxed().toList());
        assertThat(house.people())
                .allSatisfy(person -> assertThat(town.published("workspace.memberships", person.id()))
                        .extracting(state -> state.path("version").asLong())
                        .isSorted()
                        .doesNotHaveDuplicates());
    }

    /** The current manager invites a person, who accepts if they are not a member. */
    private Answer rejoin(String workspace, List<Resident> people, Resident who) {
        for (var person : people) {
            var invited = person.post(workspace + "/invitations", Map.of("email", who.email()));
            if (invited.status() == 201) {
                var mail = town.notifications().get("/internal/invitations/" + invited.id() + "/mail");
                var link = mail.get("link");
                return who.post("/api/invitations/accept", Map.of("token", link.substring(link.indexOf('=') + 1)));
            }
        }
        return who.get(workspace);
    }
}
