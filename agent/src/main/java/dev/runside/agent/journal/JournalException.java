package dev.runside.agent.journal;

import java.io.IOException;

/** The journal cannot be trusted, so nothing may be done on its word. */
public final class JournalException extends IOException {

    private static final long serialVersionUID = 1L;

    JournalException(String message) {
        super(message);
    }
}
