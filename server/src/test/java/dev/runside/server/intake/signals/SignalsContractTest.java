package dev.runside.server.intake.signals;

import dev.runside.server.intake.ProtocolContract;

class SignalsContractTest extends ProtocolContract {

    @Override
    protected String path() {
        return "/api/v1/signals";
    }

    @Override
    protected String body(Said said) {
        return "[" + one(said) + "]";
    }

    @Override
    protected String malformed(Said said) {
        return "[" + one(said) + ",{\"id\":\"2\",\"kind\":\"A B\"}]";
    }

    @Override
    protected String malformedField() {
        return "kind";
    }

    private static String one(Said said) {
        return "{\"id\":\"%s\",\"kind\":\"alert\",\"attributes\":{\"state\":\"firing\",\"service\":\"%s\"}}"
                .formatted(said.id(), said.service());
    }
}
