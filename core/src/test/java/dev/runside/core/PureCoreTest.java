package dev.runside.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.File;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * Core decides and never acts: what it has to know is handed to it, what should happen it returns.
 */
@AnalyzeClasses(
        packagesOf = PureCoreTest.class,
        importOptions = ImportOption.DoNotIncludeTests.class)
class PureCoreTest {

    @ArchTest static final ArchRule coreDoesNoInputOrOutput = Purity.NO_INPUT_OR_OUTPUT;

    @ArchTest
    static final ArchRule coreStartsNoThreadAndNoProcess = Purity.NO_THREAD_PROCESS_OR_CHANCE;

    @ArchTest static final ArchRule coreReadsNoClock = Purity.NO_READING_OF_THE_WORLD;

    @ArchTest static final ArchRule coreKnowsNoFrameworkAndNoLogger = Purity.NO_FRAMEWORK_OR_LOGGER;

    @Test
    void everyRuleRefusesTheClassThatBreaksIt() {
        assertThat(refuses(Purity.NO_INPUT_OR_OUTPUT, Reads.class)).isTrue();
        assertThat(refuses(Purity.NO_THREAD_PROCESS_OR_CHANCE, Starts.class)).isTrue();
        assertThat(refuses(Purity.NO_READING_OF_THE_WORLD, Asks.class)).isTrue();
        assertThat(refuses(Purity.NO_READING_OF_THE_WORLD, Invents.class)).isTrue();
        assertThat(refuses(Purity.NO_FRAMEWORK_OR_LOGGER, Logs.class)).isTrue();
    }

    private static boolean refuses(ArchRule rule, Class<?> impure) {
        return rule.evaluate(new ClassFileImporter().importClasses(impure)).hasViolation();
    }

    private record Reads(File file) {}

    private record Starts(Thread thread) {}

    private record Logs(Logger logger) {}

    record Asks() {
        LocalDate today() {
            return LocalDate.now(ZoneOffset.UTC);
        }
    }

    record Invents() {
        UUID id() {
            return UUID.randomUUID();
        }
    }
}
