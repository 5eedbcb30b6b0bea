package dev.runside.server.intake.mapping;

import dev.runside.core.Ref;
import java.util.function.Predicate;

/**
 * Who reports something, proven.
 *
 * @param who a source or an agent
 * @param mayReportOn what its token binds it to
 */
public record Speaker(Ref who, Predicate<Ref> mayReportOn) {}
