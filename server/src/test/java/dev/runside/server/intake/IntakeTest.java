package dev.runside.server.intake;

import dev.runside.server.RunsideServerTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/** A whole server with the catalog of the mail company. All tests of intake share one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RunsideServerTest
@Import({MailCatalog.class, Sender.class})
public @interface IntakeTest {}
