package dev.runside.server.intake.signals;

import dev.runside.server.intake.ProtocolContract;

class TicketsContractTest extends ProtocolContract {

    @Override
    protected String path() {
        return "/api/v1/tickets";
    }

    @Override
    protected String body(Said said) {
        return "[" + one(said) + "]";
    }

    @Override
    protected String malformed(Said said) {
        return "[" + one(said) + ",{\"id\":\"2\",\"title\":\"It fails\"}]";
    }

    @Override
    protected String malformedField() {
        return "product";
    }

    /** A ticket names its subject itself. */
    private static String one(Said said) {
        return "{\"id\":\"%s\",\"title\":\"It fails\",\"subject\":\"hop:mail/%s\"}"
                .formatted(said.id(), said.service());
    }
}
