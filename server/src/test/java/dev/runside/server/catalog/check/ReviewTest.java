package dev.runside.server.catalog.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.server.catalog.definition.DefinitionReader.Reading;
import dev.runside.server.catalog.definition.Fault;
import dev.runside.server.catalog.definition.Yaml;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReviewTest {

    private static final String MAIL =
            """
            apiVersion: runside.dev/v1
            kind: Person
            metadata: {name: ada}
            ---
            apiVersion: runside.dev/v1
            kind: Product
            metadata: {name: mail}
            spec:
              owner: user:ada
              hops:
                - {name: web, function: development}
                - {name: relay, function: platform}
            ---
            apiVersion: runside.dev/v1
            kind: Flow
            metadata: {name: send}
            spec: {product: mail, path: [hop:mail/web, hop:mail/relay]}
            ---
            apiVersion: runside.dev/v1
            kind: Charter
            metadata: {name: mail-ops}
            spec: {holder: user:ada, scope: [product:mail], rights: [{act: remediate, how: alone}]}
            ---
            apiVersion: runside.dev/v1
            kind: Indicator
            metadata: {name: sent}
            spec:
              subject: product:mail
              layer: outcome
              function: support
              rate: {metric: mail.sent}
              leadership: true
            ---
            apiVersion: runside.dev/v1
            kind: Runbook
            metadata: {name: relay-gone, product: mail, keeper: user:ada}
            spec:
              stage: act
              when: incident.suspect == "hop:mail/relay" && finding.kind == "process-gone"
              diagnose:
                - {id: alive, run: {service: status, name: relay}, timeout: 3s}
              remedy:
                - {id: restart, if: alive.state != "answering", run: {service: restart, name: relay}, timeout: 20s}
              verify: {indicator: sent, good: 0.99, within: 60s}
            """;

    @Test
    void aWholeCatalogPasses() {
        assertThat(review(MAIL)).isEqualTo(new Review(List.of(), List.of()));
    }

    @Test
    void whateverIsNamedMustBeDefined() {
        assertThat(
                        faults(
                                MAIL.replace("owner: user:ada", "owner: user:adda")
                                        .replace("path: [hop:mail/web", "path: [hop:mail/wep")
                                        .replace("scope: [product:mail]", "scope: [product:post]")
                                        .replace("indicator: sent,", "indicator: answered,")))
                .containsExactly(
                        "mail.yaml:9 spec.owner: user:adda is not defined;"
                                + " did you mean user:ada?",
                        "mail.yaml:17 spec.path[0]: hop:mail/wep is not defined;"
                                + " did you mean hop:mail/web?",
                        "mail.yaml:22 spec.scope: product:post is not defined;"
                                + " define it, or use one of product:mail",
                        "mail.yaml:44 spec.verify.indicator: indicator:answered is not defined;"
                                + " define it, or use one of indicator:sent");
    }

    @Test
    void namingWhatIsDefinedWronglyIsNoFurtherFault() {
        Reading reading = Yaml.read(MAIL.replace("owner: user:ada", "owner: ada"));

        assertThat(reading.faults()).hasSize(1);
        assertThat(Review.of(Whole.of(reading.definitions(), reading.faulty())).faults()).isEmpty();
    }

    @Test
    void namesAreGivenOnce() {
        String twice = "---\napiVersion: runside.dev/v1\nkind: Person\nmetadata: {name: ada}\n";

        assertThat(faults(MAIL + twice))
                .containsExactly(
                        "mail.yaml:48 metadata.name: user:ada is named already in the definition at"
                                + " mail.yaml:1; rename one of them, or keep one");
        assertThat(faults(MAIL.replace("name: relay, function", "name: web, service: x, function")))
                .contains(
                        "mail.yaml:12 spec.hops[1].name: hop:mail/web is named already in the"
                                + " definition at mail.yaml:5; rename one of them, or keep one");
        assertThat(faults(MAIL.replace("relay, function", "relay, service: web, function")))
                .containsExactly(
                        "mail.yaml:12 spec.hops[1].service: service web is named already in the"
                                + " definition at mail.yaml:5; rename one of them, or keep one");
    }

    @Test
    void aNameOfWhatIsInForceAndNotInTheFilesIsSaidWithTheWayToRemoveIt() {
        String post =
                """
                ---
                apiVersion: runside.dev/v1
                kind: Product
                metadata: {name: inbox}
                spec:
                  owner: user:ada
                  hops:
                    - {name: front, service: web, function: development}
                """;
        Reading reading = Yaml.read(MAIL + post);
        Whole whole = Whole.of(reading.definitions(), reading.faulty());

        assertThat(Review.of(whole, Set.of(Ref.parse("product:mail"))).faults())
                .extracting(Fault::sentence)
                .containsExactly(
                        "mail.yaml:52 spec.hops[0].service: service web is named already in the"
                                + " definition of product:mail in force, which is not in the files"
                                + " applied; rename one of them, or apply with --prune, which"
                                + " removes what the files no longer hold");
    }

    @Test
    void aProductHasOneLeadershipMetric() {
        String second =
                """
                ---
                apiVersion: runside.dev/v1
                kind: Indicator
                metadata: {name: served}
                spec: {subject: hop:mail/web, layer: outcome, function: data, rate: {metric: m}, leadership: true}
                """;

        assertThat(faults(MAIL + second))
                .containsExactly(
                        "mail.yaml:49 spec.leadership: product:mail has a leadership metric"
                                + " already: indicator:sent; leave leadership out of one of"
                                + " them");
    }

    @Test
    void aSymptomAloneDoesNotSayWhatToHeal() {
        assertThat(when("finding.kind == \"errors\""))
                .containsExactly("names no suspect: a symptom alone does not say what to heal");
        assertThat(when("true")).hasSize(1);
    }

    @Test
    void aConditionThatHoldsWhateverTheSuspectIsRefused() {
        List<String> refused = List.of("can hold whatever the suspect is");

        assertThat(when("incident.suspect != \"\"")).isEqualTo(refused);
        assertThat(when("incident.suspect == \"hop:mail/relay\" || finding.kind == \"errors\""))
                .isEqualTo(refused);
        assertThat(
                        when(
                                "incident.suspect == \"hop:mail/relay\" || finding.indicator == \"sent\""
                                        + " && finding.kind == \"errors\""))
                .isEqualTo(refused);
        assertThat(when("incident.suspect.startsWith(\"hop:mail/\")")).isEmpty();
    }

    @Test
    void aConditionCompilesAndNamesWhatIsThere() {
        assertThat(when("incident.suspect =="))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("does not compile");
        assertThat(when("incidnt.suspect == \"hop:mail/relay\""))
                .first()
                .asString()
                .startsWith("does not compile: undeclared reference to 'incidnt'");
        assertThat(when("incident.suspect == \"hop:mail/rely\""))
                .containsExactly("names hop:mail/rely, which is not defined");
    }

    @Test
    void aRunbookLooksBeforeItActs() {
        assertThat(
                        faults(
                                MAIL.replaceAll("  diagnose:\n.*\n", "")
                                        .replace("if: alive.state != \"answering\", ", "")))
                .extracting(sentence -> sentence.replaceAll(";.*", ""))
                .containsExactly("mail.yaml:37 spec.diagnose: looks at nothing before it acts");
        assertThat(faults(MAIL.replaceAll("  remedy:\n.*\n", "")))
                .extracting(sentence -> sentence.replaceAll(";.*", ""))
                .containsExactly("mail.yaml:37 spec.remedy: heals nothing");
    }

    @Test
    void aRemedyThatTheDiagnosisDoesNotGateIsWarnedOf() {
        assertThat(review(MAIL.replace("if: alive.state != \"answering\", ", "")).warnings())
                .extracting(Fault::detail)
                .containsExactly("acts whatever the diagnosis says");
    }

    @Test
    void aStepsConditionKnowsTheStepsBeforeIt() {
        assertThat(faults(MAIL.replace("if: alive.", "if: alife.")))
                .containsExactly(
                        "mail.yaml:43 spec.remedy[0].if: does not compile: undeclared reference to"
                                + " 'alife' (in container ''); write CEL over the steps before it"
                                + " (alive)");
    }

    @Test
    void healingFitsBeforeThePage() {
        assertThat(faults(MAIL.replace("within: 60s", "within: 161s")))
                .containsExactly(
                        "mail.yaml:37 spec.pageBy: remedy and verification may take 181 s, pageBy"
                                + " is 180 s; shorten the timeouts or verify.within, or write a"
                                + " later pageBy");
        assertThat(review(MAIL.replace("within: 60s", "within: 159s")).warnings())
                .extracting(Fault::detail)
                .containsExactly("with its diagnosis the run may take 182 s, pageBy is 180 s");
    }

    @Test
    void ticketsCannotShowThatARemedyHelped() {
        assertThat(faults(MAIL.replace("rate: {metric: mail.sent}", "tickets: {}")))
                .extracting(sentence -> sentence.replaceAll(";.*", ""))
                .containsExactly(
                        "mail.yaml:44 spec.verify.indicator: sent counts tickets, none of which is"
                                + " good");
    }

    @Test
    void aRunbookThatNoCharterLetsActIsWarnedOf() {
        assertThat(review(MAIL.replace("act: remediate", "act: resolve")).warnings())
                .extracting(Fault::detail)
                .containsExactly(
                        "will not act by itself: refused: user:ada has no right to remediate on"
                                + " product:mail; no charter allows it");
    }

    private static List<String> when(String condition) {
        String text =
                MAIL.replaceAll(
                        "when: .*",
                        "when: '" + condition.replace("\\", "\\\\").replace("$", "\\$") + "'");
        return review(text).faults().stream().map(Fault::detail).toList();
    }

    private static List<String> faults(String text) {
        return review(text).faults().stream().map(Fault::sentence).toList();
    }

    private static Review review(String text) {
        Reading reading = Yaml.read(text);
        assertThat(reading.faults()).isEmpty();
        return Review.of(Whole.of(reading.definitions(), reading.faulty()));
    }
}
