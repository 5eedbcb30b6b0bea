package dev.runside.server.catalog.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FaultsOfFilesTest {

    @Test
    void everyFaultOfEveryDocumentIsSaidAtOnceWithItsLine() {
        assertThat(
                        Yaml.faults(
                                """
                                apiVersion: runside.dev/v1
                                kind: Product
                                metadata: {name: mail}
                                spec:
                                  titel: Mail
                                  owner: ada
                                  hops:
                                    - name: web
                                      function: dev
                                    - function: platform
                                ---
                                apiVersion: runside.dev/v2
                                kind: Flwo
                                metadata: {}
                                """))
                .containsExactly(
                        "mail.yaml:5 spec.titel: is no field here; did you mean title?",
                        "mail.yaml:6 spec.owner: 'ada' is not a reference to user; write user:ada",
                        "mail.yaml:9 spec.hops[0].function: 'dev' is not one of development,"
                                + " platform, support, data; write one of development, platform,"
                                + " support, data",
                        "mail.yaml:10 spec.hops[1].name: is missing; add name: mail",
                        "mail.yaml:12 apiVersion: 'runside.dev/v2' is not a version that is read"
                                + " here; write runside.dev/v1",
                        "mail.yaml:13 kind: 'Flwo' is not a kind; did you mean Flow?",
                        "mail.yaml:14 metadata.name: is missing; add name: mail");
    }

    @Test
    void anAnnotationThatNamesNoHopIsAFault() {
        assertThat(
                        Yaml.faults(
                                Yaml.of(
                                        "Product",
                                        "{hops: [{name: a, function: data, annotations: {github.com/slug: b/a}}]}")))
                .singleElement()
                .asString()
                .contains(
                        "spec.hops[0].annotations.github.com/slug: is no field here; remove it, or use one of ");
    }

    @Test
    void whatIsNotYamlIsNamedByItsLineAndOtherFilesAreStillRead() {
        var reading =
                DefinitionReader.read(
                        List.of(
                                new DefinitionFile("one.yaml", "kind: Person\n  bad: [1\n"),
                                new DefinitionFile("two.yaml", Yaml.of("Person", "{rolls: []}"))));

        assertThat(reading.faults())
                .extracting(Fault::file)
                .containsExactly("one.yaml", "two.yaml");
        assertThat(reading.faults().getFirst().line()).isEqualTo(2);
        assertThat(reading.faults().getFirst().detail()).startsWith("is not YAML: ");
    }

    @Test
    void anchorsAndAliasesAreRefusedBeforeAnythingIsBuiltOfThem() {
        String bomb =
                """
                a: &a [x, x, x, x, x, x, x, x, x, x]
                b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
                """;

        assertThat(Yaml.faults(bomb))
                .hasSize(11)
                .first()
                .isEqualTo(
                        "mail.yaml:1: anchors (&name) are not read;"
                                + " write the value out in each place");
    }

    @Test
    void tagsAreRefused() {
        assertThat(Yaml.faults("kind: !!javax.script.ScriptEngineManager [x]\n"))
                .containsExactly(
                        "mail.yaml:1: tags (tag:yaml.org,2002:javax.script.ScriptEngineManager)"
                                + " are not read; leave the tag out");
    }

    @Test
    void deepNestingIsRefused() {
        assertThat(Yaml.faults("[".repeat(100_000)))
                .containsExactly("mail.yaml:1: is nested deeper than 20 levels; write it flatter");
    }

    @Test
    void aFileOfMoreThanOneMebibyteIsRefused() {
        assertThat(Yaml.faults("#".repeat(1024 * 1024 + 1)))
                .containsExactly(
                        "mail.yaml:1: the file is longer than 1 MiB; split it into several files");
    }

    @Test
    void aFieldGivenTwiceIsRefused() {
        assertThat(Yaml.faults(Yaml.of("Person", "{displayName: A, displayName: B}")))
                .containsExactly(
                        "mail.yaml:4 spec.displayName: stands here twice; keep one of them");
    }

    @Test
    void anEmptyFieldIsRefused() {
        assertThat(Yaml.faults(Yaml.of("Person", "\n  displayName:\n")))
                .containsExactly(
                        "mail.yaml:5 spec.displayName: is empty; write a value or leave the field"
                                + " out");
    }

    @Test
    void oneOwnerIsOneValue() {
        assertThat(Yaml.faults(Yaml.of("Product", "{owner: [user:ada, user:bob]}")))
                .containsExactly(
                        "mail.yaml:4 spec.owner: must be one value: a reference to user;"
                                + " write it as in user:name");
    }

    @Test
    void aMissingSpecificationIsOneFault() {
        assertThat(
                        Yaml.faults(
                                "apiVersion: runside.dev/v1\nkind: Runbook\nmetadata:\n"
                                        + "  {name: x, product: mail, keeper: user:ada}\n"))
                .containsExactly("mail.yaml:1 spec: is missing; add spec: {…}");
    }

    @Test
    void aDocumentThatIsAListIsNoDefinition() {
        assertThat(Yaml.faults("- one\n- two\n"))
                .containsExactly("mail.yaml:1: holds no fields; write {name: value} under it");
    }

    @Test
    void aNameMayNotLeaveItsPlace() {
        assertThat(Yaml.faults("apiVersion: runside.dev/v1\nkind: Person\nmetadata: {name: a/b}\n"))
                .containsExactly(
                        "mail.yaml:3 metadata.name: 'a/b' is not a name;"
                                + " use up to 63 small letters, digits and dashes");
    }

    @Test
    void aPathComesToEachHopOnce() {
        String spec = "{product: mail, path: [hop:mail/web, hop:mail/relay, hop:mail/web]}";

        assertThat(Yaml.faults(Yaml.of("Flow", spec)))
                .containsExactly(
                        "mail.yaml:4 spec.path[2]: comes to hop:mail/web a second time;"
                                + " name each hop once, in the order of the calls");
    }
}
