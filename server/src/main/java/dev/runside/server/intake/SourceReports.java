package dev.runside.server.intake;

import java.util.List;

/** What is known of the sources. */
public interface SourceReports {

    /** Each that was ever given a token, by name. */
    List<SourceReport> all();
}
