package dev.atelier.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServiceTest
@TestInstance(Lifecycle.PER_CLASS)
class MentionTest {
    @Autowired
    TestDataFactory town;

    TestUser lea;
    TestUser noah;
    TestUser mia;
    String action;
    String comments;

    @BeforeAll
    void anActionInAProjectOfNoah() {
        lea = town.person("Lea");
        noah = town.person("Noah");
        mia = town.person("Mia");
        var workspace = town.workspace(lea);
        town.addMember(workspace, lea, noah);
        town.addMember(workspace, lea, mia);
        var project = town.project(workspace, noah);
        action = town.action(project, noah, "Bake bread");
        comments = action + "/comments";
    }

    private static String at(TestUser person) {
        return "@[" + person.id() + "]";
    }

    @Test
    void whoIsMentionedIsNamedToReadersAndInTheFact() {
        var said = noah.post(comments, Map.of("text", at(lea) + " and " + at(noah) + ", rye? " + at(lea)))
                .expect(201);

        var mentions = said.json().path("mentions");
        assertThat(mentions.valueStream().map(mention -> mention.path("userId").asString()))
                .containsExactly(lea.id().toString(), noah.id().toString());
        assertThat(mentions.path(0).path("displayName").asString()).isEqualTo("Lea Martin");
        assertThat(lea.get(comments).json().path("items").valueStream())
                .anySatisfy(comment -> assertThat(comment.path("mentions")).isEqualTo(mentions));
        var outboxMessage = town.events(action).getLast();
        assertThat(outboxMessage.type()).isEqualTo("workspace.comment-added");
        assertThat(outboxMessage.payload().path("mentioned").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder(lea.id().toString(), noah.id().toString());
    }

    @Test
    void whoCannotReadItCannotBeMentioned() {
        var facts = town.events(action).size();

        var refused = noah.post(comments, Map.of("text", at(lea) + " " + at(mia)))
                .expectProblem(422, "mention-not-in-project");

        assertThat(refused.json().path("mentions").valueStream().map(JsonNode::asString))
                .containsExactly(mia.id().toString());
        assertThat(town.events(action)).hasSize(facts);
    }

    @Test
    void aCommentMentionsTwentyPeopleAtMost() {
        var many =
                Stream.generate(() -> "@[" + UUID.randomUUID() + "]").limit(21).collect(Collectors.joining());

        assertThat(noah.post(comments, Map.of("text", many))
                        .expectProblem(400, "invalid-input")
                        .errors())
                .containsExactly("text");
    }

    @Test
    void whatOnlyLooksLikeAMentionIsText() {
        var said = noah.post(comments, Map.of("text", "noah@bakery.example, @Lea, @[soon], " + lea.id()))
                .expect(201);

        assertThat(said.json().path("mentions").size()).isZero();
    }
}
