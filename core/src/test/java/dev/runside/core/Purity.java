package dev.runside.core;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** What it means that core is pure, one rule for each way of not being it. */
final class Purity {

    /**
     * What an error of I/O, a serializable type or an address needs; it reads and writes nothing.
     */
    private static final DescribedPredicate<JavaClass> HARMLESS =
            named(
                    "java.io.Serializable",
                    "java.io.IOException",
                    "java.io.UncheckedIOException",
                    "java.net.URI");

    static final ArchRule NO_INPUT_OR_OUTPUT =
            noClasses()
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(
                                            "java.io..",
                                            "java.net..",
                                            "java.nio.channels..",
                                            "java.nio.file..",
                                            "java.sql..",
                                            "javax..")
                                    .and(not(HARMLESS)));

    static final ArchRule NO_THREAD_PROCESS_OR_CHANCE =
            noClasses()
                    .should()
                    .dependOnClassesThat(
                            named(
                                            "java.lang.Process",
                                            "java.lang.ProcessBuilder",
                                            "java.lang.ProcessHandle",
                                            "java.lang.Runtime",
                                            "java.lang.Thread",
                                            "java.lang.ThreadLocal",
                                            "java.security.SecureRandom",
                                            "java.util.Random",
                                            "java.util.Timer")
                                    .or(resideInAnyPackage("java.util.random.."))
                                    .or(threads()));

    static final ArchRule NO_READING_OF_THE_WORLD =
            noClasses()
                    .should()
                    .accessTargetWhere(describe("reads time, chance or settings", Purity::reads))
                    .orShould()
                    .dependOnClassesThat(named("java.time.Clock", "java.time.InstantSource"));

    static final ArchRule NO_FRAMEWORK_OR_LOGGER =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework..",
                            "tools.jackson..",
                            "com.fasterxml.jackson..",
                            "jakarta..",
                            "org.slf4j..",
                            "java.util.logging..",
                            "dev.runside.agent..",
                            "dev.runside.cli..",
                            "dev.runside.server..");

    private static final Set<String> READINGS =
            Set.of(
                    "java.lang.Math.random",
                    "java.lang.System.currentTimeMillis",
                    "java.lang.System.getLogger",
                    "java.lang.System.getProperty",
                    "java.lang.System.getenv",
                    "java.lang.System.identityHashCode",
                    "java.lang.System.nanoTime",
                    "java.util.Collections.shuffle",
                    "java.util.UUID.randomUUID");

    private Purity() {}

    private static boolean reads(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        return READINGS.contains(owner + "." + name)
                || (owner.startsWith("java.time.") && name.equals("now"));
    }

    /** A concurrent map may hold what was compiled once; everything else there runs or locks. */
    private static DescribedPredicate<JavaClass> threads() {
        return resideInAnyPackage("java.util.concurrent..")
                .and(
                        not(
                                named(
                                        "java.util.concurrent.ConcurrentHashMap",
                                        "java.util.concurrent.ConcurrentMap")));
    }

    private static DescribedPredicate<JavaClass> named(String... names) {
        Set<String> wanted = Set.of(names);
        return describe("are one of " + wanted, type -> wanted.contains(type.getName()));
    }
}
