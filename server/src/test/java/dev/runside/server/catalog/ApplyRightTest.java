package dev.runside.server.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.server.ApiClient.Answer;
import dev.runside.server.access.TestTokens;
import dev.runside.server.audit.AuditLine;
import org.junit.jupiter.api.Test;

/** Who may apply what. */
@CatalogServerTest
class ApplyRightTest extends AppliedCompany {

    @Test
    void theArchitectMayApplyAnything() {
        Answer answer =
                apply(client(person("ari")), false, PEOPLE.replace("name: bob", "name: ben"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(lastLine())
                .extracting(AuditLine::actor, AuditLine::act, AuditLine::target, AuditLine::rule)
                .containsExactly("user:ari", "apply", "user:ben", "role architect");
    }

    @Test
    void aCharterLetsItsHolderApplyWhatBelongsToTheirProduct() {
        Answer answer =
                apply(
                        client(person("ada")),
                        false,
                        MAIL.replace("# one hop", "").replace("title: Mail", "title: Hers"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(lastLine())
                .extracting(AuditLine::actor, AuditLine::target, AuditLine::rule)
                .containsExactly("user:ada", "product:mail", "charter mail-ada, right apply");
    }

    @Test
    void whoMayNotIsToldWhoCould() {
        String renamed = MAIL.replace("title: Mail", "title: His");
        long before = room.inForce().version();

        Answer withApproval = apply(client(person("bob")), false, renamed);
        Answer stranger = apply(client(person("mallory")), false, renamed);
        Answer outsideHerProduct =
                apply(
                        client(person("ada")),
                        false,
                        PEOPLE.replace("{name: ada}", "{name: ada}\nspec: {roles: [architect]}"));

        assertThat(withApproval.status()).isEqualTo(403);
        assertThat(withApproval.body().path("detail").asString())
                .isEqualTo(
                        "product:mail needs the approval of user:ada by charter mail-bob, right"
                                + " apply; ask user:ada.");
        assertThat(stranger.body().path("detail").asString())
                .isEqualTo(
                        "user:mallory has no right to apply product:mail;"
                                + " ask an admin or user:ada or user:ari or user:bob.");
        assertThat(outsideHerProduct.body().path("detail").asString())
                .isEqualTo("user:ada has no right to apply user:ada; ask an admin or user:ari.");
        assertThat(room.inForce().version()).isEqualTo(before);
        assertThat(lastLine())
                .extracting(AuditLine::actor, AuditLine::act, AuditLine::outcome)
                .containsExactly("user:ada", "apply", "refused");
    }

    private String person(String name) {
        return TestTokens.of(server).person(name);
    }
}
