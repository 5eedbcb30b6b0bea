package dev.runside.server.catalog;

import dev.runside.server.RunsideServerTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/**
 * Runs the test against a whole server of this room's own, so that it may remove what others
 * defined.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RunsideServerTest
@TestPropertySource(properties = "runside.test.room=catalog")
@interface CatalogServerTest {}
