package dev.runside.server.intake.events;

import dev.runside.server.intake.ProtocolContract;

class EventsContractTest extends ProtocolContract {

    @Override
    protected String path() {
        return "/api/v1/events";
    }

    @Override
    protected String contentType() {
        return "application/cloudevents-batch+json";
    }

    @Override
    protected String body(Said said) {
        return "[" + one(said) + "]";
    }

    @Override
    protected String malformed(Said said) {
        return "[" + one(said) + ",{\"specversion\":\"1.0\",\"id\":\"2\"}]";
    }

    @Override
    protected String malformedField() {
        return "source";
    }

    private static String one(Said said) {
        return "{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"/p\",\"type\":\"dev.cdevents.service.deployed.0.2.0\",\"data\":{\"subject\":{\"id\":\"%s\",\"content\":{}}}}"
                .formatted(said.id(), said.service());
    }
}
