package dev.runside.server.catalog.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Charter;
import dev.runside.core.catalog.Flow;
import dev.runside.core.catalog.Function;
import dev.runside.core.catalog.OpsAgent;
import dev.runside.core.catalog.Person;
import dev.runside.core.catalog.Product;
import dev.runside.core.catalog.SharedSystem;
import dev.runside.server.catalog.definition.DefinitionReader.Reading;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DefinitionReaderTest {

    @Test
    void aPersonHasANameToShowAndRoles() {
        assertThat(
                        Yaml.only(
                                Person.class,
                                Yaml.of("Person", "{displayName: Ada L., roles: [architect]}")))
                .isEqualTo(
                        new Person(Ref.parse("user:one"), "Ada L.", Set.of(Person.Role.ARCHITECT)));
    }

    @Test
    void aPersonNeedsNoSpecification() {
        String text = "apiVersion: runside.dev/v1\nkind: Person\nmetadata: {name: ada}\n";

        assertThat(Yaml.only(Person.class, text))
                .isEqualTo(new Person(Ref.parse("user:ada"), "ada", Set.of()));
    }

    @Test
    void aProductHasHopsAndFeeds() {
        String spec =
                """
                title: Mail
                  owner: user:ada
                  deputy: user:bob
                  safetyClass: true
                  hops:
                    - {name: web, function: development}
                    - {name: relay, function: platform, service: relay-7, owner: user:x}
                  feeds:
                    - {from: hop:one/relay, to: hop:stats/rollup, dataset: mails, owner: user:y}
                """;

        assertThat(Yaml.only(Product.class, Yaml.of("Product", "\n  " + spec)))
                .isEqualTo(
                        new Product(
                                Ref.parse("product:one"),
                                "Mail",
                                Optional.of(Ref.parse("user:ada")),
                                Optional.of(Ref.parse("user:bob")),
                                true,
                                List.of(
                                        new Product.Hop(
                                                Ref.parse("hop:one/web"),
                                                Function.DEVELOPMENT,
                                                "web",
                                                Optional.empty()),
                                        new Product.Hop(
                                                Ref.parse("hop:one/relay"),
                                                Function.PLATFORM,
                                                "relay-7",
                                                Optional.of(Ref.parse("user:x")))),
                                List.of(
                                        new Product.Feed(
                                                Ref.parse("hop:one/relay"),
                                                Ref.parse("hop:stats/rollup"),
                                                "mails",
                                                Optional.of(Ref.parse("user:y"))))));
    }

    @Test
    void aHopHasTheNamesThatItsAnnotationsGiveIt() {
        String spec =
                "{hops: [{name: relay, function: platform, annotations: {github.com/project-slug: example/relay}}]}";

        Product product = Yaml.only(Product.class, Yaml.of("Product", spec));

        assertThat(product.hops().getFirst().alsoNamed()).containsExactly("example/relay");
    }

    @Test
    void aSystemSaysWhetherItIsSubstrate() {
        String spec =
                "{title: Mail database, owner: user:pat, substrate: true, function: platform}";

        assertThat(Yaml.only(SharedSystem.class, Yaml.of("System", spec)))
                .isEqualTo(
                        new SharedSystem(
                                Ref.parse("system:one"),
                                "Mail database",
                                Optional.of(Ref.parse("user:pat")),
                                true,
                                Function.PLATFORM,
                                "one"));
    }

    @Test
    void aFlowIsHardUnlessItSaysSoft() {
        String path = "path: [hop:mail/web, system:mail-db]";

        assertThat(Yaml.only(Flow.class, Yaml.of("Flow", "{product: mail, " + path + "}")).hard())
                .isTrue();
        assertThat(
                        Yaml.only(
                                Flow.class,
                                Yaml.of(
                                        "Flow",
                                        "{product: product:mail, strength: soft, " + path + "}")))
                .isEqualTo(
                        new Flow(
                                Ref.parse("flow:one"),
                                "one",
                                Ref.parse("product:mail"),
                                Optional.empty(),
                                List.of(Ref.parse("hop:mail/web"), Ref.parse("system:mail-db")),
                                false));
    }

    @Test
    void anAgentSaysWhatItMayBeAskedFor() {
        String spec = "{owner: user:pat, lifecycle: active, actions: [service, command]}";

        assertThat(Yaml.only(OpsAgent.class, Yaml.of("Agent", spec)))
                .isEqualTo(
                        new OpsAgent(
                                Ref.parse("agent:one"),
                                Optional.of(Ref.parse("user:pat")),
                                OpsAgent.Lifecycle.ACTIVE,
                                Set.of("service", "command")));
    }

    @Test
    void aCharterListsRights() {
        String spec =
                """
                holder: user:ada
                  scope: [product:mail]
                  rights:
                    - {act: remediate, how: alone}
                    - {act: deploy, how: approval, of: user:pat}
                """;

        assertThat(Yaml.only(Charter.class, Yaml.of("Charter", "\n  " + spec)))
                .isEqualTo(
                        new Charter(
                                "one",
                                Ref.parse("user:ada"),
                                Set.of(Ref.parse("product:mail")),
                                List.of(
                                        new Charter.Right(
                                                "remediate", Charter.How.ALONE, Optional.empty()),
                                        new Charter.Right(
                                                "deploy",
                                                Charter.How.APPROVAL,
                                                Optional.of(Ref.parse("user:pat"))))));
    }

    @Test
    void aRightThatNeedsApprovalNamesWhose() {
        String spec =
                "{holder: user:ada, scope: [product:mail], rights: [{act: deploy, how: approval}]}";

        assertThat(Yaml.faults(Yaml.of("Charter", spec)))
                .containsExactly(
                        "mail.yaml:4 spec.rights[0].of: is missing: whose approval?;"
                                + " add of: user:name");
    }

    @Test
    void manyDocumentsStandInOneFileAndEmptyOnesAreNothing() {
        Reading reading =
                Yaml.read(
                        """
                        # Who is who
                        ---
                        apiVersion: runside.dev/v1
                        kind: Person
                        metadata: {name: ada}
                        ---
                        ---
                        # The second
                        apiVersion: runside.dev/v1
                        kind: Person
                        metadata: {name: bob}
                        """);

        assertThat(reading.faults()).isEmpty();
        assertThat(reading.definitions())
                .extracting(definition -> definition.ref().toString())
                .containsExactly("user:ada", "user:bob");
        assertThat(reading.definitions().getLast().document().file())
                .isEqualTo(
                        new DefinitionFile(
                                "mail.yaml",
                                """
                                ---
                                # The second
                                apiVersion: runside.dev/v1
                                kind: Person
                                metadata: {name: bob}
                                """,
                                7));
    }

    @Test
    void aDocumentReadAgainByItselfStillKnowsItsLines() {
        Definition second =
                Yaml.read(
                                Yaml.of("Person", "{}")
                                        + "---\n"
                                        + Yaml.of("Flow", "{product: mail, path: [hop:mail/web]}"))
                        .definitions()
                        .getLast();

        Reading again = DefinitionReader.read(List.of(second.document().file()));

        assertThat(again.definitions().getFirst().document().fault("spec.path[0]", "x", "y").line())
                .isEqualTo(9);
        assertThat(again.definitions().getFirst().digest()).isEqualTo(second.digest());
    }

    @Test
    void theDigestIsOfTheMeaningNotOfTheLayout() {
        String one = Yaml.of("Product", "{title: Mail, hops: [], owner: user:ada}");
        String other =
                """
                # another way to write it
                kind: Product
                apiVersion: runside.dev/v1
                spec:
                  owner: user:ada   # who
                  title: "Mail"
                  hops: []
                metadata: {name: one}
                """;

        assertThat(digest(one)).isEqualTo(digest(other)).hasSize(64);
        assertThat(digest(one)).isNotEqualTo(digest(one.replace("title: Mail", "title: Mails")));
    }

    private static String digest(String text) {
        return Yaml.read(text).definitions().getFirst().digest();
    }
}
