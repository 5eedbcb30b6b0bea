package dev.runside.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/** Runs the test against the whole server that watches over the {@link MailCompany}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RunsideServerTest
@Import(MailCompany.class)
public @interface MailCompanyTest {}
