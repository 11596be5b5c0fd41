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
class SingleManagerTest {
    private static final int WORKSPACES = 5;
    private static final int OPERATIONS = 1_000;

    @Autowired
    TestDataFactory town;

    /** A workspace and everybody who was ever in it. */
    private record WorkspaceWithPeople(String workspace, List<TestUser> people) {
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
            assertThat(answers).extracting(TestResponse::status).allMatch(status -> status < 500);
        }

        assertThat(houses).allSatisfy(this::hasOneManager);
        assertThat(houses)
                .flatExtracting(workspaceWithPeople -> town.events(workspaceWithPeople.workspace()))
                .extracting(TestDataFactory.OutboxMessage::type)
                .contains("workspace.management-handed-over", "workspace.member-removed", "workspace.member-left");
    }

    private WorkspaceWithPeople createWorkspace() {
        var lea = town.person("Lea");
        var workspace = town.workspace(lea);
        var people = new ArrayList<>(List.of(lea));
        for (var name : List.of("Noah", "Mia", "Otto")) {
            var guest = town.person(name);
            town.addMember(workspace, lea, guest);
            people.add(guest);
        }
        return new WorkspaceWithPeople(workspace, people);
    }

    private Callable<TestResponse> operation(WorkspaceWithPeople workspaceWithPeople, Random random) {
        var people = workspaceWithPeople.people();
        var workspace = workspaceWithPeople.workspace();
        var who = people.get(random.nextInt(people.size()));
        var whom = people.get(random.nextInt(people.size()));
        return switch (random.nextInt(8)) {
            case 0, 1 -> () -> who.put(workspace + "/management-offer", Map.of("userId", whom.id()));
            case 2, 3, 4 -> () -> who.post(workspace + "/management-offer/accept", null);
            case 5 -> () -> who.delete(workspace + "/members/" + whom.id());
            case 6 -> () -> who.post(workspace + "/leave", null);
            default -> () -> rejoin(workspace, people, who);
        };
    }

    private void hasOneManager(WorkspaceWithPeople workspaceWithPeople) {
        var workspace = workspaceWithPeople.workspace();
        var manager = workspaceWithPeople.people().stream()
                .map(person -> person.get(workspace))
                .filter(testResponse -> testResponse.status() == 200)
                .map(testResponse -> testResponse.get("managerId"))
                .distinct()
                .toList();
        assertThat(manager).hasSize(1);
        var reader = workspaceWithPeople.people().stream()
                .filter(person -> person.id().toString().equals(manager.getFirst()))
                .findAny()
                .orElseThrow();
        var members = reader.get(workspace + "/members").expect(200);
        assertThat(members.items("role")).containsOnlyOnce("MANAGER");
        assertThat(members.items("userId")).contains(reader.id().toString());
        var facts = town.events(workspace);
        assertThat(facts)
                .extracting(TestDataFactory.OutboxMessage::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, facts.size()).boxed().toList());
        assertThat(workspaceWithPeople.people())
                .allSatisfy(person -> assertThat(town.published("workspace.memberships", person.id()))
                        .extracting(state -> state.path("version").asLong())
                        .isSorted()
                        .doesNotHaveDuplicates());
    }

    /** The current manager invites a person, who accepts if they are not a member. */
    private TestResponse rejoin(String workspace, List<TestUser> people, TestUser who) {
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
