package dev.runside.server.intake.body;

import tools.jackson.databind.json.JsonMapper;

/** The reader of JSON bodies, without a server. */
public final class TestItems {

    private TestItems() {}

    public static Items create() {
        return new Items(JsonMapper.shared());
    }
}
