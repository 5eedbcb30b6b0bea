package dev.runside.server.intake.lineage;

import dev.runside.server.intake.ProtocolContract;

class LineageContractTest extends ProtocolContract {

    @Override
    protected String path() {
        return "/api/v1/lineage";
    }

    @Override
    protected String body(Said said) {
        return "[" + one(said) + "]";
    }

    @Override
    protected String malformed(Said said) {
        return "[" + one(said) + ",{\"eventType\":\"BEGIN\"}]";
    }

    @Override
    protected String malformedField() {
        return "eventType";
    }

    private static String one(Said said) {
        return "{\"eventType\":\"START\",\"eventTime\":\"2026-01-31T12:00:00Z\",\"producer\":\"https://p.example\",\"schemaURL\":\"https://s.example\",\"run\":{\"runId\":\"%s\"},\"job\":{\"namespace\":\"night\",\"name\":\"%s\"}}"
                .formatted(said.id(), said.service());
    }
}
