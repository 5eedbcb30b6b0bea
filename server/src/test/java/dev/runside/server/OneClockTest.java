package dev.runside.server;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * Only the server's clock looks at the machine's: what measures time by the machine's stands still
 * for an hour when that is set back by an hour.
 */
@AnalyzeClasses(
        packagesOf = RunsideServer.class,
        importOptions = ImportOption.DoNotIncludeTests.class)
class OneClockTest {

    @ArchTest
    static final ArchRule onlyTheServersClockReadsTheMachines =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("dev.runside.server.storage.StorageConfiguration")
                    .should()
                    .accessTargetWhere(describe("reads the machine's clock", OneClockTest::reads));

    @Test
    void whoeverReadsTheMachinesClockIsRefused() {
        assertThat(
                        onlyTheServersClockReadsTheMachines
                                .evaluate(new ClassFileImporter().importClasses(Reads.class))
                                .hasViolation())
                .isTrue();
    }

    private static boolean reads(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        return (owner + "." + name).equals("java.lang.System.currentTimeMillis")
                || (owner.startsWith("java.time.")
                        && (name.equals("now")
                                || name.startsWith("system")
                                || name.startsWith("tick")));
    }

    record Reads() {
        Instant now() {
            return Instant.now();
        }
    }
}
