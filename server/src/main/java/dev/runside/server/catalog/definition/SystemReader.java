package dev.runside.server.catalog.definition;

import dev.runside.core.catalog.SharedSystem;

final class SystemReader {

    private SystemReader() {}

    static SharedSystem read(Outline outline) {
        Fields spec = outline.spec();
        SharedSystem system =
                new SharedSystem(
                        outline.ref(),
                        spec.readOr("title", Texts.LINE, outline.name()),
                        spec.readIfAny("owner", Outline.USER),
                        spec.readOr("substrate", Form.FLAG, false),
                        spec.read("function", ProductReader.FUNCTION),
                        spec.readOr("service", Texts.LINE, outline.name()));
        spec.noOthers();
        return system;
    }
}
