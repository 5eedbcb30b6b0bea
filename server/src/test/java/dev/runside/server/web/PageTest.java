package dev.runside.server.web;

import dev.runside.server.RunsideServerTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestInstance;
import org.springframework.test.context.TestPropertySource;

/** Runs the test against a whole server of the pages' own, where only the {@link Company} is. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RunsideServerTest
@TestPropertySource(properties = "runside.test.company=pages")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@interface PageTest {}
